/** The cards above the list: progress of the set, key results by health, coverage, check-ins. Draws what `summary.ts` computed. */
import type { ReactNode } from 'react';
import type { Health } from '../../../src/domain/model';
import { healthWords } from '../../ui/health-lozenge';
import { percentText } from '../../ui/percent';
import { ProgressBar } from '../../ui/progress-bar';
import { useFormat } from '../../ui/format';
import { PercentButton } from '../explain/percent-button';
import type { Summary } from './summary';
import './summary-cards.css';

/** Best first, so that the bar reads like the progress bars below it. */
const order: readonly Health[] = ['done', 'on-track', 'at-risk', 'off-track', 'not-started', 'not-measured'];

const HealthBar = ({ summary }: { readonly summary: Summary }) => {
  const parts = order.flatMap((health) => {
    const count = summary.byHealth.get(health) ?? 0;
    return count > 0 ? [{ health, count }] : [];
  });
  return (
    <>
      <div className="health-bar" aria-hidden="true">
        {parts.map(({ health, count }) => (
          <span key={health} className={`health-bar__part health-${health}`} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul className="health-bar__legend">
        {parts.map(({ health, count }) => (
          <li key={health} className={`number health-${health}`}>
            <span className="health-bar__shape" aria-hidden="true">
              {healthWords[health].shape}
            </span>{' '}
            {count} {healthWords[health].word.toLowerCase()}
          </li>
        ))}
      </ul>
    </>
  );
};

const CheckIns = ({ attention, today }: { readonly attention: Summary['attention']; readonly today: string }) => {
  const format = useFormat();
  const { asked, checkedIn, stale, staleSince } = attention;
  if (asked === 0) return <p className="subtle">None are asked for now</p>;
  return (
    <>
      <p className="summary-card__line">
        <span className="summary-card__number">
          {format.number(checkedIn)} / {format.number(asked)}
        </span>
        <span className="subtle">key {asked === 1 ? 'result' : 'results'}</span>
      </p>
      <p className="small">
        {staleSince === null ? 'None is stale' : `${format.number(stale)} stale, the longest since ${format.day(staleSince, today)}`}
      </p>
    </>
  );
};

const WorkLine = ({ work }: { readonly work: Summary['work'] }) => {
  const format = useFormat();
  return (
    <p className="small">
      {format.number(work.done)} of {format.number(work.counted)} counted {work.counted === 1 ? 'issue' : 'issues'} done
      {work.leftOut > 0 && (
        <span title="Cancelled, unestimated or counted through their children"> · {format.number(work.leftOut)} left out</span>
      )}
    </p>
  );
};

type Props = {
  readonly summary: Summary;
  readonly today: string;
  /** Opens the explanation of the whole set. */
  readonly onExplain: () => void;
  /** The card of coverage, which asks for its own. */
  readonly coverage: ReactNode;
};

export const SummaryCards = ({ summary, today, onExplain, coverage }: Props) => {
  const { set, work } = summary;
  return (
    <div className="summary-cards">
      <section className="summary-card" aria-labelledby="summary-progress">
        <h2 id="summary-progress" className="summary-card__title">
          Progress
        </h2>
        {set.progress === null ? (
          <p className="subtle">Not measured yet</p>
        ) : (
          <>
            <p className="summary-card__line">
              <span className="summary-card__number">
                <PercentButton ratio={set.progress} of="all objectives" onClick={onExplain} />
              </span>
              {set.expected !== null && <span className="subtle">expected {percentText(set.expected)}</span>}
            </p>
            <div className="summary-card__bar">
              <ProgressBar progress={set.progress} expected={set.expected} health={set.health} label="Progress of all objectives" />
            </div>
          </>
        )}
        {set.measured < set.total && (
          <p className="small">
            {set.measured} of {set.total} objectives measured
          </p>
        )}
        {work.counted > 0 && <WorkLine work={work} />}
      </section>
      <section className="summary-card" aria-labelledby="summary-key-results">
        <h2 id="summary-key-results" className="summary-card__title">
          Key results
        </h2>
        {summary.keyResults === 0 ? <p className="subtle">None yet</p> : <HealthBar summary={summary} />}
      </section>
      {coverage}
      <section className="summary-card" aria-labelledby="summary-check-ins">
        <h2 id="summary-check-ins" className="summary-card__title">
          Check-ins this week
        </h2>
        <CheckIns attention={summary.attention} today={today} />
      </section>
    </div>
  );
};
