import { describeOnEveryEngine } from '../support/engines';
import { openStore, type OpenStore } from './support/open-store';
import { checkIn, cycle, metricKeyResult, noon, objective } from './support/records';

describeOnEveryEngine('cycles, check-ins and settings', (openEngine) => {
  let site: OpenStore;
  beforeAll(async () => {
    site = await openStore(await openEngine());
  });
  beforeEach(() => site.clear());
  afterAll(() => site.close());

  test('cycles come earliest start first, then by id', async () => {
    const later = { ...cycle, id: '2027-Q1', name: 'Q1 2027', startDay: '2027-01-01', endDay: '2027-03-31' };
    const year = { ...cycle, id: '2026', name: '2026', startDay: '2026-01-01', endDay: '2026-12-31' };
    const sameStart = { ...cycle, id: '2026-half', name: 'Second half', startDay: '2026-10-01', endDay: '2027-03-31' };
    for (const one of [later, sameStart, cycle, year]) await site.store.cycles.add(one);
    await expect(site.store.cycles.list()).resolves.toEqual([year, cycle, sameStart, later]);
  });

  test('there are no cycles at first', async () => {
    await expect(site.store.cycles.list()).resolves.toEqual([]);
  });

  test('a cycle that is there already stays as it is, also when many add it at the same time', async () => {
    await site.store.cycles.add(cycle);
    await Promise.all(Array.from({ length: 6 }, () => site.store.cycles.add({ ...cycle, name: 'Other words' })));
    await expect(site.store.cycles.list()).resolves.toEqual([cycle]);
  });

  test('a check-in that is there already stays as it is: the same again is no second entry, another one under its id is refused', async () => {
    await site.store.cycles.add(cycle);
    await site.store.objectives.insert(objective());
    await site.store.keyResults.insert(metricKeyResult());
    const given = checkIn({ id: 'c', value: -12.345678901234 });
    await expect(site.store.checkIns.add(given)).resolves.toBe(true);
    await expect(site.store.checkIns.add({ ...given, createdAt: noon + 1, createdBy: 'boris' })).resolves.toBe(true);
    for (const other of [{ value: 99 }, { day: '2026-11-21' }, { keyResultId: 'key-result-2' }]) {
      await expect(site.store.checkIns.add({ ...given, ...other })).resolves.toBe(false);
    }
    await expect(site.select('SELECT id FROM check_in')).resolves.toEqual([{ id: 'c' }]);
    const [record] = await site.store.numbers.listForRecompute(['key-result-1']);
    expect(record?.latest).toEqual({ value: -12.345678901234, day: '2026-11-20' });
  });

  test.each([0.1 + 0.2, 1 / 3, -1e15, 123456789.123456, 5e-7, Number.MAX_SAFE_INTEGER])(
    'the value %d is kept to its last digit, and is the same when it comes again',
    async (value) => {
      await site.store.cycles.add(cycle);
      await site.store.objectives.insert(objective());
      await site.store.keyResults.insert(metricKeyResult());
      const given = checkIn({ id: 'c', value });
      await site.store.checkIns.add(given);
      await expect(site.store.checkIns.add(given)).resolves.toBe(true);
      const [record] = await site.store.numbers.listForRecompute(['key-result-1']);
      expect(record?.latest?.value).toBe(value);
    },
  );

  test('settings are what was written last', async () => {
    await expect(site.store.settings.all()).resolves.toEqual(new Map());
    await site.store.settings.write('points', '["a"]');
    await site.store.settings.write('excluded', '');
    await site.store.settings.write('points', '["b"]');
    await expect(site.store.settings.all()).resolves.toEqual(
      new Map([
        ['excluded', ''],
        ['points', '["b"]'],
      ]),
    );
  });
});
