/** A week through the app: where everything was before it and is after it, what was said, what stands in the way, and a check-in for one key result. */
import { openTestSite, type TestSite } from '../support/test-site';
import { addMetric, addObjective, ask, bring, addWork, failureOf, newId, outcomeOf, Q4, SEC, WEB, workOn } from './support/okr-steps';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

const ben = { as: 'ben', project: 'WEB' } as const;
const at = (instant: string) => site.site.clock.set(Date.parse(instant));
const checkIn = (keyResultId: string, said: object) => ask(site, 'checkIn', { id: newId(), keyResultId, ...said }, ben);

/** A metric of ben's that stood at 25 % on the 15th and has been checked in on since; a summary is asked for on the 19th. */
async function aWeek() {
  const objective = await addObjective(site, { ownerAccountId: 'ben' });
  const metric = await addMetric(site, objective, { ownerAccountId: 'ben' });
  await checkIn(metric.id, { value: 45, words: 'Before the week' });
  await site.sql(
    "INSERT INTO snapshot (subject_id, day, subject_type, progress, origin, overridden) VALUES (?, '2026-11-12', 'key_result', 0.25, 'seen', 0)",
    metric.id,
  );
  at('2026-11-18T09:00:00Z');
  await checkIn(metric.id, { value: 50, words: 'Cards work', blockers: 'The bank is slow' });
  at('2026-11-19T09:00:00Z');
  return { objective, metric };
}

describe('the week of a project', () => {
  it('tells from where to where each key result came, and what was said within it', async () => {
    const { objective, metric } = await aWeek();
    const week = await ask(site, 'getProjectWeek', { projectId: WEB }, ben);
    expect(week).toMatchObject({ fromDay: '2026-11-13', toDay: '2026-11-19', cycleName: 'Q4 2026' });
    expect(week.objectives).toMatchObject([
      {
        id: objective.id,
        to: 0.5,
        keyResults: [
          {
            id: metric.id,
            from: 0.25,
            to: 0.5,
            dueDay: '2026-11-25',
            said: [{ day: '2026-11-18', byAccountId: 'ben', words: 'Cards work', blockers: 'The bank is slow' }],
          },
        ],
      },
    ]);
  });

  it('that is over is told from the days at its ends, and does not reach into the future', async () => {
    const { metric } = await aWeek();
    await site.sql(
      "INSERT INTO snapshot (subject_id, day, subject_type, progress, origin, overridden) VALUES (?, '2026-11-05', 'key_result', 0.1, 'seen', 0)",
      metric.id,
    );
    const over = await ask(site, 'getProjectWeek', { projectId: WEB, toDay: '2026-11-12' }, ben);
    expect(over).toMatchObject({ fromDay: '2026-11-06', toDay: '2026-11-12' });
    expect(over.objectives[0]?.keyResults[0]).toMatchObject({ from: 0.1, to: 0.25, said: [{ words: 'Before the week' }] });
    expect((await ask(site, 'getProjectWeek', { projectId: WEB, toDay: '2027-01-01' }, ben)).toDay).toBe('2026-11-19');
  });

  it('is for whoever may see the project, of a cycle there is', async () => {
    await aWeek();
    expect(outcomeOf(await site.invoke('getProjectWeek', { projectId: SEC }, { as: 'ben' }))).toBe('NOT_FOUND');
    expect(failureOf(await site.invoke('getProjectWeek', { projectId: WEB, cycleId: 'nowhere' })).field).toBe('cycleId');
  });

  it('names nothing that is private to others', async () => {
    const { objective } = await aWeek();
    await ask(site, 'editObjective', { id: objective.id, version: 1, audience: [] }, ben);
    expect((await ask(site, 'getProjectWeek', { projectId: WEB }, { as: 'cleo' })).objectives).toEqual([]);
    expect(await ask(site, 'listBlockers', { projectId: WEB, cycleId: Q4 }, { as: 'cleo' })).toEqual([]);
    expect((await ask(site, 'getMyWeek', {}, { as: 'cleo' })).objectives).toEqual([]);
  });

  it('takes five SQL requests and no Jira call for the open project', async () => {
    await aWeek();
    const [record] = await site.recordsOf(() => site.invoke('getProjectWeek', {}, ben));
    expect([record?.sql.length, record?.jira.length]).toEqual([5, 0]);
  });
});

