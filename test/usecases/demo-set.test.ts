/** The demo set on a site of somebody's own: loaded and cleared in steps, cut off and taken up again, and gone without a trace. */
import type { DemoSetView } from '../../src/contract/demo-set';
import { openTestSite, type TestSite } from '../support/test-site';
import { addObjective, addWork, ask, bring, failureOf, newId, outcomeOf, SEC, WEB } from './support/okr-steps';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

const asked = { id: 'demo-0001', projectIds: [WEB, SEC] };

async function load(id = asked.id): Promise<DemoSetView> {
  for (let call = 0; call < 20; call += 1) {
    const view = await ask(site, 'loadDemoSet', { ...asked, id });
    if (view.state === 'loaded') return view;
  }
  throw new Error('It never ends.');
}

async function clear(): Promise<DemoSetView> {
  for (let call = 0; call < 20; call += 1) {
    const view = await ask(site, 'clearDemoSet', {});
    if (view.state === 'none') return view;
  }
  throw new Error('It never ends.');
}

const quarterOkrs = (input: { readonly as?: string } = {}) => ask(site, 'getCompanyOkrs', { cycleId: 'demo-0001-quarter' }, input);

/** Every row of every table, without what the app notes for itself. */
async function everything(): Promise<Readonly<Record<string, readonly string[]>>> {
  const tables = (await site.sql("SELECT name FROM sqlite_master WHERE type = 'table'")).map(({ name }) => String(name));
  const kept = tables.filter((name) => !/^(sqlite_|__|setting$|asked_run$|issue_past$|issue_fact$|snapshot$|inactive_account$)/.test(name));
  const rows = await Promise.all(kept.map((name) => site.sql(`SELECT * FROM ${name}`)));
  return Object.fromEntries(kept.map((name, at) => [name, (rows[at] ?? []).map((row) => JSON.stringify(row)).sort()]));
}

describe('loading the demo set', () => {
  it('takes a few steps a call, says how far it is, and ends', async () => {
    const first = await ask(site, 'loadDemoSet', asked);
    expect(first).toMatchObject({ state: 'loading', done: 8, projectIds: asked.projectIds });
    expect(await ask(site, 'getDemoSet', {})).toEqual(first);
    const last = await load();
    expect(last).toMatchObject({ state: 'loaded', done: first.total, total: first.total });
    expect(await ask(site, 'loadDemoSet', { ...asked, id: 'demo-0002' })).toEqual(last);
  });

  it('shows goals of the company, of groups and of the projects, measured and aligned', async () => {
    await load();
    await site.settle();
    const { objectives, cycle } = await quarterOkrs();
    expect(new Set(objectives.map(({ home }) => home.level))).toEqual(new Set(['company', 'group', 'project']));
    expect(cycle).toMatchObject({ name: 'Demo quarter', state: 'running' });
    expect(objectives.some(({ parent }) => parent !== null)).toBe(true);
    const keyResults = objectives.flatMap((objective) => objective.keyResults);
    expect(new Set(keyResults.map(({ kind }) => kind))).toEqual(new Set(['work', 'metric', 'band', 'milestones']));
    expect(keyResults.filter(({ kind, progress }) => kind === 'work' && progress !== null).length).toBeGreaterThan(0);
    expect(keyResults.some(({ attention }) => attention.lastDay !== null && !attention.isStale)).toBe(true);
    expect(keyResults.some(({ attention }) => attention.isStale)).toBe(true);
    expect(keyResults.some(({ ownerAccountId }) => ownerAccountId === null)).toBe(true);
  });

  it('says where whoever loaded it stands, and nothing in anybody else’s name', async () => {
    await load();
    const said = await site.sql('SELECT account_id, stance, acknowledged_at FROM objective_reader ORDER BY stance');
    expect(said.map(({ account_id, stance, acknowledged_at }) => [account_id, stance, acknowledged_at !== null])).toEqual([
      ['ada', null, true],
      ['ada', 'concern', false],
      ['ada', 'support', false],
    ]);
    expect(await site.sql('SELECT id FROM vote_round')).toEqual([]);
    expect(await site.sql('SELECT DISTINCT created_by FROM check_in')).toEqual([{ created_by: 'ada' }]);
  });

  it('opens no page with its own cycle', async () => {
    await load();
    expect((await ask(site, 'getCompanyOkrs', {})).cycle.id).toBe('2026-q4');
  });

  it('writes nothing into Jira', async () => {
    const before = JSON.stringify(site.site.jira.dump());
    await load();
    expect(JSON.stringify(site.site.jira.dump())).toBe(before);
  });

  it('keeps its private objective to the administrator who loaded it', async () => {
    await load();
    const count = async (as: string) => (await quarterOkrs({ as })).objectives.filter(({ audience }) => audience !== null).length;
    expect([await count('ada'), await count('ben')]).toEqual([1, 0]);
  });

  it('is for OKR admins, on projects they may see', async () => {
    expect(outcomeOf(await site.invoke('loadDemoSet', asked, { as: 'ben' }))).toBe('FORBIDDEN');
    await ask(site, 'grantOkrAdmin', { holderAccountId: 'ben' });
    expect(failureOf(await site.invoke('loadDemoSet', asked, { as: 'ben' }))).toMatchObject({ code: 'INVALID', field: 'projectIds' });
    expect(await ask(site, 'getDemoSet', {})).toMatchObject({ state: 'none' });
  });

  it('goes on without a query that Jira will not run', async () => {
    await ask(site, 'loadDemoSet', asked);
    expect((await load()).state).toBe('loaded');
    const work = (await quarterOkrs()).objectives.flatMap(({ keyResults }) => keyResults).filter(({ kind }) => kind === 'work');
    expect(work.length).toBeGreaterThan(1);
  });
});

