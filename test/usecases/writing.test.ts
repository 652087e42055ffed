/** Order, moves, copies, what is archived and restored, and the same change of many: what comes of each, who may, and what gives nothing away. */
import type { ProjectOkrs } from '../../src/contract/okr';
import { openTestSite, type TestSite } from '../support/test-site';
import {
  addMetric,
  addMilestones,
  addObjective,
  addWork,
  ask,
  bring,
  failureOf,
  newId,
  outcomeOf,
  Q4,
  SEC,
  WEB,
} from './support/okr-steps';

const onWeb = { project: 'WEB' };
const next = '2027-q1';
let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

const page = (cycleId = Q4): Promise<ProjectOkrs> => ask(site, 'getProjectOkrs', { projectId: WEB, cycleId });
const titles = async (cycleId = Q4): Promise<readonly string[]> => (await page(cycleId)).objectives.map(({ title }) => title);
const put = (subject: { readonly id: string; readonly rank: number }, after: { readonly id: string } | null) =>
  site.invoke('reorder', { subject: { type: 'objective', id: subject.id }, afterId: after?.id ?? null, seen: subject.rank }, onWeb);

describe('the order of objectives', () => {
  it('is that in which they were written, until somebody moves one', async () => {
    const [a, b, c] = [
      await addObjective(site, { title: 'A' }),
      await addObjective(site, { title: 'B' }),
      await addObjective(site, { title: 'C' }),
    ];
    expect(await titles()).toEqual(['A', 'B', 'C']);
    expect(outcomeOf(await put(c, null))).toBe('ok');
    expect(await titles()).toEqual(['C', 'A', 'B']);
    expect(outcomeOf(await put(a, b))).toBe('ok');
    expect(await titles()).toEqual(['C', 'B', 'A']);
    await addObjective(site, { title: 'D' });
    expect(await titles()).toEqual(['C', 'B', 'A', 'D']);
  });

  it('has room however often one is put between the same two', async () => {
    await addObjective(site, { title: 'First' });
    const last = await addObjective(site, { title: 'Last' });
    const others = [await addObjective(site, { title: 'X' }), await addObjective(site, { title: 'Y' })];
    for (let turn = 0; turn < 30; turn += 1) {
      const { objectives } = await page();
      const first = objectives[0];
      const moved = objectives.find(({ id }) => id === others[turn % 2]?.id);
      if (first === undefined || moved === undefined) throw new Error('They are gone.');
      expect(outcomeOf(await put(moved, first))).toBe('ok');
      expect((await titles())[1]).toBe(moved.title);
    }
    expect((await titles()).at(-1)).toBe(last.title);
  });

  it('tells whoever saw another order, and asking for what is so already is done', async () => {
    const [a, b] = [await addObjective(site, { title: 'A' }), await addObjective(site, { title: 'B' })];
    expect(outcomeOf(await put(b, null))).toBe('ok');
    expect(outcomeOf(await put(b, null))).toBe('ok');
    expect(failureOf(await put(b, a))).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('order') });
  });

  it('does not stand in the way of an open form', async () => {
    const [a, b] = [await addObjective(site), await addObjective(site)];
    await put(b, null);
    expect(outcomeOf(await site.invoke('editObjective', { id: b.id, version: b.version, title: 'New' }))).toBe('ok');
    expect(a.version).toBe(1);
  });

  it('is a matter of those who lead the place', async () => {
    const a = await addObjective(site, { ownerAccountId: 'cleo' });
    const answer = await site.invoke('reorder', { subject: { type: 'objective', id: a.id }, afterId: null, seen: a.rank }, { as: 'cleo' });
    expect(outcomeOf(answer)).toBe('FORBIDDEN');
  });

  it('holds page after page', async () => {
    const many = [];
    for (let n = 0; n < 4; n += 1) many.push(await addObjective(site, { title: `O ${n}` }));
    const [first] = many;
    if (first === undefined) throw new Error('Nothing was written.');
    await put(first, many[2] ?? null);
    const whole = await titles();
    const { objectives } = await page();
    const second = objectives[1];
    const cursor = `${second?.rank} ${second?.key.slice(2)}`;
    const rest = await ask(site, 'getProjectOkrs', { projectId: WEB, cursor });
    expect(rest.objectives.map(({ title }) => title)).toEqual(whole.slice(2));
  });
});

