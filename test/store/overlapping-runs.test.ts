/** What a store statement does that comes after somebody else's: the promises that runs which overlap are built on. */
import { rollUp } from '../../src/domain/roll-up';
import type { RecomputeRecord } from '../../src/store/key-result-numbers';
import type { RollUpRecord } from '../../src/store/roll-ups';
import { describeOnEveryEngine } from '../support/engines';
import { openStore, type OpenStore } from './support/open-store';
import { checkIn, cycle, measured, metricKeyResult, noon, objective, workKeyResult } from './support/records';

describeOnEveryEngine('a statement that has been overtaken', (openEngine) => {
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

  const dirtyIds = () => site.store.numbers.listDirtyIds('', 0, 10);

  describe('over one key result', () => {
    const read = () => site.store.numbers.listForRecompute(['key-result-1']);
    const enter = async (id: string, day: string, value: number): Promise<void> => {
      await site.store.checkIns.add(checkIn({ id, value, day }));
    };
    const measureOf = ({ dirtyMark, latest }: RecomputeRecord) =>
      measured('key-result-1', { dirtyMark, progress: latest === null ? null : latest.value, current: latest });

    beforeEach(() => site.store.keyResults.insert(metricKeyResult()));

    test('what was read under an older mark does not overwrite what was read under a newer one', async () => {
      await enter('older', '2026-11-20', 0.25);
      const older = await read();
      await enter('newer', '2026-11-21', 0.75);
      await site.store.numbers.raiseMarks(['key-result-1']);
      const newer = await read();
      await site.store.numbers.writeMeasures(newer.map(measureOf), noon + 2);
      await site.store.numbers.writeMeasures(older.map(measureOf), noon + 3);
      await expect(site.store.keyResults.find('key-result-1')).resolves.toMatchObject({
        progress: 0.75,
        current: 0.75,
        currentDay: '2026-11-21',
        computedAt: noon + 2,
      });
    });

    test.each([
      ['marked', () => site.store.numbers.markDirty(['key-result-1'], noon)],
      ['raised the mark', () => site.store.numbers.raiseMarks(['key-result-1'])],
    ])('what was read before somebody %s is not written ahead of their reading either', async (_, overtake) => {
      await enter('older', '2026-11-20', 0.25);
      const older = await read();
      await overtake();
      await site.store.numbers.writeMeasures(older.map(measureOf), noon + 1);
      await expect(site.store.keyResults.find('key-result-1')).resolves.toMatchObject({ progress: null });
      await expect(dirtyIds()).resolves.toEqual(['key-result-1']);
    });
  });

  test('a roll-up read before a key result got its number does not overwrite one read after it', async () => {
    const rolledUp = (read: readonly RollUpRecord[]) => read.map(({ id, rollMark, parts }) => ({ id, rollMark, ...rollUp(parts) }));
    await site.store.keyResults.insert(workKeyResult({ id: 'a', weight: 1 }));
    await site.store.keyResults.insert(workKeyResult({ id: 'b', weight: 3 }));
    await site.store.numbers.writeMeasures([measured('a', { progress: 0.25 })], noon);
    await site.store.rollUps.mark(['objective-1']);
    const older = await site.store.rollUps.list(['objective-1']);
    await site.store.numbers.writeMeasures([measured('b', { progress: 0.75 })], noon);
    await site.store.rollUps.mark(['objective-1']);
    const newer = await site.store.rollUps.list(['objective-1']);
    await site.store.rollUps.write(rolledUp(newer));
    await site.store.rollUps.write(rolledUp(older));
    await expect(site.select('SELECT progress FROM objective')).resolves.toEqual([{ progress: (0.25 + 3 * 0.75) / 4 }]);
  });
});
