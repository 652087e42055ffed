/** How issues that could be done without leave the scope: each with what brings it there, and the way to it. Changes nothing itself. */
import type { ScopeIssueView, SourceView } from '../../../src/contract/okr';
import { IssueKeyLink } from '../../ui/issue-key-link';

type Props = { readonly issues: readonly ScopeIssueView[]; readonly sources: readonly SourceView[] };

/** What would take it out. A source that brings others as well is no thing to remove for the sake of one. */
function stepWords(issue: ScopeIssueView, sources: readonly SourceView[]): string {
  const own = sources.filter(({ id }) => issue.sourceIds.includes(id));
  if (own.length > 0 && own.every(({ type }) => type === 'issue')) return 'picked by hand: remove it from the scope';
  const by = own.some(({ type }) => type === 'jql') ? 'a filter' : 'the issue above it';
  return `brought by ${by}: close it in Jira as not to be done, or change it so that it is not brought any more`;
}

export const CutSteps = ({ issues, sources }: Props) => {
  return (
    <ul className="small levers__steps" aria-label="How they leave the scope">
      {issues.map((issue) => (
        <li key={issue.issueId}>
          <IssueKeyLink issueKey={issue.key} /> {stepWords(issue, sources)}
        </li>
      ))}
    </ul>
  );
};
