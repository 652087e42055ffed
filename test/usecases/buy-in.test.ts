/** Acknowledging, supporters and concerns, and who the people of an objective are, through the real SDK on the stand-in. */
import { openTestSite, type TestSite } from '../support/test-site';
import { addObjective, addWork, ask, bring, failureOf, newId, outcomeOf, Q4, SEC, workOn } from './support/okr-steps';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

const buyIn = (objectiveId: string, as = 'ada') => ask(site, 'getBuyIn', { objectiveId }, { as });
const acknowledge = (objectiveId: string, as: string, isAcknowledged = true) =>
  ask(site, 'acknowledgeObjective', { objectiveId, isAcknowledged }, { as });
const give = async (key: string, accountId: string): Promise<void> => {
  site.site.jira.door.updateIssue('ada', key, { assignee: { accountId } });
  await site.settle();
};

describe('the people of an objective', () => {
  it('are its owner, who owns its key results, and who has issues in their scope', async () => {
    await give('WEB-3', 'cleo');
    await give('WEB-7', 'dan');
    const objective = await addObjective(site, { ownerAccountId: 'ben' });
    const work = await addWork(site, objective, { ownerAccountId: 'ada' });
    // WEB-7 was cancelled, so whose it is has nothing to do with it.
    for (const source of ['WEB-3', 'WEB-7']) await bring(site, work, source);
    const { people, totals } = await buyIn(objective.id);
    expect(people.map(({ accountId }) => accountId)).toEqual(['ben', 'ada', 'cleo']);
    expect(totals).toEqual({ people: 3, opened: 0, acknowledged: 0 });
    await ask(site, 'archiveKeyResult', { id: work.id, version: 1 });
    expect((await buyIn(objective.id)).people.map(({ accountId }) => accountId)).toEqual(['ben']);
  });

  it('are not those who may not know of it, though they have an issue in its scope', async () => {
    await give('WEB-3', 'cleo');
    const objective = await addObjective(site, { ownerAccountId: 'ben', audience: ['ben'] });
    await bring(site, await addWork(site, objective), 'WEB-3');
    expect((await buyIn(objective.id, 'ben')).people.map(({ accountId }) => accountId)).toEqual(['ben']);
    await ask(site, 'editObjective', { id: objective.id, version: 1, audience: ['cleo'] }, { as: 'ben' });
    expect((await buyIn(objective.id, 'ben')).people.map(({ accountId }) => accountId)).toEqual(['ben', 'cleo']);
  });
});

describe('opening an objective', () => {
  it('is written down once, and told as a number of its people only', async () => {
    const { id } = await addObjective(site, { ownerAccountId: 'ben' });
    for (const as of ['ben', 'cleo', 'ben']) await ask(site, 'noteOpened', { objectiveIds: [id, id] }, { as });
    const seen = await buyIn(id);
    expect(seen.totals).toEqual({ people: 1, opened: 1, acknowledged: 0 });
    expect(JSON.stringify(seen)).not.toContain('cleo');
    expect(await site.sql('SELECT account_id, version FROM objective_reader ORDER BY account_id')).toMatchObject([
      { account_id: 'ben' },
      { account_id: 'cleo' },
    ]);
  });

  it('costs one SQL request and no Jira call once it is written', async () => {
    const { id } = await addObjective(site, { projectId: SEC });
    const note = () => ask(site, 'noteOpened', { objectiveIds: [id] }, { as: 'dan' });
    await note();
    const [record] = await site.recordsOf(note);
    expect([record?.sql.length, record?.jira.length]).toEqual([1, 0]);
  });

  it('is nothing where one of them may not be seen', async () => {
    const [open, secret] = [await addObjective(site), await addObjective(site, { projectId: SEC })];
    const input = { objectiveIds: [open.id, secret.id] };
    expect(outcomeOf(await site.invoke('noteOpened', input, { as: 'cleo' }))).toBe('NOT_FOUND');
    expect(await site.sql('SELECT * FROM objective_reader')).toEqual([]);
  });

  it('twice at once is once', async () => {
    const objectives = [await addObjective(site), await addObjective(site)].map(({ id }) => id);
    await Promise.all([1, 2, 3].map(() => ask(site, 'noteOpened', { objectiveIds: objectives }, { as: 'cleo' })));
    expect(await site.sql('SELECT * FROM objective_reader')).toHaveLength(2);
  });
});

