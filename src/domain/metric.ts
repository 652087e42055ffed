/**
 * The progress of a `metric` key result: how far its value has come from start to target, upwards or downwards.
 * Does not know where the value comes from.
 */

/**
 * (current − start) ÷ (target − start): below 0 when the value has moved away from the target, above 1 beyond it; unrounded.
 * Null (not measured) without a current value, or when start and target are the same number: there is no way to go.
 */
export function metricProgress(goal: { readonly start: number; readonly target: number }, current: number | null): number | null {
  const way = goal.target - goal.start;
  if (current === null || way === 0) return null;
  // `+ 0` turns the −0 of a decrease that has not begun into 0.
  return (current - goal.start) / way + 0;
}
