import type { NewKeyResult } from '../../src/store/key-results';
import { describeOnEveryEngine } from '../support/engines';
import { openStore, type OpenStore } from './support/open-store';
import { archiving, cycle, noon, numbered, objective, workKeyResult } from './support/records';

describeOnEveryEngine('marks of key results', (openEngine) => {
  let site: OpenStore;
  beforeAll(async () => {
    site = await openStore(await openEngine());
  });
  beforeEach(async () => {
    await site.clear();
    await site.store.cycles.add(cycle);
    await site.store.objectives.insert(objective());
  });
  afterAll(() => site.close());

  const id = 'key-result-1';
  const insert = async (...keyResults: readonly NewKeyResult[]): Promise<void> => {
    for (const one of keyResults) await site.store.keyResults.insert(one);
  };
  const marksOf = async (keyResultId: string) => {
    const [row] = await site.select('SELECT dirty_mark, computed_mark, open_writes FROM key_result WHERE id = ?', keyResultId);
    return { dirty: Number(row?.dirty_mark), computed: Number(row?.computed_mark), open: Number(row?.open_writes) };
  };
  const readMark = async (): Promise<number> => (await site.store.numbers.listForRecompute([id]))[0]?.dirtyMark ?? NaN;
  /** Dirty, or open since before `abandonedBefore`; by default nothing is old enough. */
  const listed = (abandonedBefore = 0) => site.store.numbers.listDirtyIds('', abandonedBefore, 10);

  describe('dirty', () => {
    test('is a new key result, without an open write', async () => {
      await insert(workKeyResult());
      await expect(listed()).resolves.toEqual([id]);
      await expect(marksOf(id)).resolves.toEqual({ dirty: 1, computed: 0, open: 0 });
    });

    test('is one no longer that is cleared under the mark that was read', async () => {
      await insert(workKeyResult());
      await site.store.numbers.clearMarks([{ id, dirtyMark: await readMark() }], 'none');
      await expect(listed()).resolves.toEqual([]);
    });

    test.each([
      ['somebody marks it', () => site.store.numbers.markDirty([id], noon)],
      ['somebody raises its mark', () => site.store.numbers.raiseMarks([id])],
      ['somebody edits it', () => site.store.keyResults.update(id, 1, { weight: 2 })],
    ])('is still one that is cleared under the mark that was read when meanwhile %s', async (_, meanwhile) => {
      await insert(workKeyResult());
      const read = await readMark();
      await meanwhile();
      await site.store.numbers.clearMarks([{ id, dirtyMark: read }], 'none');
      await expect(marksOf(id)).resolves.toMatchObject({ dirty: 2, computed: 0 });
      await site.store.numbers.clearMarks([{ id, dirtyMark: await readMark() }], 'none');
      await expect(listed()).resolves.toEqual([]);
    });

    test('is none that was clean already and is cleared again under an older mark', async () => {
      await insert(workKeyResult());
      await site.store.numbers.raiseMarks([id]);
      await site.store.numbers.clearMarks([{ id, dirtyMark: 2 }], 'none');
      await site.store.numbers.clearMarks([{ id, dirtyMark: 1 }], 'none');
      await expect(marksOf(id)).resolves.toMatchObject({ dirty: 2, computed: 2 });
    });

    test('are several each by its own mark', async () => {
      await insert(workKeyResult({ id: 'a' }), workKeyResult({ id: 'b' }), workKeyResult({ id: 'c' }));
      await site.store.numbers.raiseMarks(['b', 'c']);
      await site.store.numbers.clearMarks(
        [
          { id: 'a', dirtyMark: 1 },
          { id: 'b', dirtyMark: 1 },
          { id: 'c', dirtyMark: 2 },
        ],
        'none',
      );
      await expect(listed()).resolves.toEqual(['b']);
    });

    test('marks rise for each that asks, also at the same time', async () => {
      await insert(workKeyResult());
      const asking = Array.from({ length: 6 }, () => [site.store.numbers.markDirty([id], noon), site.store.numbers.raiseMarks([id])]);
      await Promise.all(asking.flat());
      await expect(marksOf(id)).resolves.toEqual({ dirty: 13, computed: 0, open: 6 });
    });

    test('thousands are marked and raised at once', async () => {
      const ids = numbered(3000, (n) => `kr-${n}`);
      await insert(workKeyResult({ id: 'kr-000001' }), workKeyResult({ id: 'kr-003000' }), workKeyResult({ id: 'other' }));
      await site.store.numbers.markDirty(ids, noon);
      await site.store.numbers.raiseMarks(ids);
      await expect(Promise.all(['kr-000001', 'kr-003000', 'other'].map(marksOf))).resolves.toEqual([
        { dirty: 3, computed: 0, open: 1 },
        { dirty: 3, computed: 0, open: 1 },
        { dirty: 1, computed: 0, open: 0 },
      ]);
    });

    test('marking, raising, clearing and closing none asks nothing of the engine', async () => {
      const before = site.host.invocations().length;
      await site.store.numbers.markDirty([], noon);
      await site.store.numbers.raiseMarks([]);
      await site.store.numbers.clearMarks([], 'own');
      await site.store.numbers.closeAbandoned([], noon);
      await site.store.numbers.writeMeasures([], noon);
      expect(site.host.invocations().length - before).toBe(0);
    });
  });

  describe('an open write', () => {
    const markAndCompute = async (at: number, closes: 'own' | 'none'): Promise<void> => {
      await site.store.numbers.markDirty([id], at);
      await site.store.numbers.clearMarks([{ id, dirtyMark: await readMark() }], closes);
    };

    beforeEach(() => insert(workKeyResult()));

    test('is closed by the one who has opened it, and by nobody who has not', async () => {
      await site.store.numbers.markDirty([id], noon);
      await markAndCompute(noon, 'own');
      await expect(marksOf(id)).resolves.toEqual({ dirty: 3, computed: 3, open: 1 });
      await site.store.numbers.clearMarks([{ id, dirtyMark: 3 }], 'none');
      await expect(marksOf(id)).resolves.toMatchObject({ open: 1 });
      await site.store.numbers.clearMarks([{ id, dirtyMark: 3 }], 'own');
      await expect(marksOf(id)).resolves.toMatchObject({ open: 0 });
    });

    test('is closed also where the mark has moved on and the row stays dirty', async () => {
      await site.store.numbers.markDirty([id], noon);
      await site.store.numbers.raiseMarks([id]);
      await site.store.numbers.clearMarks([{ id, dirtyMark: 2 }], 'own');
      await expect(marksOf(id)).resolves.toEqual({ dirty: 3, computed: 0, open: 0 });
    });

    test('that is closed twice leaves none, not less than none', async () => {
      await site.store.numbers.clearMarks([{ id, dirtyMark: 1 }], 'own');
      await expect(marksOf(id)).resolves.toMatchObject({ open: 0 });
    });

    test('is listed of a clean key result once it was marked before the moment asked about, not at it', async () => {
      await markAndCompute(noon, 'none');
      await expect(listed(noon)).resolves.toEqual([]);
      await expect(listed(noon + 1)).resolves.toEqual([id]);
    });

    test('counts from the latest mark', async () => {
      await site.store.numbers.markDirty([id], noon);
      await markAndCompute(noon + 5, 'own');
      await expect(listed(noon + 5)).resolves.toEqual([]);
      await expect(listed(noon + 6)).resolves.toEqual([id]);
    });

    test('that is closed is not listed, however long ago the mark was', async () => {
      await markAndCompute(noon, 'own');
      await expect(listed(noon + 1)).resolves.toEqual([]);
    });

    test('that was abandoned is closed with all others of its key result, where asked, and where the latest mark is old enough', async () => {
      await insert(workKeyResult({ id: 'young' }), workKeyResult({ id: 'not-asked' }));
      await site.store.numbers.markDirty([id, 'not-asked'], noon);
      await site.store.numbers.markDirty([id], noon + 1);
      await site.store.numbers.markDirty(['young'], noon + 2);
      await site.store.numbers.closeAbandoned([id, 'young'], noon + 2);
      await expect(Promise.all([id, 'young', 'not-asked'].map(marksOf))).resolves.toEqual([
        { dirty: 3, computed: 0, open: 0 },
        { dirty: 2, computed: 0, open: 1 },
        { dirty: 2, computed: 0, open: 1 },
      ]);
    });
  });

  describe('the list of what may be behind', () => {
    test('comes by id, archived ones too', async () => {
      await insert(...['c', 'a', 'B', 'b'].map((one) => workKeyResult({ id: one })));
      await site.store.keyResults.archive('a', 1, archiving);
      await expect(listed()).resolves.toEqual(['B', 'a', 'b', 'c']);
    });

    test('comes in pages: after an id, no more than asked for, dirty and abandoned ones alike', async () => {
      await insert(...['a', 'b', 'c', 'd', 'e'].map((one) => workKeyResult({ id: one })));
      await site.store.numbers.markDirty(['b', 'd'], noon);
      await site.store.numbers.clearMarks(
        ['b', 'd'].map((one) => ({ id: one, dirtyMark: 2 })),
        'none',
      );
      await site.store.numbers.clearMarks([{ id: 'c', dirtyMark: 1 }], 'none');
      const page = (afterId: string) => site.store.numbers.listDirtyIds(afterId, noon + 1, 2);
      await expect(Promise.all(['', 'b', 'c', 'd', 'e'].map(page))).resolves.toEqual([['a', 'b'], ['d', 'e'], ['d', 'e'], ['e'], []]);
    });
  });
});
