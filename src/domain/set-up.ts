/**
 * How a cycle is set up, read in one place: what is not settled about it, how many objectives a place can keep, and how many key results an objective.
 * Whoever prepares a cycle (readiness.ts) and the radar (radar/planned.ts) ask here, so that they cannot disagree. Says nothing of what that is worth.
 */
import type { Level } from './home';
import type { RadarThresholds } from './radar/thresholds';

/** The limits of the site for what can be kept in a cycle. */
export type SetUpLimits = Pick<RadarThresholds, 'companyObjectives' | 'projectObjectives' | 'fewestKeyResults' | 'mostKeyResults'>;

export type SetUp = {
  readonly hasThemes: boolean;
  /** Somebody has looked at what people can do in it. */
  readonly capacityLookedAt: boolean;
  /** The cycle before it; null: there is none. `ungraded`: live objectives nobody has graded. */
  readonly previous: { readonly isClosed: boolean; readonly ungraded: number } | null;
};

export type SetUpMatter = 'themes' | 'previous-closed' | 'previous-graded' | 'capacity';

/** What is not settled. Where there is no cycle before, nothing about one is. */
export function openMatters({ hasThemes, capacityLookedAt, previous }: SetUp): ReadonlySet<SetUpMatter> {
  const open = (matter: SetUpMatter, isOpen: boolean): readonly SetUpMatter[] => (isOpen ? [matter] : []);
  return new Set([
    ...open('themes', !hasThemes),
    ...open('previous-closed', previous !== null && !previous.isClosed),
    ...open('previous-graded', previous !== null && previous.ungraded > 0),
    ...open('capacity', !capacityLookedAt),
  ]);
}

/** The most objectives a place of this level can keep: a group as many as the company. */
export const mostObjectives = (level: Level, limits: SetUpLimits): number =>
  level === 'project' ? limits.projectObjectives : limits.companyObjectives;

/** Whether so many key results tell of an objective, and can be kept. */
export function keyResultsFit(keyResults: number, limits: SetUpLimits): 'few' | 'fit' | 'many' {
  if (keyResults < limits.fewestKeyResults) return 'few';
  return keyResults > limits.mostKeyResults ? 'many' : 'fit';
}