describe('a key result that is moved', () => {
  it('takes its sources and check-ins along; both objectives follow', async () => {
    const [from, to] = [await addObjective(site), await addObjective(site, { title: 'Where it goes' })];
    const work = await addWork(site, from);
    await bring(site, work, 'children of WEB-1');
    await addMetric(site, to);
    await ask(site, 'checkIn', { id: newId(), keyResultId: work.id, words: 'Half of it' });
    const before = (await page()).objectives[0]?.progress;
    expect(before).not.toBeNull();
    const moved = await ask(site, 'moveKeyResult', { id: work.id, version: work.version, objectiveId: to.id });
    expect(moved).toMatchObject({ id: work.id, objectiveId: to.id, progress: before });
    const [former, latter] = (await page()).objectives;
    expect(former).toMatchObject({ keyResults: [], progress: null });
    expect(latter?.keyResults.map(({ id }) => id).at(-1)).toBe(work.id);
    expect((await ask(site, 'listCheckIns', { keyResultId: work.id })).checkIns).toHaveLength(1);
    expect((await ask(site, 'getLedger', { keyResultId: work.id })).changes[0]?.fields).toEqual([
      { field: 'objective', before: from.key, after: to.key },
    ]);
  });

  it('asks for the right to change both objectives', async () => {
    const [from, to] = [await addObjective(site, { ownerAccountId: 'cleo' }), await addObjective(site, { ownerAccountId: 'ben' })];
    const work = await addWork(site, from);
    const move = { id: work.id, version: 1, objectiveId: to.id };
    expect(outcomeOf(await site.invoke('moveKeyResult', move, { as: 'cleo' }))).toBe('FORBIDDEN');
    expect(outcomeOf(await site.invoke('moveKeyResult', move, { as: 'ben' }))).toBe('ok');
  });

  it('does not name a private objective that it comes from', async () => {
    const [secret, open] = [await addObjective(site, { audience: ['ben'] }), await addObjective(site)];
    const work = await addWork(site, secret);
    await ask(site, 'moveKeyResult', { id: work.id, version: 1, objectiveId: open.id });
    const { changes } = await ask(site, 'getLedger', { keyResultId: work.id }, { as: 'cleo' });
    expect(JSON.stringify(changes)).not.toContain(secret.key);
  });

  it('does not find a private objective of others', async () => {
    const secret = await addObjective(site, { audience: ['ada'] });
    const own = await addObjective(site, { ownerAccountId: 'cleo' });
    const work = await addWork(site, own);
    const answer = await site.invoke('moveKeyResult', { id: work.id, version: 1, objectiveId: secret.id }, { as: 'cleo' });
    expect(outcomeOf(answer)).toBe('NOT_FOUND');
  });
});

describe('an objective that is moved to another home', () => {
  it('is found there with its key results, and its move is on record', async () => {
    const objective = await addObjective(site);
    await addWork(site, objective);
    await ask(site, 'moveObjective', { id: objective.id, version: 1, home: { level: 'company' } });
    expect(await titles()).toEqual([]);
    const { objectives } = await ask(site, 'getCompanyOkrs', {});
    expect(objectives[0]).toMatchObject({ id: objective.id, home: { level: 'company' }, keyResults: [expect.anything()] });
    expect(await ask(site, 'listChanges', { subject: { type: 'objective', id: objective.id } })).toMatchObject([
      { byAccountId: 'ada', fields: [{ field: 'home', before: `project ${WEB}`, after: 'company' }] },
    ]);
  });

  it('asks for the leads of both', async () => {
    const objective = await addObjective(site);
    const to = (home: { readonly level: 'project'; readonly projectId: string } | { readonly level: 'company' }, as: string) =>
      site.invoke('moveObjective', { id: objective.id, version: 1, home }, { as });
    expect(outcomeOf(await to({ level: 'company' }, 'ben'))).toBe('FORBIDDEN');
    expect(outcomeOf(await to({ level: 'project', projectId: SEC }, 'ben'))).toBe('NOT_FOUND');
    expect(outcomeOf(await to({ level: 'company' }, 'ada'))).toBe('ok');
  });
});

