/**
 * What is private leaves no trace where others look: not in a number, a list, a count, a panel, an explanation or an error. Ben leads the web
 * shop; cleo works there; what is private here is cleo's own.
 */
import { openTestSite, type TestSite } from '../support/test-site';
import { addObjective, addWork, ask, bring, failureOf, grade, inProject, issueIds, newId, outcomeOf, Q4, WEB } from './support/okr-steps';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

const onWeb = { as: 'ben', project: 'WEB' };

/** An objective of cleo's in the web shop that nobody else may know of, with a key result on these issues. */
async function addPrivate(...sources: readonly string[]) {
  const objective = await addObjective(site, { ownerAccountId: 'cleo' });
  const keyResult = await addWork(site, objective);
  for (const source of sources) await bring(site, keyResult, source);
  await ask(site, 'editObjective', { id: objective.id, version: 1, audience: [] }, { as: 'cleo' });
  return { objective, keyResult };
}

const pageOf = async (as: string) => ask(site, 'getProjectOkrs', { projectId: WEB }, { as });

describe('the ten scores of a place', () => {
  it('are those of what everybody may know of, before and after, and no week of theirs knows more', async () => {
    await addWork(site, await addObjective(site));
    const places = [{ type: 'project', projectId: WEB }, { type: 'company' }] as const;
    const scores = () => Promise.all(places.map((subject) => ask(site, 'getRadar', { subject, cycleId: Q4 }, { as: 'ben' })));
    const before = await scores();
    await addPrivate('WEB-3');
    expect(await scores()).toEqual(before);
    await site.site.host.schedule('daily');
    const [project] = await scores();
    for (const { score, trend } of project?.spokes ?? []) expect(trend.at(-1)?.score).toBe(score);
  });
});

describe('an objective that becomes private', () => {
  it('goes from the page and its count for all but those it is for', async () => {
    await addObjective(site);
    const { objective } = await addPrivate();
    expect((await pageOf('cleo')).objectives.map(({ id }) => id)).toContain(objective.id);
    const seen = await pageOf('ben');
    expect(seen.objectives.map(({ id }) => id)).not.toContain(objective.id);
    expect(seen.totalObjectives).toBe(1);
  });

  it('is there for those it names', async () => {
    const { objective } = await addPrivate();
    await ask(site, 'editObjective', { id: objective.id, version: 2, audience: ['ben'] }, { as: 'cleo' });
    expect((await pageOf('ben')).totalObjectives).toBe(1);
    expect((await pageOf('dan')).totalObjectives).toBe(0);
  });

  it('stays with whoever makes it so without owning it', async () => {
    const { id } = await addObjective(site, { ownerAccountId: 'cleo' });
    const { audience } = await ask(site, 'editObjective', { id, version: 1, audience: [] }, { as: 'ben' });
    expect(audience).toEqual(['ben']);
  });

  it('is for nobody by administering Jira alone, and for them once they hold the role, which is on record', async () => {
    const { objective } = await addPrivate();
    const read = async () => outcomeOf(await site.invoke('explain', { subject: { type: 'objective', id: objective.id } }, { as: 'ada' }));
    expect(await read()).toBe('NOT_FOUND');
    await ask(site, 'grantOkrAdmin', { holderAccountId: 'ada' }, { as: 'ada' });
    expect(await read()).toBe('ok');
    expect(await ask(site, 'listOkrAdmins', {}, { as: 'ada' })).toEqual([
      { accountId: 'ada', grantedAt: '2026-11-12T10:00:00.000Z', grantedByAccountId: 'ada' },
    ]);
    await ask(site, 'revokeOkrAdmin', { holderAccountId: 'ada' }, { as: 'ada' });
    expect(await read()).toBe('NOT_FOUND');
  });

  it('looks like one that is not there, word for word', async () => {
    const { objective, keyResult } = await addPrivate('WEB-6');
    const refusal = async (id: string) => failureOf(await site.invoke('editObjective', { id, version: 1, title: 'x' }, { as: 'ben' }));
    expect(await refusal(objective.id)).toEqual(await refusal('nowhere'));
    const forecast = async (id: string) => failureOf(await site.invoke('getForecast', { keyResultId: id }, { as: 'ben' }));
    expect(await forecast(keyResult.id)).toEqual(await forecast('nowhere'));
    const archive = async (id: string) => failureOf(await site.invoke('archiveKeyResult', { id, version: 1 }, { as: 'ben' }));
    expect(await archive(keyResult.id)).toEqual(await archive('nowhere'));
    const [source] = await site.sql('SELECT id FROM scope_source');
    const remove = async (sourceId: string) => failureOf(await site.invoke('removeSource', { sourceId }, { as: 'ben' }));
    expect(await remove(String(source?.id))).toEqual(await remove('nowhere'));
  });
});

