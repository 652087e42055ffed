/** How a key result stands, in one line: health, number, expectation, value, owner, dates, and as of when. */
import type { KeyResultDetails, KeyResultView } from '../../../src/contract/okr';
import { AsOf } from '../../ui/as-of';
import { useFormat, type Format } from '../../ui/format';
import { HealthLozenge } from '../../ui/health-lozenge';
import { percentText } from '../../ui/percent';
import { Person } from '../../ui/person';
import { ForecastLine } from '../forecast/forecast-line';
import { metricSpanWords } from '../project-okrs/words';

/** `3.3 s, from 4.2 s to 1.8 s`; null where no value measures it. */
const valueWords = (keyResult: KeyResultView, format: Format): string | null => {
  if (keyResult.kind === 'metric') {
    const { current, unit } = keyResult.metric;
    return `${current === null ? 'no value yet' : format.measure(current, unit)}, ${metricSpanWords(keyResult.metric, format)}`;
  }
  if (keyResult.kind === 'band') {
    const { current, unit, low, high } = keyResult.band;
    return `${current === null ? 'no value yet' : format.measure(current, unit)}, within ${format.measure(low, unit)} to ${format.measure(high, unit)}`;
  }
  return null;
};

type Props = {
  readonly details: KeyResultDetails;
  readonly live: boolean;
  readonly stale: boolean;
};

export const KeyResultState = ({ details: { keyResult, objective, today }, live, stale }: Props) => {
  const format = useFormat();
  const value = valueWords(keyResult, format);
  const overdue = keyResult.dueDay < today && keyResult.health !== 'done';
  return (
    <div className="key-result-state">
      <HealthLozenge health={keyResult.health} because={keyResult.healthBecause} />
      {(keyResult.progress !== null || keyResult.health !== 'not-measured') && (
        <span>
          <b className="number">{percentText(keyResult.progress)}</b>
          {keyResult.progress !== null && keyResult.expected !== null && (
            <span className="subtle number"> expected {percentText(keyResult.expected)}</span>
          )}
        </span>
      )}
      <ForecastLine keyResult={keyResult} today={today} />
      {value !== null && <span className="number">{value}</span>}
      <Person accountId={keyResult.ownerAccountId} withName />
      <span className="subtle">
        {format.days(keyResult.startDay, keyResult.dueDay)}
        {overdue && <b className="key-result-state__overdue"> overdue</b>}
        {keyResult.weight !== 1 && `, weighs ${format.number(keyResult.weight)} in ${objective.key}`}
      </span>
      <AsOf asOf={keyResult.asOf} live={live} stale={stale} />
    </div>
  );
};
