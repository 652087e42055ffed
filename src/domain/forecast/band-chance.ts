/**
 * How likely a band holds. A band has no way to go, only a place to stay in: so not the changes of its value are looked at but the values
 * themselves, and a steady one is expected to be where it has been. Does not know where the values come from.
 */
import { LEAST_WEEKS } from './forecast';
import { outsideLimits } from './process-limits';

export type BandChance =
  /** That the value of a week lies within the band, 0..1 without either end; in how many of how many weeks it did. */
  | { readonly kind: 'holds'; readonly chance: number; readonly inside: number; readonly weeks: number }
  | { readonly kind: 'not-enough-data'; readonly weeks: number }
  | { readonly kind: 'unstable'; readonly weeksAgo: number; readonly what: 'value' };

/**
 * (weeks inside + 1) ÷ (weeks + 2), Laplace's rule of succession: a few weeks are no proof. `values`: one a week, oldest first, the last ones that
 * count. The edges are within the band.
 */
export function bandChance(band: { readonly low: number; readonly high: number }, values: readonly number[]): BandChance {
  if (values.length < LEAST_WEEKS) return { kind: 'not-enough-data', weeks: values.length };
  const outside = outsideLimits(values);
  if (outside !== null) return { kind: 'unstable', weeksAgo: values.length - 1 - outside, what: 'value' };
  const inside = values.filter((value) => value >= band.low && value <= band.high).length;
  return { kind: 'holds', chance: (inside + 1) / (values.length + 2), inside, weeks: values.length };
}