describe('what tells of a week or reminds', () => {
  it('does not speak of what is private to others, nor count it', async () => {
    const { objective, keyResult } = await addPrivate('WEB-6');
    await ask(site, 'checkIn', { id: newId(), keyResultId: keyResult.id, words: 'Quiet', blockers: 'A secret' }, { as: 'cleo' });
    await site.sql('UPDATE objective SET owner_account_id = ? WHERE id = ?', 'dan', objective.id);
    // As if ben had been reminded before he was left out of it.
    await site.sql(
      "INSERT INTO inbox_item VALUES ('item-1', 'ben', 'blocker', 'key-result', ?, '2026-11-12', ?, 0, NULL)",
      keyResult.id,
      '{"rung":"due","sinceDay":"2026-11-12","count":0}',
    );
    const answers = [
      await ask(site, 'getProjectWeek', {}, onWeb),
      await ask(site, 'getMyWeek', {}, onWeb),
      await ask(site, 'listBlockers', { cycleId: Q4 }, onWeb),
      await ask(site, 'getInbox', {}, onWeb),
    ];
    expect(answers).toMatchObject([{ objectives: [] }, { objectives: [] }, [], { items: [{ about: null }] }]);
    expect(JSON.stringify(answers)).not.toContain(keyResult.id);
    expect(await ask(site, 'countUnread', {}, onWeb)).toEqual({ unread: 0 });
    expect(outcomeOf(await site.invoke('prepareCheckIn', { keyResultId: keyResult.id }, onWeb))).toBe('NOT_FOUND');
  });
});

describe('alignment', () => {
  async function addParent() {
    // Cleo's own, so that she accepts what she aligns to it.
    const parent = await addObjective(site, { title: 'Above', ownerAccountId: 'cleo' });
    const open = await addObjective(site, { title: 'Open child' });
    await bring(site, await addWork(site, open), 'WEB-2');
    const secret = await addPrivate('WEB-6');
    await ask(site, 'editObjective', { id: parent.id, version: 1, rollUp: 'with-children', reason: 'x' });
    for (const [id, version, as] of [
      [open.id, 1, 'ben'],
      [secret.objective.id, 2, 'cleo'],
    ] as const)
      await ask(site, 'editObjective', { id, version, parentId: parent.id, reason: 'x' }, { as });
    return { parent, open, secret };
  }
  const above = async (id: string) => (await pageOf('ben')).objectives.find((objective) => objective.id === id);

  it('of a private objective moves nothing above it: not the number, nor how many parts it has', async () => {
    const { parent } = await addParent();
    expect(await above(parent.id)).toMatchObject({ progress: 1, measured: { measured: 1, total: 1 } });
    const explanation = await ask(site, 'explain', { subject: { type: 'objective', id: parent.id } }, onWeb);
    expect(explanation).toMatchObject({
      by: 'roll-up',
      rollUp: { parts: [{ title: 'Open child' }], hidden: { parts: 0, measured: 0, weight: 0, credit: 0 } },
    });
  });

  it('counts again once everybody may know of it', async () => {
    const { parent, secret } = await addParent();
    await ask(site, 'editObjective', { id: secret.objective.id, version: 3, audience: null }, { as: 'cleo' });
    expect(await above(parent.id)).toMatchObject({ progress: 0.5, measured: { measured: 2, total: 2 } });
  });

  it('to an objective that becomes private is not shown, and counts for nothing', async () => {
    const { parent, open } = await addParent();
    await ask(site, 'editObjective', { id: parent.id, version: 2, audience: ['ben'] });
    expect(await above(open.id)).toMatchObject({ parent: null });
    expect(await above(parent.id)).toMatchObject({ progress: null, measured: { measured: 0, total: 0 } });
  });

  it('to a private objective is refused as to one that is not there', async () => {
    const { id } = await addObjective(site);
    const { objective } = await addPrivate();
    const align = async (parentId: string) =>
      failureOf(await site.invoke('editObjective', { id, version: 1, parentId, reason: 'x' }, { as: 'ben' }));
    expect(await align(objective.id)).toEqual(await align('nowhere'));
    const options = await ask(site, 'listParents', { objectiveId: id }, { as: 'cleo' });
    expect(options).toEqual([]);
  });

  it('cannot be made a circle by way of one that was private meanwhile', async () => {
    const [a, b] = [await addObjective(site), await addObjective(site)];
    await ask(site, 'editObjective', { id: a.id, version: 1, parentId: b.id, reason: 'x' });
    await ask(site, 'editObjective', { id: b.id, version: 1, audience: ['ada'] });
    await ask(site, 'editObjective', { id: b.id, version: 2, parentId: a.id, reason: 'x' }, { as: 'ada' });
    const opened = failureOf(await site.invoke('editObjective', { id: b.id, version: 3, audience: null }, { as: 'ada' }));
    expect(opened).toMatchObject({ code: 'INVALID', field: 'audience' });
  });
});

