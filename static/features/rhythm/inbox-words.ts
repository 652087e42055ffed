/** What an item of the inbox says, as a sentence of facts. Pure; days come formatted, so that every screen says the same. */
import type { InboxAbout, InboxItem } from '../../../src/contract/rhythm';

/** The order of a day: what somebody waits for with a date first, what only informs last. */
const order: readonly InboxAbout['type'][] = ['week', 'vote', 'cycle-end', 'check-in', 'blocker', 'contribution', 'more'];

const placeOf = ({ about, isDone }: InboxItem): number =>
  (isDone ? order.length : 0) + (about === null ? order.length : order.indexOf(about.type));

export type InboxDay = { readonly day: string; readonly items: readonly InboxItem[] };

/** The days in the order in which they come; of each day what is open first. */
export const daysOf = (items: readonly InboxItem[]): readonly InboxDay[] => {
  const days = new Map<string, InboxItem[]>();
  for (const item of items) days.set(item.day, [...(days.get(item.day) ?? []), item]);
  return [...days].map(([day, ofDay]) => ({ day, items: ofDay.toSorted((a, b) => placeOf(a) - placeOf(b)) }));
};

type Thing = { readonly key: string; readonly title: string };
const named = ({ key, title }: Thing): string => `${key} ${title}`;

function checkInWords(
  { rung, dueDay, keyResult }: Extract<InboxAbout, { readonly type: 'check-in' }>,
  day: (day: string) => string,
): string {
  const name = named(keyResult);
  switch (rung) {
    case 'due':
      return `Check in on ${name}: it was due on ${day(dueDay)}.`;
    case 'again':
      return `Check in on ${name}: it has been due since ${day(dueDay)}.`;
    case 'stale':
      return `${name} is stale: nobody has checked in since it was due on ${day(dueDay)}.`;
    case 'escalated':
      return `Nobody has checked in on ${name} since it was due on ${day(dueDay)}. Its objective is yours.`;
  }
}

/** `day` formats a day; `item.about` may not be seen where it is null. */
export function inboxWords({ about, day: itemDay }: Pick<InboxItem, 'about' | 'day'>, day: (day: string) => string): string {
  if (about === null) return 'About something that is gone, or that you may not see any more.';
  switch (about.type) {
    case 'check-in':
      return about.rung === 'due' && about.dueDay === itemDay
        ? `Check in on ${named(about.keyResult)}: it is due that day.`
        : checkInWords(about, day);
    case 'blocker':
      return `Something has stood in the way of ${named(about.keyResult)} since ${day(about.sinceDay)}.`;
    case 'contribution':
      return `${named(about.objective)} wants to support ${named(about.parent)}, and has waited for an answer since ${day(about.askedDay)}.`;
    case 'vote':
      return `Say how confident you are of ${named(about.objective)}. Votes are taken through ${day(about.lastDay)}.`;
    case 'cycle-end':
      return `${about.cycle.name} ended on ${day(about.cycle.endDay)} and is not closed.`;
    case 'week':
      return 'Your week: what moved, what is due, what is at risk.';
    case 'more':
      return about.count === 1
        ? '1 more thing was due than you were told of.'
        : `${about.count} more things were due than you were told of.`;
  }
}
