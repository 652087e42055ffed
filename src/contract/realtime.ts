/**
 * What open pages hear when numbers change. Ids only: a global channel is not guarded by Jira's permissions, so it says that something
 * changed and never what; whoever may see it asks again.
 */
export const CHANGES_CHANNEL = 'okr-changes';

/** Where it is said that people talk about something: which thing, never what they say. Numbers do not change by that. */
export const TALK_CHANNEL = 'okr-talk';

export type TalkMessage = { readonly subjectId: string };

export type ChangeMessage = {
  readonly projectIds: readonly string[];
  readonly keyResultIds: readonly string[];
  readonly issueIds: readonly string[];
};