describe('clearing the demo set', () => {
  it('leaves nothing of it, whatever people have said and changed in it', async () => {
    await addWork(site, await addObjective(site));
    await site.settle();
    const before = await everything();
    await load();
    const [objective] = (await quarterOkrs()).objectives;
    const keyResult = objective?.keyResults[0];
    if (objective === undefined || keyResult === undefined) throw new Error('There is nothing to speak of.');
    await ask(site, 'addComment', { id: newId(), subject: { type: 'objective', id: objective.id }, words: 'So that is how it looks' });
    await ask(site, 'checkIn', { id: newId(), keyResultId: keyResult.id, words: 'Tried it' });
    await ask(site, 'editObjective', { id: objective.id, version: objective.version, weight: 2, reason: 'Tried it' });
    await site.settle();
    expect(await clear()).toEqual({ state: 'none', done: 0, total: 0, projectIds: [] });
    await site.settle();
    expect(await everything()).toEqual(before);
  });

  it('can be done while it is still loading, and then it can be loaded again', async () => {
    await ask(site, 'loadDemoSet', asked);
    await clear();
    expect(await site.sql('SELECT id FROM objective')).toEqual([]);
    expect((await load()).state).toBe('loaded');
  });

  it('is finished before it is loaded again', async () => {
    await load();
    await ask(site, 'clearDemoSet', {});
    expect(failureOf(await site.invoke('loadDemoSet', asked))).toMatchObject({ code: 'LIMIT' });
  });

  it('leaves what people have written into its places, and the places with it', async () => {
    await load();
    const own = await addObjective(site, { cycleId: 'demo-0001-quarter', home: { level: 'company' } });
    await ask(site, 'editObjective', { id: own.id, version: 1, parentId: 'demo-0001-answers', reason: 'Tried it' });
    await clear();
    expect(await site.sql('SELECT id, parent_id FROM objective')).toEqual([{ id: own.id, parent_id: null }]);
    expect(await site.sql('SELECT name FROM cycle')).toContainEqual({ name: 'Demo quarter' });
    await load('demo-0002');
    expect((await ask(site, 'listCycles', {})).map(({ name }) => name)).toEqual(expect.arrayContaining(['Demo quarter', 'Demo quarter 2']));
  });

  it('gives issues that were shared with it back to those that split them', async () => {
    const rule = { weightBy: 'count', unestimated: 'leave-out', inProgressCredit: 0, wanted: 4, shared: 'split' } as const;
    const own = await addWork(site, await addObjective(site, { cycleId: '2026-q4' }), { rule });
    await bring(site, own, 'WEB-2');
    const progress = async () => (await site.sql('SELECT progress FROM key_result WHERE id = ?', own.id))[0]?.progress;
    const before = await progress();
    await load();
    await clear();
    await site.settle();
    expect(await progress()).toBe(before);
  });
});
