import { describeOnEveryEngine } from '../support/engines';
import { openStore, type OpenStore } from './support/open-store';
import { archiving, cycle, measured, metricKeyResult, noon, objective, workKeyResult } from './support/records';

const counts = { inScope: 7, counted: 6, done: 5, inProgress: 4, cancelled: 3, throughChildren: 2, unestimated: 1 };

describeOnEveryEngine('snapshots', (openEngine) => {
  let site: OpenStore;
  beforeAll(async () => {
    site = await openStore(await openEngine());
  });
  beforeEach(async () => {
    await site.clear();
    await site.store.cycles.add(cycle);
    await site.store.objectives.insert(objective({ id: 'o' }));
    await site.store.keyResults.insert(workKeyResult({ id: 'w', objectiveId: 'o' }));
    await site.store.keyResults.insert(metricKeyResult({ id: 'm', objectiveId: 'o' }));
  });
  afterAll(() => site.close());

  const rows = () => site.select('SELECT * FROM snapshot ORDER BY day, subject_id');
  const subjects = async () => (await rows()).map((row) => `${String(row.day)} ${String(row.subject_id)}`);
  const row = (subject_id: string, given: object) => ({
    subject_id,
    day: '2026-11-22',
    subject_type: 'key_result',
    progress: null,
    in_scope: 0,
    counted: 0,
    done: 0,
    cancelled: 0,
    credit_sum: null,
    weight_sum: null,
    value: null,
    chance: null,
    origin: 'seen',
    overridden: 0,
    ...given,
  });
  const nothingCounted = { in_scope: null, counted: null, done: null, cancelled: null };

  const measure = (progress: number) =>
    site.store.numbers.writeMeasures(
      [
        measured('w', { progress, counts, creditSum: 2.5, divisor: 3 }),
        measured('m', { progress: 0.25, current: { value: 31, day: '2026-11-20' } }),
      ],
      noon,
    );

  test("hold the day's numbers of key results and objectives", async () => {
    await measure(5 / 6);
    await site.store.rollUps.write([{ id: 'o', rollMark: 0, progress: 0.54, measured: 1, total: 1 }]);
    await site.store.snapshots.take('2026-11-22');
    await expect(rows()).resolves.toEqual([
      row('m', { progress: 0.25, value: 31 }),
      row('o', { ...nothingCounted, subject_type: 'objective', progress: 0.54 }),
      row('w', { progress: 5 / 6, in_scope: 7, counted: 6, done: 5, cancelled: 3, credit_sum: 2.5, weight_sum: 3 }),
    ]);
  });

  test('of what is not measured hold no progress, rather than 0', async () => {
    await site.store.snapshots.take('2026-11-22');
    await expect(rows()).resolves.toEqual([row('m', {}), row('o', { ...nothingCounted, subject_type: 'objective' }), row('w', {})]);
  });

  test('taken twice are there once, with the later numbers', async () => {
    await measure(0.5);
    await site.store.snapshots.take('2026-11-22');
    await measure(0.75);
    await site.store.snapshots.take('2026-11-22');
    await expect(subjects()).resolves.toEqual(['2026-11-22 m', '2026-11-22 o', '2026-11-22 w']);
    await expect(site.select("SELECT progress FROM snapshot WHERE subject_id = 'w'")).resolves.toEqual([{ progress: 0.75 }]);
  });

  test('of another day leave the earlier ones as they are', async () => {
    await measure(0.5);
    await site.store.snapshots.take('2026-11-21');
    await measure(0.75);
    await site.store.snapshots.take('2026-11-22');
    await expect(site.select("SELECT day, progress FROM snapshot WHERE subject_id = 'w' ORDER BY day")).resolves.toEqual([
      { day: '2026-11-21', progress: 0.5 },
      { day: '2026-11-22', progress: 0.75 },
    ]);
  });

  test.each([
    ['2026-09-30', 'before the cycle, which its forecasts look back to', 2],
    ['2026-10-01', 'its first day', 3],
    ['2026-12-31', 'its last day', 3],
    ['2027-01-01', 'after the cycle', 0],
  ])('on %s, %s, hold %i subjects', async (day, _, count) => {
    await site.store.snapshots.take(day);
    await expect(rows()).resolves.toHaveLength(count);
  });

  test('leave out what is archived, and the key results of an archived objective', async () => {
    await site.store.keyResults.archive('m', 1, archiving);
    await site.store.snapshots.take('2026-11-21');
    await site.store.objectives.archive('o', 1, archiving);
    await site.store.snapshots.take('2026-11-22');
    await expect(subjects()).resolves.toEqual(['2026-11-21 o', '2026-11-21 w']);
  });

  test('leave out an objective whose cycle is not known', async () => {
    await site.store.objectives.insert(objective({ id: 'lost', cycleId: 'nowhere' }));
    await site.store.snapshots.take('2026-11-22');
    await expect(subjects()).resolves.not.toContain('2026-11-22 lost');
  });

  test('take two statements', async () => {
    const before = site.host.invocations().length;
    await site.store.snapshots.take('2026-11-22');
    expect(site.host.invocations().length - before).toBe(2);
  });
});
