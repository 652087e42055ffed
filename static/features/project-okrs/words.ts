/**
 * Facts of a key result in sentences: what is left out, where a metric is.
 * Pure; formatted numbers come in, so that every screen says the same.
 */
import type { KeyResultView, MetricView } from '../../../src/contract/okr';
import type { WorkCounts } from '../../../src/domain/model';
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
