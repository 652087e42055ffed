/** The history of everything: who did what, when, with what was there before and after, and why where a reason was given. */
import type { SettingGroup } from './settings';

/** What was there: a text, people, or projects, as ids to be named as the viewer. */
export type ActivityValue =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'people'; readonly accountIds: readonly string[] }
  | { readonly type: 'projects'; readonly projectIds: readonly string[] };

/** Null: nothing was there, or nothing is there now. */
export type ActivityChange = { readonly field: string; readonly before: ActivityValue | null; readonly after: ActivityValue | null };

export type ActivityThing =
  | { readonly type: 'objective' | 'key-result'; readonly id: string; readonly key: string; readonly title: string }
  | { readonly type: 'cycle' | 'group'; readonly name: string }
  | { readonly type: 'settings'; readonly group: SettingGroup }
  | { readonly type: 'okr-admin'; readonly accountId: string };

export type ActivitySource =
  { readonly type: 'issue' | 'children'; readonly issueId: string } | { readonly type: 'jql'; readonly jql: string };

/** What became of a thing as a whole. */
export type ActivityStep = 'wrote' | 'archived' | 'restored' | 'started' | 'closed' | 'reopened' | 'removed' | 'gave' | 'took back';

export type ActivityDeed =
  | { readonly did: ActivityStep; readonly changes: readonly ActivityChange[] }
  | { readonly did: 'changed' | 'corrected'; readonly changes: readonly ActivityChange[] }
  | {
      readonly did: 'checked in';
      readonly day: string;
      readonly value: number | null;
      /** 1 to 10. */
      readonly confidence: number | null;
      readonly words: string;
      readonly blockers: string;
    }
  | { readonly did: 'added source' | 'removed source'; readonly source: ActivitySource }
  | { readonly did: 'supported' | 'raised concern' | 'settled concern'; readonly words: string }
  | { readonly did: 'asked for votes' | 'closed vote'; readonly changes: readonly [] }
  | { readonly did: 'commented' | 'removed comment'; readonly onCheckIn: boolean; readonly words: string };

export type ActivityEntry = {
  /** Unique in the history. */
  readonly id: string;
  readonly at: string;
  readonly byAccountId: string;
  readonly thing: ActivityThing;
  readonly deed: ActivityDeed;
  readonly reason: string | null;
};

export type Activity = {
  /** Newest first. */
  readonly entries: readonly ActivityEntry[];
  /** Pass it back for earlier ones; null where there are none. */
  readonly nextCursor: string | null;
};
