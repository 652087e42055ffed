/**
 * When a key result is to be checked in on, and when it is stale: nobody has looked for longer than the cadence. Knows neither people nor
 * reminders.
 */
import { addDays } from './calendar';
import type { CycleState } from './cycle';

export type Attention = {
  readonly cycleState: CycleState;
  readonly startDay: string;
  /** The last day of its cycle. */
  readonly endDay: string;
  readonly createdDay: string;
  /** The day somebody last checked in; null before the first time. */
  readonly lastDay: string | null;
  /** All of it is reached: there is nothing to ask about. */
  readonly isDone: boolean;
};

const later = (a: string, b: string): string => (a < b ? b : a);

/**
 * The day by which the next check-in is due: one cadence (days, 1 or more) after the last one, or after the start or the writing of the key
 * result, whichever is the latest. Null where none is asked for: in a cycle that does not run, before the start, after the cycle's end, and
 * once all is reached.
 */
export function checkInDueDay(about: Attention, today: string, cadenceDays: number): string | null {
  if (about.cycleState !== 'running' || about.isDone || today < about.startDay || today > about.endDay) return null;
  const since = later(about.startDay, about.createdDay);
  return addDays(about.lastDay === null ? since : later(since, about.lastDay), cadenceDays);
}

/** True from the day after the due day on. */
export const isStale = (dueDay: string | null, today: string): boolean => dueDay !== null && today > dueDay;
