/** The inbox: its bell, its sentences, what an item opens, and what one chooses to be told. */
import { screen, waitFor, within } from '@testing-library/react';
import type { Input } from '../../../src/contract/api';
import type { Inbox, InboxAbout, InboxItem, MyWeek, WeekKeyResult } from '../../../src/contract/rhythm';
import { ApiError } from '../../../static/api-error';
import { InboxBell } from '../../../static/features/rhythm/inbox-bell';
import { daysOf, inboxWords } from '../../../static/features/rhythm/inbox-words';
import { people, today, work } from '../project-okrs/sample-okrs';
import { createFakeHost, type Answers } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';

const keyResult = { id: 'kr-31', key: 'KR-31', title: 'Seconds to pay', ownerAccountId: 'jan' };
const objective = { id: 'o-7', key: 'O-7', title: 'A quick checkout' };
const dueCheckIn: InboxAbout = { type: 'check-in', rung: 'again', dueDay: '2026-11-20', keyResult, objective };

const item = (id: string, about: InboxAbout | null, over: Partial<InboxItem> = {}): InboxItem => ({
  id,
  day: today,
  isRead: false,
  isDone: false,
  about,
  ...over,
});

const inbox = (items: readonly InboxItem[], over: Partial<Inbox> = {}): Inbox => ({
  today,
  items,
  nextCursor: null,
  choice: { reminders: true, digest: true, version: 0 },
  site: { reminders: true, digest: true },
  ...over,
});

const left: string[] = [];
const bell = (answers: Answers, onOpenCycles: (() => void) | null = null) => {
  left.splice(0);
  const host = createFakeHost({ markRead: () => null, ...answers }, { people });
  const screenOf = (
    <InboxBell
      wanted
      onOpenObjective={(id) => left.push(`objective ${id}`)}
      onOpenCheckIns={() => left.push('check-ins')}
      onOpenCycles={onOpenCycles}
    />
  );
  return { host, ...renderScreen(screenOf, host) };
};

const openInbox = async (user: ReturnType<typeof bell>['user']) => {
  await user.click(await screen.findByRole('button', { name: /^Inbox/ }));
  return within(await screen.findByRole('dialog', { name: 'Inbox' }));
};

describe('the words', () => {
  const day = (text: string) => text;
  it.each<[InboxAbout | null, string]>([
    [{ ...dueCheckIn, rung: 'due', dueDay: today }, 'Check in on KR-31 Seconds to pay: it is due that day.'],
    [{ ...dueCheckIn, rung: 'due' }, 'Check in on KR-31 Seconds to pay: it was due on 2026-11-20.'],
    [dueCheckIn, 'Check in on KR-31 Seconds to pay: it has been due since 2026-11-20.'],
    [{ ...dueCheckIn, rung: 'stale' }, 'KR-31 Seconds to pay is stale: nobody has checked in since it was due on 2026-11-20.'],
    [
      { ...dueCheckIn, rung: 'escalated' },
      'Nobody has checked in on KR-31 Seconds to pay since it was due on 2026-11-20. Its objective is yours.',
    ],
    [
      { type: 'blocker', sinceDay: '2026-11-12', keyResult, objective },
      'Something has stood in the way of KR-31 Seconds to pay since 2026-11-12.',
    ],
    [
      {
        type: 'contribution',
        askedDay: '2026-11-12',
        objective,
        parent: { id: 'o-1', key: 'O-1', title: 'Above', home: { level: 'company' } },
      },
      'O-7 A quick checkout wants to support O-1 Above, and has waited for an answer since 2026-11-12.',
    ],
    [
      { type: 'vote', lastDay: '2026-11-27', objective },
      'Say how confident you are of O-7 A quick checkout. Votes are taken through 2026-11-27.',
    ],
    [{ type: 'cycle-end', cycle: { id: 'q3', name: 'Q3 2026', endDay: '2026-09-30' } }, 'Q3 2026 ended on 2026-09-30 and is not closed.'],
    [{ type: 'week' }, 'Your week: what moved, what is due, what is at risk.'],
    [{ type: 'more', count: 1 }, '1 more thing was due than you were told of.'],
    [{ type: 'more', count: 4 }, '4 more things were due than you were told of.'],
    [null, 'About something that is gone, or that you may not see any more.'],
  ])('say what waits: %j', (about, words) => expect(inboxWords({ about, day: today }, day)).toBe(words));

  it('are grouped by day, what is open before what is done', () => {
    const done = item('a', dueCheckIn, { isDone: true });
    const [more, week] = [item('b', { type: 'more', count: 2 }), item('c', { type: 'week' })];
    const older = item('d', null, { day: '2026-11-20' });
    expect(daysOf([done, more, week, older])).toEqual([
      { day: today, items: [week, more, done] },
      { day: '2026-11-20', items: [older] },
    ]);
  });
});

