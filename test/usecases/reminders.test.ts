/** Reminders through the app: the first pass of a day puts them into inboxes, which say of them only what their reader may see. */
import type { InboxItem } from '../../src/contract/rhythm';
import { openTestSite, type TestSite } from '../support/test-site';
import { addMetric, addObjective, addWork, ask, bring, failureOf, newId, outcomeOf, Q4, SEC } from './support/okr-steps';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

const ben = { as: 'ben' } as const;
const deactivate = (accountId: string) => site.site.jira.door.putUser({ accountId, displayName: accountId, active: false });

/** The first hourly pass of a day. */
async function dawn(day: string): Promise<void> {
  site.site.clock.set(Date.parse(`${day}T00:30:00Z`));
  await site.site.host.schedule('hourly');
  await site.settle();
}
const inboxOf = async (as: string): Promise<readonly InboxItem[]> => (await ask(site, 'getInbox', {}, { as })).items;
const unreadOf = async (as: string): Promise<number> => (await ask(site, 'countUnread', {}, { as })).unread;
const typesOf = (items: readonly InboxItem[]): readonly (string | undefined)[] => items.map(({ about }) => about?.type);

/** Written on Thursday the 12th, so due on the 19th. */
async function addDue(ownerAccountId = 'ben', objectiveOwner = 'ada') {
  return addWork(site, await addObjective(site, { ownerAccountId: objectiveOwner }), { ownerAccountId });
}

