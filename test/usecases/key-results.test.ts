/** Writing, changing and putting away key results, and typing in the values of metric ones. */
import type { ObjectiveView } from '../../src/contract/okr';
import { RANK_GAP } from '../../src/domain/rank';
import { openTestSite, type TestSite } from '../support/test-site';
import {
  addMetric,
  addMilestones,
  addObjective,
  addWork,
  ask,
  bring,
  failureOf,
  newId,
  outcomeOf,
  progressOf,
  see,
} from './support/okr-steps';

let site: TestSite;
let objective: ObjectiveView;
beforeEach(async () => {
  site = await openTestSite();
  objective = await addObjective(site);
});
afterEach(() => site.close());

describe('a new key result', () => {
  it('of kind work counts issues, has the dates of its cycle and nothing in scope', async () => {
    const keyResult = await addWork(site, objective);
    expect(keyResult).toEqual({
      id: keyResult.id,
      key: 'KR-1',
      objectiveId: objective.id,
      rank: RANK_GAP,
      kind: 'work',
      title: 'All ways to pay are live',
      ownerAccountId: null,
      weight: 1,
      startDay: '2026-10-01',
      dueDay: '2026-12-31',
      progress: null,
      expected: expect.closeTo(31 / 66),
      health: 'not-measured',
      computedHealth: 'not-measured',
      healthBecause: null,
      chance: null,
      healthOverride: null,
      attention: { dueDay: '2026-11-19', isStale: false, lastDay: null },
      contributorIds: [],
      dismissedRules: [],
      ownerInactive: false,
      asOf: '2026-11-12T10:00:00.000Z',
      trend: [],
      updatedAt: '2026-11-12T10:00:00.000Z',
      asksReason: false,
      version: 1,
      rule: { weightBy: 'count', unestimated: 'leave-out', inProgressCredit: 0, wanted: null, shared: 'repeat' },
      work: { inScope: 0, counted: 0, done: 0, inProgress: 0, cancelled: 0, throughChildren: 0, unestimated: 0 },
    });
  });

  it('of kind metric has a goal and no value, and its own dates where it has some', async () => {
    const keyResult = await addMetric(site, objective, {
      unit: ' % ',
      startDay: '2026-11-01',
      dueDay: '2026-11-30',
      ownerAccountId: 'cleo',
    });
    expect(keyResult).toMatchObject({
      kind: 'metric',
      startDay: '2026-11-01',
      dueDay: '2026-11-30',
      ownerAccountId: 'cleo',
      progress: null,
      health: 'not-measured',
      metric: { start: 40, target: 60, current: null, currentDay: null, unit: '%' },
    });
  });

  it('sent twice by the same person is there once', async () => {
    const id = newId();
    await addWork(site, objective, { id });
    expect(await addWork(site, objective, { id })).toMatchObject({ id, key: 'KR-1', version: 1 });
    expect(await site.sql('SELECT id FROM key_result')).toEqual([{ id }]);
  });

  it('under an id used by somebody else, or under another objective, is refused', async () => {
    const { id } = await addWork(site, objective);
    const input = { kind: 'work', id, objectiveId: objective.id, title: 'x', ownerAccountId: null } as const;
    expect(failureOf(await site.invoke('createKeyResult', input, { as: 'ben' }))).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('create it again'),
    });
    const other = await addObjective(site);
    expect(outcomeOf(await site.invoke('createKeyResult', { ...input, objectiveId: other.id }))).toBe('CONFLICT');
    expect(await see(site, { id })).toMatchObject({ title: 'All ways to pay are live', objectiveId: objective.id });
  });

  it('may not be due before it starts, counting the dates of the cycle', async () => {
    const base = { kind: 'work', objectiveId: objective.id, title: 'x', ownerAccountId: null } as const;
    for (const dates of [{ startDay: '2026-11-10', dueDay: '2026-11-09' }, { dueDay: '2026-09-30' }, { startDay: '2027-01-01' }]) {
      expect(failureOf(await site.invoke('createKeyResult', { ...base, id: newId(), ...dates }))).toMatchObject({
        code: 'INVALID',
        field: 'dueDay',
        message: expect.stringMatching(/later due day|earlier start/),
      });
    }
  });

  it('of kind metric needs a way from start to target', async () => {
    const input = {
      kind: 'metric',
      id: newId(),
      objectiveId: objective.id,
      title: 'x',
      ownerAccountId: null,
      start: 5,
      target: 5,
    } as const;
    expect(failureOf(await site.invoke('createKeyResult', input))).toMatchObject({ code: 'INVALID', field: 'target' });
  });

  it('under an objective that is not there is refused', async () => {
    const input = { kind: 'work', id: newId(), objectiveId: 'nowhere', title: 'x', ownerAccountId: null } as const;
    expect(outcomeOf(await site.invoke('createKeyResult', input))).toBe('NOT_FOUND');
  });
});

