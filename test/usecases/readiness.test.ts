/** Whether a cycle is ready to begin, as each person sees it, and what an OKR admin settles about it. */
import type { ReadinessCheck } from '../../src/domain/readiness';
import { radarThresholds } from '../../src/domain/radar/thresholds';
import { openTestSite, type TestSite } from '../support/test-site';
import { addObjective, addWork, ask, failureOf, inProject, Q4, SEC } from './support/okr-steps';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

const next = '2027-q1';
const readiness = (cycleId: string, as = 'ada') => ask(site, 'getCycleReadiness', { cycleId }, { as });
const missing = async (cycleId: string, as = 'ada') =>
  (await readiness(cycleId, as)).checks.filter(({ state }) => state === 'missing').map(({ check }) => check);
const evidenceFor = async (check: ReadinessCheck, as = 'ada') => (await readiness(next, as)).checks.find((each) => each.check === check);

describe('a cycle to be prepared', () => {
  it('lacks whatever nobody has settled', async () => {
    expect(await readiness(next)).toMatchObject({ cycle: { id: next }, previous: null, done: 1, asked: 4 });
    expect(await missing(next)).toEqual(['themes', 'key-results', 'capacity']);
  });

  it('keeps themes and what was found about capacity, with who said so and when, on record', async () => {
    const themes = ['Fewer surprises', 'Faster checkout'];
    const edited = await ask(site, 'editCycle', { id: next, version: 1, themes, capacity: 'Two people less in March' });
    expect(edited).toMatchObject({
      themes,
      capacity: { words: 'Two people less in March', at: '2026-11-12T10:00:00.000Z', byAccountId: 'ada' },
    });
    expect(await missing(next)).toEqual(['key-results']);
    const { entries } = await ask(site, 'getActivity', { subject: { type: 'set-up' } });
    expect(entries[0]?.deed).toMatchObject({
      did: 'changed',
      changes: [
        { field: 'themes', before: null, after: { text: 'Fewer surprises; Faster checkout' } },
        { field: 'capacity', before: null, after: { text: 'Two people less in March' } },
      ],
    });
    const again = await ask(site, 'editCycle', { id: next, version: 2, themes: [], capacity: null });
    expect(again).toMatchObject({ themes: [], capacity: null });
  });

  it('keeps the words of whoever looked at capacity when somebody else changes something else', async () => {
    await ask(site, 'grantOkrAdmin', { holderAccountId: 'ben' });
    await ask(site, 'editCycle', { id: next, version: 1, capacity: 'Enough' });
    const { capacity } = await ask(site, 'editCycle', { id: next, version: 2, themes: ['One'], capacity: 'Enough' }, { as: 'ben' });
    expect(capacity).toMatchObject({ byAccountId: 'ada' });
  });

  it('asks about the cycle before it once there are objectives in that', async () => {
    const { id } = await addObjective(site, { title: 'Of this quarter' });
    expect(await missing(next)).toEqual(['themes', 'previous-closed', 'previous-graded', 'key-results', 'capacity']);
    expect(await evidenceFor('previous-graded')).toMatchObject({
      evidence: [{ type: 'objective', id, title: 'Of this quarter' }],
      more: 0,
    });
    await ask(site, 'closeCycle', { id: Q4, version: 1, reason: 'Nobody has time to grade' });
    expect(await missing(next)).toEqual(['themes', 'previous-graded', 'key-results', 'capacity']);
  });

  it('names objectives with too few key results and projects with too many objectives', async () => {
    const one = await addObjective(site, { cycleId: next });
    await addWork(site, one);
    for (let more = 0; more < 3; more += 1) {
      const objective = await addObjective(site, { cycleId: next });
      await addWork(site, objective);
      await addWork(site, objective);
    }
    expect(await evidenceFor('key-results')).toMatchObject({ evidence: [{ id: one.id, keyResults: 1 }] });
    expect(await evidenceFor('project-objectives')).toMatchObject({
      evidence: [{ type: 'home', home: { level: 'project' }, objectives: 4 }],
    });
  });

  it('is judged by the limits of the site, which it tells', async () => {
    const objective = await addObjective(site, { cycleId: next });
    await addWork(site, objective);
    await addObjective(site, { cycleId: next, home: inProject(SEC) });
    const stateOf = async (check: ReadinessCheck) => (await evidenceFor(check))?.state;
    expect([await stateOf('key-results'), await stateOf('project-objectives')]).toEqual(['missing', 'done']);
    await addObjective(site, { cycleId: next });
    const value = { ...radarThresholds, projectObjectives: 1, fewestKeyResults: 1, mostKeyResults: 1 };
    await ask(site, 'changeSetting', { group: 'radar', version: 0, value });
    expect((await readiness(next)).limits).toEqual({ companyObjectives: 5, projectObjectives: 1, fewestKeyResults: 1, mostKeyResults: 1 });
    expect(await evidenceFor('project-objectives')).toMatchObject({ state: 'missing', evidence: [{ objectives: 2 }] });
    expect((await evidenceFor('key-results'))?.evidence).toMatchObject([{ keyResults: 0 }, { keyResults: 0 }]);
  });

  it('counts what lives in a project one may not browse without naming it, and nothing that is private', async () => {
    await addObjective(site, { cycleId: next, home: inProject(SEC), title: 'Hidden' });
    const secret = await addObjective(site, { cycleId: next, title: 'Secret', ownerAccountId: 'cleo' });
    await ask(site, 'editObjective', { id: secret.id, version: 1, audience: [] }, { as: 'cleo' });
    expect(await evidenceFor('key-results', 'ben')).toMatchObject({ state: 'missing', evidence: [], more: 1 });
    expect((await evidenceFor('key-results', 'cleo'))?.evidence).toMatchObject([{ title: 'Secret' }]);
  });

  it('that nobody knows is no cycle', async () => {
    expect(failureOf(await site.invoke('getCycleReadiness', { cycleId: 'nowhere' }))).toMatchObject({ code: 'INVALID', field: 'cycleId' });
  });
});

describe('ambition', () => {
  it('is committed unless somebody says otherwise, and stays with copies', async () => {
    expect((await addObjective(site)).ambition).toBe('committed');
    const { id, ambition } = await addObjective(site, { ambition: 'aspirational' });
    expect(ambition).toBe('aspirational');
    await ask(site, 'copyObjectives', { copies: [{ id: 'the-copy-of-it', fromId: id }], cycleId: next, withSources: false });
    expect((await ask(site, 'getObjective', { objectiveId: 'the-copy-of-it' })).objective.ambition).toBe('aspirational');
  });

  it('is changed with a reason once the cycle has begun, and that is on record', async () => {
    const { id } = await addObjective(site);
    expect(failureOf(await site.invoke('editObjective', { id, version: 1, ambition: 'learning' })).field).toBe('reason');
    const edited = await ask(site, 'editObjective', { id, version: 1, ambition: 'learning', reason: 'Nobody knows the market yet' });
    expect(edited.ambition).toBe('learning');
    expect(await ask(site, 'listChanges', { subject: { type: 'objective', id } })).toMatchObject([
      { reason: 'Nobody knows the market yet', fields: [{ field: 'ambition', before: 'committed', after: 'learning' }] },
    ]);
  });
});
