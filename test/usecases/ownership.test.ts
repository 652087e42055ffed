/** Whose something is: taking what nobody owns, handing over, contributors, and finding those whose account is not active any more. */
import { openTestSite, type TestSite } from '../support/test-site';
import { addMetric, addObjective, addWork, ask, failureOf, newId, outcomeOf, WEB } from './support/okr-steps';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

const take = (as: string, type: 'objective' | 'key-result', id: string, version = 1) =>
  site.invoke('takeOwnership', { subject: { type, id }, version }, { as });
const deactivate = (accountId: string) => site.site.jira.door.putUser({ accountId, displayName: accountId, active: false });
const ownerOf = async (id: string): Promise<unknown> =>
  (await site.sql('SELECT owner_account_id FROM objective WHERE id = ?', id))[0]?.owner_account_id;
const recordsOf = async (id: string) =>
  (await site.sql('SELECT changed_by, fields FROM plan_change WHERE subject_id = ?', id)).map((row) => ({
    by: row.changed_by,
    fields: JSON.parse(String(row.fields)) as unknown,
  }));

describe('taking ownership', () => {
  it('of what nobody owns is for whoever works in the project, and stays on record', async () => {
    const { id } = await addObjective(site);
    expect(outcomeOf(await take('cleo', 'objective', id))).toBe('ok');
    expect(await ownerOf(id)).toBe('cleo');
    expect(await recordsOf(id)).toEqual([{ by: 'cleo', fields: [{ field: 'owner', before: null, after: 'cleo' }] }]);
  });

  it('of what somebody owns is refused, in words that say what to do', async () => {
    const { id } = await addObjective(site, { ownerAccountId: 'ben' });
    expect(failureOf(await take('cleo', 'objective', id))).toEqual({
      code: 'FORBIDDEN',
      message: 'Somebody owns this already. Ask them to hand it over to you.',
    });
  });

  it('of what somebody owns whose account is not active any more is not', async () => {
    const { id } = await addWork(site, await addObjective(site), { ownerAccountId: 'dan' });
    deactivate('dan');
    expect(outcomeOf(await take('cleo', 'key-result', id))).toBe('ok');
  });

  it('twice is once', async () => {
    const { id } = await addObjective(site);
    await take('cleo', 'objective', id);
    expect(outcomeOf(await take('cleo', 'objective', id))).toBe('ok');
    expect(await recordsOf(id)).toHaveLength(1);
  });

  it('of what somebody else has just taken is a conflict', async () => {
    const { id } = await addObjective(site);
    await ask(site, 'editObjective', { id, version: 1, title: 'Changed' });
    expect(outcomeOf(await take('cleo', 'objective', id))).toBe('CONFLICT');
  });

  it('of what is the company’s is for those who have to do with it', async () => {
    const { id } = await addObjective(site, { home: { level: 'company' } });
    expect(outcomeOf(await take('cleo', 'objective', id))).toBe('FORBIDDEN');
    await ask(site, 'editObjective', { id, version: 1, contributorIds: ['cleo'] });
    expect(outcomeOf(await take('cleo', 'objective', id, 2))).toBe('ok');
  });
});

describe('handing over', () => {
  it('is for the owner, and stays on record', async () => {
    const { id } = await addObjective(site, { ownerAccountId: 'cleo' });
    await ask(site, 'editObjective', { id, version: 1, ownerAccountId: 'ben' }, { as: 'cleo' });
    expect(await recordsOf(id)).toEqual([{ by: 'cleo', fields: [{ field: 'owner', before: 'cleo', after: 'ben' }] }]);
    expect(outcomeOf(await site.invoke('editObjective', { id, version: 2, title: 'x' }, { as: 'cleo' }))).toBe('FORBIDDEN');
  });

  it('to nobody who could take it is refused', async () => {
    const { id } = await addObjective(site, { ownerAccountId: 'cleo' });
    deactivate('dan');
    for (const ownerAccountId of ['dan', 'no-such-account']) {
      const refusal = failureOf(await site.invoke('editObjective', { id, version: 1, ownerAccountId }, { as: 'cleo' }));
      expect(refusal).toMatchObject({ code: 'INVALID', field: 'ownerAccountId' });
    }
  });
});

describe('a contributor', () => {
  it('of an objective records values of its key results and does not change them', async () => {
    const objective = await addObjective(site);
    const { id } = await addMetric(site, objective);
    await ask(site, 'editObjective', { id: objective.id, version: 1, contributorIds: ['cleo'] });
    expect(outcomeOf(await site.invoke('recordValue', { id: newId(), keyResultId: id, value: 50 }, { as: 'cleo' }))).toBe('ok');
    expect(outcomeOf(await site.invoke('editKeyResult', { id, version: 1, target: 99 }, { as: 'cleo' }))).toBe('FORBIDDEN');
  });

  it('is named once however often, and coming and going stays on record', async () => {
    const { id } = await addObjective(site);
    const named = await ask(site, 'editObjective', { id, version: 1, contributorIds: ['cleo', 'cleo'] });
    expect(named.contributorIds).toEqual(['cleo']);
    await ask(site, 'editObjective', { id, version: 2, contributorIds: [] });
    expect((await recordsOf(id)).flatMap(({ fields }) => fields)).toHaveLength(2);
  });
});

describe('owners whose account is not active any more', () => {
  it('are found by the daily look, and forgotten when they come back', async () => {
    const objective = await addObjective(site, { ownerAccountId: 'dan' });
    await addWork(site, objective, { ownerAccountId: 'ben' });
    deactivate('dan');
    const shown = async () => (await ask(site, 'getProjectOkrs', { projectId: WEB })).objectives[0];
    expect(await shown()).toMatchObject({ ownerInactive: false });
    await site.site.host.schedule('daily');
    expect(await shown()).toMatchObject({ ownerInactive: true, keyResults: [{ ownerInactive: false }] });
    site.site.jira.door.putUser({ accountId: 'dan', displayName: 'Dan Secret', active: true });
    await site.site.host.schedule('daily');
    expect(await shown()).toMatchObject({ ownerInactive: false });
  });
});
