/** Writing, changing and putting away objectives, and the page that lists them. */
import { healthThresholds } from '../../src/domain/health-by-chance';
import { RANK_GAP } from '../../src/domain/rank';
import { openTestSite, type TestSite } from '../support/test-site';
import { addMetric, addObjective, addWork, ask, copyRow, failureOf, newId, outcomeOf, Q4, SEC, WEB, inProject } from './support/okr-steps';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

const onWeb = { project: 'WEB' } as const;
const asNobodyMadeIt = { state: 'running', closedDay: null, themes: [], capacity: null, version: 1 } as const;

describe('a new objective', () => {
  it('is shown with everything it was given, not measured while it has no key results', async () => {
    const id = newId();
    const objective = await ask(
      site,
      'createObjective',
      { id, cycleId: Q4, title: '  Pay in a minute ', description: 'Why: carts are left.', ownerAccountId: 'cleo', weight: 2 },
      onWeb,
    );
    expect(objective).toEqual({
      id,
      key: 'O-1',
      home: inProject(WEB),
      rank: RANK_GAP,
      carriedOverFrom: [],
      ambition: 'committed',
      grade: null,
      ownerInactive: false,
      contributorIds: [],
      dismissedRules: [],
      audience: null,
      cycleId: Q4,
      title: 'Pay in a minute',
      description: 'Why: carts are left.',
      ownerAccountId: 'cleo',
      weight: 2,
      parent: null,
      rollUp: 'key-results',
      override: null,
      computed: null,
      trend: [],
      updatedAt: '2026-11-12T10:00:00.000Z',
      progress: null,
      expected: expect.closeTo(31 / 66),
      health: 'not-measured',
      computedHealth: 'not-measured',
      healthBecause: null,
      chance: null,
      healthOverride: null,
      measured: { measured: 0, total: 0 },
      keyResults: [],
      asksReason: true,
      version: 1,
    });
  });

  it('sent twice by the same person is there once', async () => {
    const id = newId();
    await addObjective(site, { id });
    expect(await addObjective(site, { id })).toMatchObject({ id, key: 'O-1', version: 1 });
    expect((await ask(site, 'getProjectOkrs', {}, onWeb)).totalObjectives).toBe(1);
  });

  it('under an id that somebody else has used is refused with words that fit', async () => {
    const { id } = await addObjective(site, { title: "Ada's own" });
    const input = { id, cycleId: Q4, title: "Ben's", ownerAccountId: null };
    const refusal = failureOf(await site.invoke('createObjective', input, { as: 'ben', project: 'WEB' }));
    expect(refusal).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('create it again') });
    expect((await ask(site, 'getProjectOkrs', {}, onWeb)).objectives.map(({ title }) => title)).toEqual(["Ada's own"]);
  });

  it('under an id of the same person in another project is refused', async () => {
    const { id } = await addObjective(site);
    expect(
      outcomeOf(
        await site.invoke('createObjective', {
          id,
          home: { level: 'project', projectId: SEC },
          cycleId: Q4,
          title: 'x',
          ownerAccountId: null,
        }),
      ),
    ).toBe('CONFLICT');
  });

  it('cannot be written into a cycle that nobody knows', async () => {
    const refusal = failureOf(
      await site.invoke('createObjective', { id: newId(), cycleId: '2019-q1', title: 'x', ownerAccountId: null }, onWeb),
    );
    expect(refusal).toMatchObject({ code: 'INVALID', field: 'cycleId' });
  });

  it('needs a project: outside of one, without naming one, there is none', async () => {
    const refusal = failureOf(await site.invoke('createObjective', { id: newId(), cycleId: Q4, title: 'x', ownerAccountId: null }));
    expect(refusal).toMatchObject({ code: 'INVALID', field: 'home' });
  });
});

