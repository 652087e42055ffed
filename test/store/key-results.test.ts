import { RANK_GAP } from '../../src/domain/rank';
import { describeOnEveryEngine } from '../support/engines';
import type { NewKeyResult } from '../../src/store/key-results';
import { openStore, type OpenStore } from './support/open-store';
import {
  archiving,
  bringIntoScope,
  by,
  byHand,
  cycle,
  metricKeyResult,
  noCounts,
  noon,
  numbered,
  objective,
  workKeyResult,
} from './support/records';

describeOnEveryEngine('key results', (openEngine) => {
  let site: OpenStore;
  beforeAll(async () => {
    site = await openStore(await openEngine());
  });
  beforeEach(() => site.clear());
  afterAll(() => site.close());

  const insert = async (...keyResults: readonly NewKeyResult[]): Promise<void> => {
    for (const one of keyResults) await site.store.keyResults.insert(one);
  };
  const marksOf = async (id: string) =>
    (await site.select('SELECT dirty_mark, computed_mark FROM key_result WHERE id = ?', id)).map((row) => [
      Number(row.dirty_mark),
      Number(row.computed_mark),
    ])[0];

  /** What nobody has computed, frozen or changed yet. */
  const nothingComputed = {
    progress: null,
    chance: null,
    firstChance: null,
    workProgress: null,
    creditSum: 0,
    divisor: 0,
    counts: noCounts,
    computedAt: null,
    checkedInAt: null,
    healthOverride: null,
    baseline: null,
    changeId: null,
  };

  describe('writing and finding', () => {
    test('a work key result comes back as it was written, uncounted and not measured', async () => {
      const { of, ...written } = workKeyResult({
        ownerAccountId: 'anna',
        weight: 0.25,
        startDay: '2026-10-05',
        dueDay: '2026-12-18',
        rule: { weightBy: 'points', unestimated: 1.5, inProgressCredit: 0.3, wanted: null, shared: 'repeat' },
      });
      await expect(site.store.keyResults.insert(workKeyResult({ ...written, of }))).resolves.toBe(true);
      await expect(site.store.keyResults.find(written.id)).resolves.toEqual({
        ...written,
        ...of,
        number: 1,
        rank: RANK_GAP,
        ownerInactive: false,
        contributorIds: [],
        ...nothingComputed,
        archivedAt: null,
        changedAt: written.createdAt,
        version: 1,
      });
    });

    test('a metric key result comes back as it was written, without a value', async () => {
      const { of, ...written } = metricKeyResult({ of: { kind: 'metric', start: -0.5, target: 1e15, unit: '€', ...byHand } });
      await site.store.keyResults.insert(metricKeyResult({ ...written, of }));
      await expect(site.store.keyResults.find(written.id)).resolves.toEqual({
        ...written,
        ...of,
        number: 1,
        rank: RANK_GAP,
        ownerInactive: false,
        contributorIds: [],
        current: null,
        currentDay: null,
        ...nothingComputed,
        archivedAt: null,
        changedAt: written.createdAt,
        version: 1,
      });
    });

    test('leaving unestimated issues out and weighing them nothing are two rules', async () => {
      await insert(
        workKeyResult({
          id: 'out',
          rule: { weightBy: 'points', unestimated: 'leave-out', inProgressCredit: 0, wanted: null, shared: 'repeat' },
        }),
        workKeyResult({ id: 'zero', rule: { weightBy: 'points', unestimated: 0, inProgressCredit: 0, wanted: null, shared: 'repeat' } }),
      );
      await expect(site.store.keyResults.find('out')).resolves.toMatchObject({ rule: { unestimated: 'leave-out' } });
      await expect(site.store.keyResults.find('zero')).resolves.toMatchObject({ rule: { unestimated: 0 } });
    });

    test('one that does not exist is null', async () => {
      await expect(site.store.keyResults.find('nobody')).resolves.toBeNull();
    });

    test('inserts at the same time get a number each, none twice and none left out', async () => {
      const ids = numbered(24, (n) => `kr-${n}`);
      await Promise.all(ids.map((id) => site.store.keyResults.insert(workKeyResult({ id }))));
      const rows = await site.select('SELECT number FROM key_result ORDER BY number');
      expect(rows.map(({ number }) => number)).toEqual(ids.map((_, index) => index + 1));
    });

    test('an id that is there already writes nothing and says so', async () => {
      await insert(workKeyResult({ title: 'First words' }));
      await expect(site.store.keyResults.insert(metricKeyResult({ title: 'Other words' }))).resolves.toBe(false);
      await expect(site.store.keyResults.find('key-result-1')).resolves.toMatchObject({ kind: 'work', title: 'First words' });
    });

    test('those of some objectives come by number, live ones only', async () => {
      await site.store.keyResults.insert(workKeyResult({ id: 'z', objectiveId: 'b' }));
      await site.store.keyResults.insert(workKeyResult({ id: 'y', objectiveId: 'a' }));
      await site.store.keyResults.insert(workKeyResult({ id: 'x', objectiveId: 'elsewhere' }));
      await site.store.keyResults.insert(metricKeyResult({ id: 'w', objectiveId: 'b' }));
      await site.store.keyResults.insert(workKeyResult({ id: 'archived', objectiveId: 'b' }));
      await site.store.keyResults.archive('archived', 1, archiving);
      const found = await site.store.keyResults.listByObjectives(['a', 'b', 'nobody']);
      expect(found.map(({ id }) => id)).toEqual(['z', 'y', 'w']);
    });

    test('of no objectives there are none', async () => {
      await insert(workKeyResult());
      await expect(site.store.keyResults.listByObjectives([])).resolves.toEqual([]);
    });

    test('a thousand objectives are asked about in one go', async () => {
      const objectiveIds = numbered(1000, (n) => `o-${n}`);
      await insert(workKeyResult({ objectiveId: 'o-000001' }), workKeyResult({ id: 'last', objectiveId: 'o-001000' }));
      await expect(site.store.keyResults.listByObjectives(objectiveIds)).resolves.toHaveLength(2);
    });
  });

  describe('an edit', () => {
    beforeEach(() => insert(workKeyResult({ ownerAccountId: 'anna', startDay: '2026-10-05', dueDay: '2026-12-18' })));

    test('changes what is given, leaves the rest, raises the version and makes it dirty', async () => {
      const before = await site.store.keyResults.find('key-result-1');
      await site.store.numbers.clearMarks([{ id: 'key-result-1', dirtyMark: 1 }], 'none');
      const rule = { weightBy: 'points', unestimated: 2, inProgressCredit: 0.5, wanted: null, shared: 'repeat' } as const;
      await expect(site.store.keyResults.update('key-result-1', 1, { title: 'New words', rule })).resolves.toBe(true);
      await expect(site.store.keyResults.find('key-result-1')).resolves.toEqual({ ...before, title: 'New words', rule, version: 2 });
      await expect(marksOf('key-result-1')).resolves.toEqual([2, 1]);
    });

    test('takes owner and dates away where it says null', async () => {
      await site.store.keyResults.update('key-result-1', 1, { ownerAccountId: null, startDay: null, dueDay: null, weight: 5 });
      await expect(site.store.keyResults.find('key-result-1')).resolves.toMatchObject({
        ownerAccountId: null,
        startDay: null,
        dueDay: null,
        weight: 5,
      });
    });

    test('a rule that leaves the unestimated out again says so', async () => {
      const rule = (unestimated: number | 'leave-out') =>
        ({ weightBy: 'points', unestimated, inProgressCredit: 0, wanted: null, shared: 'repeat' }) as const;
      await site.store.keyResults.update('key-result-1', 1, { rule: rule(3) });
      await site.store.keyResults.update('key-result-1', 2, { rule: rule('leave-out') });
      await expect(site.store.keyResults.find('key-result-1')).resolves.toMatchObject({ rule: rule('leave-out') });
    });

    test('changes the goal of a metric', async () => {
      await insert(metricKeyResult({ id: 'm' }));
      await site.store.keyResults.update('m', 1, { start: 0, target: -3.25, unit: '' });
      await expect(site.store.keyResults.find('m')).resolves.toMatchObject({ start: 0, target: -3.25, unit: '' });
    });

    test('with another version changes nothing, not even the mark', async () => {
      await expect(site.store.keyResults.update('key-result-1', 2, { title: 'Late' })).resolves.toBe(false);
      await expect(site.store.keyResults.find('key-result-1')).resolves.toMatchObject({ version: 1 });
      await expect(marksOf('key-result-1')).resolves.toEqual([1, 0]);
    });

    test('of two at the same time one wins', async () => {
      const answers = await Promise.all(['One', 'Two', 'Three'].map((title) => site.store.keyResults.update('key-result-1', 1, { title })));
      expect(answers.filter((won) => won)).toHaveLength(1);
    });

    test('archiving says when, makes it dirty, happens once, and ends editing', async () => {
      await expect(site.store.keyResults.archive('key-result-1', 9, archiving)).resolves.toBe(false);
      await expect(site.store.keyResults.archive('key-result-1', 1, archiving)).resolves.toBe(true);
      await expect(site.store.keyResults.archive('key-result-1', 2, archiving)).resolves.toBe(false);
      await expect(site.store.keyResults.update('key-result-1', 2, { title: 'Late' })).resolves.toBe(false);
      await expect(site.store.keyResults.find('key-result-1')).resolves.toMatchObject({ archivedAt: noon, version: 2 });
      await expect(marksOf('key-result-1')).resolves.toEqual([2, 0]);
    });
  });

  describe('those an issue serves', () => {
    const serving = async (issueId: string) => (await site.store.keyResults.listByIssue('anna', issueId, [])).serving;

    beforeEach(async () => {
      await site.store.cycles.add(cycle);
      await site.store.objectives.insert(objective({ title: 'Orders arrive', home: { level: 'project', projectId: '10007' } }));
      await insert(workKeyResult());
    });

    test('come with objective, cycle and source, and are the same as found by id', async () => {
      await site.store.scope.add([{ sourceId: 's-1', issueId: '77', keyResultId: 'key-result-1' }], noon);
      await site.store.sources.add([{ id: 's-1', keyResultId: 'key-result-1', type: 'issue', issueId: '77' }], by);
      await expect(serving('77')).resolves.toEqual([
        {
          keyResult: await site.store.keyResults.find('key-result-1'),
          objective: { id: 'objective-1', number: 1, title: 'Orders arrive', home: { level: 'project', projectId: '10007' } },
          cycle,
          source: { id: 's-1', type: 'issue', issueId: '77', jql: null },
          reader: { hasOpened: false, hasAcknowledged: false },
          forecast: null,
        },
      ]);
    });

    test('come by number, and by age of the source where two bring the issue', async () => {
      await site.store.keyResults.insert(workKeyResult({ id: 'a-second' }));
      const bring = async (sourceId: string, keyResultId: string, at: number) => {
        await site.store.scope.add([{ sourceId, issueId: '77', keyResultId }], noon);
        await site.store.sources.add([{ id: sourceId, keyResultId, type: 'jql', jql: 'x' }], { accountId: 'anna', at });
      };
      await bring('s-3', 'a-second', noon);
      await bring('s-1', 'key-result-1', noon + 2);
      await bring('s-2', 'key-result-1', noon + 1);
      const rows = await serving('77');
      expect(rows.map(({ keyResult, source }) => [keyResult.id, source.id])).toEqual([
        ['key-result-1', 's-2'],
        ['key-result-1', 's-1'],
        ['a-second', 's-3'],
      ]);
    });

    test('do not count through a source that was never committed', async () => {
      await site.store.scope.add([{ sourceId: 'never', issueId: '77', keyResultId: 'key-result-1' }], noon);
      await expect(serving('77')).resolves.toEqual([]);
    });

    test('are live, as their objectives are', async () => {
      await bringIntoScope(site.store, 'key-result-1', 's-1', ['77']);
      await expect(serving('77')).resolves.toHaveLength(1);
      await expect(serving('78')).resolves.toEqual([]);
      await site.store.objectives.archive('objective-1', 1, archiving);
      await expect(serving('77')).resolves.toEqual([]);
    });

    test('are none once the key result is archived', async () => {
      await bringIntoScope(site.store, 'key-result-1', 's-1', ['77']);
      await site.store.keyResults.archive('key-result-1', 1, archiving);
      await expect(serving('77')).resolves.toEqual([]);
    });
  });
});
