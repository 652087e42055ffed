/**
 * Which of the owed reminders go out today: at most one a person and subject a day, at most so many a person within any seven days, what has been
 * owed longest first. What is held back stays owed, and is counted. Deterministic; running again after half of it was sent chooses the other half.
 */
import { isWorkingDay, type Calendar } from '../calendar';
import { dueReminders, type Reminder, type Told } from './due-reminders';
import type { LadderDays } from './ladder';
import { waitingTypes, type Waiting } from './waiting';

export type ReminderRules = {
  readonly ladder: LadderDays;
  /** The most reminders a person gets within any seven days. */
  readonly perWeek: number;
};

export type Chosen = {
  /** By person, then in the order in which they matter. */
  readonly reminders: readonly Reminder[];
  /** How many things each person is not told of today although they are owed, where there are any. */
  readonly heldBack: ReadonlyMap<string, number>;
};

const nothing: Chosen = { reminders: [], heldBack: new Map() };

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

const byUrgency = (a: Reminder, b: Reminder): number =>
  compare(a.accountId, b.accountId) ||
  compare(a.owedDay, b.owedDay) ||
  compare(waitingTypes.indexOf(a.type), waitingTypes.indexOf(b.type)) ||
  compare(a.subjectId, b.subjectId);

const subjectKey = ({ accountId, subjectId }: Pick<Told, 'accountId' | 'subjectId'>): string => `${accountId}\n${subjectId}`;

/** Nothing at all on a day off. `mayBeTold`: who is told anything. */
export function chooseReminders(
  waiting: readonly Waiting[],
  told: readonly Told[],
  on: { readonly today: string; readonly calendar: Calendar; readonly rules: ReminderRules },
  mayBeTold: (accountId: string) => boolean,
): Chosen {
  const { today, calendar, rules } = on;
  if (!isWorkingDay(today, calendar)) return nothing;
  const owed = dueReminders(waiting, told, { today, calendar, ladder: rules.ladder }).filter(({ accountId }) => mayBeTold(accountId));
  const heardToday = new Set(told.filter(({ lastDay }) => lastDay === today).map(subjectKey));
  const thisWeek = new Map<string, number>();
  for (const each of told) thisWeek.set(each.accountId, (thisWeek.get(each.accountId) ?? 0) + each.thisWeek);

  const reminders: Reminder[] = [];
  const heldBack = new Map<string, number>();
  for (const reminder of owed.toSorted(byUrgency)) {
    const { accountId } = reminder;
    // The other thing about the same subject is for tomorrow: the person is looking at it already.
    if (heardToday.has(subjectKey(reminder))) continue;
    heardToday.add(subjectKey(reminder));
    const sent = thisWeek.get(accountId) ?? 0;
    if (sent < rules.perWeek) {
      thisWeek.set(accountId, sent + 1);
      reminders.push(reminder);
    } else heldBack.set(accountId, (heldBack.get(accountId) ?? 0) + 1);
  }
  return { reminders, heldBack };
}
