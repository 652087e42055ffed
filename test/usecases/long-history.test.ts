/** The past of a thousand issues over a quarter: right on every day, within its budget, and read once however often the run is cut off. */
import type { InvocationRecord } from '../../local/seams';
import { openTestSite, type TestSite } from '../support/test-site';
import { addObjective, addWork, ask, bring } from './support/okr-steps';

const ISSUES = 1000;
const DAYS = 41;
const dayMs = 86_400_000;
const firstDay = Date.parse('2026-10-01T00:00:00Z');

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite({ now: '2026-10-01T08:00:00.000Z' });
});
afterEach(() => site.close());

const createdOn = (index: number): number => index % 10;
/** Every fourth issue stays open. */
const doneOn = (index: number): number | null => (index % 4 === 0 ? null : 10 + (index % 30));

/** A thousand issues: created in ten days, begun and labelled on the day after, three in four done in the thirty days that follow. */
function playQuarter(): void {
  const { door } = site.site.jira;
  site.site.host.setEventMode({ drop: 1 });
  const keys: string[] = [];
  const on = (day: number, indexes: (index: number) => boolean, act: (index: number) => void): void => {
    site.site.clock.set(firstDay + day * dayMs + 12 * 3_600_000);
    for (let index = 0; index < ISSUES; index += 1) if (indexes(index)) act(index);
  };
  const keyOf = (index: number): string => keys[index] ?? '';
  for (let day = 0; day < DAYS; day += 1) {
    on(
      day,
      (index) => createdOn(index) === day - 1,
      (index) => {
        door.transitionIssue('ben', keyOf(index), 'In Progress');
        door.updateIssue('ben', keyOf(index), { labels: ['season', 'begun'] });
        door.updateIssue('ben', keyOf(index), { priority: { name: 'High' } });
      },
    );
    on(
      day,
      (index) => createdOn(index) === day,
      (index) => {
        const fields = { summary: `Issue ${index}`, issuetype: { name: 'Task' }, labels: ['season'] };
        keys[index] = door.createIssue('ben', 'WEB', fields).key;
      },
    );
    on(
      day,
      (index) => doneOn(index) === day,
      (index) => door.transitionIssue('ben', keyOf(index), 'Done'),
    );
  }
  site.site.clock.set(firstDay + DAYS * dayMs + 9 * 3_600_000);
}

const indexes = Array.from({ length: ISSUES }, (_, index) => index);
const expected = Array.from({ length: DAYS }, (_, day) => ({
  scope: indexes.filter((index) => createdOn(index) <= day).length,
  done: indexes.filter((index) => (doneOn(index) ?? Infinity) <= day).length,
}));

async function addLongSource(): Promise<string> {
  const keyResult = await addWork(site, await addObjective(site));
  await bring(site, keyResult, 'project = WEB AND labels = season');
  return keyResult.id;
}

const toldPast = async (id: string) => {
  const { days, today } = await ask(site, 'getHistory', { subject: { type: 'key-result', id } });
  return days.filter(({ day }) => day < today).map(({ scope, done }) => ({ scope, done }));
};

const callsTo = (records: readonly InvocationRecord[], path: string): number =>
  records.flatMap(({ jira }) => jira).filter((call) => call.path === path).length;
const fetches = '/rest/api/3/issue/bulkfetch';
const changelogs = '/rest/api/3/changelog/bulkfetch';

it('is right on every day, with 22 Jira calls and 29 SQL requests', async () => {
  playQuarter();
  const id = await addLongSource();
  const runs = (await site.recordsOf(() => site.settle())).filter(({ moduleType }) => moduleType === 'consumer');
  expect(await toldPast(id)).toEqual(expected);
  expect(runs).toHaveLength(1);
  const [run] = runs;
  // The last three requests are the forecast, which is drawn from those days.
  // Beside the issues (ten fetches) and their 3,750 entries (a page of up to a thousand at a time): statuses, fields, and the search for who left.
  expect({ jira: run?.jira.length, sql: run?.sql.length }).toEqual({ jira: 22, sql: 29 });
}, 120_000);

it('reads no issue again when its run is cut off, and ends with the same days', async () => {
  playQuarter();
  const id = await addLongSource();
  const records = await site.recordsOf(async () => {
    for (const statements of [10, 12, 14, 16, 18]) {
      site.site.host.dieAfterStatement(statements);
      await site.settle();
      site.site.clock.set(site.site.clock.now() + 15 * 60_000);
    }
    site.site.host.dieAfterStatement(null);
    await site.settle();
  });
  expect(records.filter(({ error }) => error !== null).length).toBeGreaterThan(0);
  expect(await toldPast(id)).toEqual(expected);
  // A batch of three hundred that was not kept is read once more, and no other.
  expect(callsTo(records, fetches)).toBeLessThanOrEqual(11 + 5 * 3);
  expect(callsTo(records, changelogs)).toBeGreaterThanOrEqual(4);
}, 120_000);