describe('acknowledging an objective', () => {
  it('counts, can be taken back, and is shown with names', async () => {
    const { id } = await addObjective(site, { ownerAccountId: 'ben' });
    await acknowledge(id, 'ben');
    await acknowledge(id, 'cleo');
    expect(await buyIn(id, 'ben')).toMatchObject({
      people: [{ accountId: 'ben', hasAcknowledged: true }],
      totals: { people: 1, opened: 1, acknowledged: 1 },
      others: 1,
      hasAcknowledged: true,
    });
    await acknowledge(id, 'ben', false);
    expect(await buyIn(id, 'ben')).toMatchObject({ totals: { acknowledged: 0, opened: 1 }, hasAcknowledged: false });
  });

  it('shows in the panel of an issue that serves it, which still takes two SQL requests', async () => {
    const { objectiveId } = await workOn(site, ['WEB-6']);
    const panel = () => ask(site, 'getIssueKeyResults', {}, { as: 'cleo', issue: 'WEB-6' });
    expect((await panel()).cards[0]?.objective).toMatchObject({ hasOpened: false, hasAcknowledged: false });
    await acknowledge(objectiveId, 'cleo');
    expect((await panel()).cards[0]?.objective).toMatchObject({ hasOpened: true, hasAcknowledged: true });
    const [record] = await site.recordsOf(panel);
    expect([record?.sql.length, record?.jira.length]).toEqual([2, 0]);
  });

  it('is refused in a closed cycle', async () => {
    const { id } = await addObjective(site);
    await ask(site, 'closeCycle', { id: Q4, version: 1, reason: 'Over' });
    const input = { objectiveId: id, isAcknowledged: true };
    expect(failureOf(await site.invoke('acknowledgeObjective', input, { as: 'cleo' }))).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('supporters and concerns', () => {
  const say = (objectiveId: string, as: string, words?: string) =>
    ask(site, 'takeStance', words === undefined ? { stance: 'support', objectiveId } : { stance: 'concern', objectiveId, words }, { as });
  const settle = (objectiveId: string, version: number, as = 'ben') =>
    site.invoke('settleConcern', { objectiveId, ofAccountId: 'cleo', version, words: 'Half of it is gone' }, { as });

  it('stand with their words, open concerns first', async () => {
    const { id } = await addObjective(site, { ownerAccountId: 'ben' });
    await say(id, 'ada');
    await say(id, 'cleo', 'Too much at once');
    expect((await buyIn(id)).stances).toMatchObject([
      { accountId: 'cleo', stance: 'concern', words: 'Too much at once', settled: null },
      { accountId: 'ada', stance: 'support', words: null, settled: null },
    ]);
    await ask(site, 'takeStance', { stance: 'none', objectiveId: id }, { as: 'ada' });
    expect((await buyIn(id)).stances).toHaveLength(1);
  });

  it('a concern is settled by whoever answers for the objective, and open again once it is raised in other words', async () => {
    const { id } = await addObjective(site, { ownerAccountId: 'ben' });
    await say(id, 'cleo', 'Too much at once');
    expect(outcomeOf(await settle(id, 1, 'cleo'))).toBe('FORBIDDEN');
    expect(outcomeOf(await settle(id, 1))).toBe('ok');
    expect((await buyIn(id)).stances).toMatchObject([{ settled: { byAccountId: 'ben', words: 'Half of it is gone' }, version: 2 }]);
    await say(id, 'cleo', 'Too much at once');
    expect((await buyIn(id)).stances).toMatchObject([{ settled: { byAccountId: 'ben' }, version: 2 }]);
    await say(id, 'cleo', 'Still too much');
    expect((await buyIn(id)).stances).toMatchObject([{ settled: null, version: 3 }]);
  });

  it('a concern whose words have changed since is not settled unread', async () => {
    const { id } = await addObjective(site, { ownerAccountId: 'ben' });
    await say(id, 'cleo', 'Too much at once');
    await say(id, 'cleo', 'Nobody has time');
    expect(outcomeOf(await settle(id, 1))).toBe('CONFLICT');
    await ask(site, 'takeStance', { stance: 'none', objectiveId: id }, { as: 'cleo' });
    expect(outcomeOf(await settle(id, 3))).toBe('NOT_FOUND');
  });

  it('leave no trace where a private objective is not there', async () => {
    const { id } = await addObjective(site, { ownerAccountId: 'ben', audience: ['ben'] });
    const refused = async (objectiveId: string) =>
      failureOf(await site.invoke('takeStance', { stance: 'support', objectiveId }, { as: 'cleo' }));
    expect(await refused(id)).toEqual(await refused('nowhere'));
    const read = async (objectiveId: string) => failureOf(await site.invoke('getBuyIn', { objectiveId }, { as: 'cleo' }));
    expect(await read(id)).toEqual(await read('nowhere'));
    const asked = async (objectiveId: string) =>
      failureOf(await site.invoke('askForVotes', { id: newId(), objectiveId, askedIds: ['ada', 'ben', 'cleo'] }, { as: 'cleo' }));
    expect(await asked(id)).toEqual(await asked('nowhere'));
  });
});