describe('editing an objective', () => {
  it('changes what is given and leaves the rest', async () => {
    const objective = await addObjective(site, { description: 'As it was', weight: 3 });
    const edited = await ask(site, 'editObjective', { id: objective.id, version: 1, title: 'Better words', ownerAccountId: 'ben' });
    expect(edited).toEqual({ ...objective, title: 'Better words', ownerAccountId: 'ben', version: 2 });
  });

  it('moves it to the next quarter, which so becomes a cycle', async () => {
    const objective = await addObjective(site);
    const edited = await ask(site, 'editObjective', { id: objective.id, version: 1, cycleId: '2027-q1' });
    expect(edited).toMatchObject({ cycleId: '2027-q1', health: 'not-started', expected: 0 });
    expect((await ask(site, 'getProjectOkrs', {}, onWeb)).objectives).toEqual([]);
    expect((await ask(site, 'getProjectOkrs', { cycleId: '2027-q1' }, onWeb)).objectives).toHaveLength(1);
  });

  it('on a version that somebody has changed meanwhile keeps the words of the other', async () => {
    const { id } = await addObjective(site);
    await ask(site, 'editObjective', { id, version: 1, title: 'First' });
    const refusal = failureOf(await site.invoke('editObjective', { id, version: 1, title: 'Second' }));
    expect(refusal).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('Compare both versions') });
    expect((await ask(site, 'getProjectOkrs', {}, onWeb)).objectives).toMatchObject([{ title: 'First', version: 2 }]);
  });

  it('without any change still is a version of its own', async () => {
    const { id } = await addObjective(site);
    expect(await ask(site, 'editObjective', { id, version: 1 })).toMatchObject({ version: 2 });
  });
});

describe('archiving an objective', () => {
  it('takes it and its key results off the page, and is done when done twice', async () => {
    const objective = await addObjective(site);
    const keyResult = await addWork(site, objective);
    expect(await ask(site, 'archiveObjective', { id: objective.id, version: 1 })).toBeNull();
    expect(await ask(site, 'archiveObjective', { id: objective.id, version: 1 })).toBeNull();
    expect(await ask(site, 'getProjectOkrs', {}, onWeb)).toMatchObject({ objectives: [], totalObjectives: 0 });
    expect(outcomeOf(await site.invoke('getKeyResult', { keyResultId: keyResult.id }))).toBe('NOT_FOUND');
    expect(outcomeOf(await site.invoke('editObjective', { id: objective.id, version: 2, title: 'x' }))).toBe('NOT_FOUND');
    const late = { kind: 'work', id: newId(), objectiveId: objective.id, title: 'x', ownerAccountId: null } as const;
    expect(outcomeOf(await site.invoke('createKeyResult', late))).toBe('NOT_FOUND');
  });

  it('on a version that somebody has changed meanwhile is refused', async () => {
    const { id } = await addObjective(site);
    await ask(site, 'editObjective', { id, version: 1, title: 'Worth keeping' });
    expect(failureOf(await site.invoke('archiveObjective', { id, version: 1 }))).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('archive it again'),
    });
    expect((await ask(site, 'getProjectOkrs', {}, onWeb)).totalObjectives).toBe(1);
  });
});

describe('the roll-up', () => {
  it('is the weighted mean of the measured key results and counts the others aloud', async () => {
    const objective = await addObjective(site);
    const day = '2026-11-01';
    const half = await addMetric(site, objective, { weight: 3 });
    const all = await addMetric(site, objective, { start: 10, target: 0 });
    await addWork(site, objective, { weight: 5 });
    await ask(site, 'recordValue', { id: newId(), keyResultId: half.id, value: 50, day });
    await ask(site, 'recordValue', { id: newId(), keyResultId: all.id, value: 0, day });
    const page = await ask(site, 'getProjectOkrs', {}, onWeb);
    expect(page.objectives).toMatchObject([{ progress: (3 * 0.5 + 1) / 4, measured: { measured: 2, total: 3 } }]);
    const [stored] = await site.sql('SELECT progress FROM objective');
    expect(stored).toEqual({ progress: (3 * 0.5 + 1) / 4 });
  });

  it('follows a changed weight and goes on without an archived key result', async () => {
    const objective = await addObjective(site);
    const low = await addMetric(site, objective);
    const high = await addMetric(site, objective);
    await ask(site, 'recordValue', { id: newId(), keyResultId: low.id, value: 40 });
    await ask(site, 'recordValue', { id: newId(), keyResultId: high.id, value: 60 });
    const shown = async () => (await ask(site, 'getProjectOkrs', {}, onWeb)).objectives[0]?.progress;
    const stored = async () => (await site.sql('SELECT progress FROM objective'))[0]?.progress;
    expect([await shown(), await stored()]).toEqual([0.5, 0.5]);
    await ask(site, 'editKeyResult', { id: high.id, version: 1, weight: 3 });
    expect([await shown(), await stored()]).toEqual([0.75, 0.75]);
    await ask(site, 'archiveKeyResult', { id: low.id, version: 1 });
    expect([await shown(), await stored()]).toEqual([1, 1]);
    await ask(site, 'archiveKeyResult', { id: high.id, version: 2 });
    expect([await shown(), await stored()]).toEqual([null, null]);
  });
});

