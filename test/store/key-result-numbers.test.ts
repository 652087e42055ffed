import type { NewKeyResult } from '../../src/store/key-results';
import { describeOnEveryEngine } from '../support/engines';
import { openStore, type OpenStore } from './support/open-store';
import {
  archiving,
  bringIntoScope,
  checkIn,
  cycle,
  measured,
  metricKeyResult,
  noon,
  numbered,
  objective,
  workKeyResult,
} from './support/records';

const project = { level: 'project', projectId: '10007' } as const;
const someCounts = { inScope: 7, counted: 6, done: 5, inProgress: 4, cancelled: 3, throughChildren: 2, unestimated: 1 };

describeOnEveryEngine('numbers of key results and objectives', (openEngine) => {
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

  describe('what recomputing reads', () => {
    beforeEach(async () => {
      await site.store.cycles.add(cycle);
      await site.store.objectives.insert(objective({ home: project }));
    });

    test('of nothing is nothing', async () => {
      await insert(workKeyResult());
      await expect(site.store.numbers.listForRecompute([])).resolves.toEqual([]);
    });

    test('is the key result, its project, its mark and how many scope rows it has', async () => {
      await insert(workKeyResult({ id: 'a' }), workKeyResult({ id: 'b' }), workKeyResult({ id: 'not-asked' }));
      await bringIntoScope(site.store, 'a', 's-1', ['1', '2']);
      await bringIntoScope(site.store, 'a', 's-2', ['2']);
      await site.store.keyResults.archive('b', 1, archiving);
      const records = await site.store.numbers.listForRecompute(['b', 'a']);
      expect(records.map(({ keyResult, ...rest }) => ({ id: keyResult.id, archivedAt: keyResult.archivedAt, ...rest }))).toEqual([
        { id: 'a', archivedAt: null, home: project, cycle, forecast: null, dirtyMark: 1, scopeRows: 3, checkedInAt: null, latest: null },
        { id: 'b', archivedAt: noon, home: project, cycle, forecast: null, dirtyMark: 2, scopeRows: 0, checkedInAt: null, latest: null },
      ]);
    });

    const enter = (id: string, day: string, createdAt: number, value: number, keyResultId = 'key-result-1') =>
      site.store.checkIns.add(checkIn({ id, keyResultId, value, day, createdAt }));
    const latest = async () => (await site.store.numbers.listForRecompute(['key-result-1']))[0]?.latest;

    test('of check-ins takes the latest day, however late an older day was entered', async () => {
      await insert(metricKeyResult());
      await enter('late-entry', '2026-11-02', noon + 5000, 1);
      await enter('latest-day', '2026-11-10', noon, 2);
      await enter('oldest', '2026-09-30', noon + 9000, 3);
      await expect(latest()).resolves.toEqual({ value: 2, day: '2026-11-10' });
    });

    test('of one day takes the latest entry, and of one instant the greatest id', async () => {
      await insert(metricKeyResult());
      await enter('z', '2026-11-10', noon, 1);
      await enter('a', '2026-11-10', noon + 1, 2);
      await expect(latest()).resolves.toEqual({ value: 2, day: '2026-11-10' });
      await enter('b', '2026-11-10', noon + 1, 3);
      await enter('B', '2026-11-10', noon + 1, 4);
      await expect(latest()).resolves.toEqual({ value: 3, day: '2026-11-10' });
    });

    test('of check-ins of others takes none, and a value of 0 is a value', async () => {
      await insert(metricKeyResult());
      await enter('other', '2026-11-10', noon, 9, 'key-result-2');
      await expect(latest()).resolves.toBeNull();
      await enter('mine', '2026-11-01', noon, 0);
      await expect(latest()).resolves.toEqual({ value: 0, day: '2026-11-01' });
    });
  });

  describe('measures', () => {
    test('are written each to its own row, and say when; version, marks and other rows stay', async () => {
      await insert(workKeyResult({ id: 'w' }), metricKeyResult({ id: 'm' }), workKeyResult({ id: 'other' }));
      const other = await site.store.keyResults.find('other');
      await site.store.numbers.writeMeasures(
        [
          measured('w', { progress: 5 / 6, counts: someCounts }),
          measured('m', { progress: -0.125, current: { value: 41.5, day: '2026-11-20' } }),
        ],
        noon,
      );
      await expect(site.store.keyResults.find('w')).resolves.toMatchObject({
        progress: 5 / 6,
        counts: someCounts,
        computedAt: noon,
        version: 1,
      });
      await expect(site.store.keyResults.find('m')).resolves.toMatchObject({
        progress: -0.125,
        current: 41.5,
        currentDay: '2026-11-20',
        computedAt: noon,
      });
      await expect(site.store.keyResults.find('other')).resolves.toEqual(other);
      await expect(marksOf('w')).resolves.toEqual([1, 0]);
    });

    test('can be taken away again', async () => {
      await insert(metricKeyResult());
      await site.store.numbers.writeMeasures([measured('key-result-1', { progress: 1, current: { value: 5, day: '2026-11-20' } })], noon);
      await site.store.numbers.writeMeasures([measured('key-result-1')], noon + 1);
      await expect(site.store.keyResults.find('key-result-1')).resolves.toMatchObject({
        progress: null,
        current: null,
        currentDay: null,
        computedAt: noon + 1,
      });
    });

    test('of a hundred rows go in one statement', async () => {
      const ids = numbered(100, (n) => `kr-${n}`);
      for (const id of ids) await site.store.keyResults.insert(workKeyResult({ id }));
      const before = site.host.invocations().length;
      await site.store.numbers.writeMeasures(
        ids.map((id, index) => measured(id, { progress: index / 100 })),
        noon,
      );
      expect(site.host.invocations().length - before).toBe(1);
      const records = await site.store.keyResults.listByObjectives(['objective-1']);
      expect(records.map(({ progress }) => progress)).toEqual(ids.map((_, index) => index / 100));
    });

    test('are written only where the mark is the one they were read under, row by row', async () => {
      await insert(...['moved', 'still', 'ahead'].map((id) => workKeyResult({ id })));
      await site.store.numbers.raiseMarks(['moved']);
      await site.store.numbers.writeMeasures(
        [
          measured('moved', { dirtyMark: 1, progress: 0.1 }),
          measured('still', { dirtyMark: 1, progress: 0.2 }),
          measured('ahead', { dirtyMark: 2, progress: 0.3 }),
        ],
        noon,
      );
      const records = await site.store.keyResults.listByObjectives(['objective-1']);
      expect(records.map(({ id, progress, computedAt }) => [id, progress, computedAt])).toEqual([
        ['moved', null, null],
        ['still', 0.2, noon],
        ['ahead', null, null],
      ]);
    });

    test('read before somebody edited or archived the key result are not written', async () => {
      await insert(workKeyResult({ id: 'edited' }), workKeyResult({ id: 'archived' }));
      await site.store.keyResults.update('edited', 1, { weight: 2 });
      await site.store.keyResults.archive('archived', 1, archiving);
      await site.store.numbers.writeMeasures(
        ['edited', 'archived'].map((id) => measured(id, { progress: 1 })),
        noon,
      );
      await expect(site.store.keyResults.find('edited')).resolves.toMatchObject({ progress: null });
      await expect(site.store.keyResults.find('archived')).resolves.toMatchObject({ progress: null });
    });
  });

  describe('that the numbers are true', () => {
    const computedAt = async (id: string) => (await site.store.keyResults.find(id))?.computedAt;
    const compute = async (id: string, at: number) => {
      await site.store.numbers.writeMeasures([measured(id)], at);
      await site.store.numbers.clearMarks([{ id, dirtyMark: 1 }], 'none');
    };

    test('is confirmed of the clean ones alone', async () => {
      await insert(...['clean', 'dirty', 'never-computed', 'archived'].map((id) => workKeyResult({ id })));
      for (const id of ['clean', 'dirty', 'archived']) await compute(id, noon);
      await site.store.numbers.raiseMarks(['dirty']);
      await site.store.keyResults.archive('archived', 1, archiving);
      await site.store.numbers.confirm(noon + 5);
      await expect(Promise.all(['clean', 'dirty', 'never-computed', 'archived'].map(computedAt))).resolves.toEqual([
        noon + 5,
        noon,
        null,
        noon,
      ]);
    });

    test('is not confirmed of one with an open write, though somebody else has computed it meanwhile', async () => {
      await insert(workKeyResult());
      await site.store.numbers.markDirty(['key-result-1'], noon);
      await site.store.numbers.writeMeasures([measured('key-result-1', { dirtyMark: 2 })], noon);
      await site.store.numbers.clearMarks([{ id: 'key-result-1', dirtyMark: 2 }], 'none');
      await expect(marksOf('key-result-1')).resolves.toEqual([2, 2]);
      await site.store.numbers.confirm(noon + 5);
      await expect(computedAt('key-result-1')).resolves.toBe(noon);
      await site.store.numbers.clearMarks([{ id: 'key-result-1', dirtyMark: 2 }], 'own');
      await site.store.numbers.confirm(noon + 5);
      await expect(computedAt('key-result-1')).resolves.toBe(noon + 5);
    });

    test('is never confirmed for an earlier moment than they already are', async () => {
      await insert(workKeyResult());
      await compute('key-result-1', noon);
      await site.store.numbers.confirm(noon - 1);
      await expect(computedAt('key-result-1')).resolves.toBe(noon);
    });
  });

  describe('what rolls up', () => {
    beforeEach(async () => {
      for (const id of ['b', 'a', 'empty', 'not-asked']) await site.store.objectives.insert(objective({ id }));
    });

    test('is weight and progress of the live key results, by objective and by number', async () => {
      await insert(
        workKeyResult({ id: 'b-1', objectiveId: 'b', weight: 0.5 }),
        workKeyResult({ id: 'a-2', objectiveId: 'a', weight: 2 }),
        metricKeyResult({ id: 'a-1', objectiveId: 'a', weight: 0 }),
        workKeyResult({ id: 'archived', objectiveId: 'a' }),
        workKeyResult({ id: 'elsewhere', objectiveId: 'not-asked' }),
      );
      await site.store.numbers.writeMeasures([measured('a-2', { progress: 0.75 })], noon);
      await site.store.keyResults.archive('archived', 1, archiving);
      await expect(site.store.rollUps.list(['b', 'a'])).resolves.toEqual([
        {
          id: 'a',
          rollMark: 0,
          parts: [
            { weight: 2, progress: 0.75, override: null, closedDay: null },
            { weight: 0, progress: null, override: null, closedDay: null },
          ],
        },
        { id: 'b', rollMark: 0, parts: [{ weight: 0.5, progress: null, override: null, closedDay: null }] },
      ]);
    });

    test('into an objective without live key results is nothing, and the objective is there all the same', async () => {
      await insert(workKeyResult({ objectiveId: 'a' }));
      await site.store.keyResults.archive('key-result-1', 1, archiving);
      await expect(site.store.rollUps.list(['a', 'empty'])).resolves.toEqual([
        { id: 'a', rollMark: 0, parts: [] },
        { id: 'empty', rollMark: 0, parts: [] },
      ]);
    });

    test('comes with the mark of each objective, which rises for each that asks, also at the same time', async () => {
      await Promise.all(Array.from({ length: 10 }, () => site.store.rollUps.mark(['a', 'b'])));
      await site.store.rollUps.mark(['b']);
      const read = await site.store.rollUps.list(['a', 'b', 'empty']);
      expect(read.map(({ id, rollMark }) => [id, rollMark])).toEqual([
        ['a', 10],
        ['b', 11],
        ['empty', 0],
      ]);
    });

    test('of no objectives is nothing, and marks and writes nothing', async () => {
      const before = site.host.invocations().length;
      await expect(site.store.rollUps.list([])).resolves.toEqual([]);
      await site.store.rollUps.mark([]);
      await site.store.rollUps.write([]);
      expect(site.host.invocations().length - before).toBe(0);
    });
  });

  describe('rolled-up progress', () => {
    const ofOne = { measured: 1, total: 1 };
    const progressById = async () => {
      const rows = await site.select('SELECT id, progress FROM objective ORDER BY id');
      return Object.fromEntries(rows.map(({ id, progress }) => [id, progress]));
    };

    beforeEach(async () => {
      for (const id of ['a', 'b', 'c', 'd']) await site.store.objectives.insert(objective({ id }));
    });

    test('is written for several at once, each its own, and leaves the others and the versions alone', async () => {
      await site.store.rollUps.write([{ id: 'd', rollMark: 0, progress: 0.9, ...ofOne }]);
      await site.store.rollUps.write([
        { id: 'a', rollMark: 0, progress: 1 / 3, ...ofOne },
        { id: 'b', rollMark: 0, progress: null, ...ofOne },
        { id: 'c', rollMark: 0, progress: 0, ...ofOne },
      ]);
      await expect(progressById()).resolves.toEqual({ a: 1 / 3, b: null, c: 0, d: 0.9 });
      await expect(site.store.objectives.find('a')).resolves.toMatchObject({ version: 1 });
    });

    test('can become not measured again', async () => {
      await site.store.rollUps.write([{ id: 'a', rollMark: 0, progress: 0.5, ...ofOne }]);
      await site.store.rollUps.write([{ id: 'a', rollMark: 0, progress: null, ...ofOne }]);
      await expect(progressById()).resolves.toMatchObject({ a: null });
    });

    test('is written only where the mark is the one it was read under, row by row', async () => {
      await site.store.rollUps.mark(['b', 'c']);
      await site.store.rollUps.write([
        { id: 'a', rollMark: 0, progress: 0.1, ...ofOne },
        { id: 'b', rollMark: 0, progress: 0.2, ...ofOne },
        { id: 'c', rollMark: 1, progress: 0.3, ...ofOne },
        { id: 'd', rollMark: 1, progress: 0.4, ...ofOne },
      ]);
      await expect(progressById()).resolves.toEqual({ a: 0.1, b: null, c: 0.3, d: null });
    });
  });
});
