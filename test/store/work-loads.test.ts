import { describeOnEveryEngine } from '../support/engines';
import { openStore, type OpenStore } from './support/open-store';
import { archiving, cycle, measured, metricKeyResult, noCounts, noon, objective, workKeyResult } from './support/records';

const project = { level: 'project', projectId: '10007' } as const;
const weekEnds = ['2026-11-11', '2026-11-04', '2026-10-28'];

describeOnEveryEngine('loads', (openEngine) => {
  let site: OpenStore;
  beforeAll(async () => {
    site = await openStore(await openEngine());
  });
  beforeEach(async () => {
    await site.clear();
    await site.store.cycles.add(cycle);
    await site.store.objectives.insert(objective({ home: project }));
  });
  afterAll(() => site.close());

  const work = async (id: string, counted: number, done: number, given: Parameters<typeof workKeyResult>[0] = {}): Promise<void> => {
    await site.store.keyResults.insert(workKeyResult({ id, ...given }));
    const counts = { ...noCounts, inScope: counted, counted, done };
    await site.store.numbers.writeMeasures([measured(id, { counts, creditSum: done, divisor: counted })], noon);
  };
  const day = (id: string, on: string, done: number) =>
    site.store.snapshots.writeKeyResultDays(id, [
      { day: on, progress: 0.5, counts: { ...noCounts, inScope: 9, counted: 9, done }, creditSum: done, divisor: 9, value: null },
    ]);
  const list = () => site.store.workLoads.list('2026-11-12', weekEnds);

  test('are the open issues by due day and the finished ones by week, of all its work together', async () => {
    await work('a', 10, 4);
    await work('b', 6, 6, { dueDay: '2026-11-30' });
    await work('c', 5, 2, { dueDay: '2026-11-30' });
    for (const [on, done] of [
      ['2026-10-28', 1],
      ['2026-11-04', 3],
      ['2026-11-11', 4],
    ] as const)
      await day('a', on, done);
    await day('b', '2026-11-04', 2);
    await day('b', '2026-11-11', 6);
    await expect(list()).resolves.toEqual([
      {
        home: project,
        commitments: [
          { dueDay: '2026-11-30', open: 3 },
          { dueDay: cycle.endDay, open: 6 },
        ],
        finished: [2, 5],
      },
    ]);
  });

  test('count what is wanted of issues, whether or not it is there yet, and nothing beyond it', async () => {
    const rule = { weightBy: 'count', unestimated: 'leave-out', inProgressCredit: 0, shared: 'repeat' } as const;
    await work('a', 3, 2, { rule: { ...rule, wanted: 40 } });
    await work('b', 9, 7, { rule: { ...rule, wanted: 5 } });
    await expect(list()).resolves.toMatchObject([{ commitments: [{ open: 38 }] }]);
  });

  test('leave out other kinds, what is archived or private, and cycles that do not run', async () => {
    await site.store.keyResults.insert(metricKeyResult({ id: 'metric' }));
    await work('gone', 4, 1);
    await site.store.keyResults.archive('gone', 1, archiving);
    await expect(list()).resolves.toEqual([]);
    await work('a', 4, 1);
    await expect(list()).resolves.toHaveLength(1);
    await expect(site.store.workLoads.list('2026-09-30', weekEnds)).resolves.toEqual([]);
    await site.store.objectives.update('objective-1', 1, { audience: ['anna'] });
    await expect(list()).resolves.toEqual([]);
  });
});