describe('an issue that a private key result has too', () => {
  it('is not shown as shared, nor divided, by an open one', async () => {
    const open = await addWork(site, await addObjective(site), {
      rule: { weightBy: 'count', unestimated: 'leave-out', inProgressCredit: 0, wanted: null, shared: 'split' },
    });
    await bring(site, open, 'WEB-6');
    await bring(site, open, 'WEB-2');
    const { objective } = await addPrivate('WEB-6');
    const { keyResult, issues } = await ask(site, 'getKeyResult', { keyResultId: open.id }, onWeb);
    expect(keyResult.progress).toBe(0.5);
    expect(issues.map(({ sharedBy }) => sharedBy)).toEqual([1, 1]);
    await ask(site, 'editObjective', { id: objective.id, version: 2, audience: null }, { as: 'cleo' });
    expect((await ask(site, 'getKeyResult', { keyResultId: open.id }, onWeb)).keyResult.progress).toBeCloseTo(2 / 3);
  });

  it('shows nothing of it in its panel, not even that something is hidden, nor in its lozenge', async () => {
    await addPrivate('WEB-6');
    expect(await ask(site, 'getIssueKeyResults', { issueId: issueIds.flicker }, { as: 'ben' })).toMatchObject({ cards: [], hidden: 0 });
    expect((await ask(site, 'getIssueKeyResults', { issueId: issueIds.flicker }, { as: 'cleo' })).cards).toHaveLength(1);
    const lozenge = await site.site.host.dynamicProperties('issue-okrs', 'cleo', {
      type: 'jira:issueContext',
      issue: { id: issueIds.flicker, key: 'WEB-6' },
      project: { id: WEB, key: 'WEB' },
    });
    expect(lozenge).toEqual({});
  });
});

describe('the company page', () => {
  const companyOf = async (as: string) => ask(site, 'getCompanyOkrs', {}, { as });

  it('shows the company, then groups, then projects, each as far as one may see', async () => {
    const make = (home: Parameters<typeof addObjective>[1]) => addObjective(site, home);
    await ask(site, 'createGroup', { id: 'group-00', name: 'Shops', projectIds: [WEB], leadIds: ['cleo'] });
    const project = await make({ home: inProject(WEB) });
    const group = await make({ home: { level: 'group', groupId: 'group-00' } });
    const secret = await make({ projectId: '10001' });
    const company = await make({ home: { level: 'company' } });
    const shown = await companyOf('cleo');
    expect(shown.objectives.map(({ id }) => id)).toEqual([company.id, group.id, project.id]);
    expect(shown).toMatchObject({ totalObjectives: 3, nextCursor: null, groups: [{ name: 'Shops' }] });
    expect(shown.roles).toEqual({ isOkrAdmin: false, ledGroupIds: ['group-00'] });
    expect((await companyOf('dan')).objectives.map(({ id }) => id)).toContain(secret.id);
  });

  it('leaves out what is private to others, and does not count it', async () => {
    await addPrivate();
    expect(await companyOf('ben')).toMatchObject({ objectives: [], totalObjectives: 0 });
    expect(await companyOf('cleo')).toMatchObject({ totalObjectives: 1 });
  });

  it('refuses a cursor that is none', async () => {
    const refusal = failureOf(await site.invoke('getCompanyOkrs', { cursor: 'planet x 1' }, { as: 'ben' }));
    expect(refusal).toMatchObject({ code: 'INVALID', field: 'cursor' });
  });

  it('does not add to a group that is not there', async () => {
    const input = { id: newId(), home: { level: 'group', groupId: 'nowhere' } as const, cycleId: Q4, title: 'x', ownerAccountId: null };
    expect(outcomeOf(await site.invoke('createObjective', input, { as: 'ada' }))).toBe('NOT_FOUND');
  });
});

describe('the close of a cycle', () => {
  it('neither lists nor counts what is private to others, and reports it to those it is for', async () => {
    await addObjective(site);
    const { objective } = await addPrivate();
    const linesOf = async (as: string) => (await ask(site, 'getCycleClosing', { cycleId: Q4 }, { as })).lines.map(({ id }) => id);
    expect(await linesOf('cleo')).toContain(objective.id);
    expect(await linesOf('ben')).not.toContain(objective.id);
    const refusal = async (id: string) => failureOf(await site.invoke('getObjectiveClosing', { objectiveId: id }, { as: 'ben' }));
    expect(await refusal(objective.id)).toEqual(await refusal('nowhere'));
    const [others] = await linesOf('ben');
    await grade(site, others ?? '', { causes: ['other'] });
    // Ada administers Jira and does not know of it: nothing is left for her to grade.
    await ask(site, 'closeCycle', { id: Q4, version: 1 });
    const reported = async (as: string) => (await ask(site, 'getCycleReport', { cycleId: Q4 }, { as })).totalObjectives;
    expect([await reported('cleo'), await reported('ben')]).toEqual([2, 1]);
  });

  it('does not tell of copies that are private to others', async () => {
    const open = await addObjective(site);
    await ask(site, 'copyObjectives', { copies: [{ id: 'copy-to-hide', fromId: open.id }], cycleId: '2027-q1', withSources: false });
    await ask(site, 'editObjective', { id: 'copy-to-hide', version: 1, ownerAccountId: 'cleo' });
    await ask(site, 'editObjective', { id: 'copy-to-hide', version: 2, audience: [] }, { as: 'cleo' });
    const copiesFor = async (as: string) => (await ask(site, 'getObjectiveClosing', { objectiveId: open.id }, { as })).carriedOverTo.length;
    expect([await copiesFor('cleo'), await copiesFor('ben')]).toEqual([1, 0]);
  });
});
