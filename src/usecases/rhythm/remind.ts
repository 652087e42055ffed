/**
 * Once a day, what people are reminded of goes into their inboxes, and on the first working day of a week the digest. The items are the commit; that
 * the day is done is noted after them. A run that dies in between is run again by the next hour, and what is there already counts as told. About
 * ten SQL requests whatever the number of people, and one Jira call for a hundred of them.
 */
import { addDays, isWorkingDay, mondayOf, nextWorkingDay } from '../../domain/calendar';
import { chooseReminders } from '../../domain/reminders/choose-reminders';
import type { Reminder } from '../../domain/reminders/due-reminders';
import type { Waiting, WaitingType } from '../../domain/reminders/waiting';
import type { NewInboxItem } from '../../store/inbox';
import type { PeopleToTell } from '../../store/reminders';
import type { AppDeps } from '../deps';
import { settingsOf } from '../settings/settings';
import { siteDayOf, type SiteDay } from '../site-day';
import { writeFacts } from './facts';
import { whatWaits } from './what-waits';

/** The note of the last day that was done. */
const REMINDED_ON = 'reminded-on';
/** What is older is removed. */
const KEPT_DAYS = 90;

const subjectTypes: Readonly<Record<WaitingType, NewInboxItem['subjectType']>> = {
  vote: 'vote-round',
  'cycle-end': 'cycle',
  'check-in': 'key-result',
  blocker: 'key-result',
  contribution: 'objective',
};

/** The day from which on it has waited. */
function sinceDayOf(waiting: Waiting): string {
  switch (waiting.type) {
    case 'check-in':
      return waiting.dueDay;
    case 'blocker':
      return waiting.sinceDay;
    case 'contribution':
    case 'vote':
      return waiting.askedDay;
    case 'cycle-end':
      return waiting.endDay;
  }
}

type Item = Omit<NewInboxItem, 'id' | 'day' | 'createdAt' | 'readAt'> & { readonly isQuiet?: true };

const waitingKey = ({ type, subjectId }: Pick<Reminder, 'type' | 'subjectId'>): string => `${type} ${subjectId}`;

async function reminderItems(deps: AppDeps, on: SiteDay, people: PeopleToTell, frame: Frame): Promise<readonly Item[]> {
  const { isOn, perWeek, ...ladder } = frame.rules;
  if (!isOn) return [];
  const waiting = await whatWaits(deps, { cycles: frame.cycles, on, people, blockerDays: ladder.escalateDays });
  const told = await deps.store.inbox.listTold(addDays(on.today, -6));
  const chosen = chooseReminders(
    waiting,
    told,
    { today: on.today, calendar: on.calendar, rules: { ladder, perWeek } },
    (accountId) => !people.inactiveIds.has(accountId) && !people.withoutReminders.has(accountId),
  );
  const since = new Map(waiting.map((each) => [waitingKey(each), sinceDayOf(each)]));
  return [
    ...chosen.reminders.map((reminder): Item => ({
      accountId: reminder.accountId,
      type: reminder.type,
      subjectType: subjectTypes[reminder.type],
      subjectId: reminder.subjectId,
      facts: writeFacts({ rung: reminder.rung, sinceDay: since.get(waitingKey(reminder)) ?? on.today, count: 0 }),
    })),
    ...[...chosen.heldBack].map(([accountId, count]): Item => ({
      accountId,
      type: 'more',
      subjectType: 'person',
      subjectId: '',
      facts: writeFacts({ rung: 'due', sinceDay: on.today, count }),
      isQuiet: true,
    })),
  ];
}

/** On the first working day of a week, for everybody who has something to do with a running cycle. */
async function digestItems(deps: AppDeps, on: SiteDay, people: PeopleToTell, frame: Frame): Promise<readonly Item[]> {
  if (!frame.rules.digest || on.today !== nextWorkingDay(mondayOf(on.today), on.calendar)) return [];
  const involved = await deps.store.reminders.listInvolved(on.today);
  return involved
    .filter((accountId) => !people.inactiveIds.has(accountId) && !people.withoutDigest.has(accountId))
    .map((accountId) => ({
      accountId,
      type: 'week',
      subjectType: 'person',
      subjectId: '',
      facts: writeFacts({ rung: 'due', sinceDay: on.today, count: 0 }),
    }));
}

type Frame = Awaited<ReturnType<typeof frameOf>>;

async function frameOf(deps: AppDeps) {
  const { cycles, settings } = await deps.store.siteFrame.read();
  return {
    cycles,
    on: siteDayOf(settings, deps.now()),
    rules: settingsOf(settings).reminders.value,
    doneOn: settings.get(REMINDED_ON)?.value ?? null,
  };
}

export async function remind(deps: AppDeps): Promise<void> {
  const frame = await frameOf(deps);
  const { on } = frame;
  if (frame.doneOn === on.today) return;
  if (isWorkingDay(on.today, on.calendar)) {
    const people = await deps.store.reminders.listPeople();
    const items = [...(await reminderItems(deps, on, people, frame)), ...(await digestItems(deps, on, people, frame))];
    const active = await deps.jiraAsApp.activeAccounts([...new Set(items.map(({ accountId }) => accountId))]);
    const at = deps.now();
    await deps.store.inbox.add(
      items
        .filter(({ accountId }) => active.has(accountId))
        .map(({ isQuiet, ...item }) => ({ ...item, id: deps.newId(), day: on.today, createdAt: at, readAt: isQuiet ? at : null })),
    );
  }
  await deps.store.inbox.removeBefore(deps.now() - KEPT_DAYS * 86_400_000);
  await deps.store.settings.write(REMINDED_ON, on.today);
}
