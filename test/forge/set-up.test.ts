/** The first visit after an installation: the tables are made then and there, or it is said that they are on their way. */
import { openSite } from '../../local/site/site';
import { migrations } from '../../src/store/migrations';
import { openEmptyEngine } from '../support/engines';
import { smallCompany } from '../support/small-company';
import { openTestSite, testSiteOver, type TestSite } from '../support/test-site';
import { addObjective, ask, failureOf, newId, outcomeOf, Q4, WEB } from '../usecases/support/okr-steps';

let site: TestSite;
afterEach(() => site.close());

const dropTables = async (): Promise<number> => {
  const tables = await site.sql("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
  for (const { name } of tables) await site.sql(`DROP TABLE "${String(name)}"`);
  return tables.length;
};

const tablesThere = async (): Promise<number> =>
  (await site.sql("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")).length;

/** A site whose database allows this many changes of tables a minute. */
const openWithFewChanges = async (ddlPerMinute: number): Promise<TestSite> =>
  testSiteOver(
    await openSite({
      dataDir: null,
      frozenAt: '2026-11-12T10:00:00.000Z',
      engine: await openEmptyEngine('libsql'),
      jiraState: smallCompany,
      sqlRates: { ddlPerMinute },
    }),
  );

describe('without tables', () => {
  it('the first visit makes them and is answered', async () => {
    site = await openTestSite();
    const tables = await dropTables();
    expect(await ask(site, 'getProjectOkrs', {}, { project: 'WEB', as: 'cleo' })).toMatchObject({ objectives: [], totalObjectives: 0 });
    expect(await tablesThere()).toBe(tables);
  });

  it('the first change makes them and is done once', async () => {
    site = await openTestSite();
    await dropTables();
    await addObjective(site);
    expect((await ask(site, 'getProjectOkrs', {}, { project: 'WEB' })).totalObjectives).toBe(1);
  });

  it('two first visits at once do no harm', async () => {
    site = await openTestSite();
    const tables = await dropTables();
    const create = () =>
      site.invoke('createObjective', {
        id: newId(),
        home: { level: 'project', projectId: WEB },
        cycleId: Q4,
        title: 'At once',
        ownerAccountId: null,
      });
    const outcomes = await Promise.all([create(), create(), site.invoke('getProjectOkrs', {}, { project: 'WEB' })]);
    expect(outcomes.map(outcomeOf)).toEqual(['ok', 'ok', 'ok']);
    expect(await tablesThere()).toBe(tables);
    const { objectives } = await ask(site, 'getProjectOkrs', {}, { project: 'WEB' });
    expect(objectives.map(({ key }) => key)).toEqual(['O-1', 'O-2']);
  });

  it('an event, a run of the queue and a schedule make them too', async () => {
    site = await openTestSite();
    for (const run of [
      () => site.transition('WEB-6', 'Done'),
      () => site.site.host.schedule('hourly'),
      () => site.site.host.schedule('daily'),
    ]) {
      const tables = await dropTables();
      const records = await site.recordsOf(run);
      expect(records.map(({ error }) => error)).toEqual(records.map(() => null));
      expect(await tablesThere()).toBe(tables);
    }
  });
});

describe('while tables cannot be made', () => {
  it('visitors are told to wait, the reason is logged, and once the tables are there it works', async () => {
    site = await openWithFewChanges(5);
    const visit = () => site.invoke('getIssueKeyResults', {}, { issue: 'WEB-6' });
    const [record] = await site.recordsOf(async () => {
      const refusal = failureOf(await visit());
      expect(refusal).toEqual({
        code: 'SETTING_UP',
        message: 'The app is being set up, which usually takes a minute or two. Try again in a minute.',
      });
    });
    expect(record?.logs).toMatchObject([{ level: 'warn', text: expect.stringContaining('could not be made') }]);
    for (const { statement } of migrations) await site.sql(statement);
    expect(outcomeOf(await visit())).toBe('ok');
  });
});
