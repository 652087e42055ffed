import { RANK_GAP } from '../../src/domain/rank';
import { describeOnEveryEngine } from '../support/engines';
import { openStore, type OpenStore } from './support/open-store';
import { archiving, cycle, noon, numbered, objective } from './support/records';

describeOnEveryEngine('objectives', (openEngine) => {
  let site: OpenStore;
  beforeAll(async () => {
    site = await openStore(await openEngine());
  });
  beforeEach(() => site.clear());
  afterAll(() => site.close());

  /** After the n-th that was written; 0: from the start. */
  const page = (afterNumber: number, limit: number) => {
    const after = afterNumber === 0 ? null : { rank: afterNumber * RANK_GAP, number: afterNumber };
    return site.store.objectives.page({ accountId: 'anna', projectId: '10000', cycleId: cycle.id, after, limit });
  };

  test('an objective comes back as it was written, with a number and its first version', async () => {
    const { createdAt, alignment: _, ...written } = objective({ description: 'Why it matters', ownerAccountId: 'anna', weight: 2.5 });
    await expect(site.store.objectives.insert(objective(written))).resolves.toBe(true);
    await expect(site.store.objectives.find(written.id)).resolves.toEqual({
      ...written,
      changedAt: createdAt,
      number: 1,
      rank: RANK_GAP,
      copiedFromId: null,
      lineage: [],
      closing: null,
      ownerInactive: false,
      contributorIds: [],
      parent: null,
      rollUp: 'key-results',
      override: null,
      progress: null,
      measured: 0,
      parts: 0,
      healthOverride: null,
      archivedAt: null,
      version: 1,
    });
  });

  test('one that does not exist is null', async () => {
    await expect(site.store.objectives.find('nobody')).resolves.toBeNull();
  });

  test('numbers count up over all projects', async () => {
    await site.store.objectives.insert(objective({ id: 'a', home: { level: 'project', projectId: '10000' } }));
    await site.store.objectives.insert(objective({ id: 'b', home: { level: 'project', projectId: '10001' } }));
    await site.store.objectives.insert(objective({ id: 'c', home: { level: 'project', projectId: '10000' } }));
    await expect(site.select('SELECT id, number FROM objective ORDER BY number')).resolves.toEqual([
      { id: 'a', number: 1 },
      { id: 'b', number: 2 },
      { id: 'c', number: 3 },
    ]);
  });

  test('an id that is there already writes nothing and says so', async () => {
    await site.store.objectives.insert(objective({ id: 'a', title: 'First words' }));
    await expect(site.store.objectives.insert(objective({ id: 'a', title: 'Other words' }))).resolves.toBe(false);
    await expect(site.store.objectives.find('a')).resolves.toMatchObject({ title: 'First words', number: 1 });
    await expect(page(0, 10)).resolves.toMatchObject({ total: 1 });
  });

  test('inserts at the same time get a number each, none twice and none left out', async () => {
    const ids = numbered(24, (n) => `o-${n}`);
    await expect(Promise.all(ids.map((id) => site.store.objectives.insert(objective({ id }))))).resolves.toEqual(ids.map(() => true));
    const rows = await site.select('SELECT number FROM objective ORDER BY number');
    expect(rows.map(({ number }) => number)).toEqual(ids.map((_, index) => index + 1));
  });

  test('the same id inserted at the same time is created once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => site.store.objectives.insert(objective({ id: 'a' }))));
    expect(answers.filter((created) => created)).toHaveLength(1);
    await expect(page(0, 10)).resolves.toMatchObject({ total: 1 });
  });

  test('an archived objective keeps its number', async () => {
    await site.store.objectives.insert(objective({ id: 'a' }));
    await site.store.objectives.archive('a', 1, archiving);
    await site.store.objectives.insert(objective({ id: 'b' }));
    await expect(site.store.objectives.find('b')).resolves.toMatchObject({ number: 2 });
  });

  describe('a page', () => {
    test('goes by number, after a number, and says how many there are in all', async () => {
      for (const id of numbered(5, (n) => `o-${n}`)) await site.store.objectives.insert(objective({ id }));
      const numbersOf = async (afterNumber: number, limit: number) => {
        const { objectives, total } = await page(afterNumber, limit);
        return { numbers: objectives.map(({ number }) => number), total };
      };
      await expect(numbersOf(0, 2)).resolves.toEqual({ numbers: [1, 2], total: 5 });
      await expect(numbersOf(2, 2)).resolves.toEqual({ numbers: [3, 4], total: 5 });
      await expect(numbersOf(4, 2)).resolves.toEqual({ numbers: [5], total: 5 });
      await expect(numbersOf(5, 2)).resolves.toEqual({ numbers: [], total: 5 });
    });

    test('goes by number also beyond nine', async () => {
      for (const id of numbered(12, (n) => `o-${n}`)) await site.store.objectives.insert(objective({ id }));
      const { objectives } = await page(0, 100);
      expect(objectives.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    });

    test('holds the live objectives of one project and cycle', async () => {
      await site.store.objectives.insert(objective({ id: 'wanted' }));
      await site.store.objectives.insert(objective({ id: 'other-project', home: { level: 'project', projectId: '10001' } }));
      await site.store.objectives.insert(objective({ id: 'other-cycle', cycleId: '2027-Q1' }));
      await site.store.objectives.insert(objective({ id: 'archived' }));
      await site.store.objectives.archive('archived', 1, archiving);
      const { objectives, total } = await page(0, 10);
      expect({ ids: objectives.map(({ id }) => id), total }).toEqual({ ids: ['wanted'], total: 1 });
    });

    test('of a project without objectives is empty', async () => {
      await expect(page(0, 10)).resolves.toEqual({ objectives: [], total: 0 });
    });

    test('takes the whole of an objective, as finding it does', async () => {
      await site.store.objectives.insert(objective({ id: 'a', description: 'Why', ownerAccountId: 'anna', weight: 0.5 }));
      const { objectives } = await page(0, 10);
      expect(objectives).toEqual([await site.store.objectives.find('a')]);
    });
  });

  describe('an edit', () => {
    beforeEach(() => site.store.objectives.insert(objective({ id: 'a', description: 'Why', ownerAccountId: 'anna' })));

    test('changes what is given, leaves the rest and raises the version', async () => {
      const before = await site.store.objectives.find('a');
      await expect(site.store.objectives.update('a', 1, { title: 'New words', weight: 3 })).resolves.toBe(true);
      await expect(site.store.objectives.find('a')).resolves.toEqual({ ...before, title: 'New words', weight: 3, version: 2 });
    });

    test('moves it to another cycle, and takes its owner away', async () => {
      await site.store.objectives.update('a', 1, { cycleId: '2027-Q1', ownerAccountId: null, description: '' });
      await expect(site.store.objectives.find('a')).resolves.toMatchObject({ cycleId: '2027-Q1', ownerAccountId: null, description: '' });
    });

    test('of nothing still raises the version', async () => {
      await expect(site.store.objectives.update('a', 1, {})).resolves.toBe(true);
      await expect(site.store.objectives.find('a')).resolves.toMatchObject({ version: 2 });
    });

    test('to the values it has already counts as an edit', async () => {
      await expect(site.store.objectives.update('a', 1, { description: 'Why' })).resolves.toBe(true);
    });

    test.each([0, 2])('with version %i where the row has 1 changes nothing', async (version) => {
      await expect(site.store.objectives.update('a', version, { title: 'Late' })).resolves.toBe(false);
      await expect(site.store.objectives.find('a')).resolves.toMatchObject({ version: 1 });
    });

    test('of two at the same time one wins', async () => {
      const answers = await Promise.all(['One', 'Two', 'Three', 'Four'].map((title) => site.store.objectives.update('a', 1, { title })));
      expect(answers.filter((won) => won)).toHaveLength(1);
      await expect(site.store.objectives.find('a')).resolves.toMatchObject({ version: 2 });
    });

    test('of an archived objective changes nothing', async () => {
      await site.store.objectives.archive('a', 1, archiving);
      await expect(site.store.objectives.update('a', 2, { title: 'Late' })).resolves.toBe(false);
    });
  });

  test('archiving says when, raises the version, and happens once', async () => {
    await site.store.objectives.insert(objective({ id: 'a' }));
    await expect(site.store.objectives.archive('a', 7, archiving)).resolves.toBe(false);
    await expect(site.store.objectives.archive('a', 1, archiving)).resolves.toBe(true);
    await expect(site.store.objectives.archive('a', 2, archiving)).resolves.toBe(false);
    await expect(site.store.objectives.find('a')).resolves.toMatchObject({ archivedAt: noon, version: 2 });
  });
});
