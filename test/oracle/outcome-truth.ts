/** Values and what they are worth: metric, band, milestones and roll-up, straight from docs/progress.md, with exact numbers. */
import { dividedBy, exact, isLess, isZero, minus, one, plus, sum, times, zero, type Exact } from './exact';

export function metricTruth(start: number, target: number, value: Exact | null): Exact | null {
  const way = minus(exact(target), exact(start));
  return value === null || isZero(way) ? null : dividedBy(minus(value, exact(start)), way);
}

/** 1 inside, edges included; outside it falls by the distance to the nearer edge, in widths of the band, and never below 0. */
export function bandTruth(low: number, high: number, value: Exact | null): Exact | null {
  if (value === null || low > high) return null;
  const below = minus(exact(low), value);
  const above = minus(value, exact(high));
  const distance = isLess(zero, below) ? below : isLess(zero, above) ? above : zero;
  if (isZero(distance)) return one;
  const width = minus(exact(high), exact(low));
  if (isZero(width)) return zero;
  const left = minus(one, dividedBy(distance, width));
  return isLess(left, zero) ? zero : left;
}

export function milestonesTruth(milestones: readonly { readonly weight: number; readonly reachedDay: string | null }[]): Exact | null {
  const all = sum(milestones.map(({ weight }) => exact(weight)));
  const reached = sum(milestones.filter(({ reachedDay }) => reachedDay !== null).map(({ weight }) => exact(weight)));
  return isZero(all) ? null : dividedBy(reached, all);
}

export type Part = { readonly weight: number; readonly progress: Exact | null };
export type RollUpTruth = { readonly progress: Exact | null; readonly measured: number; readonly total: number };

export function rollUpTruth(parts: readonly Part[]): RollUpTruth {
  let weights = zero;
  let progress = zero;
  let measured = 0;
  for (const part of parts) {
    if (part.progress === null) continue;
    measured += 1;
    weights = plus(weights, exact(part.weight));
    progress = plus(progress, times(exact(part.weight), part.progress));
  }
  return { progress: isZero(weights) ? null : dividedBy(progress, weights), measured, total: parts.length };
}
