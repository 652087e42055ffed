/** The radar through the app: what is found, who sees it, what it costs, and the weeks that are kept. */
import type { Derailer } from '../../src/domain/radar/derailers';
import type { RadarView, SpokeView } from '../../src/contract/radar';
import { openTestSite, type TestSite } from '../support/test-site';
import { addMetric, addObjective, addWork, ask, failureOf, grade, newId, Q4, WEB } from './support/okr-steps';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

const ofProject = { subject: { type: 'project', projectId: WEB }, cycleId: Q4 } as const;
const ofCompany = { subject: { type: 'company' }, cycleId: Q4 } as const;

function spoke(radar: RadarView, derailer: Derailer): SpokeView {
  const found = radar.spokes.find((each) => each.derailer === derailer);
  if (found === undefined) throw new Error(`No spoke for ${derailer}`);
  return found;
}

const kindsOf = ({ evidence }: SpokeView): readonly string[] => evidence.map(({ kind }) => kind);

describe('the radar of a project', () => {
  it('says what is missing where there is nothing to look at', async () => {
    const { spokes } = await ask(site, 'getRadar', ofProject);
    expect(spokes).toHaveLength(10);
    for (const { score, missing } of spokes) expect([score, missing]).toEqual([null, { kind: 'no-objectives' }]);
  });

  it('finds an owner who is missing, and the score rises once somebody takes it', async () => {
    const objective = await addObjective(site, { ownerAccountId: 'ben' });
    const metric = await addMetric(site, objective);
    const before = spoke(await ask(site, 'getRadar', ofProject), 'owned');
    expect(before).toMatchObject({ score: 50, evidence: [{ kind: 'no-owner', about: { type: 'key-result', id: metric.id } }] });
    await ask(site, 'takeOwnership', { subject: { type: 'key-result', id: metric.id }, version: metric.version }, { as: 'ben' });
    expect(spoke(await ask(site, 'getRadar', ofProject), 'owned')).toMatchObject({ score: 100, total: 0 });
  });

  it('reads wording, measures, check-ins, alignment and work', async () => {
    const objective = await addObjective(site, { title: 'Grow sales' });
    const metric = await addMetric(site, objective, { ownerAccountId: 'ada' });
    const work = await addWork(site, objective, { ownerAccountId: 'ada' });
    await ask(site, 'addSource', { id: newId(), keyResultId: work.id, source: { type: 'issue', issue: 'WEB-3' } });
    const radar = await ask(site, 'getRadar', ofProject);
    expect(kindsOf(spoke(radar, 'well-put'))).toContain('weak-wording');
    expect(kindsOf(spoke(radar, 'monitored'))).toEqual(['no-measure']);
    expect(spoke(radar, 'monitored').evidence[0]?.about).toEqual({ type: 'key-result', id: metric.id });
    expect(kindsOf(spoke(radar, 'aligned'))).toEqual(['no-path']);
    expect(spoke(radar, 'owned').evidence).toContainEqual({
      kind: 'assigned-to-others',
      about: { type: 'key-result', id: work.id },
      issues: 1,
    });
    expect(radar.keyResults.map(({ key }) => key)).toEqual(expect.arrayContaining([metric.key, work.key]));
    await ask(site, 'checkIn', { id: newId(), keyResultId: work.id, words: '', blockers: '' });
    expect(kindsOf(spoke(await ask(site, 'getRadar', ofProject), 'communicated'))).toContain('bare-check-ins');
  });

  it('takes an objective of the cycle before as graded once somebody has graded it, be it without a number', async () => {
    const earlier = await addObjective(site, { ownerAccountId: 'ada' });
    await addMetric(site, await addObjective(site, { cycleId: '2027-q1' }));
    const planned = async () => spoke(await ask(site, 'getRadar', { ...ofProject, cycleId: '2027-q1' }), 'planned');
    site.site.clock.set(Date.parse('2027-01-20T10:00:00Z'));
    expect(kindsOf(await planned())).toEqual(expect.arrayContaining(['not-closed', 'not-graded']));
    await grade(site, earlier.id, { grade: null, causes: ['wrong-measure'], causeWords: 'Nothing was measured' });
    expect(kindsOf(await planned())).toContain('not-closed');
    expect(kindsOf(await planned())).not.toContain('not-graded');
  });

  it('sees blockers from the first check-in on that has named one since the last that named none', async () => {
    const metric = await addMetric(site, await addObjective(site), { ownerAccountId: 'ada' });
    const say = (day: string, blockers: string) =>
      ask(site, 'checkIn', { id: newId(), keyResultId: metric.id, day, value: 30, words: 'Moving', blockers });
    await say('2026-11-01', 'The bank is slow');
    await say('2026-11-02', '');
    await say('2026-11-03', 'The bank is slow again');
    await say('2026-11-10', 'Still');
    expect(spoke(await ask(site, 'getRadar', ofProject), 'followed-up').evidence).toContainEqual({
      kind: 'blocked',
      about: { type: 'key-result', id: metric.id },
      days: 9,
    });
  });

  it('costs the same number of SQL requests however many objectives there are, and no call to Jira in the open project', async () => {
    const cost = async (): Promise<readonly [number, number]> => {
      const [record] = await site.recordsOf(() => ask(site, 'getRadar', ofProject, { project: 'WEB' }));
      return [record?.sql.length ?? -1, record?.jira.length ?? -1];
    };
    await addMetric(site, await addObjective(site));
    const one = await cost();
    for (const title of ['Second', 'Third', 'Fourth']) {
      const objective = await addObjective(site, { title });
      for (const name of ['A', 'B', 'C']) await addMetric(site, objective, { title: name });
    }
    expect(await cost()).toEqual(one);
    expect(one[0]).toBeLessThanOrEqual(16);
    expect(one[1]).toBe(0);
  });
});

