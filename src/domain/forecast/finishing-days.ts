/**
 * On which day a key result gets there, many times over: every run draws weeks of its own past until the credit is as large as the target
 * asks (Magennis, "Forecasting and Simulating Software Development Projects", 2011). Which days matter, and whether the past
 * is worth drawing from, is not its business.
 */
import type { FlowWeek } from './flow-week';
import { pick, randomWord } from './random-word';
import { wholeWeeks } from './whole-weeks';

// Looked up once: the runs ask millions of times.
const { ceil, max } = Math;

export type Course = {
  /** What there is already, in the unit of the weeks. */
  readonly creditSum: number;
  /** What it is held against; equally likely amounts, up to 4,096; one where it is known. */
  readonly divisors: readonly number[];
  /** The share of it that is wanted, above 0; 1 for all of it. */
  readonly target: number;
  /** The weeks to draw from, in any order; 1 to 500. */
  readonly weeks: readonly FlowWeek[];
  /**
   * `all-there-is`: every week there can be; each draw is like the first. `a-sample`: a few weeks that were seen, and neighbours are alike. Then a
   * week that was drawn goes back with four more of its like (an urn: Eggenberger & Pólya 1923; with one more it is Rubin's Bayesian bootstrap, 1981),
   * so that runs differ as much as quarters do. ADR 22 has what that is worth.
   */
  readonly weeksAre: 'a-sample' | 'all-there-is';
};

export type FinishingDays = {
  readonly runs: number;
  /** How many runs finish on the n-th day from today; at 0 those that are there already. Runs that do not finish are missing. */
  readonly byDay: Uint32Array;
};

export const RUNS = 10_000;
/** So many weeks like it go back with one that was drawn: thirteen weeks that were seen then say as much as about three that know nothing of each other. */
export const MORE_ALIKE = 4;
/** Ten years. */
export const MOST_WEEKS = 520;
/** Places in the sequence of chance that a run has for itself: its weeks, and one for its divisor. */
export const PLACES = 1024;
/** Units of rounding that are forgiven, half a unit for each amount that is added up; the largest week has 2^30 or more of them. */
const HAIR = 512;

/** What a run nears by in its best week, at most. */
function longestStride({ finished, added }: { readonly finished: Float64Array; readonly added: Float64Array }, target: number): number {
  return finished.reduce((longest, amount, index) => Math.max(longest, amount - target * (added[index] ?? 0) + 1), 0);
}

/**
 * Run r draws the same weeks whatever the target, the divisors, what is there already and the horizon are (common random numbers): a lower
 * target, a smaller divisor or more credit make no run finish later. Within its last week a run finishes in proportion, counted up to
 * whole days. A scope does not shrink below nothing. `horizonWeeks`: 0 to `MOST_WEEKS`.
 */
export function finishingDays(course: Course, horizonWeeks: number, runs: number = RUNS): FinishingDays {
  const whole = wholeWeeks(course.weeks);
  const { finished, added, scale, seed } = whole;
  const { target } = course;
  const count = finished.length;
  const more = course.weeksAre === 'a-sample' ? MORE_ALIKE : 0;
  const divisors = Float64Array.from(course.divisors, (divisor) => Math.round(divisor * scale));
  const creditToday = Math.round(course.creditSum * scale) + HAIR;
  const horizon = Math.min(horizonWeeks, MOST_WEEKS);
  const stride = longestStride(whole, target);
  const byDay = new Uint32Array(horizon * 7 + 1);
  const drawn = new Int32Array(horizon);
  // Asked for half a million times: bound here, since a bundler may make each use of an import a look-up.
  const [word, choose] = [randomWord, pick];

  for (let run = 0; run < runs; run += 1) {
    const firstPlace = run * PLACES;
    let scope = divisors[divisors.length === 1 ? 0 : choose(word(seed, firstPlace + MOST_WEEKS), divisors.length)] ?? 0;
    let credit = creditToday;
    let gap = ceil(target * scope) - credit;
    let day = 0;
    for (let week = 0; gap > 0 && gap <= stride * (horizon - week); week += 1) {
      const ball = choose(word(seed, firstPlace + week), count + more * week);
      const index = ball < count ? ball : (drawn[((ball - count) / MORE_ALIKE) | 0] ?? 0);
      drawn[week] = index;
      credit += finished[index] ?? 0;
      scope = max(0, scope + (added[index] ?? 0));
      const gapBefore = gap;
      gap = ceil(target * scope) - credit;
      if (gap <= 0) day = week * 7 + ceil((7 * gapBefore) / (gapBefore - gap));
    }
    if (gap <= 0) byDay[day] = (byDay[day] ?? 0) + 1;
  }
  return { runs, byDay };
}

/** The share of runs that finish within so many days from today, 0..1; below 0 days none does. */
export function chanceWithin({ runs, byDay }: FinishingDays, days: number): number {
  return byDay.subarray(0, Math.max(0, days + 1)).reduce((sum, count) => sum + count, 0) / runs;
}

/** The first day, counted from today, by which that share (above 0, up to 1) of the runs has finished; null when it is not within the horizon. */
export function dayOfChance({ runs, byDay }: FinishingDays, chance: number): number | null {
  let finished = 0;
  for (const [day, count] of byDay.entries()) {
    finished += count;
    if (finished >= chance * runs) return day;
  }
  return null;
}