describe('editing a key result', () => {
  it('changes what is given and leaves the rest', async () => {
    const keyResult = await addWork(site, objective, { weight: 2, startDay: '2026-10-05' });
    const edited = await ask(site, 'editKeyResult', { id: keyResult.id, version: 1, title: 'Every way to pay', dueDay: '2026-12-01' });
    expect(edited).toEqual({ ...keyResult, title: 'Every way to pay', dueDay: '2026-12-01', expected: edited.expected, version: 2 });
    expect(edited.expected).toBeGreaterThan(keyResult.expected ?? 1);
  });

  it('gives it the dates of the cycle again with null', async () => {
    const { id } = await addWork(site, objective, { startDay: '2026-11-01', dueDay: '2026-11-30' });
    expect(await ask(site, 'editKeyResult', { id, version: 1, startDay: null, dueDay: null })).toMatchObject({
      startDay: '2026-10-01',
      dueDay: '2026-12-31',
    });
  });

  it('counts anew under another rule', async () => {
    const keyResult = await addWork(site, objective);
    await bring(site, keyResult, 'WEB-2');
    await bring(site, keyResult, 'WEB-3');
    expect(await progressOf(site, keyResult)).toBe(1 / 2);
    const rule = { weightBy: 'points', unestimated: 'leave-out', inProgressCredit: 0, wanted: null, shared: 'repeat' } as const;
    expect(await ask(site, 'editKeyResult', { id: keyResult.id, version: 1, rule })).toMatchObject({ rule, progress: 3 / 8 });
  });

  it('measures anew against another goal', async () => {
    const keyResult = await addMetric(site, objective);
    await ask(site, 'recordValue', { id: newId(), keyResultId: keyResult.id, value: 50 });
    expect(await ask(site, 'editKeyResult', { id: keyResult.id, version: 1, target: 80 })).toMatchObject({ progress: 1 / 4 });
    expect(failureOf(await site.invoke('editKeyResult', { id: keyResult.id, version: 2, start: 80 }))).toMatchObject({
      code: 'INVALID',
      field: 'target',
    });
  });

  it('refuses fields of the other kind', async () => {
    const work = await addWork(site, objective);
    const metric = await addMetric(site, objective);
    for (const change of [{ start: 1 }, { target: 1 }, { unit: '%' }]) {
      const refusal = failureOf(await site.invoke('editKeyResult', { id: work.id, version: 1, ...change }));
      expect(refusal).toMatchObject({ code: 'INVALID', field: Object.keys(change)[0] });
    }
    expect(failureOf(await site.invoke('editKeyResult', { id: metric.id, version: 1, low: 1 }))).toMatchObject({
      code: 'INVALID',
      field: 'low',
    });
  });

  it('on a version that somebody has changed meanwhile keeps the words of the other', async () => {
    const { id } = await addWork(site, objective);
    await ask(site, 'editKeyResult', { id, version: 1, title: 'First' });
    expect(outcomeOf(await site.invoke('editKeyResult', { id, version: 1, title: 'Second' }))).toBe('CONFLICT');
    expect(await see(site, { id })).toMatchObject({ title: 'First', version: 2 });
  });

  it('keeps its version while only its numbers move', async () => {
    const keyResult = await addWork(site, objective);
    await bring(site, keyResult, 'WEB-6');
    await site.transition('WEB-6', 'Done');
    expect(await see(site, keyResult)).toMatchObject({ progress: 1, version: 1 });
  });
});

describe('archiving a key result', () => {
  it('is done when done twice, and then it is nowhere to be found', async () => {
    const { id } = await addWork(site, objective);
    expect(await ask(site, 'archiveKeyResult', { id, version: 1 })).toBeNull();
    expect(await ask(site, 'archiveKeyResult', { id, version: 1 })).toBeNull();
    const draft = { type: 'issue', issue: 'WEB-6' } as const;
    const outcomes = await Promise.all([
      site.invoke('getKeyResult', { keyResultId: id }),
      site.invoke('editKeyResult', { id, version: 2, title: 'x' }),
      site.invoke('addSource', { id: newId(), keyResultId: id, source: draft }),
      site.invoke('previewSource', { keyResultId: id, change: { add: draft } }),
      site.invoke('recordValue', { id: newId(), keyResultId: id, value: 1 }),
    ]);
    expect(outcomes.map(outcomeOf)).toEqual(outcomes.map(() => 'NOT_FOUND'));
    expect(await ask(site, 'listLinkTargets', {}, { project: 'WEB' })).toEqual([]);
  });

  it('on a version that somebody has changed meanwhile is refused', async () => {
    const { id } = await addWork(site, objective);
    await ask(site, 'editKeyResult', { id, version: 1, title: 'Worth keeping' });
    expect(outcomeOf(await site.invoke('archiveKeyResult', { id, version: 1 }))).toBe('CONFLICT');
  });

  it('takes it out of the panels of its issues', async () => {
    const keyResult = await addWork(site, objective);
    await bring(site, keyResult, 'WEB-6');
    const panel = () => ask(site, 'getIssueKeyResults', {}, { issue: 'WEB-6' });
    expect((await panel()).cards).toHaveLength(1);
    await ask(site, 'archiveKeyResult', { id: keyResult.id, version: 1 });
    expect(await panel()).toEqual({ issueId: '20006', cards: [], hidden: 0 });
  });
});

