/** What the alignment answers: everything of a cycle and the cycles around it that the reader may see, and why what is above may be missing. */
import type { AlignedObjective } from '../../src/contract/alignment';
import { openTestSite, type TestSite } from '../support/test-site';
import { addMetric, addObjective, ask, failureOf, inProject, newId, Q4, SEC } from './support/okr-steps';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

const company = { level: 'company' } as const;

const align = (id: string, parentId: string, version = 1) => ask(site, 'editObjective', { id, version, parentId, reason: 'x' });

const seenBy = async (as: string): Promise<readonly AlignedObjective[]> => (await ask(site, 'getAlignment', {}, { as })).objectives;

const seenOne = async (as: string, id: string): Promise<AlignedObjective> => {
  const one = (await seenBy(as)).find((objective) => objective.id === id);
  if (!one) throw new Error(`${as} does not see ${id}`);
  return one;
};

it('names each objective with its place, its owner, its number and its key results, and what is above it', async () => {
  await ask(site, 'createGroup', { id: 'group-00', name: 'Shops', projectIds: ['10000'], leadIds: [] });
  const top = await addObjective(site, { home: company, title: 'Become the default way to pay' });
  const shop = await addObjective(site, { home: { level: 'group', groupId: 'group-00' } });
  const web = await addObjective(site, { ownerAccountId: 'cleo' });
  const conversion = await addMetric(site, web);
  await ask(site, 'recordValue', { id: newId(), keyResultId: conversion.id, value: 50 });
  await align(shop.id, top.id);
  await align(web.id, shop.id);

  const page = await ask(site, 'getAlignment', {}, { as: 'cleo' });
  expect(page).toMatchObject({ totalObjectives: 3, nextCursor: null, cycle: { id: Q4 }, projectId: null });
  expect(page.groups).toEqual([{ id: 'group-00', name: 'Shops', projectIds: ['10000'] }]);
  expect(page.objectives.map(({ id, parentId, missing }) => [id, parentId, missing])).toEqual([
    [top.id, null, null],
    [shop.id, top.id, null],
    [web.id, shop.id, null],
  ]);
  expect(page.objectives[2]).toMatchObject({
    key: web.key,
    number: 3,
    home: inProject('10000'),
    ownerAccountId: 'cleo',
    isPrivate: false,
    progress: 0.5,
    keyResults: [{ key: conversion.key, title: 'Conversion', progress: 0.5 }],
  });
});

it('says the same numbers as the page of the project', async () => {
  const web = await addObjective(site);
  const conversion = await addMetric(site, web);
  await ask(site, 'recordValue', { id: newId(), keyResultId: conversion.id, value: 45 });
  const [listed] = (await ask(site, 'getProjectOkrs', { projectId: '10000' }, { as: 'cleo' })).objectives;
  const { progress, expected, health } = await seenOne('cleo', web.id);
  expect({ progress, expected, health }).toEqual({ progress: listed?.progress, expected: listed?.expected, health: listed?.health });
});

it('brings along what the cycles around it hold, and nothing of others', async () => {
  await ask(site, 'createCycle', { id: 'year-2026', name: '2026', startDay: '2026-01-01', endDay: '2026-12-31' });
  await ask(site, 'startCycle', { id: 'year-2026', version: 1 });
  const year = await addObjective(site, { home: company, cycleId: 'year-2026' });
  const quarter = await addObjective(site);
  await addObjective(site, { cycleId: '2027-q1' });
  expect((await ask(site, 'getAlignment', { cycleId: Q4 }, { as: 'cleo' })).objectives.map(({ id }) => id)).toEqual([year.id, quarter.id]);
  expect((await ask(site, 'getAlignment', { cycleId: 'year-2026' }, { as: 'cleo' })).objectives.map(({ id }) => id)).toEqual([year.id]);
});