describe('what is private', () => {
  it('is in no score and no evidence of a place, and has a radar for those who may see it', async () => {
    await addMetric(site, await addObjective(site, { ownerAccountId: 'ben' }), { ownerAccountId: 'ben' });
    const before = await ask(site, 'getRadar', ofProject, { as: 'cleo' });
    const secret = await addObjective(site, { title: 'Sell the bank', ownerAccountId: null, audience: ['ben'] });
    await addMetric(site, secret, { ownerAccountId: null });
    for (const as of ['ada', 'cleo']) expect(await ask(site, 'getRadar', ofProject, { as })).toEqual(before);
    expect(JSON.stringify(await ask(site, 'getRadar', ofCompany))).not.toContain('Sell');
    const own = { subject: { type: 'objective', id: secret.id } } as const;
    expect(kindsOf(spoke(await ask(site, 'getRadar', own, { as: 'ben' }), 'owned'))).toContain('no-owner');
    expect(failureOf(await site.invoke('getRadar', own, { as: 'cleo' })).code).toBe('NOT_FOUND');
  });
});

describe('the radar of the company', () => {
  it('counts evidence of projects one may not browse, and shows none of it', async () => {
    await addMetric(site, await addObjective(site, { projectId: '10001', ownerAccountId: 'dan' }), { ownerAccountId: 'dan' });
    await addMetric(site, await addObjective(site));
    const [all, some] = [await ask(site, 'getRadar', ofCompany), await ask(site, 'getRadar', ofCompany, { as: 'cleo' })];
    expect(some.spokes.map(({ score }) => score)).toEqual(all.spokes.map(({ score }) => score));
    expect(spoke(some, 'monitored')).toMatchObject({ total: 1, hidden: 1 });
    expect(spoke(all, 'monitored')).toMatchObject({ total: 2, hidden: 0 });
    expect(some.objectives.some(({ home }) => home.level === 'project' && home.projectId === '10001')).toBe(false);
  });
});

describe('the weeks', () => {
  it('are written once a day, again while the week lasts, for places without what is private', async () => {
    const objective = await addObjective(site);
    const secret = await addObjective(site, { title: 'Sell the bank', audience: [] });
    await addMetric(site, objective);
    await site.site.host.schedule('daily');
    await site.site.host.schedule('daily');
    const rows = await site.sql('SELECT subject_type, subject_id, week_day FROM radar_week ORDER BY subject_type, subject_id');
    expect(rows.map(({ subject_type: type, subject_id: id, week_day: day }) => [type, id, day])).toEqual(
      [
        ['company', '', '2026-11-09'],
        ['objective', objective.id, '2026-11-09'],
        ['objective', secret.id, '2026-11-09'],
        ['project', WEB, '2026-11-09'],
      ].sort((a, b) => (a.join() < b.join() ? -1 : 1)),
    );
    const radar = await ask(site, 'getRadar', ofProject);
    for (const { score, trend } of radar.spokes) expect(trend).toEqual([{ weekDay: '2026-11-09', score }]);
  });
});
