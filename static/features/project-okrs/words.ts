/**
 * Facts of a key result in sentences: what is left out, how it counts, where a metric is.
 * Pure; formatted numbers come in, so that every screen says the same.
 */
import type { KeyResultView, MetricView } from '../../../src/contract/okr';
import type { CountingRule, WorkCounts } from '../../../src/domain/model';
import { percentText } from '../../ui/percent';
import type { Format } from '../../ui/format';

/** `3 cancelled, 2 counted through children, 1 unestimated`; empty when nothing is left out. */
export const leftOutWords = (work: WorkCounts): string =>
  [
    [work.cancelled, 'cancelled'] as const,
    [work.throughChildren, 'counted through children'] as const,
    [work.unestimated, 'unestimated'] as const,
  ]
    .flatMap(([count, words]) => (count > 0 ? [`${count} ${words}`] : []))
    .join(', ');

const measures = { points: 'story points', estimate: 'original estimate', field: 'number field' } as const;

/** Two or three sentences: what an issue weighs, what happens to one without an estimate, what unfinished work is worth. */
export const ruleWords = (rule: CountingRule): string => {
  const weight =
    rule.weightBy === 'count'
      ? 'Every issue counts the same.'
      : `An issue weighs its ${measures[rule.weightBy]}; ${
          rule.unestimated === 'leave-out'
            ? 'one without an estimate is left out, and shown as left out.'
            : `one without an estimate weighs ${rule.unestimated}.`
        }`;
  const credit =
    rule.inProgressCredit === 0
      ? 'Only done issues give credit.'
      : `An issue in progress gives ${percentText(rule.inProgressCredit)} of its weight, a done one all of it.`;
  return `${weight} ${credit}`;
};

export const metricSpanWords = (metric: MetricView, format: Format): string =>
  `from ${format.measure(metric.start, metric.unit)} to ${format.measure(metric.target, metric.unit)}`;

/** The second line of a key result in the list; empty when there is nothing to add. */
export const noteWords = (keyResult: KeyResultView, format: Format, today: string): string => {
  if (keyResult.kind === 'metric') {
    const { current, currentDay, unit } = keyResult.metric;
    const state =
      current === null || currentDay === null ? 'no value yet' : `${format.measure(current, unit)} on ${format.day(currentDay, today)}`;
    return `${state} · ${metricSpanWords(keyResult.metric, format)}`;
  }
  if (keyResult.kind === 'band') {
    const { current, currentDay, unit, low, high } = keyResult.band;
    const state =
      current === null || currentDay === null ? 'no value yet' : `${format.measure(current, unit)} on ${format.day(currentDay, today)}`;
    return `${state} · within ${format.measure(low, unit)} to ${format.measure(high, unit)}`;
  }
  if (keyResult.kind === 'milestones') {
    const reached = keyResult.milestones.filter(({ reachedDay }) => reachedDay !== null).length;
    return `${format.number(reached)} of ${format.number(keyResult.milestones.length)} milestones reached`;
  }
  if (keyResult.work.inScope === 0) return 'no issues in scope yet';
  return leftOutWords(keyResult.work);
};
