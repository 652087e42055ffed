import { rollUp } from '../../src/domain/roll-up';
import type { RecomputeRecord, RollUpRecord } from '../../src/store/key-result-numbers';
import { describeOnEveryEngine } from '../support/engines';
import { openStore, type OpenStore } from './support/open-store';
import { ordersOf, playInOrder, type Run } from './support/orders';
import { measured, metricKeyResult, noon, objective, workKeyResult } from './support/records';

describeOnEveryEngine('runs that overlap', (openEngine) => {
  let site: OpenStore;
  beforeAll(async () => {
    site = await openStore(await openEngine());
  });
  beforeEach(() => site.clear());
  afterAll(() => site.close());

  const dirtyIds = () => site.store.numbers.listDirtyIds(10);
  const objectiveProgress = async () => (await site.select("SELECT progress FROM objective WHERE id = 'objective-1'"))[0]?.progress;

  describe('over one key result', () => {
    const progress = async () => (await site.store.keyResults.find('key-result-1'))?.progress;
    const insert = async () => {
      await site.store.objectives.insert(objective());
      await site.store.keyResults.insert(metricKeyResult());
    };
    const enter = async (id: string, day: string, value: number): Promise<void> => {
      await site.store.checkIns.add({ id, keyResultId: 'key-result-1', value, day, createdAt: noon, createdBy: 'anna' });
    };
    const measureOf = ({ dirtyMark, latest }: RecomputeRecord) =>
      measured('key-result-1', { dirtyMark, progress: latest === null ? null : latest.value, current: latest });

    test('what was read under an older mark does not overwrite what was read under a newer one', async () => {
      await insert();
      await enter('older', '2026-11-20', 0.25);
      const older = await site.store.numbers.listForRecompute(['key-result-1']);
      await enter('newer', '2026-11-21', 0.75);
      await site.store.numbers.markDirty(['key-result-1']);
      const newer = await site.store.numbers.listForRecompute(['key-result-1']);
      await site.store.numbers.writeMeasures(newer.map(measureOf), noon + 2);
      await site.store.numbers.writeMeasures(older.map(measureOf), noon + 3);
      await expect(site.store.keyResults.find('key-result-1')).resolves.toMatchObject({
        progress: 0.75,
        current: 0.75,
        currentDay: '2026-11-21',
        computedAt: noon + 2,
      });
    });

    test('what was read under an older mark is not written ahead of the newer reading either', async () => {
      await insert();
      await enter('older', '2026-11-20', 0.25);
      const older = await site.store.numbers.listForRecompute(['key-result-1']);
      await site.store.numbers.markDirty(['key-result-1']);
      await site.store.numbers.writeMeasures(older.map(measureOf), noon + 1);
      await expect(progress()).resolves.toBeNull();
      await expect(dirtyIds()).resolves.toEqual(['key-result-1']);
    });

    test('an overtaken run that clears last leaves the row dirty or true', async () => {
      await insert();
      const overtaken = await site.store.numbers.listForRecompute(['key-result-1']);
      await site.store.numbers.markDirty(['key-result-1']);
      await site.store.numbers.clearMarks(overtaken.map(({ dirtyMark }) => ({ id: 'key-result-1', dirtyMark })));
      await expect(dirtyIds()).resolves.toEqual(['key-result-1']);
    });

    /** A fact, and the statements that bring the number in line with it. */
    const runAfter = (checkInId: string, day: string, value: number): Run => {
      let read: readonly RecomputeRecord[] = [];
      return [
        () => enter(checkInId, day, value),
        () => site.store.numbers.markDirty(['key-result-1']),
        async () => {
          read = await site.store.numbers.listForRecompute(['key-result-1']);
        },
        () => site.store.numbers.writeMeasures(read.map(measureOf), noon),
        () => site.store.numbers.clearMarks(read.map(({ dirtyMark }) => ({ id: 'key-result-1', dirtyMark }))),
      ];
    };

    test('two with a new fact each end at what both facts say, in every order of their statements', async () => {
      const orders = ordersOf(5, 5);
      const untrue: string[] = [];
      for (const order of orders) {
        await site.clear();
        await insert();
        await playInOrder(order, runAfter('a', '2026-11-20', 0.25), runAfter('b', '2026-11-21', 0.75));
        if ((await progress()) !== 0.75) untrue.push(order.join(' '));
      }
      expect({ played: orders.length, untrue }).toEqual({ played: 252, untrue: [] });
    }, 60_000);
  });

  describe('over two key results of one objective', () => {
    const truth = rollUp([
      { weight: 1, progress: 0.25 },
      { weight: 3, progress: 0.75 },
    ]).progress;
    const rolledUp = (read: readonly RollUpRecord[]) =>
      read.map(({ id, rollMark, parts }) => ({ id, rollMark, progress: rollUp(parts).progress }));

    const insert = async () => {
      await site.store.objectives.insert(objective());
      await site.store.keyResults.insert(workKeyResult({ id: 'a', weight: 1 }));
      await site.store.keyResults.insert(workKeyResult({ id: 'b', weight: 3 }));
    };

    /** Number, mark, reading, roll-up, and the end of the run. */
    const runOver = (id: string, progress: number): Run => {
      let read: readonly RollUpRecord[] = [];
      return [
        () => site.store.numbers.writeMeasures([measured(id, { progress })], noon),
        () => site.store.numbers.markForRollUp(['objective-1']),
        async () => {
          read = await site.store.numbers.listForRollUp(['objective-1']);
        },
        () => site.store.numbers.writeRollUps(rolledUp(read)),
        () => site.store.numbers.clearMarks([{ id, dirtyMark: 1 }]),
      ];
    };

    const recover = async (): Promise<void> => {
      for (const id of await dirtyIds()) for (const step of runOver(id, id === 'a' ? 0.25 : 0.75)) await step();
    };

    test('a roll-up read before a key result got its number does not overwrite one read after it', async () => {
      await insert();
      await site.store.numbers.writeMeasures([measured('a', { progress: 0.25 })], noon);
      await site.store.numbers.markForRollUp(['objective-1']);
      const older = await site.store.numbers.listForRollUp(['objective-1']);
      await site.store.numbers.writeMeasures([measured('b', { progress: 0.75 })], noon);
      await site.store.numbers.markForRollUp(['objective-1']);
      const newer = await site.store.numbers.listForRollUp(['objective-1']);
      await site.store.numbers.writeRollUps(rolledUp(newer));
      await site.store.numbers.writeRollUps(rolledUp(older));
      await expect(objectiveProgress()).resolves.toBe(truth);
    });

    test('two of them end at the true progress, in every order of their statements', async () => {
      const orders = ordersOf(5, 5);
      const untrue: string[] = [];
      for (const order of orders) {
        await site.clear();
        await insert();
        await playInOrder(order, runOver('a', 0.25), runOver('b', 0.75));
        if ((await objectiveProgress()) !== truth || (await dirtyIds()).length > 0) untrue.push(order.join(' '));
      }
      expect({ played: orders.length, untrue }).toEqual({ played: 252, untrue: [] });
    }, 60_000);

    test.each([
      ['before its first statement', 0],
      ['between its number and the mark', 1],
      ['between the mark and the reading', 2],
      ['between the reading and the roll-up', 3],
      ['between the roll-up and clearing', 4],
    ])(
      'one that dies %s leaves its key result dirty beside a whole run, and recovery ends at the true progress',
      async (_, statements) => {
        const wrong: string[] = [];
        for (const order of ordersOf(statements, 5)) {
          await site.clear();
          await insert();
          await playInOrder(order, runOver('a', 0.25), runOver('b', 0.75));
          const left = await dirtyIds();
          await recover();
          if (left.join() !== 'a' || (await objectiveProgress()) !== truth) wrong.push(order.join(' '));
        }
        expect(wrong).toEqual([]);
      },
      60_000,
    );
  });
});
