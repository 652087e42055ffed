/** Cycles through the app: made, started, closed and reopened; what is closed is read only and stands still; shorter ones count in longer ones. */
import { openTestSite, type TestSite } from '../support/test-site';
import { addMetric, addObjective, addWork, ask, bring, failureOf, newId, outcomeOf, Q4, see, WEB, workOn } from './support/okr-steps';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

const year = { startDay: '2026-01-01', endDay: '2026-12-31' };
const makeYear = (name = '2026') => ask(site, 'createCycle', { id: newId(), name, ...year });
const cycleOf = async (id: string) => (await ask(site, 'listCycles', {})).find((cycle) => cycle.id === id);
const closeQ4 = async () =>
  ask(site, 'closeCycle', { id: Q4, version: (await cycleOf(Q4))?.version ?? 0, reason: 'Nobody grades in this test' });

describe('making a cycle', () => {
  it('is for OKR admins', async () => {
    const draft = { id: newId(), name: '2026', ...year };
    for (const as of ['ben', 'cleo']) expect(failureOf(await site.invoke('createCycle', draft, { as })).code).toBe('FORBIDDEN');
    expect(await ask(site, 'createCycle', draft)).toMatchObject({ name: '2026', state: 'draft', closedDay: null, version: 1 });
    expect(await ask(site, 'createCycle', draft)).toMatchObject({ id: draft.id });
  });

  it.each([
    [{ startDay: '2026-05-01', endDay: '2026-04-30' }, 'endDay'],
    [{ startDay: '2026-01-01', endDay: '2036-01-01' }, 'endDay'],
    [{ ...year, name: ' q4 2026 ' }, 'name'],
  ])('refuses %j', async (odd, field) => {
    expect(failureOf(await site.invoke('createCycle', { id: newId(), name: 'Odd', ...year, ...odd }))).toMatchObject({
      code: 'INVALID',
      field,
    });
  });

  it('can be taken back while nobody has written into it', async () => {
    const { id } = await makeYear();
    const objective = await addObjective(site, { cycleId: id });
    expect(failureOf(await site.invoke('removeCycle', { id, version: 1 })).code).toBe('CONFLICT');
    expect(objective.cycleId).toBe(id);
    const empty = await makeYear('2026 again');
    await ask(site, 'removeCycle', { id: empty.id, version: 1 });
    expect(await cycleOf(empty.id)).toBeUndefined();
  });
});

describe('a draft', () => {
  it('is silent: nothing in it is late or asks for check-ins, and changes need no reason', async () => {
    const { id } = await makeYear();
    const keyResult = await addMetric(site, await addObjective(site, { cycleId: id }));
    site.site.clock.set(Date.parse('2026-12-20T10:00:00Z'));
    expect(await see(site, keyResult)).toMatchObject({ health: 'not-started', attention: { dueDay: null }, asksReason: false });
    await ask(site, 'startCycle', { id, version: 1 });
    expect(await see(site, keyResult)).toMatchObject({ health: 'not-measured', attention: { isStale: true }, asksReason: true });
  });
});

describe('two administrators', () => {
  it('do not overwrite each other', async () => {
    const { id } = await makeYear();
    await ask(site, 'editCycle', { id, version: 1, name: 'The year' });
    expect(failureOf(await site.invoke('editCycle', { id, version: 1, endDay: '2026-11-30' })).code).toBe('CONFLICT');
    expect(failureOf(await site.invoke('startCycle', { id, version: 1 })).code).toBe('CONFLICT');
    expect(await cycleOf(id)).toMatchObject({ name: 'The year', endDay: '2026-12-31', state: 'draft' });
  });
});

