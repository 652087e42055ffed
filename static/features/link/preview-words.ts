/**
 * What a previewed change to a scope means, in sentences. Words only: no components, no requests.
 * Counts are of issues the app sees; how many of them the viewer sees is said elsewhere.
 */
import type { ScopeIssueView, SourcePreview } from '../../../src/contract/okr';

export const issuesInWords = (count: number): string => (count === 1 ? '1 issue' : `${String(count)} issues`);

/** What adding the source brings: every outcome, also the ones that change nothing. */
export function additionInWords({ matched, joining, alreadyInScope }: SourcePreview): string {
  if (matched === 0) return 'Finds no issue now. Issues that come to match later will join by themselves.';
  if (joining === 0)
    return matched === 1
      ? 'Nothing new: this issue is in scope already.'
      : `Nothing new: all ${String(matched)} issues are in scope already.`;
  const adds = `Adds ${issuesInWords(joining)}.`;
  return alreadyInScope === 0
    ? adds
    : `${adds} ${String(alreadyInScope)} of the ${issuesInWords(matched)} found ${alreadyInScope === 1 ? 'is' : 'are'} in scope already.`;
}

/** What removing the source takes out; issues that another source brings too stay. */
export function removalInWords({ matched, leaving }: SourcePreview): string {
  if (leaving === 0)
    return matched === 0 ? 'Takes nothing out: it brings no issue now.' : 'Takes nothing out: other sources bring the same issues.';
  const takes = `Takes ${issuesInWords(leaving)} out of scope.`;
  const staying = matched - leaving;
  return staying <= 0
    ? takes
    : `${takes} ${issuesInWords(staying)} stay${staying === 1 ? 's' : ''}: other sources bring ${staying === 1 ? 'it' : 'them'} too.`;
}

/** Why an issue in scope carries no weight; null for one that counts. */
export function standingInWords(standing: ScopeIssueView['standing']): string | null {
  switch (standing) {
    case 'counted':
      return null;
    case 'through-children':
      return 'counts through its children';
    case 'cancelled':
      return 'cancelled, so out of scope';
    case 'unestimated':
      return 'no estimate, so left out';
    case 'gone':
      return 'no longer in Jira';
  }
}