describe('a typed-in value', () => {
  const record = (id: string, value: number, day?: string) =>
    ask(site, 'recordValue', { id: newId(), keyResultId: id, value, ...(day === undefined ? {} : { day }) });

  it('is the current one as of today, and progress follows upwards', async () => {
    const { id } = await addMetric(site, objective);
    expect(await record(id, 45)).toMatchObject({ progress: 1 / 4, metric: { current: 45, currentDay: '2026-11-12' } });
    expect(await record(id, 70)).toMatchObject({ progress: 3 / 2, health: 'done' });
    expect(await record(id, 30)).toMatchObject({ progress: -1 / 2, health: 'off-track' });
  });

  it('sent twice is there once, and another value under its id is refused and not lost in silence', async () => {
    const { id: keyResultId } = await addMetric(site, objective);
    const entry = { id: newId(), keyResultId, value: 45 };
    await ask(site, 'recordValue', entry);
    expect(await ask(site, 'recordValue', entry)).toMatchObject({ progress: 1 / 4 });
    expect(await site.sql('SELECT id FROM check_in')).toEqual([{ id: entry.id }]);
    expect(failureOf(await site.invoke('recordValue', { ...entry, value: 50 }, { project: 'WEB' }))).toMatchObject({ code: 'CONFLICT' });
  });

  it('counts downwards where the target is below the start', async () => {
    const { id } = await addMetric(site, objective, { start: 40, target: 0 });
    expect(await record(id, 10)).toMatchObject({ progress: 3 / 4 });
    expect(await record(id, 0)).toMatchObject({ progress: 1, health: 'done' });
    expect(await record(id, 44)).toMatchObject({ progress: -1 / 10 });
  });

  it('of an earlier day does not replace that of a later day', async () => {
    const { id } = await addMetric(site, objective);
    await record(id, 50, '2026-11-10');
    expect(await record(id, 41, '2026-10-20')).toMatchObject({ progress: 1 / 2, metric: { current: 50, currentDay: '2026-11-10' } });
    expect(await record(id, 55, '2026-11-11')).toMatchObject({ metric: { current: 55, currentDay: '2026-11-11' } });
  });

  it('on a day that has one already counts in its place', async () => {
    const { id } = await addMetric(site, objective);
    await record(id, 50, '2026-11-10');
    site.site.clock.set(Date.parse('2026-11-12T10:05:00Z'));
    expect(await record(id, 52, '2026-11-10')).toMatchObject({ metric: { current: 52 } });
  });

  it('sent twice is entered once', async () => {
    const { id } = await addMetric(site, objective);
    const input = { id: newId(), keyResultId: id, value: 50 };
    await ask(site, 'recordValue', input);
    expect(await ask(site, 'recordValue', input)).toMatchObject({ metric: { current: 50 } });
    expect(await site.sql('SELECT id FROM check_in')).toHaveLength(1);
  });

  it('of a day to come is refused', async () => {
    const { id } = await addMetric(site, objective);
    expect(failureOf(await site.invoke('recordValue', { id: newId(), keyResultId: id, value: 1, day: '2026-11-13' }))).toMatchObject({
      code: 'INVALID',
      field: 'day',
    });
  });

  it('does not belong to a key result of kind work', async () => {
    const { id } = await addWork(site, objective);
    expect(failureOf(await site.invoke('recordValue', { id: newId(), keyResultId: id, value: 1 }))).toMatchObject({
      code: 'INVALID',
      field: 'keyResultId',
    });
  });

  it('belongs beside milestones only: a key result that they measure takes no sources', async () => {
    const { id } = await addMilestones(site, objective);
    const draft = { type: 'issue', issue: 'WEB-6' } as const;
    expect(failureOf(await site.invoke('addSource', { id: newId(), keyResultId: id, source: draft }))).toMatchObject({
      code: 'INVALID',
      field: 'keyResultId',
    });
    expect(failureOf(await site.invoke('previewSource', { keyResultId: id, change: { add: draft } }))).toMatchObject({
      code: 'INVALID',
      field: 'keyResultId',
    });
  });
});