describe('a check-in that is due', () => {
  it('is told to its owner on the day, said again the day after, and told to the owner of the objective a week later', async () => {
    const keyResult = await addDue();
    await dawn('2026-11-18');
    expect(await inboxOf('ben')).toEqual([]);
    await dawn('2026-11-19');
    expect(await inboxOf('ben')).toMatchObject([
      {
        day: '2026-11-19',
        isRead: false,
        isDone: false,
        about: { type: 'check-in', rung: 'due', dueDay: '2026-11-19', keyResult: { id: keyResult.id } },
      },
    ]);
    await dawn('2026-11-20');
    expect(await inboxOf('ben')).toMatchObject([{ day: '2026-11-20', about: { rung: 'again' } }]);
    expect(await inboxOf('ada')).toEqual([]);
    await dawn('2026-11-26');
    expect((await inboxOf('ada')).filter(({ about }) => about?.type === 'check-in')).toMatchObject([{ about: { rung: 'escalated' } }]);
  });

  it('is told once, however often the passes of the day run', async () => {
    await addDue();
    await dawn('2026-11-19');
    const rows = await site.sql('SELECT id FROM inbox_item');
    await site.site.host.schedule('hourly');
    await site.sql("DELETE FROM setting WHERE name = 'reminded-on'");
    await site.site.host.schedule('hourly');
    expect(await site.sql('SELECT id FROM inbox_item')).toEqual(rows);
  });

  it('is done when somebody checks in, and asks for nothing more', async () => {
    const keyResult = await addDue();
    await dawn('2026-11-19');
    expect(await unreadOf('ben')).toBe(1);
    site.site.clock.set(Date.parse('2026-11-19T09:00:00Z'));
    await ask(site, 'checkIn', { id: newId(), keyResultId: keyResult.id, words: 'On its way' }, ben);
    expect(await unreadOf('ben')).toBe(0);
    expect(await inboxOf('ben')).toMatchObject([{ isDone: true, isRead: false }]);
    await dawn('2026-11-20');
    expect(await inboxOf('ben')).toMatchObject([{ day: '2026-11-19' }]);
  });

  it('is nothing in a draft, and nothing in a cycle that is closed', async () => {
    await addDue();
    await site.sql("UPDATE cycle SET state = 'draft' WHERE id = ?", Q4);
    await dawn('2026-11-19');
    await site.sql("UPDATE cycle SET state = 'closed', closed_day = '2026-11-20' WHERE id = ?", Q4);
    await dawn('2026-11-20');
    expect(await site.sql('SELECT id FROM inbox_item')).toEqual([]);
  });

  it('waits for the next working day where its own is a day off', async () => {
    await ask(site, 'changeSetting', {
      group: 'calendar',
      version: 0,
      value: { workingWeekdays: [1, 2, 3, 4, 5], holidays: ['2026-11-19', '2026-11-20'] },
    });
    await addDue();
    for (const day of ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22']) await dawn(day);
    expect(await inboxOf('ben')).toEqual([]);
    await dawn('2026-11-23');
    expect(typesOf(await inboxOf('ben'))).toContain('check-in');
  });

  it('is not told to whom has switched reminders off, nor to an account that is closed', async () => {
    await ask(site, 'choosePersonally', { version: 0, reminders: false, digest: true }, ben);
    await addDue();
    await addDue('cleo', 'cleo');
    deactivate('cleo');
    await dawn('2026-11-19');
    expect(await site.sql('SELECT account_id FROM inbox_item')).toEqual([]);
  });

  it('of an owner whose account is closed is told to the owner of the objective', async () => {
    await addDue('cleo', 'ben');
    deactivate('cleo');
    await site.site.host.schedule('daily');
    await dawn('2026-11-19');
    expect(await inboxOf('ben')).toMatchObject([{ about: { type: 'check-in', rung: 'due' } }]);
  });
});

describe('other things that wait', () => {
  it('a blocker that stands for a week is told to the owners of the key result and its objective', async () => {
    const keyResult = await addDue();
    const say = (blockers: string) => ask(site, 'checkIn', { id: newId(), keyResultId: keyResult.id, blockers }, ben);
    await say('The bank');
    site.site.clock.set(Date.parse('2026-11-17T10:00:00Z'));
    await say('Still the bank');
    await dawn('2026-11-18');
    expect(await inboxOf('ada')).toEqual([]);
    await dawn('2026-11-19');
    expect(await inboxOf('ada')).toMatchObject([{ about: { type: 'blocker', sinceDay: '2026-11-12', keyResult: { id: keyResult.id } } }]);
    expect(typesOf(await inboxOf('ben'))).toEqual(['blocker']);
  });

  it('a contribution waits for the owner of what it is aligned to until it is answered', async () => {
    const parent = await addObjective(site, { ownerAccountId: 'ben' });
    const child = await addObjective(site, { ownerAccountId: 'cleo', parentId: parent.id });
    await site.sql("UPDATE objective SET contribution = 'waiting' WHERE id = ?", child.id);
    await dawn('2026-11-13');
    expect(await inboxOf('ben')).toMatchObject([
      { isDone: false, about: { type: 'contribution', objective: { id: child.id }, parent: { id: parent.id } } },
    ]);
    await ask(site, 'answerContribution', { answer: 'accept', objectiveId: child.id, version: 1 }, ben);
    expect(await inboxOf('ben')).toMatchObject([{ isDone: true }]);
  });

  it('a vote waits for those asked who have not voted', async () => {
    const { id } = await addObjective(site, { ownerAccountId: 'ada' });
    const [opened, closes] = [Date.parse('2026-11-12T10:00:00Z'), Date.parse('2026-11-19T10:00:00Z')];
    await site.sql(
      'INSERT INTO vote_round (id, objective_id, asked, opened_at, opened_by, closes_at, version) VALUES (?, ?, ?, ?, ?, ?, 1)',
      'round-1',
      id,
      '["ben","cleo"]',
      opened,
      'ada',
      closes,
    );
    await site.sql(
      'INSERT INTO confidence_vote (round_id, account_id, confidence, words, voted_at) VALUES (?, ?, 5, ?, ?)',
      'round-1',
      'cleo',
      '',
      opened,
    );
    await dawn('2026-11-13');
    expect(await inboxOf('ben')).toMatchObject([{ about: { type: 'vote', lastDay: '2026-11-19', objective: { id } } }]);
    expect(await inboxOf('cleo')).toEqual([]);
  });

  it('a cycle that is over and not closed waits for OKR admins', async () => {
    await addObjective(site);
    await ask(site, 'grantOkrAdmin', { holderAccountId: 'ben' });
    await dawn('2027-01-01');
    expect(await inboxOf('ben')).toMatchObject([{ isDone: false, about: { type: 'cycle-end', cycle: { id: Q4, endDay: '2026-12-31' } } }]);
  });
});

describe('the weekly digest', () => {
  it('comes on the first working day of the week to whoever has something of theirs, unless they choose otherwise', async () => {
    await addDue();
    await addDue('cleo');
    await ask(site, 'choosePersonally', { version: 0, reminders: true, digest: false }, { as: 'cleo' });
    await dawn('2026-11-16');
    await dawn('2026-11-17');
    expect(await inboxOf('ben')).toMatchObject([{ day: '2026-11-16', about: { type: 'week' } }]);
    expect(await inboxOf('cleo')).toEqual([]);
    expect(await inboxOf('dan')).toEqual([]);
  });

  it('does not come where the site has switched it off, and reminders neither', async () => {
    const value = { isOn: false, againDays: 1, staleDays: 3, escalateDays: 7, perWeek: 10, digest: false };
    await ask(site, 'changeSetting', { group: 'reminders', version: 0, value });
    await addDue();
    for (const day of ['2026-11-16', '2026-11-19']) await dawn(day);
    expect(await site.sql('SELECT id FROM inbox_item')).toEqual([]);
    const unordered = { ...value, staleDays: 1 };
    expect(failureOf(await site.invoke('changeSetting', { group: 'reminders', version: 1, value: unordered })).field).toBe(
      'value.escalateDays',
    );
  });
});

describe('an inbox', () => {
  it('tells how much was held back, beyond ten a week, without asking for anything', async () => {
    for (let index = 0; index < 12; index += 1) await addDue('ben', 'ben');
    await dawn('2026-11-19');
    const items = await inboxOf('ben');
    expect(items.filter(({ about }) => about?.type === 'check-in')).toHaveLength(10);
    expect(items.find(({ about }) => about?.type === 'more')).toMatchObject({ isRead: true, about: { count: 2 } });
    expect(await unreadOf('ben')).toBe(10);
  });

  it('is its owner’s: what is marked as read is one’s own', async () => {
    await addDue();
    await dawn('2026-11-19');
    const [item] = await inboxOf('ben');
    await ask(site, 'markRead', { ids: [item?.id ?? ''] }, { as: 'cleo' });
    expect(await unreadOf('ben')).toBe(1);
    await ask(site, 'markRead', { ids: [item?.id ?? ''] }, ben);
    expect(await unreadOf('ben')).toBe(0);
    await addDue('ben', 'ben');
    await dawn('2026-11-27');
    await ask(site, 'markRead', {}, ben);
    expect(await unreadOf('ben')).toBe(0);
  });

  it('names nothing that has become private, or lives where the reader may not look any more', async () => {
    const hidden = await addDue('ben', 'cleo');
    const secret = await addObjective(site, { projectId: SEC, ownerAccountId: 'ben', title: 'Secret aim' });
    const { id } = await addMetric(site, secret, { ownerAccountId: 'ben' });
    await dawn('2026-11-19');
    await site.sql('UPDATE key_result SET owner_account_id = ? WHERE id = ?', 'cleo', hidden.id);
    await site.sql('UPDATE objective SET private = 1 WHERE id = ?', hidden.objectiveId);
    const items = await inboxOf('ben');
    expect(items).toHaveLength(2);
    expect(items.map(({ about }) => about)).toEqual([null, null]);
    expect(JSON.stringify(items)).not.toContain(id);
    expect(outcomeOf(await site.invoke('prepareCheckIn', { keyResultId: hidden.id }, ben))).toBe('NOT_FOUND');
  });

  it('goes page by page, and what is older than ninety days is gone', async () => {
    await addDue();
    const rows = Array.from({ length: 45 }, (_, index) => index);
    for (const index of rows)
      await site.sql(
        "INSERT INTO inbox_item VALUES (?, 'ben', 'week', 'person', ?, '2026-11-10', ?, ?, NULL)",
        `item-${String(index).padStart(2, '0')}`,
        String(index),
        '{"rung":"due","sinceDay":"2026-11-10","count":0}',
        Date.parse('2026-11-10T00:00:00Z'),
      );
    const first = await ask(site, 'getInbox', {}, ben);
    const second = await ask(site, 'getInbox', { cursor: first.nextCursor ?? '' }, ben);
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([40, 5, null]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(45);
    expect(failureOf(await site.invoke('getInbox', { cursor: 'x' }, ben)).code).toBe('INVALID');
    await dawn('2027-02-09');
    expect(await site.sql("SELECT id FROM inbox_item WHERE day < '2026-11-12'")).toEqual([]);
  });
});

describe('three weeks of passes', () => {
  it('keeps the limits, the days off and the promise that nothing due is missed', async () => {
    for (let index = 0; index < 14; index += 1) await addDue('ben', 'cleo');
    const diligent = await addDue('cleo', 'ben');
    const [start, days] = [Date.parse('2026-11-13T00:00:00Z'), 21];
    for (let ahead = 0; ahead < days; ahead += 1) {
      await dawn(new Date(start + ahead * 86_400_000).toISOString().slice(0, 10));
      if (ahead % 7 === 6) await ask(site, 'checkIn', { id: newId(), keyResultId: diligent.id }, { as: 'cleo' });
    }
    const sent = (await site.sql("SELECT account_id, subject_id, day FROM inbox_item WHERE type = 'check-in'")).map((row) => ({
      accountId: String(row.account_id),
      subjectId: String(row.subject_id),
      day: String(row.day),
    }));
    const withinWeek = sent.map(
      (one) =>
        sent.filter(({ accountId, day }) => {
          const after = (Date.parse(day) - Date.parse(one.day)) / 86_400_000;
          return accountId === one.accountId && after >= 0 && after < 7;
        }).length,
    );
    expect(Math.max(...withinWeek)).toBe(10);
    expect(new Set(sent.map((one) => JSON.stringify(one))).size).toBe(sent.length);
    expect(sent.filter(({ day }) => [0, 6].includes(new Date(day).getUTCDay()))).toEqual([]);
    const heardOf = new Set(sent.filter(({ accountId }) => accountId === 'ben').map(({ subjectId }) => subjectId));
    expect(heardOf.size).toBe(14);
    expect(heardOf.has(diligent.id)).toBe(false);
    const held = await site.sql("SELECT facts FROM inbox_item WHERE account_id = 'ben' AND type = 'more' AND day = '2026-11-19'");
    expect(held).toMatchObject([{ facts: expect.stringContaining('"count":4') }]);
  });
});

describe('looking', () => {
  const costOf = async (run: () => Promise<unknown>) => {
    const [record] = await site.recordsOf(run);
    return { sql: record?.sql.length, jira: record?.jira.length };
  };

  it('at the bell takes one SQL request, at the inbox three and one Jira call, at a check-in five and one Jira call', async () => {
    const keyResult = await addDue();
    await bring(site, keyResult, 'WEB-6');
    await dawn('2026-11-19');
    expect(await costOf(() => site.invoke('countUnread', {}, ben))).toEqual({ sql: 1, jira: 0 });
    expect(await costOf(() => site.invoke('getInbox', {}, ben))).toEqual({ sql: 3, jira: 1 });
    expect(await costOf(() => site.invoke('prepareCheckIn', { keyResultId: keyResult.id }, { ...ben, project: 'WEB' }))).toEqual({
      sql: 5,
      jira: 1,
    });
  });
});

describe('the pass of a day', () => {
  /** Statements that only reminders ask. */
  const own = /inbox_item|'no-reminders'|AS objective_owner\b|LEFT JOIN confidence_vote/;
  const sqlOfPass = async (day: string): Promise<number> => {
    site.site.clock.set(Date.parse(`${day}T00:30:00Z`));
    const records = await site.recordsOf(() => site.site.host.schedule('hourly'));
    return records.flatMap(({ sql }) => sql).filter(({ query }) => own.test(query)).length;
  };

  it('takes as many SQL requests for many people as for one', async () => {
    await addDue();
    const few = await sqlOfPass('2026-11-19');
    const objective = await addObjective(site, { ownerAccountId: 'ada' });
    for (const accountId of ['ben', 'cleo', 'dan', 'ada']) await addWork(site, objective, { ownerAccountId: accountId });
    expect(await sqlOfPass('2026-11-26')).toBe(few);
    expect(few).toBeLessThanOrEqual(8);
  });
});
