/**
 * Which reminders are owed on a day: for each person the last rung they have reached of each thing that waits, unless they have heard of it since
 * that rung's day. So what was not sent (a day off, a pass that did not run, a cap) is owed until it is, and what was sent is owed once.
 */
import { nextWorkingDay, type Calendar } from '../calendar';
import { rungsOf, type LadderDays, type RungName } from './ladder';
import type { Waiting, WaitingType } from './waiting';

export type Reminder = {
  readonly accountId: string;
  readonly type: WaitingType;
  readonly subjectId: string;
  readonly rung: RungName;
  /** The working day from which on it has been owed. */
  readonly owedDay: string;
};

/** What a person has been told of one thing so far. */
export type Told = {
  readonly accountId: string;
  readonly type: WaitingType;
  readonly subjectId: string;
  /** The last day they were. */
  readonly lastDay: string;
  /** How many times within the last seven days, `today` included. */
  readonly thisWeek: number;
};

/** One person and one thing. */
export const toldKey = ({ accountId, type, subjectId }: Pick<Told, 'accountId' | 'type' | 'subjectId'>): string =>
  [accountId, type, subjectId].join('\n');

/** In the order of what waits, then of people as the rungs name them. */
export function dueReminders(
  waiting: readonly Waiting[],
  told: readonly Told[],
  on: { readonly today: string; readonly calendar: Calendar; readonly ladder: LadderDays },
): readonly Reminder[] {
  const lastDays = new Map(told.map((each) => [toldKey(each), each.lastDay]));
  return waiting.flatMap((each) => {
    const reached = new Map<string, Reminder>();
    for (const { name, day, accountIds } of rungsOf(each, on.ladder)) {
      const owedDay = nextWorkingDay(day, on.calendar);
      if (owedDay > on.today) continue;
      for (const accountId of accountIds)
        reached.set(accountId, { accountId, type: each.type, subjectId: each.subjectId, rung: name, owedDay });
    }
    return [...reached.values()].filter((reminder) => (lastDays.get(toldKey(reminder)) ?? '') < reminder.owedDay);
  });
}
