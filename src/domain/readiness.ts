/**
 * Whether a cycle is ready to begin: what has to be settled before people keep it, each with whether it is and what is missing. Counts come from
 * whoever asks, who decides what of it a person may know; the words and the ways to mend it belong to the screen.
 */
import { encloses } from './cycle';
import type { Level } from './home';
import { keyResultsFit, mostObjectives, openMatters, type SetUp, type SetUpLimits, type SetUpMatter } from './set-up';

type Span = { readonly startDay: string; readonly endDay: string };

export type ReadinessFacts = {
  readonly cycle: Span;
  /** Other cycles that are not closed. */
  readonly otherSpans: readonly Span[];
  readonly setUp: SetUp;
  /** Of each place that has live objectives, how many. */
  readonly places: readonly { readonly level: Level; readonly objectives: number }[];
  /** Of each live objective of the cycle, at whatever level, how many live key results it has. */
  readonly keyResults: readonly number[];
};

const readinessChecks = [
  'dates',
  'themes',
  'previous-closed',
  'previous-graded',
  'company-objectives',
  'group-objectives',
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

const stateOf = (isDone: boolean): ReadinessState => (isDone ? 'done' : 'missing');

/** Objectives and key results are missing, rather than not asked, while there are none: a cycle without any is not ready. */
export function readinessOf({ cycle, otherSpans, setUp, places, keyResults }: ReadinessFacts, limits: SetUpLimits): Readiness {
  const open = openMatters(setUp);
  const matter = (of: SetUpMatter): ReadinessState => stateOf(!open.has(of));
  const few = (level: Level): ReadinessState => {
    const alike = places.filter((place) => place.level === level);
    return alike.length === 0 ? 'not-asked' : stateOf(alike.every(({ objectives }) => objectives <= mostObjectives(level, limits)));
  };
  const states: Readonly<Record<ReadinessCheck, ReadinessState>> = {
    dates: stateOf(cycle.startDay <= cycle.endDay && !otherSpans.some((other) => overlapsPartly(cycle, other))),
    themes: matter('themes'),
    'previous-closed': setUp.previous === null ? 'not-asked' : matter('previous-closed'),
    'previous-graded': setUp.previous === null ? 'not-asked' : matter('previous-graded'),
    'company-objectives': few('company'),
    'group-objectives': few('group'),
    'project-objectives': few('project'),
    'key-results': stateOf(keyResults.length > 0 && keyResults.every((count) => keyResultsFit(count, limits) === 'fit')),
    capacity: matter('capacity'),
  };
  const checks = readinessChecks.map((check) => ({ check, state: states[check] }));
  const asked = checks.filter(({ state }) => state !== 'not-asked').length;
  const done = checks.filter(({ state }) => state === 'done').length;
  return { checks, done, asked, share: done / asked };
}
