/** The issues behind a number: what each gives of what it weighs, what is left out and why, and what the viewer may not see. */
import Button from '@atlaskit/button/new';
import type { WorkExplanation } from '../../../src/contract/explanation';
import type { ScopeIssueView } from '../../../src/contract/okr';
import { useFormat, type Format } from '../../ui/format';
import { StatusLozenge } from '../../ui/status-lozenge';
import { IssueKeyLink } from '../../ui/issue-key-link';
import { standingInWords } from '../link/preview-words';
import { amountText, unitWords } from './amount';
import { IssueStatus } from './issue-status';
import { joinPages } from './join-pages';
import './parts.css';

export type Further = {
  readonly has: boolean;
  readonly loading: boolean;
  readonly failed: boolean;
  readonly load: () => void;
};

const IssueName = ({ issue, format }: { readonly issue: ScopeIssueView; readonly format: Format }) => {
  return (
    <>
      <IssueKeyLink className="parts__key" issueKey={issue.key} />{' '}
      <span className="parts__title" dir="auto">
        {issue.summary}
      </span>
      {issue.sharedBy > 1 && <span className="parts__note small"> · shared by {format.number(issue.sharedBy)} key results</span>}
    </>
  );
};

const CreditOfWeight = ({ credit, weight }: { readonly credit: string; readonly weight: string }) => (
  <>
    {credit} <span aria-hidden="true">/</span>
    <span className="visually-hidden">of</span> {weight}
  </>
);

type Props = {
  /** Of one explanation, from the first page on. */
  readonly pages: readonly WorkExplanation[];
  readonly further: Further;
};

export const WorkParts = ({ pages, further }: Props) => {
  const format = useFormat();
  const [first] = pages;
  if (!first || first.counts.inScope === 0) return null;
  const { rule, fieldName } = first;
  const joined = joinPages(pages);
  const amount = (value: number) => amountText(value, rule, format);
  const unlisted = [
    { ...joined.hidden, name: 'you cannot see' },
    { ...joined.further, name: 'not loaded yet' },
  ].filter(({ issues }) => issues > 0);
  return (
    <div className="parts-frame">
      <table className="parts">
        <caption className="visually-hidden">
          Issues in scope, with the credit each gives of its weight in {unitWords(rule, fieldName)}
        </caption>
        <thead>
          <tr>
            <th scope="col">Issue</th>
            <th scope="col">Status</th>
            <th scope="col" className="parts__number">
              Credit / weight
            </th>
          </tr>
        </thead>
        <tbody>
          {joined.issues.map((issue) => (
            <tr key={issue.issueId} className={issue.standing === 'counted' ? undefined : 'parts__left-out'}>
              <th scope="row">
                <IssueName issue={issue} format={format} />
              </th>
              <td>
                {issue.resolution !== null && issue.standing === 'cancelled' ? (
                  <StatusLozenge name={issue.resolution} category={issue.statusCategory} />
                ) : (
                  <IssueStatus issue={issue} />
                )}
              </td>
              <td className="parts__number">
                {issue.weight === null || issue.credit === null ? (
                  <span className="parts__why small">{standingInWords(issue.standing)}</span>
                ) : (
                  <CreditOfWeight credit={amount(issue.credit * issue.weight)} weight={amount(issue.weight)} />
                )}
              </td>
            </tr>
          ))}
          {unlisted.map(({ name, issues, weight, credit }) => (
            <tr key={name} className="parts__unlisted">
              <th scope="row" colSpan={2}>
                {format.number(issues)} {issues === 1 ? 'issue' : 'issues'} {name}
              </th>
              <td className="parts__number">
                <CreditOfWeight credit={amount(credit)} weight={amount(weight)} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              Together{rule.wanted !== null && ', of what is wanted'}
            </th>
            <td className="parts__number">
              <CreditOfWeight credit={amount(first.creditSum)} weight={amount(first.divisor)} />
            </td>
          </tr>
        </tfoot>
      </table>
      {further.has && (
        <p className="parts__more">
          <Button spacing="compact" onClick={further.load} isLoading={further.loading}>
            Show more issues
          </Button>
          {further.failed && (
            <span className="small" role="alert">
              They could not be loaded. Try again.
            </span>
          )}
        </p>
      )}
    </div>
  );
};
