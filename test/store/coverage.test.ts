import fc from 'fast-check';
import { piecesOfWork, shareOf } from '../../src/domain/coverage';
import type { IssueFacts } from '../../src/domain/model';
import type { WorkCount } from '../../src/store/work-counts';
import { describeOnEveryEngine } from '../support/engines';
import { goldenTable, readIssues, readList, readNumber, readRatio } from '../support/golden-tables';
import { openStore, type OpenStore } from './support/open-store';
import { archiving, bringIntoScope, by, cycle, fact, noon, objective, workKeyResult } from './support/records';

const count: WorkCount = {
  projectId: '10000',
  cycleId: cycle.id,
  countId: 'count-1',
  countedAt: noon,
  capped: { 'in-progress': false, finished: false },
};

describeOnEveryEngine('coverage', (openEngine) => {
  let site: OpenStore;
  beforeAll(async () => {
    site = await openStore(await openEngine());
  });
  beforeEach(async () => {
    await site.clear();
    await site.store.cycles.add(cycle);
    await site.store.objectives.insert(objective());
    await site.store.keyResults.insert(workKeyResult());
  });
  afterAll(() => site.close());

  const write = async (issues: readonly IssueFacts[], of: WorkCount = count): Promise<void> => {
    await site.store.issueFacts.replace(
      issues.map(({ issueId, statusCategory, cancelled, gone, ancestorIds }) =>
        fact(issueId, { statusCategory, cancelled, gone, parentId: ancestorIds[0] ?? null }),
      ),
    );
    const pieces = piecesOfWork(issues.filter(({ gone }) => !gone));
    await site.store.workCounts.addLines(
      of.countId,
      pieces.map((piece, index) => ({ ...piece, changedAt: noon - index, assigneeAccountId: null })),
      noon,
    );
    await site.store.workCounts.commit(of);
  };
  const known = async (projectId: string, cycleId = cycle.id) => (await site.store.workCounts.list([projectId], cycleId)).get(projectId);
  const shares = async (projectId = '10000', period = cycle) => {
    const countId = (await known(projectId, period.id))?.count?.countId ?? '';
    return (await site.store.coverage.listShares([countId], period)).get(countId);
  };
  const orphans = async () => (await site.store.coverage.listOrphans(count.countId, 'in-progress', cycle)).map(({ issueId }) => issueId);

  test.each(goldenTable('coverage').map((row) => [row.title, row] as const))('row by row: %s', async (_title, { cell }) => {
    await bringIntoScope(site.store, 'key-result-1', 'source-1', readList(cell('in scope')));
    await write(readIssues(cell('issues')));
    const found = await shares();
    expect(found).toEqual({
      'in-progress': { work: readNumber(cell('in progress')), serving: readNumber(cell('serving')) },
      finished: { work: readNumber(cell('finished')), serving: readNumber(cell('serving finished')) },
    });
    expect(shareOf(found?.['in-progress'] ?? { work: NaN, serving: NaN })).toBe(readRatio(cell('share')));
    const inHand = await site.store.coverage.listInHand(count.countId, cycle);
    expect({ work: inHand.length, serving: inHand.filter(({ serves }) => serves).length }).toEqual(found?.['in-progress']);
    await expect(orphans()).resolves.toHaveLength(readNumber(cell('in progress')) - readNumber(cell('serving')));
  });

  test('what serves is what a search through all scopes and family trees finds', async () => {
    // Parents have lower numbers than their children, four levels at most.
    const tree = fc.array(
      fc.record({
        parent: fc.nat(3),
        statusCategory: fc.constantFrom('todo' as const, 'in-progress' as const, 'done' as const),
        cancelled: fc.integer({ min: 1, max: 5 }).map((n) => n === 1),
        gone: fc.integer({ min: 1, max: 6 }).map((n) => n === 1),
        inScope: fc.boolean(),
      }),
      { minLength: 1, maxLength: 14 },
    );
    await fc.assert(
      fc.asyncProperty(tree, async (drafts) => {
        await site.clear();
        await site.store.cycles.add(cycle);
        await site.store.objectives.insert(objective());
        await site.store.keyResults.insert(workKeyResult());
        const ancestors: (readonly string[])[] = [];
        const issues = drafts.map(({ parent, inScope, ...draft }, index): IssueFacts & { readonly inScope: boolean } => {
          const above = index - parent - 1;
          const of = parent === 3 || above < 0 || (ancestors[above]?.length ?? 0) > 2 ? [] : [String(above), ...(ancestors[above] ?? [])];
          ancestors.push(of);
          return { ...draft, inScope, issueId: String(index), points: null, estimate: null, numbers: {}, sharedBy: 1, ancestorIds: of };
        });
        await bringIntoScope(site.store, 'key-result-1', 'source-1', issues.filter(({ inScope }) => inScope).map(({ issueId }) => issueId)); // prettier-ignore
        await write(issues);
        const lending = issues.filter(({ inScope, cancelled, gone }) => inScope && !cancelled && !gone);
        const serves = (piece: { readonly issueId: string; readonly ancestorIds: readonly string[] }): boolean =>
          lending.some((one) => [piece.issueId, ...piece.ancestorIds].includes(one.issueId) || one.ancestorIds.includes(piece.issueId));
        const pieces = piecesOfWork(issues.filter(({ gone }) => !gone)).filter(({ state }) => state === 'in-progress');
        expect((await orphans()).sort()).toEqual(
          pieces
            .filter((piece) => !serves(piece))
            .map(({ issueId }) => issueId)
            .sort(),
        );
        expect((await shares())?.['in-progress']).toEqual({ work: pieces.length, serving: pieces.filter(serves).length });
      }),
      { numRuns: 60, seed: 4 },
    );
  }, 60_000);

  test('a private objective serves nobody, and those who know of it are told apart', async () => {
    await site.store.objectives.update('objective-1', 1, { audience: ['nora'] });
    await bringIntoScope(site.store, 'key-result-1', 'source-1', ['E']);
    await write(readIssues('E doing, A<E doing, B doing'));
    await expect(shares()).resolves.toMatchObject({ 'in-progress': { work: 2, serving: 0 } });
    await expect(orphans()).resolves.toEqual(['A', 'B']);
    const privately = (accountId: string) => site.store.coverage.listPrivatelyServed(accountId, count.countId, ['A', 'B'], cycle);
    await expect(privately('vic')).resolves.toEqual(new Map());
    await expect(privately('nora')).resolves.toEqual(new Map([['A', [1]]]));
  });

  test('key results of an open cycle that shares days serve too, those of a closed or another one do not', async () => {
    await bringIntoScope(site.store, 'key-result-1', 'source-1', ['A']);
    const asked = { ...cycle, id: '2026', startDay: '2026-01-01', endDay: '2026-12-31' };
    const next = { ...cycle, id: '2027', startDay: '2027-01-01', endDay: '2027-12-31' };
    await write(readIssues('A doing'), { ...count, cycleId: asked.id });
    await expect(shares('10000', asked)).resolves.toMatchObject({ 'in-progress': { work: 1, serving: 1 } });
    await site.store.cycles.update(cycle.id, 1, { state: 'closed', closedDay: '2026-12-31' });
    await expect(shares('10000', asked)).resolves.toMatchObject({ 'in-progress': { work: 1, serving: 0 } });
    await write(readIssues('A doing'), { ...count, countId: 'count-2' });
    await expect(shares()).resolves.toMatchObject({ 'in-progress': { work: 1, serving: 1 } });
    await write(readIssues('A doing'), { ...count, countId: 'count-3', cycleId: next.id });
    await expect(shares('10000', next)).resolves.toMatchObject({ 'in-progress': { work: 1, serving: 0 } });
  });

  test('removed sources and archived key results serve nobody any more', async () => {
    await bringIntoScope(site.store, 'key-result-1', 'source-1', ['A']);
    await write(readIssues('A doing'));
    await site.store.sources.remove('source-1', by);
    await expect(orphans()).resolves.toEqual(['A']);
    await bringIntoScope(site.store, 'key-result-1', 'source-2', ['A']);
    await expect(orphans()).resolves.toEqual([]);
    await site.store.keyResults.archive('key-result-1', 1, archiving);
    await expect(orphans()).resolves.toEqual(['A']);
  });

  test('a count stands from its commit on, and what others have left goes when nobody can be writing it', async () => {
    await write(readIssues('A doing, B doing'));
    const line = { issueId: 'C', ancestorIds: ['E'], state: 'in-progress', changedAt: noon, assigneeAccountId: null } as const;
    await site.store.workCounts.addLines('count-2', [line], noon);
    await expect(shares()).resolves.toMatchObject({ 'in-progress': { work: 2 } });
    const lines = async () => (await site.select('SELECT DISTINCT count_id FROM work_line ORDER BY count_id')).map(Object.values).flat();
    await site.store.workCounts.removeLeftovers(noon);
    await expect(lines()).resolves.toEqual(['count-1', 'count-2']);
    await site.store.workCounts.removeLeftovers(noon + 1);
    await expect(lines()).resolves.toEqual(['count-1']);
  });

  test('the work of a project is due where a live objective that is not private has a running cycle, once a day', async () => {
    const kept = (day: string) => site.store.workCounts.listDue(day, noon);
    await expect(kept('2026-11-22')).resolves.toEqual([{ projectId: '10000', cycleId: cycle.id }]);
    await expect(kept('2027-01-01')).resolves.toEqual([]);
    await site.store.workCounts.commit({ ...count, countedAt: noon - 1 });
    await expect(kept('2026-11-22')).resolves.toHaveLength(1);
    await site.store.workCounts.commit(count);
    await expect(kept('2026-11-22')).resolves.toEqual([]);
    await site.store.workCounts.commit({ ...count, countedAt: noon - 1 });
    await site.store.objectives.update('objective-1', 1, { audience: ['nora'] });
    await expect(kept('2026-11-22')).resolves.toEqual([]);
    await expect(site.store.coverage.listProjects(cycle.id)).resolves.toEqual([]);
  });

  test('orphans come last changed first, with their parent', async () => {
    await write(readIssues('B doing, A<E doing, E todo'));
    await expect(site.store.coverage.listOrphans(count.countId, 'in-progress', cycle)).resolves.toEqual([
      { issueId: 'B', parentId: null },
      { issueId: 'A', parentId: 'E' },
    ]);
  });

  test('a note that is written again stays when the first one is struck off', async () => {
    const note = { projectId: '10000', cycleId: cycle.id, mark: 'm1' };
    const { workCounts } = site.store;
    await workCounts.ask(note, noon);
    await workCounts.ask({ ...note, projectId: '10001' }, noon + 1);
    await expect(workCounts.findAsked()).resolves.toEqual(note);
    await workCounts.postpone(note, noon + 2);
    await expect(workCounts.findAsked()).resolves.toMatchObject({ projectId: '10001' });
    await workCounts.ask({ ...note, mark: 'm2' }, noon);
    await workCounts.strike(note);
    await expect(known('10000')).resolves.toMatchObject({ askedAt: noon });
    await workCounts.commit(count);
    await expect(known('10000')).resolves.toMatchObject({ askedAt: noon });
    await workCounts.strike({ ...note, mark: 'm2' });
    await expect(known('10000')).resolves.toEqual({ count, askedAt: null });
    await expect(known('10001')).resolves.toEqual({ count: null, askedAt: noon + 1 });
    await expect(known('10002')).resolves.toBeUndefined();
  });
});
