import { describeOnEveryEngine } from '../support/engines';
import { openStore, type OpenStore } from './support/open-store';
import { bringIntoScope, by, fact, noon, numbered } from './support/records';

describeOnEveryEngine('scope', (openEngine) => {
  let site: OpenStore;
  beforeAll(async () => {
    site = await openStore(await openEngine());
  });
  beforeEach(() => site.clear());
  afterAll(() => site.close());

  const factsOf = async (keyResultId: string) => (await site.store.scope.listFacts([keyResultId])).get(keyResultId) ?? [];
  const scopeRows = async () =>
    (await site.select('SELECT source_id, issue_id FROM scope_issue ORDER BY source_id, issue_id')).map(Object.values);

  test('memberships added twice are there once', async () => {
    const rows = [
      { sourceId: 's', issueId: '1', keyResultId: 'kr' },
      { sourceId: 's', issueId: '2', keyResultId: 'kr' },
    ];
    await site.store.scope.add(rows, noon);
    await site.store.scope.add(rows, noon + 1);
    await expect(scopeRows()).resolves.toEqual([
      ['s', '1'],
      ['s', '2'],
    ]);
  });

  test('adding, removing and asking about nothing is fine', async () => {
    await site.store.scope.add([], noon);
    await site.store.scope.remove([]);
    await expect(site.store.scope.listByIssues([])).resolves.toEqual([]);
    await expect(site.store.scope.listFacts([])).resolves.toEqual(new Map());
  });

  test('five thousand memberships and facts are written, read and removed', async () => {
    const ids = numbered(5000, (n) => `1${n}`);
    await bringIntoScope(site.store, 'kr', 's', ids);
    await site.store.issueFacts.replace(ids.map((id) => fact(id, { points: 1 })));
    await expect(site.store.scope.listIssueIds(['s', 'none'])).resolves.toEqual(
      new Map([
        ['s', ids],
        ['none', []],
      ]),
    );
    await expect(factsOf('kr')).resolves.toHaveLength(5000);
    await site.store.scope.remove(ids.slice(0, 4999).map((issueId) => ({ sourceId: 's', issueId })));
    await expect(site.store.scope.listIssueIds(['s'])).resolves.toEqual(new Map([['s', [ids[4999]]]]));
  });

  test('removing takes out these issues of this source', async () => {
    await bringIntoScope(site.store, 'kr', 's', ['1', '2', '3']);
    await bringIntoScope(site.store, 'kr', 't', ['1']);
    await site.store.scope.remove(['1', '3', '99'].map((issueId) => ({ sourceId: 's', issueId })));
    await expect(scopeRows()).resolves.toEqual([
      ['s', '2'],
      ['t', '1'],
    ]);
  });

  test('removing a source takes out all it brought, and nothing else', async () => {
    await bringIntoScope(site.store, 'kr', 's', ['1', '2']);
    await bringIntoScope(site.store, 'kr', 't', ['1']);
    await site.store.scope.removeSource('s');
    await expect(scopeRows()).resolves.toEqual([['t', '1']]);
  });

  describe('leftovers', () => {
    test('are rows without a source that are old enough', async () => {
      await bringIntoScope(site.store, 'kr', 'committed', ['1']);
      await site.store.scope.add([{ sourceId: 'never', issueId: '1', keyResultId: 'kr' }], noon - 1);
      await site.store.scope.add([{ sourceId: 'under-way', issueId: '1', keyResultId: 'kr' }], noon);
      await site.store.scope.removeLeftovers(noon);
      await expect(scopeRows()).resolves.toEqual([
        ['committed', '1'],
        ['under-way', '1'],
      ]);
    });

    test('are all rows when no source is left', async () => {
      await bringIntoScope(site.store, 'kr', 's', ['1', '2']);
      await site.store.sources.remove('s', by);
      await site.store.scope.removeLeftovers(noon + 1);
      await expect(scopeRows()).resolves.toEqual([]);
    });
  });

  describe('memberships', () => {
    test('of issues are the committed ones', async () => {
      await bringIntoScope(site.store, 'kr-1', 's-1', ['1', '2']);
      await bringIntoScope(site.store, 'kr-2', 's-2', ['2', '3']);
      await site.store.scope.add([{ sourceId: 'never', issueId: '2', keyResultId: 'kr-3' }], noon);
      const rows = await site.store.scope.listByIssues(['2', '1', 'nobody']);
      expect([...rows].sort((a, b) => (a.sourceId + a.issueId < b.sourceId + b.issueId ? -1 : 1))).toEqual([
        { sourceId: 's-1', issueId: '1', keyResultId: 'kr-1' },
        { sourceId: 's-1', issueId: '2', keyResultId: 'kr-1' },
        { sourceId: 's-2', issueId: '2', keyResultId: 'kr-2' },
      ]);
    });

    test('of a key result come one a source and issue, by issue, then source', async () => {
      await bringIntoScope(site.store, 'kr', 's-2', ['2', '10']);
      await bringIntoScope(site.store, 'kr', 's-1', ['2']);
      await bringIntoScope(site.store, 'other', 's-3', ['2']);
      await site.store.scope.add([{ sourceId: 'never', issueId: '2', keyResultId: 'kr' }], noon);
      const rows = await site.store.scope.listMemberships('kr');
      expect(rows.map(({ issueId, sourceId }) => [issueId, sourceId])).toEqual([
        ['10', 's-2'],
        ['2', 's-1'],
        ['2', 's-2'],
      ]);
    });
  });

  describe('facts', () => {
    test('are those of the issue', async () => {
      await bringIntoScope(site.store, 'kr', 's', ['1', '2']);
      await site.store.issueFacts.replace([
        fact('1', { statusCategory: 'done', cancelled: true, points: 0.5 }),
        fact('2', { statusCategory: 'in-progress', gone: true }),
      ]);
      await expect(factsOf('kr')).resolves.toEqual([
        {
          issueId: '1',
          statusCategory: 'done',
          cancelled: true,
          gone: false,
          points: 0.5,
          estimate: null,
          numbers: {},
          sharedBy: 1,
          ancestorIds: [],
        },
        {
          issueId: '2',
          statusCategory: 'in-progress',
          cancelled: false,
          gone: true,
          points: null,
          estimate: null,
          numbers: {},
          sharedBy: 1,
          ancestorIds: [],
        },
      ]);
    });

    test('of an issue that two sources bring come once', async () => {
      await bringIntoScope(site.store, 'kr', 's-1', ['1', '2']);
      await bringIntoScope(site.store, 'kr', 's-2', ['2', '3']);
      await site.store.issueFacts.replace(['1', '2', '3'].map((id) => fact(id)));
      expect((await factsOf('kr')).map(({ issueId }) => issueId)).toEqual(['1', '2', '3']);
    });

    test('of a source that was never committed do not count', async () => {
      await site.store.issueFacts.replace([fact('1'), fact('2')]);
      await bringIntoScope(site.store, 'kr', 's', ['1']);
      await site.store.scope.add([{ sourceId: 'never', issueId: '2', keyResultId: 'kr' }], noon);
      expect((await factsOf('kr')).map(({ issueId }) => issueId)).toEqual(['1']);
      await site.store.sources.add([{ id: 'never', keyResultId: 'kr', type: 'issue', issueId: '2' }], by);
      expect((await factsOf('kr')).map(({ issueId }) => issueId)).toEqual(['1', '2']);
    });

    test('stop counting with the statement that removes the source', async () => {
      await site.store.issueFacts.replace([fact('1')]);
      await bringIntoScope(site.store, 'kr', 's', ['1']);
      await site.store.sources.remove('s', by);
      await expect(factsOf('kr')).resolves.toEqual([]);
    });

    test('that have not been read yet are not there', async () => {
      await bringIntoScope(site.store, 'kr', 's', ['1', '2']);
      await site.store.issueFacts.replace([fact('2')]);
      expect((await factsOf('kr')).map(({ issueId }) => issueId)).toEqual(['2']);
    });

    test('come for each key result that was asked about, also for one without any', async () => {
      await site.store.issueFacts.replace([fact('1'), fact('2'), fact('10')]);
      await bringIntoScope(site.store, 'kr-b', 's-1', ['2', '10']);
      await bringIntoScope(site.store, 'kr-a', 's-2', ['1', '2']);
      await bringIntoScope(site.store, 'not-asked', 's-3', ['1']);
      const facts = await site.store.scope.listFacts(['kr-b', 'kr-a', 'kr-empty']);
      expect([...facts].map(([id, rows]) => [id, rows.map(({ issueId }) => issueId)])).toEqual([
        ['kr-b', ['10', '2']],
        ['kr-a', ['1', '2']],
        ['kr-empty', []],
      ]);
    });

    test('name six ancestors, nearest first, and not a seventh', async () => {
      const chain = ['7', '6', '5', '4', '3', '2', '1', '0'];
      await site.store.issueFacts.replace(chain.map((id, index) => fact(id, { parentId: chain[index + 1] ?? null })));
      await bringIntoScope(site.store, 'kr', 's', ['7', '2']);
      expect((await factsOf('kr')).map(({ issueId, ancestorIds }) => [issueId, ancestorIds])).toEqual([
        ['2', ['1', '0']],
        ['7', ['6', '5', '4', '3', '2', '1']],
      ]);
    });

    test('name a parent that is not known itself, and end there', async () => {
      await site.store.issueFacts.replace([fact('3', { parentId: '2' }), fact('2', { parentId: 'unknown' })]);
      await bringIntoScope(site.store, 'kr', 's', ['3']);
      expect((await factsOf('kr'))[0]?.ancestorIds).toEqual(['2', 'unknown']);
    });

    test('of parents that go in a circle still end', async () => {
      await site.store.issueFacts.replace([fact('1', { parentId: '2' }), fact('2', { parentId: '1' })]);
      await bringIntoScope(site.store, 'kr', 's', ['1']);
      expect((await factsOf('kr'))[0]?.ancestorIds).toEqual(['2', '1', '2', '1', '2', '1']);
    });
  });
});
