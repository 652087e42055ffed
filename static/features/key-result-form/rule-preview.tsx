/**
 * What another counting rule would make of the key result's issues, before anything is saved: now and then, side by side.
 * Draws an answer of the backend; computes nothing. Asks only once the typing has paused and the rule makes sense.
 */
import type { RulePreview as Preview } from '../../../src/contract/okr';
import type { CountingRule, WorkCounts } from '../../../src/domain/model';
import { ErrorState } from '../../ui/error-state';
import { useFormat, type Format } from '../../ui/format';
import { HealthLozenge } from '../../ui/health-lozenge';
import { Percent } from '../../ui/percent';
import { ProgressBar } from '../../ui/progress-bar';
import { Loading, Skeleton } from '../../ui/skeleton';
import { ProgressMove } from '../link/progress-move';
import { useSettled } from '../../ui/use-settled';
import { useRulePreview } from './queries';
import './rule-preview.css';

const typingPauseMs = 400;

const rows: readonly { readonly name: string; readonly of: (work: WorkCounts) => number }[] = [
  { name: 'Issues that count', of: ({ counted }) => counted },
  { name: 'of these done', of: ({ done }) => done },
  { name: 'of these in progress', of: ({ inProgress }) => inProgress },
  { name: 'Left out without an estimate', of: ({ unestimated }) => unestimated },
];

const sharedWords = (shared: number, format: Format): string =>
  shared === 0
    ? 'No other key result has one of these issues.'
    : `${format.number(shared)} of the issues ${shared === 1 ? 'is' : 'are'} in other key results too.`;

const Sides = ({ preview }: { readonly preview: Preview }) => {
  const format = useFormat();
  const { before, after } = preview;
  return (
    <table className="rule-preview__table">
      <thead>
        <tr>
          <td />
          <th scope="col">Now</th>
          <th scope="col">Then</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Progress</th>
          {[before, after].map((side, at) => (
            <td key={at === 0 ? 'now' : 'then'} className="rule-preview__progress">
              <Percent ratio={side.progress} />
            </td>
          ))}
        </tr>
        {rows.map(({ name, of }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="number">{format.number(of(before.work))}</td>
            <td className="number">{format.number(of(after.work))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

type Props = {
  readonly keyResultId: string;
  /** The rule as it is being written; null while it makes no sense yet, or is the one that holds. */
  readonly rule: CountingRule | null;
  readonly changed: boolean;
};

export const RulePreview = ({ keyResultId, rule, changed }: Props) => {
  const format = useFormat();
  const text = useSettled(JSON.stringify(rule), typingPauseMs);
  const settled = text === JSON.stringify(rule);
  const query = useRulePreview(keyResultId, settled ? rule : null);
  const preview = rule === null ? null : (query.data ?? null);
  const busy = rule !== null && (!settled || query.isFetching);
  return (
    <section className="rule-preview" aria-label="What the change would do" aria-busy={busy}>
      {rule === null ? (
        <p className="subtle">
          {changed
            ? 'The numbers follow once the rule is complete.'
            : 'Change the rule to see what it would make of the issues in scope. Nothing is saved until you save.'}
        </p>
      ) : query.isError && !busy ? (
        <ErrorState title="No preview" error={query.error} onRetry={() => void query.refetch()} />
      ) : preview === null ? (
        <Loading what="the preview">
          <Skeleton width="60%" />
          <Skeleton height="14px" />
          <Skeleton height="120px" />
        </Loading>
      ) : (
        <div className={busy ? 'rule-preview__sides rule-preview__sides--busy' : 'rule-preview__sides'}>
          <p role="status">{!busy && <ProgressMove preview={preview} />}</p>
          <ProgressBar progress={preview.after.progress} expected={preview.after.expected} health={preview.after.health} label="Then" />
          <HealthLozenge health={preview.after.health} />
          <Sides preview={preview} />
          <p className="small">{sharedWords(preview.sharedIssues, format)}</p>
        </div>
      )}
    </section>
  );
};