describe('the bell', () => {
  it('says how much is new, and nothing where nothing is', async () => {
    bell({ countUnread: () => ({ unread: 3 }) });
    expect(await screen.findByRole('button', { name: 'Inbox, 3 new' })).toBeInTheDocument();
  });

  it('opens an empty inbox that says what will be there', async () => {
    const { user } = bell({ getInbox: () => inbox([]) });
    const dialog = await openInbox(user);
    expect(await dialog.findByText('Nothing waits for you')).toBeInTheDocument();
  });

  it('offers another try when the inbox could not be loaded', async () => {
    let fails = true;
    const { user } = bell({
      getInbox: () => {
        if (fails) throw new ApiError({ code: 'INTERNAL', message: 'Something went wrong on our side.' });
        return inbox([]);
      },
    });
    const dialog = await openInbox(user);
    fails = false;
    await user.click(await dialog.findByRole('button', { name: 'Retry' }));
    expect(await dialog.findByText('Nothing waits for you')).toBeInTheDocument();
  });
});

describe('an item', () => {
  it('opens the check-in in place, is read by that, and leads back when it is confirmed', async () => {
    const sent: Input<'checkIn'>[] = [];
    let isDone = false;
    const due = { ...work('KR-31', 'Seconds to pay'), id: 'kr-31' };
    const none = { named: [], total: 0, hidden: 0 };
    const { user, host } = bell({
      getInbox: () => inbox([item('one', dueCheckIn, { isDone })]),
      prepareCheckIn: () => ({
        keyResult: due,
        objective,
        last: null,
        since: '2026-11-15T10:00:00.000Z',
        closed: none,
        added: none,
        slipped: none,
        isPartial: false,
      }),
      checkIn: (input) => {
        sent.push(input);
        isDone = true;
        return due;
      },
    });
    const dialog = await openInbox(user);
    await user.click(await dialog.findByRole('button', { name: /^New: Check in on KR-31/ }));
    await user.type(await screen.findByRole('textbox', { name: 'Why, in one line' }), 'Reviews are done{Enter}');
    expect(await screen.findByText('Done')).toBeInTheDocument();
    expect(sent).toEqual([{ id: expect.any(String), keyResultId: 'kr-31', words: 'Reviews are done' }]);
    expect(host.calls).toContainEqual({ name: 'markRead', input: { ids: ['one'] } });
  });

  it('leads to what lives elsewhere on the page or beside it', async () => {
    const contribution = (home: Extract<InboxAbout, { type: 'contribution' }>['parent']['home']): InboxAbout => ({
      type: 'contribution',
      askedDay: today,
      objective,
      parent: { id: 'o-1', key: 'O-1', title: 'Above', home },
    });
    const { user, host } = bell({
      getInbox: () =>
        inbox([
          item('a', { type: 'vote', lastDay: '2026-11-27', objective }, { isRead: true }),
          item('b', contribution({ level: 'project', projectId: '10000' }), { isRead: true }),
          item('c', { ...contribution({ level: 'company' }), objective: { ...objective, key: 'O-8' } } as InboxAbout, { isRead: true }),
          item('d', { type: 'cycle-end', cycle: { id: 'q3', name: 'Q3 2026', endDay: '2026-09-30' } }, { isRead: true }),
        ]),
    });
    for (const name of [/^Say how confident/, /^O-7 A quick checkout wants/, /^O-8 .* wants/, /^Q3 2026 ended/]) {
      const dialog = await openInbox(user);
      await user.click(await dialog.findByRole('button', { name }));
    }
    expect(left).toEqual(['objective o-7', 'check-ins']);
    expect(host.openedOkrs).toEqual([
      { projectKey: null, search: '?view=check-ins' },
      { projectKey: null, search: '?view=settings' },
    ]);
  });

  it('that may not be seen any more opens nothing and names nothing', async () => {
    const { user } = bell({ getInbox: () => inbox([item('a', null, { isDone: true })]) });
    const dialog = await openInbox(user);
    expect(await dialog.findByText(/may not see any more/)).toBeInTheDocument();
    expect(dialog.queryByRole('button', { name: /may not see/ })).not.toBeInTheDocument();
  });

  it('is marked as read, one or all', async () => {
    let isRead = false;
    const { user, host } = bell({
      getInbox: () => inbox([item('one', dueCheckIn, { isRead })]),
      markRead: () => {
        isRead = true;
        return null;
      },
    });
    const dialog = await openInbox(user);
    await user.click(await dialog.findByRole('button', { name: 'Mark all as read' }));
    await waitFor(() => expect(dialog.queryByRole('button', { name: /Mark/ })).not.toBeInTheDocument());
    expect(host.calls).toContainEqual({ name: 'markRead', input: {} });
  });
});

