/**
 * The one place where a ratio becomes a number to show. Everything before it is unrounded, so parents and children cannot drift apart.
 * Makes a whole number only; the words and the `%` around it belong to the screen.
 */

/** 0.285 × 100 is 28.499999999999996, and 0.285 should still round up. */
const hair = 1e-9;

/**
 * Whole percent, 0..100, rounded half up; null stays null (not measured).
 * 0 means nothing and 100 means everything: a ratio between 0 and 1, both excluded, shows as 1 to 99 however close it is to an end.
 */
export function percentOf(ratio: number | null): number | null {
  if (ratio === null || Number.isNaN(ratio)) return null;
  if (ratio <= 0) return 0;
  if (ratio >= 1) return 100;
  return Math.min(99, Math.max(1, Math.floor(ratio * 100 + 0.5 + hair)));
}