describe('copies', () => {
  it('carry words, goals and people, and no numbers, check-ins or reached milestones', async () => {
    const objective = await addObjective(site, { title: 'Pay in a minute', ownerAccountId: 'cleo' });
    const metric = await addMetric(site, objective, { dueDay: '2026-12-01' });
    await ask(site, 'recordValue', { id: newId(), keyResultId: metric.id, value: 50 });
    await addMilestones(site, objective, [{ id: newId(), title: 'Signed', weight: 1, reachedDay: '2026-11-02' }]);
    const work = await addWork(site, objective);
    await bring(site, work, 'children of WEB-1');
    const id = newId();
    const copying = { copies: [{ id, fromId: objective.id }], cycleId: next, withSources: false };
    const answer = await ask(site, 'copyObjectives', copying, onWeb);
    expect(answer.objectives).toEqual([{ id, key: 'O-2', title: 'Pay in a minute', version: 1 }]);
    const [copy] = (await page(next)).objectives;
    expect(copy).toMatchObject({ ownerAccountId: 'cleo', carriedOverFrom: ['Q4 2026'], trend: [] });
    expect(copy?.keyResults.map(({ kind, progress, dueDay }) => ({ kind, progress, dueDay }))).toEqual([
      { kind: 'metric', progress: null, dueDay: '2027-03-31' },
      { kind: 'milestones', progress: 0, dueDay: '2027-03-31' },
      { kind: 'work', progress: null, dueDay: '2027-03-31' },
    ]);
    expect(await ask(site, 'copyObjectives', copying, onWeb)).toEqual(answer);
    expect((await page(next)).objectives).toHaveLength(1);
  });

  it('bring their sources if wanted, and count by themselves from then on', async () => {
    const objective = await addObjective(site);
    const work = await addWork(site, objective);
    await bring(site, work, 'labels = checkout');
    await ask(site, 'copyObjectives', { copies: [{ id: newId(), fromId: objective.id }], cycleId: Q4, withSources: true }, onWeb);
    await site.settle();
    const progress = async () => (await page()).objectives.map(({ keyResults }) => keyResults[0]?.progress);
    expect(await progress()).toEqual([0, 0]);
    expect((await page()).objectives[1]?.carriedOverFrom).toEqual([]);
    await site.transition('WEB-6', 'Done');
    expect(await progress()).toEqual([0.5, 0.5]);
  });

  it('of a set are aligned among themselves', async () => {
    const [top, below] = [await addObjective(site, { title: 'Top' }), await addObjective(site, { title: 'Below' })];
    await ask(site, 'editObjective', { id: below.id, version: 1, parentId: top.id, reason: 'It serves it' });
    const [copyOfTop, copyOfBelow] = [newId(), newId()];
    const copies = [
      { id: copyOfTop, fromId: top.id },
      { id: copyOfBelow, fromId: below.id },
    ];
    await ask(site, 'copyObjectives', { copies, cycleId: next, withSources: false }, onWeb);
    expect((await page(next)).objectives.map(({ id, parent }) => ({ id, parentId: parent?.objective?.id ?? null }))).toEqual([
      { id: copyOfTop, parentId: null },
      { id: copyOfBelow, parentId: copyOfTop },
    ]);
    const alone = newId();
    await ask(site, 'copyObjectives', { copies: [{ id: alone, fromId: below.id }], cycleId: next, withSources: false }, onWeb);
    expect((await page(next)).objectives.find(({ id }) => id === alone)?.parent).toBeNull();
  });

  it('of a private objective stay private, and nobody else can make any', async () => {
    const secret = await addObjective(site, { audience: ['ben'], title: 'Secret' });
    await addWork(site, secret);
    const copy = (as: string) =>
      site.invoke('copyObjectives', { copies: [{ id: newId(), fromId: secret.id }], cycleId: next, withSources: true }, { as, ...onWeb });
    expect(outcomeOf(await copy('cleo'))).toBe('NOT_FOUND');
    expect(outcomeOf(await copy('ben'))).toBe('ok');
    const seen = async (as: string) => (await ask(site, 'getProjectOkrs', { projectId: WEB, cycleId: next }, { as })).objectives;
    expect(await seen('cleo')).toEqual([]);
    expect(await seen('ben')).toMatchObject([{ title: 'Secret', carriedOverFrom: [] }]);
  });

  it('cost the same SQL requests however many there are', async () => {
    const write = async () => {
      const objective = await addObjective(site);
      await bring(site, await addWork(site, objective), 'labels = checkout');
      return objective.id;
    };
    const count = async (fromIds: readonly string[]) => {
      const input = { copies: fromIds.map((fromId) => ({ id: newId(), fromId })), cycleId: next, withSources: true };
      const [record] = await site.recordsOf(() => ask(site, 'copyObjectives', input, onWeb));
      return { sql: record?.sql.length ?? 0, jira: record?.jira.length ?? 0 };
    };
    const ids = [];
    for (let n = 0; n < 8; n += 1) ids.push(await write());
    await count(ids.slice(0, 1));
    const one = await count(ids.slice(0, 1));
    const eight = await count(ids);
    expect(eight).toEqual(one);
    expect(one.sql).toBeLessThanOrEqual(48);
  });
});

