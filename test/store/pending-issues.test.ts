import { describeOnEveryEngine } from '../support/engines';
import { openStore, type OpenStore } from './support/open-store';
import { noon, numbered } from './support/records';

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
});
