import { describeOnEveryEngine } from '../support/engines';
import { openStore, type OpenStore } from './support/open-store';
import { archiving, checkIn, cycle, metricKeyResult, noCounts, noon, objective, workKeyResult } from './support/records';

const TODAY = '2026-11-12';
const forecast = { past: { of: 'metric', changes: [1, 2, 1, 2] }, told: { kind: 'not-enough-data', weeks: 2 } } as const;

describeOnEveryEngine('forecasts', (openEngine) => {
  let site: OpenStore;
  beforeAll(async () => {
    site = await openStore(await openEngine());
  });
  beforeEach(async () => {
    await site.clear();
    await site.store.cycles.add(cycle);
    await site.store.objectives.insert(objective());
    await site.store.keyResults.insert(workKeyResult({ id: 'work' }));
    await site.store.keyResults.insert(metricKeyResult({ id: 'metric' }));
    await clean();
  });
  afterAll(() => site.close());

  const clean = () =>
    site.store.numbers.clearMarks(
      ['work', 'metric'].map((id) => ({ id, dirtyMark: 1 })),
      'none',
    );
  const due = async (): Promise<readonly string[]> =>
    (await site.store.forecasts.listDue(TODAY, '', 10)).map(({ keyResult }) => keyResult.id);
  const write = (id: string, dirtyMark = 1, day = TODAY) =>
    site.store.forecasts.write([{ id, dirtyMark, forecast, chance: 0.5, firstChance: 0.25 }], day);

  test('are due once a day, of what is live, open and not about to be computed', async () => {
    await expect(due()).resolves.toEqual(['metric', 'work']);
    await write('work');
    await write('metric', 1, '2026-11-11');
    await expect(due()).resolves.toEqual(['metric']);
    await site.store.numbers.raiseMarks(['metric']);
    await expect(due()).resolves.toEqual([]);
    await site.store.forecasts.makeDue(cycle.id);
    await expect(due()).resolves.toEqual(['work']);
    await site.store.keyResults.archive('work', 1, archiving);
    await expect(due()).resolves.toEqual([]);
  });

  test('are kept whole with both chances, unless the numbers are about to move', async () => {
    await write('work');
    await expect(site.store.forecasts.find('work')).resolves.toEqual(forecast);
    await expect(site.store.keyResults.find('work')).resolves.toMatchObject({ chance: 0.5, firstChance: 0.25 });
    await site.store.numbers.raiseMarks(['metric']);
    await write('metric');
    await expect(site.store.forecasts.find('metric')).resolves.toBeNull();
    await expect(site.store.forecasts.find('nowhere')).resolves.toBeNull();
  });

  test('are drawn from kept days of work, and from what people said of a value, the last word of a day', async () => {
    const counts = { ...noCounts, inScope: 9, counted: 9 };
    for (const [day, creditSum] of [
      ['2026-11-04', 2],
      ['2026-11-11', 5],
      ['2026-11-08', 4],
    ] as const)
      await site.store.snapshots.writeKeyResultDays('work', [{ day, progress: 0.5, counts, creditSum, divisor: 9, value: null }]);
    for (const [id, day, value, createdAt] of [
      ['c-1', '2026-11-02', 30, noon],
      ['c-2', '2026-11-09', 20, noon + 1],
      ['c-3', '2026-11-09', 25, noon + 2],
      ['c-4', '2026-05-01', 40, noon + 3],
    ] as const)
      await site.store.checkIns.add(checkIn({ id, keyResultId: 'metric', value, day, createdAt }));
    const keyResults = (await site.store.forecasts.list(['work', 'metric'])).map(({ keyResult }) => keyResult);
    const pasts = await site.store.forecasts.listPasts(keyResults, ['2026-11-11', '2026-11-04'], '2026-08-01');
    expect(pasts.get('work')).toEqual({
      days: [
        { day: '2026-11-04', creditSum: 2, weightSum: 9 },
        { day: '2026-11-11', creditSum: 5, weightSum: 9 },
      ],
      values: [],
    });
    expect(pasts.get('metric')).toEqual({
      days: [],
      values: [
        { day: '2026-11-02', value: 30 },
        { day: '2026-11-09', value: 25 },
      ],
    });
  });
});
