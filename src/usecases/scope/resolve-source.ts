/**
 * From what a person typed (an issue, a parent, a query) to the issues it brings. The person must be able to see a named issue, and Jira
 * must accept the query from them; which issues count is then asked as the app, so that progress is the same for everyone.
 */
import type { SourceDraft } from '../../contract/okr';
import { JiraRejected } from '../../jira/jira-error';
import { personalFunctionIn } from '../../jira/jql';
import type { JiraIssue } from '../../jira/jira-issue';
import type { IssueFactRecord } from '../../store/issue-facts';
import type { Deps } from '../deps';
import { factOf } from '../sync/issue-facts';
import { invalid, OkrError } from '../okr-error';
import type { Settings } from '../settings/settings';

export const MAX_SOURCE_ISSUES = 5000;

/** A draft whose issue has been looked up as the person. */
export type NamedSource =
  { readonly type: 'issue' | 'children'; readonly issue: JiraIssue } | { readonly type: 'jql'; readonly jql: string };

export const childrenOf = (issueId: string): string => `parent = ${issueId}`;

/** Throws `INVALID` where the person can see no such issue. At most one Jira call. */
export async function nameSource(deps: Deps, draft: SourceDraft, settings: Settings): Promise<NamedSource> {
  if (draft.type === 'jql') return draft;
  const [issue] = await deps.jiraAsUser.fetchIssues([draft.issue], settings);
  if (issue === undefined) throw invalid('source.issue', `Jira has no issue ${draft.issue} that you may see. Check the key.`);
  return { type: draft.type, issue };
}

/** The issue a source picks by hand; null for sources that issues join and leave by themselves. */
export const pickedIssueId = (source: NamedSource): string | null => (source.type === 'issue' ? source.issue.id : null);

async function searchAsApp(deps: Deps, jql: string, settings: Settings): Promise<readonly JiraIssue[]> {
  const { issues, truncated } = await deps.jiraAsApp.search(jql, { limit: MAX_SOURCE_ISSUES, numbers: settings });
  if (truncated) {
    throw new OkrError(
      'LIMIT',
      `This brings in more than ${MAX_SOURCE_ISSUES} issues. Narrow it down, for instance to a project, a version or a label.`,
    );
  }
  return issues;
}

/**
 * The facts of the issues a source brings, read as the app: ask who may know before. Writes nothing. Throws `INVALID` with Jira's own words
 * for a query it refuses from this person, `LIMIT` for a source that brings too much.
 */
export async function readSourceIssues(deps: Deps, source: NamedSource, settings: Settings): Promise<readonly IssueFactRecord[]> {
  const facts = (issues: readonly JiraIssue[]): readonly IssueFactRecord[] => issues.map((issue) => factOf(issue, settings, deps.now()));
  if (source.type !== 'jql')
    return facts(source.type === 'issue' ? [source.issue] : await searchAsApp(deps, childrenOf(source.issue.id), settings));
  const personal = personalFunctionIn(source.jql);
  if (personal !== null) {
    throw invalid('source.jql', `${personal}() means somebody else for each person who looks. Name the person or the issues instead.`);
  }
  try {
    await deps.jiraAsUser.searchIds(source.jql, 1);
    return facts(await searchAsApp(deps, source.jql, settings));
  } catch (error) {
    if (error instanceof JiraRejected) throw invalid('source.jql', error.message);
    throw error;
  }
}
