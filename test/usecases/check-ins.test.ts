/** Check-ins through the app: what is said and stays on record, the queue that Jira fills in, and health that is stale or said. */
import { openTestSite, type TestSite } from '../support/test-site';
import { addMetric, addObjective, addWork, ask, bring, failureOf, newId, see, workOn } from './support/okr-steps';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

const ben = { as: 'ben', project: 'WEB' } as const;
const on = (day: string) => site.site.clock.set(Date.parse(`${day}T10:00:00Z`));
const queue = () => ask(site, 'getCheckInQueue', {}, ben);

describe('a check-in', () => {
  it('says value, confidence, why and what stands in the way; the value counts and the rest is kept', async () => {
    const metric = await addMetric(site, await addObjective(site), { ownerAccountId: 'ben' });
    const input = {
      id: newId(),
      keyResultId: metric.id,
      value: 45,
      confidence: 7,
      words: 'Card payments work',
      blockers: 'The bank is slow',
    };
    const view = await ask(site, 'checkIn', input, ben);
    expect(view).toMatchObject({ progress: 0.25, attention: { lastDay: '2026-11-12', dueDay: '2026-11-19', isStale: false } });
    await ask(site, 'checkIn', input, ben);
    const { checkIns } = await ask(site, 'listCheckIns', { keyResultId: metric.id });
    expect(checkIns).toMatchObject([{ ...input, day: '2026-11-12', progress: 0.25, byAccountId: 'ben', isCorrected: false, version: 1 }]);
  });

  it('may say nothing: all is as it is shown', async () => {
    const work = await workOn(site, ['WEB-2', 'WEB-6']);
    expect(await ask(site, 'checkIn', { id: newId(), keyResultId: work.id })).toMatchObject({
      progress: 0.5,
      attention: { lastDay: '2026-11-12' },
    });
  });

  it('takes no value where the value comes from elsewhere', async () => {
    const work = await workOn(site, ['WEB-2']);
    expect(failureOf(await site.invoke('checkIn', { id: newId(), keyResultId: work.id, value: 1 })).code).toBe('INVALID');
  });

  it('is for owners and administrators', async () => {
    const work = await workOn(site, ['WEB-2']);
    expect(failureOf(await site.invoke('checkIn', { id: newId(), keyResultId: work.id }, { as: 'cleo' })).code).toBe('FORBIDDEN');
  });

  it('is corrected by its author only, and what it was stays on record', async () => {
    const metric = await addMetric(site, await addObjective(site), { ownerAccountId: 'ben' });
    const id = newId();
    await ask(site, 'checkIn', { id, keyResultId: metric.id, value: 45, words: 'Too high' }, ben);
    expect(failureOf(await site.invoke('correctCheckIn', { id, version: 1, words: 'Mine' })).code).toBe('FORBIDDEN');
    expect(await ask(site, 'correctCheckIn', { id, version: 1, value: 42, words: 'Right' }, ben)).toMatchObject({
      value: 42,
      isCorrected: true,
      version: 2,
    });
    expect((await see(site, metric)).progress).toBe(0.1);
    expect(failureOf(await site.invoke('correctCheckIn', { id, version: 1, words: 'Other' }, ben)).code).toBe('CONFLICT');
    const [record] = await site.sql(
      'SELECT p.fields AS fields FROM check_in c JOIN plan_change p ON p.id = c.change_id WHERE c.id = ?',
      id,
    );
    expect(JSON.parse(String(record?.fields))).toEqual([
      { field: 'value', before: '45', after: '42' },
      { field: 'words', before: 'Too high', after: 'Right' },
    ]);
  });
});

