/**
 * Which of a key result's weeks are like those to come. With the start of a plan the work on it changes: what lies before that counts only as far as it
 * looks the same. What the weeks are of is not its business.
 */
import { outsideLimits } from './process-limits';

export type PastDays = {
  /** The last day that is over. */
  readonly endDay: string;
  /** The day from which on it was worked on: every week from then on counts, however it was. */
  readonly beginDay: string;
};

const dayMs = 86_400_000;
const weekMs = 7 * dayMs;

/** The index of the latest week in which one of the amounts is out of the ordinary; -1 without one. */
function latestOdd<T>(weeks: readonly T[], amounts: readonly ((week: T) => number)[]): number {
  return Math.max(...amounts.map((amount) => outsideLimits(weeks.map(amount)) ?? -1));
}

/**
 * The last of these weeks, which end with `endDay`, oldest first. Of those that ended before it began, none up to the last one in which an amount was
 * out of the ordinary (a backlog that is written in one week, a list that is cleared). Idle ones count like any other, unless a week since it began is
 * out of the ordinary beside them, or nothing has moved at all: then nobody worked on it yet, and none counts before the first in which anything moved.
 */
export function comparableWeeks<T>(
  weeks: readonly T[],
  amounts: readonly ((week: T) => number)[],
  { endDay, beginDay }: PastDays,
): readonly T[] {
  const begun = Math.max(0, Math.floor((Date.parse(endDay) - Date.parse(beginDay) + dayMs) / weekMs));
  const planned = Math.max(0, weeks.length - begun);
  const hasMoved = (week: T): boolean => amounts.some((amount) => amount(week) !== 0);
  let first = 0;
  let odd = latestOdd(weeks, amounts);
  for (; odd >= 0 && first + odd < planned; odd = latestOdd(weeks.slice(first), amounts)) first += odd + 1;
  if (odd < 0 && weeks.some(hasMoved)) return weeks.slice(first);
  const idle = weeks.slice(first, planned).findIndex(hasMoved);
  return weeks.slice(idle < 0 ? planned : first + idle);
}
