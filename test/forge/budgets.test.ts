/** What a call may cost: SQL requests, Jira calls and points, bytes. The numbers are the budgets of the architecture. */
import type { InvocationRecord } from '../../local/seams';
import type { CompanyOkrs } from '../../src/contract/company';
import { openTestSite, type TestSite } from '../support/test-site';
import { addObjective, addWork, ask, bring, copyRow, issueIds, SEC, WEB, workOn } from '../usecases/support/okr-steps';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

const costOf = (records: readonly InvocationRecord[]) => ({
  invocations: records.length,
  sql: records.reduce((sum, { sql }) => sum + sql.length, 0),
  jira: records.reduce((sum, { jira }) => sum + jira.length, 0),
  points: records.flatMap(({ jira }) => jira).reduce((sum, { points }) => sum + points, 0),
});

describe('opening the project page', () => {
  it('takes one invocation, at most four SQL requests and no Jira call', async () => {
    for (let index = 0; index < 5; index += 1) await bring(site, await addWork(site, await addObjective(site)), 'project = WEB');
    const cost = costOf(await site.recordsOf(() => ask(site, 'getProjectOkrs', {}, { project: 'WEB', as: 'cleo' })));
    expect(cost).toMatchObject({ invocations: 1, jira: 0 });
    expect(cost.sql).toBeLessThanOrEqual(4);
  });

  it('answers with at most a megabyte, however long the words', async () => {
    const words = 'w'.repeat(255);
    const objective = await addObjective(site, { title: words, description: words });
    const keyResult = await addWork(site, objective, { title: words });
    const objectives = Array.from({ length: 199 }, (_, index) => ({ id: `o-${String(index)}`, number: index + 2 }));
    await copyRow(site, 'objective', objective.id, objectives);
    const keyResults = Array.from({ length: 1000 }, (_, index) => ({
      id: `k-${String(index)}`,
      number: index + 2,
      objective_id: `o-${String(index % 199)}`,
    }));
    await copyRow(site, 'key_result', keyResult.id, keyResults);
    const [record] = await site.recordsOf(() => ask(site, 'getProjectOkrs', {}, { project: 'WEB' }));
    expect(record?.responseBytes).toBeGreaterThan(300_000);
    expect(record?.responseBytes).toBeLessThanOrEqual(1024 * 1024);
  });
});

describe('opening the company page', () => {
  it('takes one invocation, at most five SQL requests and one Jira call, however many projects there are', async () => {
    const { id } = await addObjective(site);
    await addWork(site, { id });
    await ask(site, 'createGroup', { id: 'group-00', name: 'Shops', projectIds: [WEB], leadIds: [] });
    await addObjective(site, { home: { level: 'company' } });
    await addObjective(site, { home: { level: 'group', groupId: 'group-00' } });
    const elsewhere = Array.from({ length: 999 }, (_, index) => ({
      id: `o-${index}`,
      number: index + 10,
      home_id: String(11_000 + index),
    }));
    await copyRow(site, 'objective', id, elsewhere);
    const cost = costOf(await site.recordsOf(() => ask(site, 'getCompanyOkrs', {}, { as: 'cleo' })));
    expect(cost).toMatchObject({ invocations: 1, jira: 1 });
    expect(cost.sql).toBeLessThanOrEqual(5);
  });

  it('gives every objective once over its pages, in one order', async () => {
    const { id } = await addObjective(site);
    await copyRow(
      site,
      'objective',
      id,
      Array.from({ length: 320 }, (_, index) => ({ id: `o-${index}`, number: index + 2 })),
    );
    await addObjective(site, { home: { level: 'company' } });
    const ids: string[] = [];
    let pages = 0;
    for (let cursor: string | null = ''; cursor !== null; pages += 1) {
      const page: CompanyOkrs = await ask(site, 'getCompanyOkrs', cursor === '' ? {} : { cursor }, { as: 'cleo' });
      expect(page.totalObjectives).toBe(322);
      ids.push(...page.objectives.map((objective) => objective.id));
      cursor = page.nextCursor;
    }
    expect(pages).toBe(3);
    expect([ids.length, new Set(ids).size]).toEqual([322, 322]);
  });
});

describe('opening the alignment', () => {
  it('takes one invocation, at most five SQL requests and one Jira call, with 150 aligned objectives on the page', async () => {
    const above = await addObjective(site, { home: { level: 'company' } });
    const { id } = await addObjective(site);
    await addWork(site, { id });
    await ask(site, 'editObjective', { id, version: 1, parentId: above.id, reason: 'x' });
    const many = Array.from({ length: 500 }, (_, index) => ({ id: `o-${index}`, number: index + 10 }));
    await copyRow(site, 'objective', id, many);
    const records = await site.recordsOf(() => ask(site, 'getAlignment', {}, { as: 'cleo' }));
    const cost = costOf(records);
    expect(cost).toMatchObject({ invocations: 1, jira: 1 });
    expect(cost.sql).toBeLessThanOrEqual(5);
    expect(records[0]?.responseBytes).toBeLessThanOrEqual(1024 * 1024);
  });
});

describe('opening the issue panel', () => {
  it('takes one invocation, at most two SQL requests and no Jira call where all is in the open project', async () => {
    await workOn(site, ['WEB-6', 'project = WEB']);
    await workOn(site, ['labels = checkout']);
    const cost = costOf(await site.recordsOf(() => ask(site, 'getIssueKeyResults', {}, { issue: 'WEB-6', as: 'cleo' })));
    expect(cost).toMatchObject({ invocations: 1, jira: 0 });
    expect(cost.sql).toBeLessThanOrEqual(2);
  });

  it('takes at most one Jira call where key results of other projects are there', async () => {
    await workOn(site, ['WEB-6']);
    await bring(site, await addWork(site, await addObjective(site, { projectId: SEC })), 'WEB-6');
    const cost = costOf(await site.recordsOf(() => ask(site, 'getIssueKeyResults', {}, { issue: 'WEB-6', as: 'cleo' })));
    expect(cost).toMatchObject({ invocations: 1, jira: 1 });
    expect(cost.sql).toBeLessThanOrEqual(2);
  });
});

