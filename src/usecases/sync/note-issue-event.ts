/**
 * Decides in one SQL request whether a Jira event can move a number, and notes it if so; most end here. It is noted durably before a run
 * is asked for, so that a lost run costs delay and never the change.
 */
import { askForSync } from './ask-for-sync';
import type { AppDeps } from '../deps';

export type IssueEvent = {
  readonly issueId: string;
  readonly kind: 'created' | 'updated' | 'deleted';
  /** The fields the event says have changed, in whatever words Jira uses; empty for created and deleted. */
  readonly changedFields: readonly string[];
  /** Issues that the event says have come or gone below this one. */
  readonly childIds: readonly string[];
  /** Who did it; null where Jira does not say. */
  readonly changedBy: string | null;
};

/** The four names under which Jira reports a change of parent, and the moves that come with one. */
const parentFields = new Set(['parent', 'issueparentassociation', 'epic link', 'parent link', 'epic child', 'key', 'project', 'issuetype']);

const mayChangeParent = (event: IssueEvent): boolean =>
  event.kind === 'created' || (event.kind === 'updated' && event.changedFields.some((field) => parentFields.has(field.toLowerCase())));

export async function noteIssueEvent(deps: AppDeps, event: IssueEvent): Promise<void> {
  const { issueId, childIds, kind, changedBy } = event;
  const noted = await deps.store.pendingIssues.noteIfFollowed(
    [...new Set([issueId, ...childIds])].map((id) => ({ issueId: id, mark: deps.newId(), changedBy })),
    { throughChildren: mayChangeParent(event), throughJql: kind !== 'deleted' },
    deps.now(),
  );
  if (noted) await askForSync(deps);
}
