/**
 * From what a person typed (an issue, a parent, a query) to the issues it brings. The person must be able to see a named issue, and Jira
 * must accept the query from them; which issues count is then asked as the app, so that progress is the same for everyone.
 */
import type { SourceDraft } from '../contract/okr';
import { JiraRejected } from '../jira/jira-error';
import { personalFunctionIn } from '../jira/jql';
import type { JiraIssue } from '../jira/jira-issue';
import type { IssueFactRecord } from '../store/issue-facts';
import type { Deps } from './deps';
import { factOf } from './issue-facts';
import { invalid, OkrError } from './okr-error';
import type { Settings } from './settings';

export const MAX_SOURCE_ISSUES = 5000;

export type ResolvedSource = {
  readonly of: { readonly type: 'issue' | 'children'; readonly issueId: string } | { readonly type: 'jql'; readonly jql: string };
  readonly facts: readonly IssueFactRecord[];
};

export const childrenOf = (issueId: string): string => `parent = ${issueId}`;

async function namedIssue(deps: Deps, issue: string, settings: Settings): Promise<JiraIssue> {
  const [found] = await deps.jiraAsUser.fetchIssues([issue], settings.pointsFieldIds);
  if (found === undefined) throw invalid('source.issue', `Jira has no issue ${issue} that you may see. Check the key.`);
  return found;
}

async function searchAsApp(deps: Deps, jql: string, settings: Settings): Promise<readonly JiraIssue[]> {
  const { issues, truncated } = await deps.jiraAsApp.search(jql, { limit: MAX_SOURCE_ISSUES, pointsFieldIds: settings.pointsFieldIds });
  if (truncated) {
    throw new OkrError(
      'LIMIT',
      `This brings in more than ${MAX_SOURCE_ISSUES} issues. Narrow it down, for instance to a project, a version or a label.`,
    );
  }
  return issues;
}

/** Writes nothing. Throws `INVALID` with Jira's own words for a query it refuses, `LIMIT` for one that finds too much. */
export async function resolveSource(deps: Deps, draft: SourceDraft, settings: Settings): Promise<ResolvedSource> {
  const facts = (issues: readonly JiraIssue[]): readonly IssueFactRecord[] => issues.map((issue) => factOf(issue, settings, deps.now()));
  if (draft.type === 'issue') {
    const issue = await namedIssue(deps, draft.issue, settings);
    return { of: { type: 'issue', issueId: issue.id }, facts: facts([issue]) };
  }
  if (draft.type === 'children') {
    const parent = await namedIssue(deps, draft.issue, settings);
    return { of: { type: 'children', issueId: parent.id }, facts: facts(await searchAsApp(deps, childrenOf(parent.id), settings)) };
  }
  const personal = personalFunctionIn(draft.jql);
  if (personal !== null) {
    throw invalid('source.jql', `${personal}() means somebody else for each person who looks. Name the person or the issues instead.`);
  }
  try {
    await deps.jiraAsUser.searchIds(draft.jql, 1);
    return { of: { type: 'jql', jql: draft.jql }, facts: facts(await searchAsApp(deps, draft.jql, settings)) };
  } catch (error) {
    if (error instanceof JiraRejected) throw invalid('source.jql', error.message);
    throw error;
  }
}
