/** Shows sources as the viewer: the issue or parent a source names gets its key and title if Jira lets the viewer see it. One Jira call. */
import type { SourceView } from '../../contract/okr';
import type { SourceRecord } from '../../store/sources';
import { noNumbers } from '../../jira/jira-issue';
import type { Deps } from '../deps';

export type CountedSource = { readonly source: SourceRecord; readonly issues: number };

export function describeSource(
  { source, issues }: CountedSource,
  named: ReadonlyMap<string, { readonly key: string; readonly summary: string }>,
): SourceView {
  if (source.type === 'jql') return { id: source.id, type: 'jql', jql: source.jql, issues };
  const issue = named.get(source.issueId);
  return {
    id: source.id,
    type: source.type,
    issueId: source.issueId,
    issueKey: issue?.key ?? null,
    issueTitle: issue?.summary ?? null,
    issues,
  };
}

export async function viewSources(deps: Deps, sources: readonly CountedSource[]): Promise<readonly SourceView[]> {
  const ids = [...new Set(sources.flatMap(({ source }) => (source.type === 'jql' ? [] : [source.issueId])))];
  const named = ids.length === 0 ? [] : await deps.jiraAsUser.fetchIssues(ids, noNumbers, ['summary']);
  const byId = new Map(named.map((issue) => [issue.id, issue]));
  return sources.map((source) => describeSource(source, byId));
}
