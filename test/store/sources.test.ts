import { describeOnEveryEngine } from '../support/engines';
import type { SourceRecord } from '../../src/store/sources';
import { openStore, type OpenStore } from './support/open-store';
import { archiving, by, noon, objective, workKeyResult } from './support/records';

describeOnEveryEngine('sources', (openEngine) => {
  let site: OpenStore;
  beforeAll(async () => {
    site = await openStore(await openEngine());
  });
  beforeEach(() => site.clear());
  afterAll(() => site.close());

  const jql: SourceRecord = { id: 'jql', keyResultId: 'key-result-1', type: 'jql', jql: 'labels = "late, very" AND summary ~ "it\'s"' };
  const children: SourceRecord = { id: 'children', keyResultId: 'key-result-1', type: 'children', issueId: '100' };
  const issue: SourceRecord = { id: 'issue', keyResultId: 'key-result-1', type: 'issue', issueId: '7' };

  test.each([jql, children, issue])('a source of type $type comes back as it was written', async (source) => {
    await site.store.sources.add([source], by);
    await expect(site.store.sources.find(source.id)).resolves.toEqual(source);
  });

  test('a query of four thousand characters fits', async () => {
    const long = { ...jql, jql: `summary ~ "${'ä'.repeat(3988)}"` };
    await site.store.sources.add([long], by);
    await expect(site.store.sources.find(long.id)).resolves.toEqual(long);
  });

  test('one that was added already stays as it is', async () => {
    await site.store.sources.add([jql], by);
    await site.store.sources.add([{ ...jql, jql: 'project = OTHER' }], by);
    await expect(site.store.sources.find('jql')).resolves.toEqual(jql);
  });

  test('one that is removed is not there; removing it again is fine', async () => {
    await site.store.sources.add([jql], by);
    await site.store.sources.add([issue], by);
    await site.store.sources.remove('jql', by);
    await site.store.sources.remove('jql', by);
    await expect(site.store.sources.find('jql')).resolves.toBeNull();
    await expect(site.store.sources.find('issue')).resolves.toEqual(issue);
  });

  test("a key result's sources come oldest first, each with the number of issues it brings", async () => {
    await site.store.sources.add([jql], { accountId: 'anna', at: noon + 2 });
    await site.store.sources.add([issue], { accountId: 'anna', at: noon });
    await site.store.sources.add([children], { accountId: 'anna', at: noon });
    await site.store.sources.add([{ ...jql, id: 'other', keyResultId: 'key-result-2' }], by);
    await site.store.scope.add(
      ['1', '2'].map((issueId) => ({ sourceId: 'jql', issueId, keyResultId: 'key-result-1' })),
      noon,
    );
    await site.store.scope.add([{ sourceId: 'issue', issueId: '7', keyResultId: 'key-result-1' }], noon);
    await expect(site.store.sources.listByKeyResult('key-result-1')).resolves.toEqual([
      { source: children, issues: 0 },
      { source: issue, issues: 1 },
      { source: jql, issues: 2 },
    ]);
  });

  describe('that are followed', () => {
    beforeEach(async () => {
      await site.store.objectives.insert(objective());
      await site.store.keyResults.insert(workKeyResult());
    });

    test('are those by children and by query, by id, with their counts', async () => {
      for (const source of [jql, issue, children]) await site.store.sources.add([source], by);
      await site.store.scope.add([{ sourceId: 'jql', issueId: '1', keyResultId: 'key-result-1' }], noon);
      await expect(site.store.sources.listFollowed()).resolves.toEqual([
        { source: children, issues: 0, listedAt: noon },
        { source: jql, issues: 1, listedAt: noon },
      ]);
    });

    test('say when they were last compared issue by issue', async () => {
      for (const source of [jql, children]) await site.store.sources.add([source], by);
      await site.store.sources.setListed([], noon + 1);
      await site.store.sources.setListed(['jql'], noon + 2);
      const followed = await site.store.sources.listFollowed();
      expect(followed.map(({ source, listedAt }) => [source.id, listedAt - noon])).toEqual([
        ['children', 0],
        ['jql', 2],
      ]);
    });

    test('end with their key result', async () => {
      await site.store.sources.add([jql], by);
      await site.store.keyResults.archive('key-result-1', 1, archiving);
      await expect(site.store.sources.listFollowed()).resolves.toEqual([]);
    });

    test('end with their objective', async () => {
      await site.store.sources.add([jql], by);
      await site.store.objectives.archive('objective-1', 1, archiving);
      await expect(site.store.sources.listFollowed()).resolves.toEqual([]);
    });
  });
});