describe('what is above', () => {
  it('is said to be archived', async () => {
    const [above, below] = [await addObjective(site), await addObjective(site)];
    await align(below.id, above.id);
    await ask(site, 'archiveObjective', { id: above.id, version: 1 });
    expect(await seenOne('cleo', below.id)).toMatchObject({ parentId: above.id, missing: 'archived' });
  });

  it('is said to be of another cycle', async () => {
    const [above, below] = [await addObjective(site), await addObjective(site)];
    await align(below.id, above.id);
    site.leaveUnexplained('the roll-up of a moved parent is not at issue here');
    await site.sql('UPDATE objective SET cycle_id = ? WHERE id = ?', '2027-q1', above.id);
    expect(await seenOne('cleo', below.id)).toMatchObject({ parentId: above.id, missing: 'other-cycle' });
  });

  it('is unseen, without a trace of which it is, for whoever may not browse its project, archived or not', async () => {
    const [above, below] = [await addObjective(site, { projectId: SEC, title: 'A secret' }), await addObjective(site)];
    await align(below.id, above.id);
    expect(await seenOne('dan', below.id)).toMatchObject({ parentId: above.id, missing: null });
    const answer = await ask(site, 'getAlignment', {}, { as: 'cleo' });
    expect(answer.objectives).toMatchObject([{ id: below.id, parentId: null, missing: 'unseen' }]);
    expect(JSON.stringify(answer)).not.toContain(above.id);
    expect(answer.totalObjectives).toBe(1);
    await ask(site, 'archiveObjective', { id: above.id, version: 1 });
    expect(await seenOne('cleo', below.id)).toMatchObject({ parentId: null, missing: 'unseen' });
  });

  it('is nothing at all where it is private, also for those it is for', async () => {
    const [above, below] = [await addObjective(site, { ownerAccountId: 'dan' }), await addObjective(site)];
    await align(below.id, above.id);
    await ask(site, 'editObjective', { id: above.id, version: 1, audience: [] }, { as: 'dan' });
    expect(await seenOne('cleo', below.id)).toMatchObject({ parentId: null, missing: null });
    expect((await seenBy('cleo')).map(({ id }) => id)).toEqual([below.id]);
    expect(await seenOne('dan', above.id)).toMatchObject({ isPrivate: true });
  });
});

describe('how the side above stands to it', () => {
  const one = (id: string) => seenOne('cleo', id);

  it('is waiting until it answers, for whoever does not lead there', async () => {
    const [above, below] = [await addObjective(site, { home: company }), await addObjective(site)];
    await ask(site, 'editObjective', { id: below.id, version: 1, parentId: above.id, reason: 'x' }, { as: 'ben' });
    expect(await one(below.id)).toMatchObject({ parentId: above.id, contribution: 'waiting' });
  });

  it('is about one key result, which is named as long as it is there', async () => {
    const [above, below] = [await addObjective(site), await addObjective(site)];
    const key = await addMetric(site, above);
    await ask(site, 'editObjective', { id: below.id, version: 1, parentId: above.id, parentKeyResultId: key.id, reason: 'x' });
    expect(await one(below.id)).toMatchObject({ contribution: 'accepted', parentKeyResult: key.key, lostKeyResult: false });
    await ask(site, 'archiveKeyResult', { id: key.id, version: 1 });
    expect(await one(below.id)).toMatchObject({ parentId: above.id, parentKeyResult: null, lostKeyResult: true });
  });
});

it('refuses a cycle nobody knows and a cursor it has not given', async () => {
  expect(failureOf(await site.invoke('getAlignment', { cycleId: 'cycle-nowhere' }))).toMatchObject({ code: 'INVALID' });
  expect(failureOf(await site.invoke('getAlignment', { cursor: 'moon x 1' }))).toMatchObject({ code: 'INVALID', field: 'cursor' });
});

describe('one objective by itself', () => {
  it('is what its list shows, but for the trend, with its cycle', async () => {
    const web = await addObjective(site);
    await addMetric(site, web);
    const [listed] = (await ask(site, 'getProjectOkrs', { projectId: '10000' }, { as: 'cleo' })).objectives;
    const { objective, cycle } = await ask(site, 'getObjective', { objectiveId: web.id }, { as: 'cleo' });
    expect(objective).toEqual(listed);
    expect(cycle.id).toBe(Q4);
  });

  it('is not there for whoever may not browse its project, as if it were nowhere', async () => {
    const { id } = await addObjective(site, { projectId: SEC });
    const refusal = async (objectiveId: string) => failureOf(await site.invoke('getObjective', { objectiveId }, { as: 'cleo' }));
    expect(await refusal(id)).toEqual(await refusal('nowhere-at-all'));
  });
});
