/** The progress of a `milestones` key result: what has been reached, by weight. */
import type { Milestone } from './model';

/** Σ weight of the reached ÷ Σ weight, 0..1. Null (not measured) without milestones, or when the weights sum to 0. */
export function milestonesProgress(milestones: readonly Pick<Milestone, 'weight' | 'reachedDay'>[]): number | null {
  let reached = 0;
  let all = 0;
  for (const { weight, reachedDay } of milestones) {
    all += weight;
    if (reachedDay !== null) reached += weight;
  }
  return all > 0 ? reached / all : null;
}
