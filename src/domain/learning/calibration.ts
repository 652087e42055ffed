/**
 * How well the chances that were forecast went with what came true. Of each forecast only the chance and the outcome; whose it was is not known
 * here. Source of the score: G. W. Brier, Verification of forecasts expressed in terms of probability, 1950.
 */

/** What was said, 0..1, and whether it came true. */
export type Forecasted = { readonly chance: number; readonly cameTrue: boolean };

/** Fewer say nothing about the next one. */
export const FEWEST_TO_LEARN_FROM = 10;

const outcome = ({ cameTrue }: Forecasted): number => (cameTrue ? 1 : 0);

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

export type BrierScore = {
  readonly forecasts: number;
  /** Mean of (chance − outcome)², 0 (always right and sure) to 1 (always wrong and sure). */
  readonly score: number;
  /** The same for whoever always says how often it came true: what a forecast has to be below of. */
  readonly baseScore: number;
  /** How often it came true, 0..1. */
  readonly baseRate: number;
};

/** Null below ten forecasts. */
export function brierScore(forecasts: readonly Forecasted[]): BrierScore | null {
  if (forecasts.length < FEWEST_TO_LEARN_FROM) return null;
  const baseRate = mean(forecasts.map(outcome));
  return {
    forecasts: forecasts.length,
    score: mean(forecasts.map((each) => (each.chance - outcome(each)) ** 2)),
    baseScore: baseRate * (1 - baseRate),
    baseRate,
  };
}

export type ReliabilityBin = {
  /** Chances from `from` (included) to `to` (excluded, but for 1). */
  readonly from: number;
  readonly to: number;
  readonly forecasts: number;
  /** What was said and how often it came true, as means; null in an empty bin. */
  readonly said: number | null;
  readonly cameTrue: number | null;
};

const BINS = 5;

/** Five bins of equal width, ascending; the empty ones too. */
export const reliability = (forecasts: readonly Forecasted[]): readonly ReliabilityBin[] =>
  Array.from({ length: BINS }, (_, index) => {
    const inside = forecasts.filter(({ chance }) => Math.min(BINS - 1, Math.max(0, Math.floor(chance * BINS))) === index);
    const isEmpty = inside.length === 0;
    return {
      from: index / BINS,
      to: (index + 1) / BINS,
      forecasts: inside.length,
      said: isEmpty ? null : mean(inside.map(({ chance }) => chance)),
      cameTrue: isEmpty ? null : mean(inside.map(outcome)),
    };
  });
