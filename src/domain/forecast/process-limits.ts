/**
 * The limits within which a steady process varies by chance: the XmR chart of individual values and moving ranges (Shewhart 1931; Wheeler,
 * "Understanding Variation", 1993). A past with a value outside of them is more than one process, and says nothing about the next week.
 */

export type ProcessLimits = { readonly low: number; readonly high: number };

/** 3 ÷ d2 for ranges of two values: d2 is 1.128. */
const WHEELER = 2.66;

/** Sums come in another order on the other side of a comparison: a value on a limit is within it. */
const hair = 1e-9;

/** Mean ± 2.66 × the mean of the ranges between neighbours. Null for fewer than two values: there is no range. */
export function processLimits(values: readonly number[]): ProcessLimits | null {
  if (values.length < 2) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let ranges = 0;
  for (const [index, value] of values.entries()) {
    const before = values[index - 1];
    if (before !== undefined) ranges += Math.abs(value - before);
  }
  const reach = (WHEELER * ranges) / (values.length - 1);
  return { low: mean - reach, high: mean + reach };
}

/** The index of the latest value outside of the limits of all of them; null when there is none. In order of time. */
export function outsideLimits(values: readonly number[]): number | null {
  const limits = processLimits(values);
  if (limits === null) return null;
  const slack = hair * Math.max(1, ...values.map(Math.abs));
  const index = values.findLastIndex((value) => value < limits.low - slack || value > limits.high + slack);
  return index < 0 ? null : index;
}