describe('what is archived', () => {
  it('is listed, the last first, and comes back with all that belonged to it', async () => {
    const objective = await addObjective(site, { title: 'Put away' });
    const work = await addWork(site, objective);
    await bring(site, work, 'labels = checkout');
    const other = await addObjective(site, { title: 'Stays' });
    const metric = await addMetric(site, other, { title: 'Put away too' });
    await ask(site, 'archiveObjective', { id: objective.id, version: 1 });
    site.site.clock.set(site.site.clock.now() + 1000);
    await ask(site, 'archiveKeyResult', { id: metric.id, version: 1 });
    const archived = await ask(site, 'listArchived', { cycleId: Q4 }, onWeb);
    expect(archived).toMatchObject([
      { type: 'key-result', id: metric.id, title: 'Put away too', objectiveKey: other.key, version: 2 },
      { type: 'objective', id: objective.id, title: 'Put away', objectiveKey: null, version: 2 },
    ]);
    await site.transition('WEB-6', 'Done');
    await ask(site, 'restoreObjective', { id: objective.id, version: 2 });
    await ask(site, 'restoreKeyResult', { id: metric.id, version: 2 });
    await site.settle();
    expect((await page()).objectives[0]).toMatchObject({ title: 'Put away', keyResults: [{ progress: 0.5 }] });
    expect(await ask(site, 'listArchived', { cycleId: Q4 }, onWeb)).toEqual([]);
  });

  it('is not restored over what somebody else has done with it since', async () => {
    const objective = await addObjective(site);
    await ask(site, 'archiveObjective', { id: objective.id, version: 1 });
    await ask(site, 'restoreObjective', { id: objective.id, version: 2 });
    await ask(site, 'archiveObjective', { id: objective.id, version: 3 });
    expect(failureOf(await site.invoke('restoreObjective', { id: objective.id, version: 2 }))).toMatchObject({ code: 'CONFLICT' });
  });

  it('is not listed for those who may not know of it', async () => {
    const secret = await addObjective(site, { audience: ['ben'] });
    await ask(site, 'archiveObjective', { id: secret.id, version: 1 });
    expect(await ask(site, 'listArchived', { cycleId: Q4 }, { as: 'cleo', ...onWeb })).toEqual([]);
    expect(await ask(site, 'listArchived', { cycleId: Q4 }, { as: 'ben', ...onWeb })).toHaveLength(1);
  });
});

describe('a change of many', () => {
  const changeOwner = { type: 'owner', ownerAccountId: 'cleo' } as const;

  it('comes out for each by itself', async () => {
    const objective = await addObjective(site);
    const [a, b] = [await addWork(site, objective), await addWork(site, objective)];
    const secret = await addObjective(site, { audience: ['ada'] });
    const hidden = await addWork(site, secret);
    await ask(site, 'editKeyResult', { id: b.id, version: 1, title: 'Changed meanwhile' });
    const subjects = [a, b, hidden].map(({ id }) => ({ id, version: 1 }));
    const input = { id: newId(), of: 'key-result', subjects, change: changeOwner } as const;
    expect(await ask(site, 'changeMany', input, { as: 'ben', ...onWeb })).toMatchObject([
      { id: a.id, outcome: 'changed', version: 2 },
      { id: b.id, outcome: 'conflict' },
      { id: hidden.id, outcome: 'refused', message: expect.stringContaining('does not exist') },
    ]);
    expect(await ask(site, 'changeMany', input, { as: 'ben', ...onWeb })).toMatchObject([
      { id: a.id, outcome: 'changed', version: 2 },
      {},
      {},
    ]);
    const { keyResults } = (await page()).objectives[0] ?? { keyResults: [] };
    expect(keyResults.map(({ ownerAccountId }) => ownerAccountId)).toEqual(['cleo', null]);
  });

  it('asks for its reason once', async () => {
    const objective = await addObjective(site);
    const work = await addWork(site, objective);
    await site.sql('UPDATE key_result SET created_at = created_at - ?', 30 * 86_400_000);
    const input = {
      id: newId(),
      of: 'key-result' as const,
      subjects: [{ id: work.id, version: 1 }],
      change: { type: 'due-day' as const, dueDay: '2026-12-15' },
    };
    expect(failureOf(await site.invoke('changeMany', input))).toMatchObject({ code: 'INVALID', field: 'reason' });
    expect(await ask(site, 'changeMany', { ...input, reason: 'The fair is earlier' })).toMatchObject([{ outcome: 'changed' }]);
    expect((await ask(site, 'getLedger', { keyResultId: work.id })).changes[0]).toMatchObject({ reason: 'The fair is earlier' });
  });

  it('costs the same SQL requests and Jira calls however many there are', async () => {
    const objective = await addObjective(site);
    const ids: string[] = [];
    for (let n = 0; n < 12; n += 1) ids.push((await addWork(site, objective)).id);
    const count = async (of: readonly string[], version: number, change: { readonly type: 'archive' } | { readonly type: 'restore' }) => {
      const subjects = of.map((id) => ({ id, version }));
      const [record] = await site.recordsOf(() => ask(site, 'changeMany', { id: newId(), of: 'key-result', subjects, change }, onWeb));
      return { sql: record?.sql.length ?? 0, jira: record?.jira.length ?? 0 };
    };
    const one = await count(ids.slice(0, 1), 1, { type: 'archive' });
    const rest = await count(ids.slice(1), 1, { type: 'archive' });
    expect(rest).toEqual(one);
    expect(one.sql).toBeLessThanOrEqual(24);
    expect(one.jira).toBe(1);
  });
});
