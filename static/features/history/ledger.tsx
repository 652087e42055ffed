/** What was planned and what became of it: how the scope grew, which issues came and went, and every change of the plan with its reason. */
import type { LedgerEntry, PlanChange, ScopeLedger } from '../../../src/contract/history';
import { isDay } from '../../../src/domain/calendar';
import type { CountingRule } from '../../../src/domain/model';
import { ErrorState } from '../../ui/error-state';
import { useFormat, type Format } from '../../ui/format';
import { percentText } from '../../ui/percent';
import { Person } from '../../ui/person';
import { Loading, Skeleton } from '../../ui/skeleton';
import { IssueKeyLink } from '../../ui/issue-key-link';
import { amountText, unitWords } from '../explain/amount';
import './ledger.css';
import { useLedger } from './queries';

const By = ({ accountId }: { readonly accountId: string | null }) =>
  accountId === null ? <>–</> : <Person accountId={accountId} withName />;

const issuesText = (count: number, format: Format): string => `${format.number(count)} ${count === 1 ? 'issue' : 'issues'}`;

/** `grew by 20 %`, `shrank by 5 %`. */
const growthWords = (growth: number): string =>
  growth === 0 ? 'is as large as it was' : `${growth > 0 ? 'grew' : 'shrank'} by ${percentText(Math.abs(growth))}`;

const Growth = ({ ledger, rule }: { readonly ledger: ScopeLedger; readonly rule: CountingRule }) => {
  const format = useFormat();
  const { baseline, now, growth, entered, left } = ledger;
  if (baseline === null) {
    return (
      <p className="subtle">
        The scope is frozen once the key result has begun and has had a source for a whole day. What changes after that is kept here.
      </p>
    );
  }
  const amount = (value: number) => amountText(value, rule, format);
  const unit = rule.weightBy === 'estimate' ? '' : ` ${unitWords(rule, null)}`;
  return (
    <>
      {entered + left === 0 && growth === 0 ? (
        <p>
          The scope is what it was when it was frozen on {format.day(baseline.day)}: {amount(now.weight)}
          {unit}.
        </p>
      ) : (
        <p>
          Since {format.day(baseline.day)} the scope {growth === null ? 'has changed' : growthWords(growth)}: from {amount(baseline.weight)}{' '}
          to {amount(now.weight)}
          {unit}
          {entered + left > 0 && `; ${issuesText(entered, format)} came, ${format.number(left)} left`}.
        </p>
      )}
      {baseline.progress !== null && <p className="subtle">Of what was planned, {percentText(baseline.progress)} is done.</p>}
    </>
  );
};

const Entry = ({ entry, format }: { readonly entry: LedgerEntry; readonly format: Format }) => {
  const { issue, way, at, byAccountId } = entry;
  return (
    <tr>
      <td className="ledger__when number">{format.instant(at)}</td>
      <td className="ledger__way">
        <span aria-hidden="true">{way === 'entered' ? '+' : '−'}</span> {way === 'entered' ? 'came' : 'left'}
      </td>
      <th scope="row">
        {issue === null ? (
          <span className="subtle">an issue you cannot see</span>
        ) : (
          <>
            <IssueKeyLink className="parts__key" issueKey={issue.key} /> <bdi>{issue.summary}</bdi>
          </>
        )}
      </th>
      <td>
        <By accountId={byAccountId} />
      </td>
    </tr>
  );
};

const Entries = ({ ledger }: { readonly ledger: ScopeLedger }) => {
  const format = useFormat();
  if (ledger.entries.length === 0) return null;
  return (
    <div className="ledger__scroll" tabIndex={0} role="region" aria-label="Issues that came and went">
      <table className="ledger__table">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Scope</th>
            <th scope="col">Issue</th>
            <th scope="col">By</th>
          </tr>
        </thead>
        <tbody>
          {ledger.entries.map((entry) => (
            <Entry key={`${entry.issue?.issueId ?? ''} ${entry.way} ${entry.at}`} entry={entry} format={format} />
          ))}
        </tbody>
      </table>
      {ledger.moreEntries > 0 && <p className="small">{format.number(ledger.moreEntries)} older ones are not listed.</p>}
    </div>
  );
};

/** Days are written as a person writes them; everything else is text already. */
const readable = (text: string, format: Format): string => (isDay(text) ? format.day(text) : text);

/** `due day: 31 Dec → 15 Jan`; what was not there before or is not there any more is said in words. */
const FieldChangeText = ({ field, before, after }: PlanChange['fields'][number]) => {
  const format = useFormat();
  return (
    <>
      {field}:{' '}
      {before === null ? (
        <>
          added <bdi>{after === null ? '' : readable(after, format)}</bdi>
        </>
      ) : after === null ? (
        <>
          removed <bdi>{readable(before, format)}</bdi>
        </>
      ) : (
        <>
          <bdi>{readable(before, format)}</bdi> <span aria-hidden="true">→</span>
          <span className="visually-hidden">to</span> <bdi>{readable(after, format)}</bdi>
        </>
      )}
    </>
  );
};

const Changes = ({ changes }: { readonly changes: readonly PlanChange[] }) => {
  const format = useFormat();
  if (changes.length === 0) return <p className="subtle">The plan has not been changed.</p>;
  return (
    <ol className="ledger__changes" aria-label="Changes of the plan">
      {changes.map(({ id, at, byAccountId, reason, fields }) => (
        <li key={id}>
          <p className="small ledger__who">
            <span className="number">{format.instant(at)}</span> <By accountId={byAccountId} />
          </p>
          <ul>
            {fields.map((change) => (
              <li key={change.field}>
                <FieldChangeText {...change} />
              </li>
            ))}
          </ul>
          {reason !== null && (
            <p className="subtle" dir="auto">
              “{reason}”
            </p>
          )}
        </li>
      ))}
    </ol>
  );
};

type Props = {
  readonly keyResultId: string;
  /** How its issues are counted; null: it has none and can have none. */
  readonly rule: CountingRule | null;
};

export const Ledger = ({ keyResultId, rule }: Props) => {
  const query = useLedger(keyResultId);
  if (!query.data) {
    return query.isError ? (
      <ErrorState title="The record could not be loaded" error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Loading what="the record">
        <Skeleton height="96px" />
      </Loading>
    );
  }
  return (
    <div className="ledger">
      {rule && (
        <>
          <Growth ledger={query.data} rule={rule} />
          <Entries ledger={query.data} />
          <h3 className="ledger__heading">Changes of the plan</h3>
        </>
      )}
      <Changes changes={query.data.changes} />
    </div>
  );
};
