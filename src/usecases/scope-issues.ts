/** Shows issues of a scope as the viewer: titles and facts of those Jira lets the viewer browse, a count for the rest. */
import type { ScopeIssueView } from '../contract/okr';
import type { IssueMeasure } from '../domain/work';
import type { Deps } from './deps';

/** In the order of `measures`; at most a hundred, so that it is one Jira call. */
export async function viewScopeIssues(
  deps: Deps,
  measures: readonly IssueMeasure[],
  sourceIdsOf: (issueId: string) => readonly string[],
): Promise<{ readonly issues: readonly ScopeIssueView[]; readonly hidden: number }> {
  if (measures.length === 0) return { issues: [], hidden: 0 };
  const visible = await deps.jiraAsUser.fetchIssues(
    measures.map(({ issueId }) => issueId),
    [],
    ['summary'],
  );
  const byId = new Map(visible.map((issue) => [issue.id, issue]));
  const issues = measures.flatMap((measure) => {
    const issue = byId.get(measure.issueId);
    if (issue === undefined) return [];
    const { key, summary, statusName, statusCategory, resolution } = issue;
    return [{ ...measure, key, summary, statusName, statusCategory, resolution, sourceIds: sourceIdsOf(measure.issueId) }];
  });
  return { issues, hidden: measures.length - issues.length };
}
