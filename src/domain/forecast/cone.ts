/**
 * Where a key result is likely to be in each of the coming weeks: the middle of the runs of its forecast, for a chart. Draws the very weeks that
 * the forecast draws, so that what is drawn and what is said cannot differ.
 */
import { MORE_ALIKE, PLACES } from './finishing-days';
import type { Outlook } from './forecast';
import { pick, randomWord } from './random-word';
import { wholeWeeks } from './whole-weeks';

export type ConePoint = {
  /** From today. */
  readonly weeks: number;
  /** Credit that 85 % and 15 % of the runs have at least, in the unit of the rule. */
  readonly low: number;
  readonly high: number;
};

/** Enough for a line that is a pixel wide. */
const RUNS = 2_000;
const [LOW, HIGH] = [0.15, 0.85];

/** Today's point first, then one a week, `weeksAhead` of them. A run that is there stays there. */
export function coneOf(outlook: Outlook, weeksAhead: number): readonly ConePoint[] {
  const { finished, added, scale, seed } = wholeWeeks(outlook.weeks);
  const credits = Array.from({ length: weeksAhead }, () => new Float64Array(RUNS));
  const drawn = new Int32Array(weeksAhead);
  for (let run = 0; run < RUNS; run += 1) {
    let [credit, scope] = [outlook.creditSum, outlook.divisor];
    for (const [week, ofWeek] of credits.entries()) {
      const ball = pick(randomWord(seed, run * PLACES + week), finished.length + MORE_ALIKE * week);
      const index = ball < finished.length ? ball : (drawn[((ball - finished.length) / MORE_ALIKE) | 0] ?? 0);
      drawn[week] = index;
      if (credit < outlook.target * scope) {
        credit += (finished[index] ?? 0) / scale;
        scope = Math.max(0, scope + (added[index] ?? 0) / scale);
        credit = Math.min(credit, Math.max(outlook.creditSum, outlook.target * scope));
      }
      ofWeek[run] = credit;
    }
  }
  const now = { weeks: 0, low: outlook.creditSum, high: outlook.creditSum };
  return [
    now,
    ...credits.map((ofWeek, week) => {
      const ascending = ofWeek.toSorted();
      return { weeks: week + 1, low: ascending[RUNS * LOW] ?? 0, high: ascending[RUNS * HIGH] ?? 0 };
    }),
  ];
}
