/** Whole projects that are trashed, deleted, archived or brought back: Jira tells of the project alone, and the numbers follow at once. */
import type { JiraEvent } from '../../local/seams';
import { openTestSite, type TestSite } from '../support/test-site';
import { see, standingsOf, workOn } from './support/okr-steps';

let site: TestSite;
let oldKey: string;
beforeEach(async () => {
  site = await openTestSite();
  door().putProject({ key: 'OLD', name: 'Old shop' });
  oldKey = door().createIssue('ada', 'OLD', { summary: 'Old work', issuetype: { name: 'Task' }, labels: ['old'] }).key;
  await site.settle();
});
afterEach(() => site.close());

const door = () => site.site.jira.door;

/** What the triggers cost, of what `change` causes; everything it causes is delivered. */
const told = async (change: () => void) => {
  const records = await site.recordsOf(async () => {
    change();
    await site.settle();
  });
  expect(records.filter(({ error }) => error !== null)).toEqual([]);
  return records.filter(({ moduleType }) => moduleType === 'trigger').map(({ sql, jira }) => ({ sql: sql.length, jira: jira.length }));
};

const inScope = async (keyResult: { readonly id: string }): Promise<number> => Object.keys(await standingsOf(site, keyResult)).length;

/** As if the index had known of it for an hour. */
const anHourLater = (): void => site.site.clock.set(site.site.clock.now() + 3_600_000);

describe('a project that nobody follows', () => {
  it('costs one SQL request and nothing else when it goes', async () => {
    await workOn(site, ['WEB-6', 'labels = checkout']);
    expect(await told(() => door().trashProject('ada', 'OLD'))).toEqual([{ sql: 1, jira: 0 }]);
    expect(await told(() => door().restoreProject('ada', 'OLD'))).toEqual([{ sql: 1, jira: 0 }]);
    expect(await told(() => door().deleteProject('ada', 'OLD'))).toEqual([{ sql: 1, jira: 0 }]);
  });
});

describe('the issues of a project', () => {
  it.each(['picked', 'labels = old'])('that is trashed are out at once (%s)', async (source) => {
    const keyResult = await workOn(site, [source === 'picked' ? oldKey : source, 'WEB-6']);
    expect(await see(site, keyResult)).toMatchObject({ work: { inScope: 2 } });
    expect(await told(() => door().trashProject('ada', 'OLD'))).toEqual([{ sql: 2, jira: 0 }]);
    expect(await see(site, keyResult)).toMatchObject({ work: { inScope: 1 } });
  });

  it('that were picked are back at once when it is restored', async () => {
    const keyResult = await workOn(site, [oldKey, 'WEB-6']);
    await told(() => door().trashProject('ada', 'OLD'));
    await told(() => door().restoreProject('ada', 'OLD'));
    expect(await see(site, keyResult)).toMatchObject({ work: { inScope: 2 } });
  });

  it('that a query brings are back at once while they are known, and within the hour otherwise', async () => {
    const keyResult = await workOn(site, ['labels = old', 'WEB-6']);
    await told(() => door().trashProject('ada', 'OLD'));
    await told(() => door().restoreProject('ada', 'OLD'));
    expect(await inScope(keyResult)).toBe(2);
    await told(() => door().trashProject('ada', 'OLD'));
    anHourLater();
    await site.site.host.schedule('hourly');
    await told(() => door().restoreProject('ada', 'OLD'));
    anHourLater();
    await site.site.host.schedule('hourly');
    expect(await inScope(keyResult)).toBe(2);
  });

  it('that is archived are out of a query at once, and back when it leaves the archive', async () => {
    const keyResult = await workOn(site, ['labels = old', 'WEB-6']);
    anHourLater();
    await told(() => door().archiveProject('ada', 'OLD'));
    expect(await inScope(keyResult)).toBe(1);
    await told(() => door().restoreProject('ada', 'OLD'));
    expect(await inScope(keyResult)).toBe(2);
  });

  it('that is deleted are out at once', async () => {
    const keyResult = await workOn(site, [oldKey, 'WEB-6']);
    await told(() => door().deleteProject('ada', 'OLD'));
    expect(await see(site, keyResult)).toMatchObject({ work: { inScope: 1 } });
  });
});

describe('an event on a project that cannot be read', () => {
  it.each([
    ['without a project', {}],
    ['with a project without an id', { project: { key: 'OLD' } }],
  ])('is refused and logged: %s', async (_, payload) => {
    const event: JiraEvent = { name: 'avi:jira:deleted:project', payload };
    const [record] = await site.recordsOf(async () => {
      site.site.host.acceptEvent(event);
      await site.settle();
    });
    expect(record).toMatchObject({ sql: [], error: null, logs: [{ level: 'warn', text: expect.stringContaining('refused') }] });
  });
});