describe('coverage', () => {
  const cycle = { cycleId: '2026-q4' };
  const counted = async () => {
    await workOn(site, ['WEB-6']);
    await ask(site, 'askForCount', { projectId: WEB, ...cycle });
    return site.recordsOf(() => site.settle());
  };

  it('of the open project takes three SQL requests and no Jira call', async () => {
    await counted();
    const cost = costOf(await site.recordsOf(() => ask(site, 'getCoverage', cycle, { project: 'WEB', as: 'cleo' })));
    expect(cost).toEqual({ invocations: 1, sql: 3, jira: 0, points: 0 });
  });

  it('of the company takes four SQL requests and one Jira call', async () => {
    await counted();
    const cost = costOf(await site.recordsOf(() => ask(site, 'getCompanyCoverage', cycle, { as: 'cleo' })));
    expect(cost).toMatchObject({ invocations: 1, sql: 4, jira: 1 });
  });

  it('in the ten scores of the open project takes fourteen SQL requests and no Jira call', async () => {
    await counted();
    const input = { subject: { type: 'project' }, cycleId: cycle.cycleId } as const;
    const cost = costOf(await site.recordsOf(() => ask(site, 'getRadar', input, { project: 'WEB', as: 'cleo' })));
    expect(cost).toEqual({ invocations: 1, sql: 14, jira: 0, points: 0 });
  });

  it('in a list of orphan work takes four SQL requests and one Jira call', async () => {
    await counted();
    const input = { ...cycle, state: 'in-progress' } as const;
    const cost = costOf(await site.recordsOf(() => ask(site, 'listOrphanWork', input, { project: 'WEB', as: 'cleo' })));
    expect(cost).toMatchObject({ invocations: 1, sql: 4, jira: 1 });
  });

  it('in a line of sight takes four SQL requests and one Jira call', async () => {
    site.site.jira.door.updateIssue('ada', 'WEB-3', { assignee: { accountId: 'cleo' } });
    await counted();
    const cost = costOf(await site.recordsOf(() => ask(site, 'getLineOfSight', cycle, { project: 'WEB', as: 'cleo' })));
    expect(cost).toMatchObject({ invocations: 1, sql: 4, jira: 1 });
  });

  it('is counted for about a point an issue', async () => {
    const records = (await counted()).filter(({ functionKey }) => functionKey === 'count-work');
    // Two searches that find two issues each.
    expect(costOf(records)).toMatchObject({ invocations: 1, jira: 2, points: 6 });
  });
});

describe('the lozenge of a closed panel', () => {
  it('takes one SQL request and no Jira call', async () => {
    await workOn(site, ['WEB-6']);
    const extension = { issue: { id: issueIds.flicker }, project: { id: WEB } };
    const cost = costOf(await site.recordsOf(() => site.site.host.dynamicProperties('issue-okrs', 'cleo', extension)));
    expect(cost).toEqual({ invocations: 1, sql: 1, jira: 0, points: 0 });
  });
});

describe('an event', () => {
  it('on an issue in no scope, with no query followed, takes one SQL request and no points', async () => {
    await workOn(site, ['WEB-2']);
    await site.settle();
    expect(costOf(await site.recordsOf(() => site.transition('WEB-6', 'Done')))).toEqual({ invocations: 1, sql: 1, jira: 0, points: 0 });
  });

  it('or fifty of them, once under way, cost the same SQL requests and one bulk fetch', async () => {
    const create = (): string =>
      site.site.jira.door.createIssue('ben', 'WEB', { summary: 'One of many', issuetype: { name: 'Task' }, labels: ['many'] }).key;
    const keys = Array.from({ length: 50 }, create);
    await workOn(site, ['labels = many']);
    await workOn(site, ['labels = many', 'WEB-6']);
    await site.settle();
    const syncCost = async (changed: readonly string[]) => {
      for (const key of changed) site.site.jira.door.transitionIssue('ben', key, 'Done');
      const records = await site.recordsOf(() => site.settle());
      const [run] = records.filter(({ moduleType, jira }) => moduleType === 'consumer' && jira.length > 0);
      const fetches = records.flatMap(({ jira }) => jira).filter(({ path }) => path.endsWith('/bulkfetch'));
      return { sql: run?.sql.length, fetches: fetches.length };
    };
    const one = await syncCost(keys.slice(0, 1));
    expect(one.fetches).toBe(1);
    const few = await syncCost(keys.slice(1, 6));
    // A burst begins with five: its run asks for the next one itself, in one more statement.
    expect(few).toEqual({ ...one, sql: Number(one.sql) + 1 });
    expect(await syncCost(keys.slice(6))).toEqual(few);
  });
});

describe('the daily pass', () => {
  it('takes as many SQL requests for twelve key results as for two', async () => {
    // On another day, on which every forecast is due.
    const dailyCost = async () => {
      site.site.clock.set(site.site.clock.now() + 86_400_000);
      return costOf(await site.recordsOf(() => site.site.host.schedule('daily'))).sql;
    };
    for (let index = 0; index < 2; index += 1) await workOn(site, []);
    await dailyCost();
    const few = await dailyCost();
    for (let index = 0; index < 10; index += 1) await workOn(site, []);
    expect(await dailyCost()).toBe(few);
  });
});
