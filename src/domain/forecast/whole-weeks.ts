/**
 * The weeks of a flow in whole units and in one order, so that a forecast adds up integers: the same result on every machine, whichever order
 * the weeks come in and whatever the unit of the weights is.
 */
import type { FlowWeek } from './flow-week';
import { seedOf } from './random-word';

export type WholeWeeks = {
  readonly finished: Float64Array;
  readonly added: Float64Array;
  /** Units per unit of the counting rule: a power of two, so that scaling is exact and only what is no multiple of a unit is rounded. */
  readonly scale: number;
  readonly seed: number;
};

/** The largest weekly amount takes 31 bits; that leaves 22 of a double's 53 for adding up and multiplying by days. */
const LARGEST = 2 ** 30;
/** Amounts so small that they would need more are nothing. */
const MOST_SCALE = 2 ** 600;

function scaleFor(weeks: readonly FlowWeek[]): number {
  const largest = Math.max(0, ...weeks.flatMap(({ finished, added }) => [Math.abs(finished), Math.abs(added)]));
  if (largest === 0) return LARGEST;
  let scale = 1;
  while (largest * scale < LARGEST && scale < MOST_SCALE) scale *= 2;
  while (largest * scale >= LARGEST * 2) scale /= 2;
  return scale;
}

/** Ascending by what was finished, then by what was added. Amounts have to be finite. */
export function wholeWeeks(weeks: readonly FlowWeek[]): WholeWeeks {
  const scale = scaleFor(weeks);
  const whole = weeks
    .map(({ finished, added }) => ({ finished: Math.round(finished * scale), added: Math.round(added * scale) }))
    .sort((a, b) => a.finished - b.finished || a.added - b.added);
  const finished = Float64Array.from(whole, (week) => week.finished);
  const added = Float64Array.from(whole, (week) => week.added);
  return { finished, added, scale, seed: seedOf(whole.flatMap((week) => [week.finished, week.added])) };
}