describe('a closed cycle', () => {
  it('is read only, in every way there is to change something', async () => {
    const objective = await addObjective(site);
    const metric = await addMetric(site, objective);
    const work = await workOn(site, ['WEB-6']);
    const [{ id: sourceId } = { id: '' }] = (await ask(site, 'getKeyResult', { keyResultId: work.id })).sources;
    await closeQ4();
    const tries = [
      site.invoke('createObjective', {
        id: newId(),
        home: { level: 'project', projectId: WEB },
        cycleId: Q4,
        title: 'Late',
        ownerAccountId: null,
      }),
      site.invoke('editObjective', { id: objective.id, version: 1, title: 'Other' }),
      site.invoke('archiveObjective', { id: objective.id, version: 1 }),
      site.invoke('createKeyResult', { kind: 'work', id: newId(), objectiveId: objective.id, title: 'Late', ownerAccountId: null }),
      site.invoke('editKeyResult', { id: metric.id, version: 1, title: 'Other' }),
      site.invoke('archiveKeyResult', { id: metric.id, version: 1 }),
      site.invoke('recordValue', { id: newId(), keyResultId: metric.id, value: 50 }),
      site.invoke('checkIn', { id: newId(), keyResultId: metric.id }),
      site.invoke('overrideHealth', { subject: { type: 'objective', id: objective.id }, version: 1, override: null }),
      site.invoke('addSource', { id: newId(), keyResultId: work.id, source: { type: 'issue', issue: 'WEB-2' } }),
      site.invoke('removeSource', { sourceId }),
    ];
    for (const answer of await Promise.all(tries))
      expect(failureOf(answer)).toMatchObject({ code: 'FORBIDDEN', message: expect.stringContaining('Q4 2026 is closed') });
  });

  it('stands still while its issues and the days go on, and has caught up once it is reopened', async () => {
    const keyResult = await workOn(site, ['labels = checkout', 'WEB-4']);
    const before = await see(site, keyResult);
    const closed = await closeQ4();
    expect(closed).toMatchObject({ state: 'closed', closedDay: '2026-11-12' });
    site.site.clock.set(Date.parse('2026-12-30T10:00:00Z'));
    await site.transition('WEB-6', 'Done');
    site.jira('PUT', '/rest/api/3/issue/WEB-2', { fields: { labels: ['checkout'] } });
    await site.settle();
    await site.site.host.schedule('hourly');
    const still = await see(site, keyResult);
    expect(still).toMatchObject({ progress: before.progress, expected: before.expected, health: before.health, asOf: before.asOf });

    await ask(site, 'reopenCycle', { id: Q4, version: closed.version });
    expect((await see(site, keyResult)).progress).toBeGreaterThan(before.progress ?? 1);
    await site.site.host.schedule('hourly');
    await site.settle();
    const { totalIssues } = await ask(site, 'getKeyResult', { keyResultId: keyResult.id });
    expect(totalIssues).toBe(4);
  });

  it('keeps the snapshot of its last day as it was closed, and has none of later days', async () => {
    const keyResult = await workOn(site, ['WEB-6']);
    await closeQ4();
    site.leaveUnexplained('an issue moves after the close, and the number stands still');
    await site.transition('WEB-6', 'Done');
    await site.site.host.schedule('hourly');
    site.site.clock.set(Date.parse('2026-11-13T10:00:00Z'));
    await site.site.host.schedule('hourly');
    const days = await site.sql("SELECT day, progress FROM snapshot WHERE subject_id = ? AND day >= '2026-11-12'", keyResult.id);
    expect(days).toEqual([{ day: '2026-11-12', progress: 0 }]);
  });

  it('is no news in the panel of an issue', async () => {
    await workOn(site, ['WEB-6']);
    await closeQ4();
    expect(await ask(site, 'getIssueKeyResults', {}, { issue: 'WEB-6' })).toMatchObject({ cards: [], hidden: 0 });
  });

  it('is closed by administrators only', async () => {
    await addObjective(site);
    expect(failureOf(await site.invoke('closeCycle', { id: Q4, version: 1 }, { as: 'ben' })).code).toBe('FORBIDDEN');
  });
});

describe('a quarter in a year', () => {
  it('counts in it: its objectives can be aligned to those of the year, and roll up into them', async () => {
    const { id } = await makeYear();
    await ask(site, 'startCycle', { id, version: 1 });
    const above = await addObjective(site, { cycleId: id, title: 'The year' });
    const below = await addObjective(site);
    await bring(site, await addWork(site, below), 'WEB-2');
    const options = await ask(site, 'listParents', { objectiveId: below.id });
    expect(options.map((option) => option.id)).toEqual([above.id]);
    expect(await ask(site, 'listParents', { objectiveId: above.id })).toEqual([]);
    const reason = 'It serves the year';
    await ask(site, 'editObjective', { id: above.id, version: 1, rollUp: 'with-children', reason });
    await ask(site, 'editObjective', { id: below.id, version: 1, parentId: above.id, reason });
    const yearOf = async () => (await ask(site, 'getProjectOkrs', { projectId: WEB, cycleId: id })).objectives[0];
    expect(await yearOf()).toMatchObject({ progress: 1, measured: { measured: 1, total: 1 } });

    expect(outcomeOf(await site.invoke('editObjective', { id: above.id, version: 2, parentId: below.id, reason }))).toBe('INVALID');
    await ask(site, 'editCycle', { id, version: 2, endDay: '2026-11-30' });
    expect(await yearOf()).toMatchObject({ progress: null, measured: { total: 0 } });
  });

  it('that is closed goes on counting as it stood', async () => {
    const { id } = await makeYear();
    const above = await addObjective(site, { cycleId: id });
    const below = await addObjective(site);
    const keyResult = await addWork(site, below);
    await bring(site, keyResult, 'WEB-2');
    await ask(site, 'editObjective', { id: above.id, version: 1, rollUp: 'with-children' });
    await ask(site, 'editObjective', { id: below.id, version: 1, parentId: above.id, reason: 'It serves the year' });
    await closeQ4();
    site.leaveUnexplained('an issue moves after the close, and the number stands still');
    await site.transition('WEB-2', 'To Do');
    await site.site.host.schedule('hourly');
    expect((await ask(site, 'getProjectOkrs', { projectId: WEB, cycleId: id })).objectives[0]?.progress).toBe(1);
  });
});
