/** Shows issues of a scope as the viewer: titles and facts of those Jira lets the viewer browse; the rest is told apart. */
import type { ScopeIssueView } from '../../contract/okr';
import type { IssueMeasure } from '../../domain/work';
import { noNumbers } from '../../jira/jira-issue';
import type { Deps } from '../deps';

type About = { readonly sourceIdsOf?: (issueId: string) => readonly string[]; readonly sharersOf?: (issueId: string) => number };

/** In the order of `measures`; at most a hundred, so that it is one Jira call. */
export async function viewScopeIssues(
  deps: Deps,
  measures: readonly IssueMeasure[],
  { sourceIdsOf = () => [], sharersOf = () => 1 }: About = {},
): Promise<{ readonly issues: readonly ScopeIssueView[]; readonly hidden: readonly IssueMeasure[] }> {
  if (measures.length === 0) return { issues: [], hidden: [] };
  const visible = await deps.jiraAsUser.fetchIssues(
    measures.map(({ issueId }) => issueId),
    noNumbers,
    ['summary'],
  );
  const byId = new Map(visible.map((issue) => [issue.id, issue]));
  const issues = measures.flatMap((measure) => {
    const issue = byId.get(measure.issueId);
    if (issue === undefined) return [];
    const { key, summary, statusName, statusCategory, resolution } = issue;
    const sharedBy = sharersOf(measure.issueId);
    return [{ ...measure, key, summary, statusName, statusCategory, resolution, sharedBy, sourceIds: sourceIdsOf(measure.issueId) }];
  });
  return { issues, hidden: measures.filter(({ issueId }) => !byId.has(issueId)) };
}
