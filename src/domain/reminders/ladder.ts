/**
 * The ladder of each kind of waiting: on which day who hears of it, for the first time and again. Pure; the days may be days off, which are
 * left to due-reminders.ts.
 */
import { addDays } from '../calendar';
import type { Waiting } from './waiting';

/** Days after the day something is due (1 or more, ascending): said again, said to be stale, told to the owner of the objective. */
export type LadderDays = { readonly againDays: number; readonly staleDays: number; readonly escalateDays: number };

export const standardLadder: LadderDays = { againDays: 1, staleDays: 3, escalateDays: 7 };

export const rungNames = ['due', 'again', 'stale', 'escalated'] as const;
export type RungName = (typeof rungNames)[number];

export type Rung = { readonly name: RungName; readonly day: string; readonly accountIds: readonly string[] };

/** The rungs of one thing that waits, in the order of their days. */
export function rungsOf(waiting: Waiting, { againDays, staleDays, escalateDays }: LadderDays): readonly Rung[] {
  const rung = (name: RungName, day: string, ...people: readonly (readonly string[])[]): Rung => ({
    name,
    day,
    accountIds: [...new Set(people.flat())],
  });
  switch (waiting.type) {
    case 'check-in': {
      const { dueDay, ownerIds, contributorIds, objectiveOwnerIds } = waiting;
      return [
        rung('due', dueDay, ownerIds),
        rung('again', addDays(dueDay, againDays), ownerIds),
        rung('stale', addDays(dueDay, staleDays), ownerIds, contributorIds),
        rung('escalated', addDays(dueDay, escalateDays), objectiveOwnerIds),
      ];
    }
    case 'blocker': {
      const { sinceDay, ownerIds, objectiveOwnerIds } = waiting;
      return [
        rung('due', addDays(sinceDay, escalateDays), ownerIds, objectiveOwnerIds),
        rung('escalated', addDays(sinceDay, 2 * escalateDays), objectiveOwnerIds),
      ];
    }
    case 'contribution': {
      const { askedDay, answererIds, objectiveOwnerIds } = waiting;
      return [
        rung('due', askedDay, answererIds),
        rung('again', addDays(askedDay, staleDays), answererIds),
        rung('escalated', addDays(askedDay, escalateDays), answererIds, objectiveOwnerIds),
      ];
    }
    case 'vote': {
      const { askedDay, lastDay, voterIds } = waiting;
      const dayBefore = addDays(lastDay, -1);
      return [rung('due', askedDay, voterIds), ...(dayBefore > askedDay ? [rung('again', dayBefore, voterIds)] : [])];
    }
    case 'cycle-end': {
      const { endDay, adminIds } = waiting;
      return [rung('due', addDays(endDay, againDays), adminIds), rung('again', addDays(endDay, escalateDays), adminIds)];
    }
  }
}
