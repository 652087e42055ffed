/** The issues behind a key result's number: what each weighs and gives, what is left out and why. Titles as the viewer may see them. */
import Button from '@atlaskit/button/new';
import type { ScopeIssueView } from '../../../src/contract/okr';
import { useHost } from '../../host';
import { percentText } from '../../ui/percent';
import { useFormat, type Format } from '../../ui/format';
import { StatusLozenge } from '../../ui/status-lozenge';
import { standingInWords } from '../link/preview-words';
import './scope-issues.css';

type Props = {
  readonly issues: readonly ScopeIssueView[];
  /** Among the pages loaded so far. */
  readonly hidden: number;
  readonly total: number;
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  readonly onMore: () => void;
};

const effect = (issue: ScopeIssueView, format: Format): string => {
  const standing = standingInWords(issue.standing);
  if (standing !== null) return standing;
  if (issue.weight === null || issue.credit === null) return '';
  const weight = `weighs ${format.number(issue.weight)}`;
  return issue.credit === 0 || issue.credit === 1 ? weight : `${weight}, ${percentText(issue.credit)} credit`;
};

export const ScopeIssues = ({ issues, hidden, total, hasMore, loadingMore, onMore }: Props) => {
  const { openIssue } = useHost();
  const format = useFormat();
  return (
    <>
      <ul className="scope-issues" aria-label="Issues in scope">
        {issues.map((issue) => (
          <li key={issue.issueId} className={issue.standing === 'counted' ? 'scope-issue' : 'scope-issue scope-issue--left-out'}>
            <a
              className="scope-issue__key"
              href={`/browse/${issue.key}`}
              onClick={(event) => {
                // The frame must stay: Jira opens the issue around it.
                event.preventDefault();
                openIssue(issue.key);
              }}
            >
              {issue.key}
            </a>
            <span className="scope-issue__summary" dir="auto" title={issue.summary}>
              {issue.summary}
            </span>
            <span className="scope-issue__effect small">{effect(issue, format)}</span>
            <StatusLozenge
              name={issue.resolution !== null && issue.standing === 'cancelled' ? issue.resolution : issue.statusName}
              category={issue.statusCategory}
            />
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <p className="small">
          {format.number(hidden)} you cannot see: Jira does not show {hidden === 1 ? 'it' : 'them'} to you.{' '}
          {hidden === 1 ? 'It counts' : 'They count'} by the same rule.
        </p>
      )}
      {hasMore && (
        <Button onClick={onMore} isLoading={loadingMore}>
          {`Show more (${format.number(total - issues.length - hidden)} left)`}
        </Button>
      )}
    </>
  );
};
