import { describeOnEveryEngine } from '../support/engines';
import { openStore, type OpenStore } from './support/open-store';
import { bringIntoScope, fact, noon, numbered } from './support/records';

describeOnEveryEngine('issue facts', (openEngine) => {
  let site: OpenStore;
  beforeAll(async () => {
    site = await openStore(await openEngine());
  });
  beforeEach(() => site.clear());
  afterAll(() => site.close());

  test('come back as they were written, and only those asked for', async () => {
    const whole = fact('2', {
      projectId: '10001',
      parentId: '1',
      statusCategory: 'done',
      resolution: "Won't Do",
      cancelled: true,
      gone: true,
      points: 0.5,
      estimate: null,
      numbers: {},
      assigneeAccountId: 'cleo',
      movedAt: noon - 5,
      updatedAt: 1,
      checkedAt: noon + 999,
    });
    await site.store.issueFacts.replace([fact('1'), whole, fact('3')]);
    await expect(site.store.issueFacts.find(['2', '1', 'nobody'])).resolves.toEqual(
      new Map([
        ['1', fact('1')],
        ['2', whole],
      ]),
    );
  });

  test('writing again replaces the whole row', async () => {
    await site.store.issueFacts.replace([fact('1', { parentId: '9', resolution: 'Fixed', points: 3, cancelled: true })]);
    await site.store.issueFacts.replace([fact('1', { statusCategory: 'in-progress' })]);
    await expect(site.store.issueFacts.find(['1'])).resolves.toEqual(new Map([['1', fact('1', { statusCategory: 'in-progress' })]]));
  });

  test('no points and zero points are two things', async () => {
    await site.store.issueFacts.replace([fact('1', { points: null }), fact('2', { points: 0 })]);
    const found = await site.store.issueFacts.find(['1', '2']);
    expect([found.get('1')?.points, found.get('2')?.points]).toEqual([null, 0]);
  });

  test('nothing to write, find or remove is fine', async () => {
    await site.store.issueFacts.replace([]);
    await site.store.issueFacts.remove([]);
    await expect(site.store.issueFacts.find([])).resolves.toEqual(new Map());
    await expect(site.store.issueFacts.listKeyResultsBelow([])).resolves.toEqual([]);
  });

  test('thousands are written, found and removed', async () => {
    const ids = numbered(2500, (n) => `1${n}`);
    await site.store.issueFacts.replace(ids.map((id) => fact(id)));
    await expect(site.store.issueFacts.find(ids)).resolves.toEqual(new Map(ids.map((id) => [id, fact(id)])));
    await site.store.issueFacts.remove(ids.slice(1));
    await expect(site.store.issueFacts.find(ids)).resolves.toEqual(new Map(ids.slice(0, 1).map((id) => [id, fact(id)])));
  });

  describe('unchecked issues', () => {
    beforeEach(async () => {
      await site.store.issueFacts.replace([
        fact('1', { checkedAt: noon - 30 }),
        fact('2', { checkedAt: noon - 10 }),
        fact('10', { checkedAt: noon - 10 }),
        fact('3', { checkedAt: noon - 20, gone: true }),
        fact('4', { checkedAt: noon }),
        fact('5', { checkedAt: noon - 40 }),
      ]);
    });

    test('are those read before a time, longest ago first, without those that are gone', async () => {
      await expect(site.store.issueFacts.listUnchecked(noon, 10)).resolves.toEqual(['5', '1', '10', '2']);
    });

    test('are no more than asked for', async () => {
      await expect(site.store.issueFacts.listUnchecked(noon, 2)).resolves.toEqual(['5', '1']);
    });
  });

  test('all known issues are listed by id, a page at a time, with those that are gone', async () => {
    await site.store.issueFacts.replace([
      fact('10', { checkedAt: noon }),
      fact('2', { gone: true, checkedAt: noon - 1 }),
      fact('3', { checkedAt: noon }),
    ]);
    const first = await site.store.issueFacts.listKnown('', 2);
    expect(first).toEqual([
      { issueId: '10', gone: false, checkedAt: noon },
      { issueId: '2', gone: true, checkedAt: noon - 1 },
    ]);
    await expect(site.store.issueFacts.listKnown('2', 2)).resolves.toEqual([{ issueId: '3', gone: false, checkedAt: noon }]);
  });

  describe('key results below an ancestor', () => {
    test('are found up to six levels down, and no further', async () => {
      const chain = numbered(8, (n) => `level-${n}`);
      await site.store.issueFacts.replace(chain.map((id, index) => fact(id, { parentId: chain[index - 1] ?? null })));
      for (const id of chain) await bringIntoScope(site.store, `kr-${id}`, `s-${id}`, [id]);
      const [top] = chain;
      const below = await site.store.issueFacts.listKeyResultsBelow([top ?? '']);
      expect([...below].sort()).toEqual(chain.slice(1, 7).map((id) => `kr-${id}`));
    });

    test('come once, however many issues and ancestors lead there', async () => {
      await site.store.issueFacts.replace([
        fact('1'),
        fact('2', { parentId: '1' }),
        fact('3', { parentId: '2' }),
        fact('4', { parentId: '1' }),
        fact('5', { parentId: '9' }),
      ]);
      await bringIntoScope(site.store, 'kr', 's', ['2', '3', '4']);
      await bringIntoScope(site.store, 'elsewhere', 't', ['5']);
      await expect(site.store.issueFacts.listKeyResultsBelow(['1', '2'])).resolves.toEqual(['kr']);
    });

    test('are found below an ancestor that is not known itself', async () => {
      await site.store.issueFacts.replace([fact('2', { parentId: 'unknown' })]);
      await bringIntoScope(site.store, 'kr', 's', ['2']);
      await expect(site.store.issueFacts.listKeyResultsBelow(['unknown'])).resolves.toEqual(['kr']);
    });
  });

  describe('unused facts', () => {
    test('are those in no scope that no known issue has as its parent, by id, no more than asked for', async () => {
      await site.store.issueFacts.replace([
        fact('in-scope', { parentId: 'parent' }),
        fact('parent', { parentId: 'grandparent' }),
        fact('grandparent'),
        fact('unused-2'),
        fact('unused-1', { parentId: 'grandparent' }),
      ]);
      await bringIntoScope(site.store, 'kr', 's', ['in-scope']);
      await expect(site.store.issueFacts.listUnused(10)).resolves.toEqual(['unused-1', 'unused-2']);
      await expect(site.store.issueFacts.listUnused(1)).resolves.toEqual(['unused-1']);
    });

    test('leave level by level once the scope is gone', async () => {
      await site.store.issueFacts.replace([fact('child', { parentId: 'parent' }), fact('parent')]);
      await expect(site.store.issueFacts.listUnused(10)).resolves.toEqual(['child']);
      await site.store.issueFacts.remove(['child']);
      await expect(site.store.issueFacts.listUnused(10)).resolves.toEqual(['parent']);
    });
  });
});
