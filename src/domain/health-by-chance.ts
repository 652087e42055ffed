/**
 * The health of a key result that has a forecast: from its chance of getting there by the due day. Without one, the pace decides as ever. Who is
 * done, not started or not measured is so whatever a forecast says.
 */
import { healthOf, paceThresholds, type PaceThresholds } from './health';
import type { Health } from './model';

export type ChanceThresholds = {
  /** The least chance that is on track, 0..1. */
  readonly onTrack: number;
  /** The least chance that is at risk; below it is off track. */
  readonly atRisk: number;
};

export const chanceThresholds: ChanceThresholds = { onTrack: 0.7, atRisk: 0.4 };

/** `chance`: 0..1, null without a forecast. The grace at the start is the pace's alone: a forecast knows what it says. */
export function healthByChance(
  input: Parameters<typeof healthOf>[0] & { readonly chance: number | null },
  thresholds: { readonly pace: PaceThresholds; readonly chance: ChanceThresholds } = { pace: paceThresholds, chance: chanceThresholds },
): Health {
  const byPace = healthOf(input, thresholds.pace);
  if (input.chance === null || byPace === 'done' || byPace === 'not-started' || byPace === 'not-measured') return byPace;
  if (input.chance >= thresholds.chance.onTrack) return 'on-track';
  return input.chance >= thresholds.chance.atRisk ? 'at-risk' : 'off-track';
}
