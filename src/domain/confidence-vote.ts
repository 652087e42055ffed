/**
 * What a round of confidence votes says once it is closed: how sure people are on average, and how far they lie apart. Votes come without names, and
 * too few of them are not shown at all: with one or two it would be plain whose they are. docs/progress.md has the rule with examples.
 */
/** Votes are whole numbers from 0 (we will not reach it) to this (we surely will). */
export const MOST_CONFIDENT = 10;
/** With fewer votes only their number is told. */
export const FEWEST_SHOWN = 3;

export type VoteOutcome =
  | { readonly type: 'too-few' }
  | {
      readonly type: 'shown';
      /** 0..10, unrounded. */
      readonly mean: number;
      readonly lowest: number;
      readonly highest: number;
      /** highest − lowest. */
      readonly spread: number;
      /** They lie so far apart that they should talk about it. */
      readonly isApart: boolean;
    };

/** Votes in any order. Lying `apart` or more from each other, people know different things: they should talk. */
export function outcomeOf(confidences: readonly number[], apart: number): VoteOutcome {
  if (confidences.length < FEWEST_SHOWN) return { type: 'too-few' };
  const [lowest, highest] = [Math.min(...confidences), Math.max(...confidences)];
  const mean = confidences.reduce((sum, each) => sum + each, 0) / confidences.length;
  return { type: 'shown', mean, lowest, highest, spread: highest - lowest, isApart: highest - lowest >= apart };
}
