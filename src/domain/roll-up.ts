/**
 * The progress of an objective from its parts.
 * A part is a weight and a progress; whether it is a key result or an aligned objective does not matter here.
 */

type RollUp = {
  /** Unrounded, and unclamped as the parts are; null when not measured. */
  readonly progress: number | null;
  /** How many parts carry a number, out of `total`: "3 of 4 measured". */
  readonly measured: number;
  readonly total: number;
};

/** The mean of the measured parts by weight (0 or more). Null when no part is measured, or the weights of those that are sum to 0. */
export function rollUp(parts: readonly { readonly weight: number; readonly progress: number | null }[]): RollUp {
  let measured = 0;
  let weightSum = 0;
  let progressSum = 0;
  for (const { weight, progress } of parts) {
    if (progress === null) continue;
    measured += 1;
    weightSum += weight;
    progressSum += weight * progress;
  }
  return { progress: weightSum > 0 ? progressSum / weightSum : null, measured, total: parts.length };
}
