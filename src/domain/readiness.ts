/**
 * Whether a cycle is ready to begin: what has to be settled before people keep it, each with whether it is and what is missing. Counts come from
 * whoever asks, who decides what of it a person may know; the words and the ways to mend it belong to the screen.
 */
import { encloses } from './cycle';
import { radarThresholds } from './radar/thresholds';

/** The radar's limits as they come with the app: most objectives of the company and of a project, fewest and most key results of an objective. */
export const readinessLimits: Pick<
  typeof radarThresholds,
  'companyObjectives' | 'projectObjectives' | 'fewestKeyResults' | 'mostKeyResults'
> = radarThresholds;

type Span = { readonly startDay: string; readonly endDay: string };

export type ReadinessFacts = {
  readonly cycle: Span & { readonly themes: readonly string[]; readonly hasCapacity: boolean };
  /** Other cycles that are not closed. */
  readonly otherSpans: readonly Span[];
  /** The one that ended last before this begins; null: it is the first. `ungraded`: live objectives nobody has graded. */
  readonly previous: { readonly isClosed: boolean; readonly ungraded: number } | null;
  /** Live objectives of the company itself, and of each project that has any. */
  readonly companyObjectives: number;
  readonly projectObjectives: readonly number[];
  /** Of each live objective of the cycle, at whatever level, how many live key results it has. */
  readonly keyResults: readonly number[];
};

const readinessChecks = [
  'dates',
  'themes',
  'previous-closed',
  'previous-graded',
  'company-objectives',
  'project-objectives',
  'key-results',
  'capacity',
] as const;
export type ReadinessCheck = (typeof readinessChecks)[number];

/** `not-asked`: there is nothing it could be about, and it counts for nothing. */
export type ReadinessState = 'done' | 'missing' | 'not-asked';

export type Readiness = {
  /** In the order in which one goes about it. */
  readonly checks: readonly { readonly check: ReadinessCheck; readonly state: ReadinessState }[];
  readonly done: number;
  /** How many are asked. */
  readonly asked: number;
  /** 0..1, done ÷ asked. */
  readonly share: number;
};

/** Both have days of the other, and neither lies in the other: work would count in two cycles that do not nest. */
export const overlapsPartly = (one: Span, other: Span): boolean =>
  one.startDay <= other.endDay && other.startDay <= one.endDay && !encloses(one, other) && !encloses(other, one);

export const hasFittingKeyResults = (keyResults: number): boolean =>
  keyResults >= readinessLimits.fewestKeyResults && keyResults <= readinessLimits.mostKeyResults;

const stateOf = (isDone: boolean): ReadinessState => (isDone ? 'done' : 'missing');

/** Objectives and key results are missing, rather than not asked, while there are none: a cycle without any is not ready. */
export function readinessOf(facts: ReadinessFacts): Readiness {
  const { cycle, previous, companyObjectives, projectObjectives, keyResults } = facts;
  const states: Readonly<Record<ReadinessCheck, ReadinessState>> = {
    dates: stateOf(cycle.startDay <= cycle.endDay && !facts.otherSpans.some((other) => overlapsPartly(cycle, other))),
    themes: stateOf(cycle.themes.length > 0),
    'previous-closed': previous === null ? 'not-asked' : stateOf(previous.isClosed),
    'previous-graded': previous === null ? 'not-asked' : stateOf(previous.ungraded === 0),
    'company-objectives': companyObjectives === 0 ? 'not-asked' : stateOf(companyObjectives <= readinessLimits.companyObjectives),
    'project-objectives':
      projectObjectives.length === 0
        ? 'not-asked'
        : stateOf(projectObjectives.every((count) => count <= readinessLimits.projectObjectives)),
    'key-results': stateOf(keyResults.length > 0 && keyResults.every(hasFittingKeyResults)),
    capacity: stateOf(cycle.hasCapacity),
  };
  const checks = readinessChecks.map((check) => ({ check, state: states[check] }));
  const asked = checks.filter(({ state }) => state !== 'not-asked').length;
  const done = checks.filter(({ state }) => state === 'done').length;
  return { checks, done, asked, share: done / asked };
}