describe('the queue', () => {
  it('holds what the viewer owns and is due by Sunday, and no more once it is checked in on', async () => {
    const objective = await addObjective(site, { ownerAccountId: 'ben' });
    const own = await addWork(site, objective, { ownerAccountId: 'ben' });
    const inherited = await addWork(site, objective);
    await addWork(site, objective, { ownerAccountId: 'cleo' });
    expect((await queue()).due).toEqual([]);
    on('2026-11-17');
    expect((await queue()).due.map(({ keyResult }) => keyResult.id)).toEqual([own.id, inherited.id]);
    await ask(site, 'checkIn', { id: newId(), keyResultId: own.id }, ben);
    expect((await queue()).due.map(({ keyResult }) => keyResult.id)).toEqual([inherited.id]);
  });

  it('is filled in: what closed, came and slipped since the last check-in, as the viewer may see it', async () => {
    const work = await addWork(site, await addObjective(site), { ownerAccountId: 'ben' });
    await bring(site, work, 'labels = checkout');
    await bring(site, work, 'SEC-1');
    await ask(site, 'checkIn', { id: newId(), keyResultId: work.id }, ben);
    on('2026-11-16');
    await site.transition('WEB-6', 'Done');
    await site.transition('WEB-3', 'To Do');
    await site.transition('SEC-1', 'Done');
    site.jira('PUT', '/rest/api/3/issue/WEB-4', { fields: { labels: ['checkout'] } });
    await site.settle();
    on('2026-11-18');
    const { due } = await queue();
    expect(due).toMatchObject([
      {
        last: { progress: 0, day: '2026-11-12' },
        keyResult: { progress: 0.5 },
        closed: { total: 2, hidden: 1, named: [{ key: 'WEB-6' }] },
        added: { total: 1, named: [{ key: 'WEB-4' }] },
        slipped: { total: 1, named: [{ key: 'WEB-3' }] },
        isPartial: false,
      },
    ]);
    expect(JSON.stringify(due)).not.toContain('SEC-1');
  });

  it('costs at most five SQL requests and one Jira call, however much there is', async () => {
    const objective = await addObjective(site, { ownerAccountId: 'ben' });
    for (let index = 0; index < 5; index += 1) await bring(site, await addWork(site, objective), 'project = WEB');
    on('2026-11-18');
    const records = await site.recordsOf(() => queue());
    expect(records).toHaveLength(1);
    expect(records[0]?.sql.length).toBeLessThanOrEqual(5);
    expect(records[0]?.jira.length).toBe(1);
  });
});

describe('what nobody has looked at', () => {
  it('is never on track', async () => {
    const work = await workOn(site, ['WEB-2', 'WEB-6']);
    await site.transition('WEB-6', 'In Progress');
    on('2026-11-19');
    expect(await see(site, work)).toMatchObject({ health: 'on-track', attention: { isStale: false } });
    on('2026-11-20');
    expect(await see(site, work)).toMatchObject({ health: 'at-risk', computedHealth: 'on-track', healthBecause: 'stale' });
    await ask(site, 'checkIn', { id: newId(), keyResultId: work.id });
    expect(await see(site, work)).toMatchObject({ health: 'on-track', healthBecause: null });
  });
});

describe('a health that somebody says', () => {
  it('is shown with who, why and until when, and ends by itself', async () => {
    const metric = await addMetric(site, await addObjective(site), { ownerAccountId: 'ben' });
    const subject = { type: 'key-result', id: metric.id } as const;
    const override = { health: 'at-risk', reason: 'The vendor is late', untilDay: '2026-11-14' } as const;
    const { version } = await ask(site, 'overrideHealth', { subject, version: 1, override }, ben);
    expect(await see(site, metric)).toMatchObject({
      version,
      health: 'at-risk',
      healthBecause: 'override',
      healthOverride: { ...override, byAccountId: 'ben' },
      computedHealth: 'not-measured',
    });
    expect(failureOf(await site.invoke('overrideHealth', { subject, version: 1, override: null }, ben)).code).toBe('CONFLICT');
    on('2026-11-15');
    expect(await see(site, metric)).toMatchObject({ health: 'not-measured', healthOverride: null });
    const past = { ...override, untilDay: '2026-11-14' };
    expect(failureOf(await site.invoke('overrideHealth', { subject, version, override: past }, ben))).toMatchObject({
      field: 'override.untilDay',
    });
  });
});