describe('cycles', () => {
  it('are the current and the next quarter where nobody has written any, earliest first', async () => {
    expect(await ask(site, 'listCycles', {})).toEqual([
      { id: '2026-q4', name: 'Q4 2026', startDay: '2026-10-01', endDay: '2026-12-31', ...asNobodyMadeIt },
      { id: '2027-q1', name: 'Q1 2027', startDay: '2027-01-01', endDay: '2027-03-31', ...asNobodyMadeIt },
    ]);
  });

  it('stay when their quarter is over: the page opens with the new one and shows the past one when asked', async () => {
    await addObjective(site);
    site.site.clock.set(Date.parse('2027-02-01T10:00:00Z'));
    expect(await ask(site, 'getProjectOkrs', {}, onWeb)).toMatchObject({ cycle: { id: '2027-q1' }, objectives: [] });
    expect((await ask(site, 'listCycles', {})).map(({ id }) => id)).toEqual(['2026-q4', '2027-q1', '2027-q2']);
    expect(await ask(site, 'getProjectOkrs', { cycleId: Q4 }, onWeb)).toMatchObject({
      cycle: { id: '2026-q4' },
      objectives: [{ title: 'A checkout people finish', expected: 1 }],
    });
  });

  it('that nobody knows are refused with the field', async () => {
    expect(failureOf(await site.invoke('getProjectOkrs', { cycleId: '1999-q9' }, onWeb))).toMatchObject({
      code: 'INVALID',
      field: 'cycleId',
    });
    const { id } = await addObjective(site);
    expect(failureOf(await site.invoke('editObjective', { id, version: 1, cycleId: '1999-q9' }))).toMatchObject({
      code: 'INVALID',
      field: 'cycleId',
    });
  });
});

describe('the page', () => {
  it('of a project without OKRs is empty, with the cycle to begin with', async () => {
    expect(await ask(site, 'getProjectOkrs', {}, onWeb)).toEqual({
      projectId: WEB,
      roles: { isOkrAdmin: false, ledGroupIds: [] },
      today: '2026-11-12',
      cycles: await ask(site, 'listCycles', {}),
      cycle: { id: '2026-q4', name: 'Q4 2026', startDay: '2026-10-01', endDay: '2026-12-31', ...asNobodyMadeIt },
      thresholds: healthThresholds,
      objectives: [],
      totalObjectives: 0,
      nextCursor: null,
      asOf: null,
    });
  });

  it('says as of when its oldest number is', async () => {
    const objective = await addObjective(site);
    await addWork(site, objective);
    site.site.clock.set(Date.parse('2026-11-12T11:00:00Z'));
    await addWork(site, objective);
    expect((await ask(site, 'getProjectOkrs', {}, onWeb)).asOf).toBe('2026-11-12T10:00:00.000Z');
  });

  const writeObjectives = async (count: number): Promise<void> => {
    const { id } = await addObjective(site);
    const copies = Array.from({ length: count - 1 }, (_, index) => ({ id: `many-${String(index)}`, number: index + 2 }));
    await copyRow(site, 'objective', id, copies);
  };

  it('of more than a hundred and fifty objectives has a next one, and each comes once', async () => {
    await writeObjectives(310);
    const keys: string[] = [];
    let cursor: string | null = null;
    let pages = 0;
    do {
      const page: { nextCursor: string | null; totalObjectives: number; objectives: readonly { key: string }[] } = await ask(
        site,
        'getProjectOkrs',
        cursor === null ? {} : { cursor },
        onWeb,
      );
      expect(page.totalObjectives).toBe(310);
      keys.push(...page.objectives.map(({ key }) => key));
      cursor = page.nextCursor;
      pages += 1;
    } while (cursor !== null);
    expect(pages).toBe(3);
    expect(keys).toEqual(Array.from({ length: 310 }, (_, index) => `O-${String(index + 1)}`));
  });

  it('of exactly a hundred and fifty objectives has no next one', async () => {
    await writeObjectives(150);
    expect(await ask(site, 'getProjectOkrs', {}, onWeb)).toMatchObject({ totalObjectives: 150, nextCursor: null });
  });

  it('refuses a cursor that is none', async () => {
    expect(failureOf(await site.invoke('getProjectOkrs', { cursor: 'here' }, onWeb))).toMatchObject({ code: 'INVALID', field: 'cursor' });
  });
});
