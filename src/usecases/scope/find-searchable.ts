/**
 * Which issues searches can find. One that Jira gives by its id and no search finds is archived, unless it has changed so lately that the index
 * may not know it yet: Jira has no field that says so, and sends no event.
 */
import type { AppDeps } from '../deps';

/** Jira's index may lag: what has changed within this time is not judged by it. */
export const INDEX_LAG_MS = 15 * 60_000;

const ANY_ISSUE = 'project is not EMPTY';

/** One call a thousand issues. Where Jira cannot say, all of them. */
export async function findSearchable(deps: AppDeps, issueIds: readonly string[]): Promise<ReadonlySet<string>> {
  const [found] = await deps.jiraAsApp.match(issueIds, [ANY_ISSUE]);
  if (found) return found;
  deps.warn('Jira could not say which issues its searches find; none is taken for archived.');
  return new Set(issueIds);
}
