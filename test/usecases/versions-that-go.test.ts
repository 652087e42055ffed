/** Versions that are renamed, deleted or merged: Jira says nothing of the issues, and the hourly pass finds what it can find. */
import { openTestSite, type TestSite } from '../support/test-site';
import { see, workOn } from './support/okr-steps';

let site: TestSite;
let [one, two] = ['', ''];
beforeEach(async () => {
  site = await openTestSite();
  one = door().addVersion('WEB', '1.0');
  two = door().addVersion('WEB', '2.0');
  door().updateIssue('cleo', 'WEB-6', { fixVersions: [{ id: one }] });
  door().updateIssue('cleo', 'WEB-2', { fixVersions: [{ id: two }] });
  await site.settle();
});
afterEach(() => site.close());

const door = () => site.site.jira.door;

/** The log of a pass an hour later. */
const anHourLater = async (): Promise<readonly string[]> => {
  site.site.clock.set(site.site.clock.now() + 3_600_000);
  const records = await site.recordsOf(async () => {
    await site.site.host.schedule('hourly');
    await site.settle();
  });
  expect(records.filter(({ error }) => error !== null)).toEqual([]);
  return records.flatMap(({ logs }) => logs).map(({ text }) => text);
};

it('the issues of a deleted version join the queries on the one they get in its place, within the hour', async () => {
  const keyResult = await workOn(site, ['fixVersion = 2.0']);
  expect(await see(site, keyResult)).toMatchObject({ progress: 1, work: { inScope: 1 } });
  door().deleteVersion(one, two);
  expect(await anHourLater()).toEqual([]);
  expect(await see(site, keyResult)).toMatchObject({ progress: 1 / 2, work: { inScope: 2 } });
});

it('the issues of a deleted version leave the queries that do not name it, within the hour', async () => {
  const keyResult = await workOn(site, ['fixVersion is not EMPTY']);
  door().deleteVersion(one);
  expect(await anHourLater()).toEqual([]);
  expect(await see(site, keyResult)).toMatchObject({ work: { inScope: 1 } });
});

it.each([
  ['renamed', () => door().renameVersion(one, '1.0 LTS')],
  ['deleted', () => door().deleteVersion(one, two)],
])('a query that names a version which is %s keeps its scope, and the log says so', async (_, change) => {
  const keyResult = await workOn(site, ['fixVersion = 1.0']);
  change();
  const said = await anHourLater();
  expect(said.length).toBeGreaterThan(0);
  expect(said.filter((text) => !text.includes('its scope stays as it is'))).toEqual([]);
  expect(await see(site, keyResult)).toMatchObject({ progress: 0, work: { inScope: 1 } });
});