describe('the choices', () => {
  it('are saved as they are made, and say what the site has switched off', async () => {
    let choice = { reminders: true, digest: true, version: 0 };
    const { user } = bell({
      getInbox: () => inbox([], { choice, site: { reminders: true, digest: false } }),
      choosePersonally: (input) => (choice = { ...input, version: input.version + 1 }),
    });
    const dialog = await openInbox(user);
    expect(await dialog.findByText('The weekly digest is switched off for everybody.')).toBeInTheDocument();
    await user.click(dialog.getByRole('checkbox', { name: 'Remind me of what waits for me' }));
    await waitFor(() => expect(choice).toEqual({ reminders: false, digest: true, version: 1 }));
    await waitFor(() => expect(dialog.getByRole('checkbox', { name: 'Remind me of what waits for me' })).not.toBeChecked());
  });
});

describe('the week', () => {
  const line = (key: string, over: Partial<WeekKeyResult>): WeekKeyResult => ({
    id: key.toLowerCase(),
    key,
    title: `Title of ${key}`,
    ownerAccountId: 'me',
    objectiveId: 'o-7',
    from: 0.4,
    to: 0.4,
    healthFrom: 'on-track',
    health: 'on-track',
    dueDay: '2026-12-01',
    isStale: false,
    said: [],
    ...over,
  });
  const week = (keyResults: readonly WeekKeyResult[], unanswered = 0): MyWeek => ({
    fromDay: '2026-11-16',
    toDay: '2026-11-22',
    unanswered,
    objectives: [{ ...objective, ownerAccountId: 'me', from: 0.4, to: 0.5, health: 'on-track', keyResults }],
  });
  const openWeek = async (answer: MyWeek) => {
    const { user, host } = bell({
      getInbox: () => inbox([item('w', { type: 'week' }, { day: '2026-11-23', isRead: true })]),
      getMyWeek: () => answer,
    });
    const dialog = await openInbox(user);
    await user.click(await dialog.findByRole('button', { name: /^Your week/ }));
    return { user, host, dialog: within(await screen.findByRole('dialog', { name: 'Your week' })) };
  };

  it('asks for the seven days before its day, and tells what is due, at risk and moved', async () => {
    const { dialog, host } = await openWeek(
      week(
        [
          line('KR-1', { to: 0.52 }),
          line('KR-2', { health: 'off-track' }),
          line('KR-3', { dueDay: today }),
          line('KR-4', { dueDay: today, ownerAccountId: 'jan' }),
        ],
        2,
      ),
    );
    const section = async (name: string) => within(await dialog.findByRole('region', { name }));
    expect((await section('To check in on this week')).getAllByRole('listitem')).toHaveLength(1);
    expect((await section('At risk or off track')).getByText('Title of KR-2')).toBeInTheDocument();
    expect((await section('Moved')).getByText(/40 % → 52 %/)).toBeInTheDocument();
    expect(dialog.getByText('2 contributions wait for your answer, under Check-ins.')).toBeInTheDocument();
    expect(host.calls).toContainEqual({ name: 'getMyWeek', input: { toDay: '2026-11-22' } });
  });

  it('may be quiet', async () => {
    const { dialog } = await openWeek(week([line('KR-1', {})]));
    expect(await dialog.findByText('A quiet week')).toBeInTheDocument();
  });
});
