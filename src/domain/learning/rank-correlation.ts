/**
 * Whether two things go up together: Spearman's rank correlation. Ranks, because confidence, grades and strength are orders rather than amounts. Says
 * nothing about causes.
 */
import { FEWEST_TO_LEARN_FROM } from './calibration';

type Pair = readonly [one: number, other: number];

export type RankCorrelation = {
  readonly pairs: number;
  /** −1..1; null: below ten pairs, or one of the two never varies. */
  readonly rho: number | null;
};

/** The mean rank of what is equal, from 1; O(n log n). */
function ranksOf(values: readonly number[]): readonly number[] {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const ranks = new Array<number>(values.length).fill(0);
  for (let start = 0; start < order.length;) {
    let end = start;
    while (end + 1 < order.length && order[end + 1]?.value === order[start]?.value) end += 1;
    for (let at = start; at <= end; at += 1) ranks[order[at]?.index ?? 0] = (start + end) / 2 + 1;
    start = end + 1;
  }
  return ranks;
}

export function rankCorrelation(pairs: readonly Pair[]): RankCorrelation {
  if (pairs.length < FEWEST_TO_LEARN_FROM) return { pairs: pairs.length, rho: null };
  const [ones, others] = [ranksOf(pairs.map(([one]) => one)), ranksOf(pairs.map(([, other]) => other))];
  // Mean ranks keep the mean of all ranks where it is without ties.
  const middle = (pairs.length + 1) / 2;
  const sum = (of: (index: number) => number): number => pairs.reduce((total, _, index) => total + of(index), 0);
  const from = (ranks: readonly number[], index: number): number => (ranks[index] ?? middle) - middle;
  const together = sum((index) => from(ones, index) * from(others, index));
  const spread = Math.sqrt(sum((index) => from(ones, index) ** 2) * sum((index) => from(others, index) ** 2));
  return { pairs: pairs.length, rho: spread === 0 ? null : together / spread };
}