describe('the health of a week', () => {
  it('is judged on each of its ends by what was known then', async () => {
    const { metric } = await aWeek();
    await site.sql('UPDATE snapshot SET chance = 0.9 WHERE subject_id = ?', metric.id);
    await site.sql('UPDATE key_result SET chance = 0.1 WHERE id = ?', metric.id);
    const week = await ask(site, 'getProjectWeek', { projectId: WEB }, ben);
    expect(week.objectives[0]?.keyResults[0]).toMatchObject({ healthFrom: 'on-track', health: 'off-track' });
  });
});

describe('one’s own week', () => {
  it('holds what one owns or contributes to, wherever it lives', async () => {
    const { objective, metric } = await aWeek();
    const other = await addObjective(site, { ownerAccountId: 'cleo', title: 'Somebody else’s' });
    await addMetric(site, other, { ownerAccountId: 'cleo' });
    const ids = async (as: string) => (await ask(site, 'getMyWeek', {}, { as })).objectives.map(({ id }) => id);
    expect(await ids('ben')).toEqual([objective.id]);
    expect(await ids('cleo')).toEqual([other.id]);
    await site.sql('UPDATE key_result SET contributors = ? WHERE id = ?', '["cleo"]', metric.id);
    expect(await ids('cleo')).toEqual([objective.id, other.id]);
  });

  it('holds what lives in a group one leads', async () => {
    const group = newId();
    await ask(site, 'createGroup', { id: group, name: 'Shops', projectIds: [WEB], leadIds: ['cleo'] });
    const { id } = await addObjective(site, { home: { level: 'group', groupId: group } });
    expect((await ask(site, 'getMyWeek', {}, { as: 'cleo' })).objectives.map((objective) => objective.id)).toEqual([id]);
    expect((await ask(site, 'getMyWeek', {}, { as: 'ben' })).objectives).toEqual([]);
  });

  it('counts what waits for one’s answer', async () => {
    const { objective } = await aWeek();
    const child = await addObjective(site, { ownerAccountId: 'cleo', parentId: objective.id });
    await site.sql("UPDATE objective SET contribution = 'waiting' WHERE id = ?", child.id);
    expect((await ask(site, 'getMyWeek', {}, { as: 'ben' })).unanswered).toBe(1);
  });
});

describe('blockers', () => {
  it('stand since the first check-in that named one without a break, in the words of the last, the longest first', async () => {
    const objective = await addObjective(site);
    const [old, young, gone] = [await addWork(site, objective), await addWork(site, objective), await addWork(site, objective)];
    const say = async (instant: string, keyResultId: string, blockers: string) => {
      at(instant);
      await ask(site, 'checkIn', { id: newId(), keyResultId, blockers });
    };
    await say('2026-11-12T11:00:00Z', old.id, 'An old one');
    await say('2026-11-13T11:00:00Z', old.id, '');
    await say('2026-11-14T11:00:00Z', old.id, 'The bank');
    await say('2026-11-15T11:00:00Z', young.id, 'The law');
    await say('2026-11-15T12:00:00Z', gone.id, 'The weather');
    await say('2026-11-16T11:00:00Z', old.id, 'Still the bank');
    await say('2026-11-17T11:00:00Z', gone.id, '');
    expect(await ask(site, 'listBlockers', { projectId: WEB, cycleId: Q4 })).toEqual([
      { keyResultId: old.id, sinceDay: '2026-11-14', words: 'Still the bank' },
      { keyResultId: young.id, sinceDay: '2026-11-15', words: 'The law' },
    ]);
  });
});

describe('a check-in that is prepared', () => {
  it('says what has happened since the last one, whether it is due or not, and whose ever it is', async () => {
    const keyResult = await workOn(site, ['WEB-2', 'WEB-6']);
    await checkIn(keyResult.id, { words: 'So far' });
    at('2026-11-13T09:00:00Z');
    await bring(site, keyResult, 'WEB-3');
    const prepared = await ask(site, 'prepareCheckIn', { keyResultId: keyResult.id }, { as: 'cleo' });
    expect(prepared).toMatchObject({ keyResult: { id: keyResult.id }, last: { words: 'So far' }, added: { total: 1 } });
    expect(outcomeOf(await site.invoke('prepareCheckIn', { keyResultId: 'nowhere' }))).toBe('NOT_FOUND');
  });
});
