import { describeOnEveryEngine } from '../support/engines';
import { openStore, type OpenStore } from './support/open-store';
import { archiving, by, fact, noon, numbered, objective, workKeyResult } from './support/records';

describeOnEveryEngine('pending issues', (openEngine) => {
  let site: OpenStore;
  beforeAll(async () => {
    site = await openStore(await openEngine());
  });
  beforeEach(() => site.clear());
  afterAll(() => site.close());

  test('come by how long they wait, then by id, no more than asked for', async () => {
    await site.store.pendingIssues.note([{ issueId: '3', mark: 'c' }], noon + 1);
    await site.store.pendingIssues.note(
      [
        { issueId: '2', mark: 'b' },
        { issueId: '10', mark: 'a' },
      ],
      noon,
    );
    await expect(site.store.pendingIssues.list(10)).resolves.toEqual([
      { issueId: '10', mark: 'a' },
      { issueId: '2', mark: 'b' },
      { issueId: '3', mark: 'c' },
    ]);
    await expect(site.store.pendingIssues.list(2)).resolves.toHaveLength(2);
  });

  test('noted twice wait once, under the later mark', async () => {
    await site.store.pendingIssues.note([{ issueId: '1', mark: 'first' }], noon);
    await site.store.pendingIssues.note([{ issueId: '1', mark: 'second' }], noon + 1);
    await expect(site.store.pendingIssues.list(10)).resolves.toEqual([{ issueId: '1', mark: 'second' }]);
  });

  test('that are struck off are gone, others stay', async () => {
    await site.store.pendingIssues.note(
      ['1', '2', '3'].map((issueId) => ({ issueId, mark: `mark-${issueId}` })),
      noon,
    );
    await site.store.pendingIssues.strike([
      { issueId: '1', mark: 'mark-1' },
      { issueId: '3', mark: 'mark-3' },
    ]);
    await expect(site.store.pendingIssues.list(10)).resolves.toEqual([{ issueId: '2', mark: 'mark-2' }]);
  });

  test('noted again while they are read stay', async () => {
    await site.store.pendingIssues.note(
      [
        { issueId: '1', mark: 'old-1' },
        { issueId: '2', mark: 'old-2' },
      ],
      noon,
    );
    const read = await site.store.pendingIssues.list(10);
    await site.store.pendingIssues.note([{ issueId: '2', mark: 'new-2' }], noon + 1);
    await site.store.pendingIssues.strike(read);
    await expect(site.store.pendingIssues.list(10)).resolves.toEqual([{ issueId: '2', mark: 'new-2' }]);
  });

  test('nothing to note or to strike is fine', async () => {
    await site.store.pendingIssues.note([], noon);
    await site.store.pendingIssues.strike([]);
    await expect(site.store.pendingIssues.list(10)).resolves.toEqual([]);
  });

  test('thousands are noted at once', async () => {
    const ids = numbered(5000, (n) => `1${n}`);
    await site.store.pendingIssues.note(
      ids.map((issueId) => ({ issueId, mark: `mark-${issueId}` })),
      noon,
    );
    expect((await site.store.pendingIssues.list(6000)).map(({ issueId }) => issueId)).toEqual(ids);
  });

  test('of many events at the same time none is lost', async () => {
    const ids = numbered(40, (n) => `1${n}`);
    const noteAndOthers = (issueId: string, index: number) =>
      site.store.pendingIssues.note(
        [issueId, ids[(index * 7) % ids.length] ?? issueId, ids[(index * 3) % ids.length] ?? issueId].map((id) => ({
          issueId: id,
          mark: `${issueId}-${id}`,
        })),
        noon,
      );
    await Promise.all(ids.map(noteAndOthers));
    expect((await site.store.pendingIssues.list(100)).map(({ issueId }) => issueId)).toEqual(ids);
  });

  const waiting = async () => (await site.store.pendingIssues.list(10)).map(({ issueId }) => issueId);

  describe('by an event', () => {
    const everywhere = { throughChildren: true, throughJql: true };
    const nowhere = { throughChildren: false, throughJql: false };
    const note = (ids: readonly string[], reach = everywhere) =>
      site.store.pendingIssues.noteIfFollowed(
        ids.map((issueId) => ({ issueId, mark: 'm', changedBy: 'anna' })),
        reach,
        noon,
      );

    test('are none on an empty site', async () => {
      await expect(note(['1'])).resolves.toBe(false);
      await expect(waiting()).resolves.toEqual([]);
    });

    test('are those that are known, even gone ones, and no others', async () => {
      await site.store.issueFacts.replace([fact('1', { gone: true }), fact('2')]);
      await expect(note(['01', '1.0', '3'])).resolves.toBe(false);
      await expect(note(['3', '1', '2'], nowhere)).resolves.toBe(true);
      await expect(waiting()).resolves.toEqual(['1', '2']);
      await expect(site.select('SELECT DISTINCT marked_at, mark, changed_by FROM pending_issue')).resolves.toEqual([
        { marked_at: String(noon), mark: 'm', changed_by: 'anna' },
      ]);
    });

    test('are noted again under another mark', async () => {
      await site.store.issueFacts.replace([fact('1')]);
      await note(['1']);
      await expect(site.store.pendingIssues.noteIfFollowed([{ issueId: '1', mark: 'later' }], nowhere, noon + 1)).resolves.toBe(true);
      await expect(site.store.pendingIssues.list(10)).resolves.toEqual([{ issueId: '1', mark: 'later' }]);
    });

    test('are unknown ones where a live source follows children or a query that may concern them', async () => {
      const shared = { keyResultId: 'key-result-1' };
      await site.store.objectives.insert(objective());
      await site.store.keyResults.insert(workKeyResult());
      await site.store.sources.add([{ ...shared, id: 'issue', type: 'issue', issueId: '7' }], by);
      await expect(note(['1'])).resolves.toBe(false);
      await site.store.sources.add([{ ...shared, id: 'children', type: 'children', issueId: '100' }], by);
      await expect(note(['1'], { throughChildren: false, throughJql: true })).resolves.toBe(false);
      await expect(note(['1'], { throughChildren: true, throughJql: false })).resolves.toBe(true);
      await site.store.sources.add([{ ...shared, id: 'jql', type: 'jql', jql: 'labels = late' }], by);
      await expect(note(['2'], { throughChildren: false, throughJql: true })).resolves.toBe(true);
      await site.store.keyResults.archive('key-result-1', 1, archiving);
      await expect(note(['3'])).resolves.toBe(false);
      await expect(waiting()).resolves.toEqual(['1', '2']);
    });

    test('take one statement', async () => {
      const before = site.host.invocations().length;
      await note(['1', '2']);
      expect(site.host.invocations().length - before).toBe(1);
    });
  });

  test('of a project are those known in it, gone ones too', async () => {
    await site.store.issueFacts.replace([fact('1'), fact('2', { gone: true }), fact('3', { projectId: '10001' })]);
    await expect(site.store.pendingIssues.noteProject('10002', 'm', noon)).resolves.toBe(false);
    await expect(site.store.pendingIssues.noteProject('10000', 'm', noon)).resolves.toBe(true);
    await expect(waiting()).resolves.toEqual(['1', '2']);
  });

  test('below an issue are its own known children that are there', async () => {
    await site.store.issueFacts.replace([
      fact('1'),
      fact('2', { parentId: '1' }),
      fact('3', { parentId: '1', gone: true }),
      fact('4', { parentId: '2' }),
    ]);
    await site.store.pendingIssues.noteChildren([], 'm', noon);
    await site.store.pendingIssues.noteChildren(['1', '9'], 'm', noon);
    await expect(waiting()).resolves.toEqual(['2']);
  });
});
