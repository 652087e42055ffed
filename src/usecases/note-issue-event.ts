/**
 * Decides in one SQL request whether a Jira event can move a number; most end here. What can is noted durably before a run is asked for,
 * so that a lost run costs delay and never the change.
 */
import type { AppDeps } from './deps';

export type IssueEvent = {
  readonly issueId: string;
  readonly kind: 'created' | 'updated' | 'deleted';
  /** The fields the event says have changed, in whatever words Jira uses; empty for created and deleted. */
  readonly changedFields: readonly string[];
  /** Who did it; null where Jira does not say. */
  readonly changedBy: string | null;
};

/** The four names under which Jira reports a change of parent, and the moves that come with one. */
const parentFields = new Set(['parent', 'issueparentassociation', 'epic link', 'parent link', 'epic child', 'key', 'project', 'issuetype']);

const mayChangeParent = (event: IssueEvent): boolean =>
  event.kind === 'created' || event.changedFields.some((field) => parentFields.has(field.toLowerCase()));

export async function noteIssueEvent(deps: AppDeps, event: IssueEvent): Promise<void> {
  const { known, followsChildren, followsJql } = await deps.store.sources.relevanceOf(event.issueId);
  const matters = known || (event.kind !== 'deleted' && (followsJql || (followsChildren && mayChangeParent(event))));
  if (!matters) return;
  await deps.store.pendingIssues.note([{ issueId: event.issueId, mark: deps.newId(), changedBy: event.changedBy }], deps.now());
  await deps.requestSync();
}
