/**
 * The health of what has a forecast: from its chance of getting there by the due day. Without one, the pace decides as ever. What is done, not
 * started or not measured is so whatever a forecast says.
 */
import { healthOf, paceThresholds, type PaceThresholds } from './health';
import type { Health } from './model';

export type HealthThresholds = PaceThresholds & {
  /** The least chance that is on track, 0..1. */
  readonly chanceOnTrack: number;
  /** The least chance that is at risk; below it is off track. */
  readonly chanceAtRisk: number;
};

export const healthThresholds: HealthThresholds = { ...paceThresholds, chanceOnTrack: 0.7, chanceAtRisk: 0.4 };

/** Whether a forecast has a say in it. */
const isJudged = (health: Health): boolean => health === 'on-track' || health === 'at-risk' || health === 'off-track';

/** `chance`: 0..1, null without a forecast. The grace at the start is the pace's alone: a forecast knows what it says. */
export function healthByChance(
  input: Parameters<typeof healthOf>[0] & { readonly chance: number | null },
  thresholds: HealthThresholds = healthThresholds,
): Health {
  const byPace = healthOf(input, thresholds);
  if (input.chance === null || !isJudged(byPace)) return byPace;
  if (input.chance >= thresholds.chanceOnTrack) return 'on-track';
  return input.chance >= thresholds.chanceAtRisk ? 'at-risk' : 'off-track';
}

/** What a health stands for where there is no chance: the middle of the chances that have it. Null: nothing. */
function middleOf(health: Health, { chanceOnTrack, chanceAtRisk }: HealthThresholds): number | null {
  switch (health) {
    case 'done':
      return 1;
    case 'on-track':
      return (1 + chanceOnTrack) / 2;
    case 'at-risk':
      return (chanceOnTrack + chanceAtRisk) / 2;
    case 'off-track':
      return chanceAtRisk / 2;
    case 'not-started':
    case 'not-measured':
      return null;
  }
}

/**
 * The share of these parts, by weight, that can be expected to get there, 0..1: the mean of their chances. A part without one stands with the middle
 * of its health, one that is done with 1; one that is not started or not measured is left out. Null where none has a chance, or all weigh nothing:
 * then the pace decides.
 */
export function meanChance(
  parts: readonly { readonly weight: number; readonly chance: number | null; readonly computedHealth: Health }[],
  thresholds: HealthThresholds = healthThresholds,
): number | null {
  const judged = parts.flatMap(({ weight, chance, computedHealth }) => {
    const middle = middleOf(computedHealth, thresholds);
    if (middle === null) return [];
    const isByChance = chance !== null && isJudged(computedHealth);
    return [{ weight, isByChance, chance: isByChance ? chance : middle }];
  });
  const weights = judged.reduce((sum, { weight }) => sum + weight, 0);
  if (weights <= 0 || !judged.some(({ isByChance }) => isByChance)) return null;
  return judged.reduce((sum, { weight, chance }) => sum + weight * chance, 0) / weights;
}
