/**
 * Rounds the parts of a whole to one decimal so that the rounded parts add up to the rounded whole (largest remainders).
 * For display only; what is stored and rolled up stays unrounded.
 */

/** 0.285 × 10 is 2.8499999999999996, and should still round up. */
const hair = 1e-9;

const roundedTenths = (value: number): number => Math.floor(value * 10 + 0.5 + hair);

/** In the order of `parts`; each differs from its part by less than 0.1. The sum is that of `parts`, rounded half up. */
export function inTenths(parts: readonly number[]): readonly number[] {
  const floors = parts.map((part) => Math.floor(part * 10 + hair));
  const whole = roundedTenths(parts.reduce((sum, part) => sum + part, 0));
  const missing = whole - floors.reduce((sum, tenth) => sum + tenth, 0);
  const byRemainder = parts
    .map((part, at) => ({ at, remainder: part * 10 - (floors[at] ?? 0) }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at);
  const raised = new Set(byRemainder.slice(0, Math.max(0, missing)).map(({ at }) => at));
  return floors.map((tenth, at) => (tenth + (raised.has(at) ? 1 : 0)) / 10);
}
