/** Chooses day after day, and remembers what was told: the inbox as the rules know it, without a store. */
import { addDays, type Calendar } from '../../../src/domain/calendar';
import { chooseReminders, type Chosen, type ReminderRules } from '../../../src/domain/reminders/choose-reminders';
import { toldKey, type Reminder, type Told } from '../../../src/domain/reminders/due-reminders';
import type { Waiting } from '../../../src/domain/reminders/waiting';

export type Sent = Reminder & { readonly day: string };

export function rememberingInbox(calendar: Calendar, rules: ReminderRules, mayBeTold: (accountId: string) => boolean = () => true) {
  const sent: Sent[] = [];
  /** By person and thing, the days on which they were told, ascending. */
  const days = new Map<string, { readonly of: Sent; readonly days: string[] }>();

  const toldBy = (today: string): readonly Told[] => {
    const weekDay = addDays(today, -6);
    return [...days.values()].map(({ of, days: told }) => ({
      accountId: of.accountId,
      type: of.type,
      subjectId: of.subjectId,
      lastDay: told.at(-1) ?? '',
      thisWeek: told.length - told.findLastIndex((day) => day < weekDay) - 1,
    }));
  };

  return {
    sent: sent as readonly Sent[],
    /** The last day a person was told of a check-in; null: never. */
    lastDay: (accountId: string, subjectId: string): string | null =>
      days.get(toldKey({ accountId, type: 'check-in', subjectId }))?.days.at(-1) ?? null,
    /** What goes out on a day; of it only the first `kept` are remembered, as if the pass had died. Default: all. */
    pass(today: string, waiting: readonly Waiting[], kept = Infinity): Chosen {
      const chosen = chooseReminders(waiting, toldBy(today), { today, calendar, rules }, mayBeTold);
      for (const reminder of chosen.reminders.slice(0, kept)) {
        const each = { ...reminder, day: today };
        sent.push(each);
        const known = days.get(toldKey(reminder)) ?? { of: each, days: [] };
        days.set(toldKey(reminder), known);
        known.days.push(today);
      }
      return chosen;
    },
  };
}
