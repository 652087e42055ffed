/** Coverage through the real SDK on the stand-in: what Jira is asked, what the numbers say, who sees what of it, and what a link moves. */
import { openTestSite, type TestSite } from '../support/test-site';
import { addObjective, addWork, ask, bring, issueIds, newId, outcomeOf, Q4, SEC, WEB, workOn } from './support/okr-steps';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

const cover = { projectId: WEB, cycleId: Q4 } as const;
const count = async (projectId = WEB): Promise<void> => {
  await ask(site, 'askForCount', { projectId, cycleId: Q4 });
  await site.settle();
};
const shares = async (from?: { readonly as: string }) => {
  const { counted } = await ask(site, 'getCoverage', cover, from);
  if (counted === null) return null;
  const { inProgress, finished } = counted;
  return { inProgress: [inProgress.serving, inProgress.work], finished: [finished.serving, finished.work] };
};
const orphans = async (state: 'in-progress' | 'finished' = 'in-progress', from?: { readonly as: string }) =>
  ask(site, 'listOrphanWork', { ...cover, state }, from);
const orphanKeys = async (state?: 'in-progress' | 'finished') => (await orphans(state)).issues.map(({ key }) => key);
const create = (fields: Record<string, unknown>, project = 'WEB'): { readonly id: string; readonly key: string } =>
  site.site.jira.door.createIssue('ben', project, { summary: 'More work', issuetype: { name: 'Task' }, ...fields });
const atWork = async (fields: Record<string, unknown> = {}, project = 'WEB'): Promise<{ readonly id: string; readonly key: string }> => {
  const issue = create(fields, project);
  await site.transition(issue.key, 'In Progress', { as: project === 'SEC' ? 'dan' : 'ben' });
  return issue;
};

describe('the coverage of a project', () => {
  it('is not there before somebody has asked for it, and then counts the lowest issues', async () => {
    expect(await ask(site, 'getCoverage', cover)).toEqual({ projectId: WEB, cycleId: Q4, state: 'counted', counted: null });
    expect(await ask(site, 'askForCount', cover)).toMatchObject({ state: 'counting', counted: null });
    await site.settle();
    expect(await ask(site, 'getCoverage', cover)).toMatchObject({ state: 'counted', counted: { countedAt: '2026-11-12T10:00:00.000Z' } });
    // WEB-3 is in progress below WEB-1; WEB-2 was finished; WEB-7 was cancelled.
    expect(await shares()).toEqual({ inProgress: [0, 1], finished: [0, 1] });
  });

  it('keeps whose each piece of work is, by id', async () => {
    site.site.jira.door.updateIssue('ben', 'WEB-3', { assignee: { accountId: 'cleo' } });
    await site.settle();
    await count();
    const lines = await site.sql(
      'SELECT issue_id AS issue, assignee_account_id AS whose FROM work_line WHERE distance = 0 ORDER BY issue_id',
    );
    expect(lines).toEqual([
      { issue: issueIds.card, whose: null },
      { issue: issueIds.bank, whose: 'cleo' },
    ]);
  });

  it('follows a link at once, without asking Jira what the work is', async () => {
    await count();
    const keyResult = await workOn(site, ['WEB-3']);
    expect(await shares()).toEqual({ inProgress: [1, 1], finished: [0, 1] });
    await bring(site, keyResult, 'children of WEB-1');
    expect(await shares()).toEqual({ inProgress: [1, 1], finished: [1, 1] });
    await ask(site, 'archiveKeyResult', { id: keyResult.id, version: 1 });
    expect(await shares()).toEqual({ inProgress: [0, 1], finished: [0, 1] });
  });

  it('counts work of the day it was finished on, of the cycle only', async () => {
    await site.site.jira.door.createIssue('ben', 'WEB', { summary: 'Old', issuetype: { name: 'Task' } });
    await site.transition('WEB-6', 'Done');
    await count();
    expect(await shares()).toMatchObject({ finished: [0, 2] });
    await ask(site, 'askForCount', { projectId: WEB, cycleId: '2027-q1' });
    await site.settle();
    const next = await ask(site, 'getCoverage', { projectId: WEB, cycleId: '2027-q1' });
    expect(next.counted).toMatchObject({ inProgress: { work: 1 }, finished: { work: 0, share: null } });
  });

  it('is counted again a quarter of an hour later at the earliest', async () => {
    await count();
    await site.transition('WEB-6', 'In Progress');
    await count();
    expect(await shares()).toMatchObject({ inProgress: [0, 1] });
    site.site.clock.set(Date.parse('2026-11-12T10:16:00Z'));
    await count();
    expect(await shares()).toMatchObject({ inProgress: [0, 2] });
  });

  it('is counted once a day where objectives are kept, and what a run has left every hour', async () => {
    await workOn(site, ['WEB-3']);
    await site.site.host.schedule('hourly');
    await site.settle();
    expect(await shares()).toEqual({ inProgress: [1, 1], finished: [0, 1] });
    await site.transition('WEB-6', 'In Progress');
    for (const [time, inProgress] of [
      ['2026-11-13T09:00:00Z', [1, 1]],
      ['2026-11-13T10:01:00Z', [1, 2]],
    ] as const) {
      site.site.clock.set(Date.parse(time));
      await site.site.host.schedule('hourly');
      await site.settle();
      expect(await shares()).toMatchObject({ inProgress });
    }
    expect((await ask(site, 'getCoverage', { projectId: SEC, cycleId: Q4 }, { as: 'dan' })).counted).toBeNull();
    await site.sql("INSERT INTO coverage (project_id, cycle_id, asked_mark, asked_at) VALUES ('10001', '2026-q4', 'left', 1)");
    await site.site.host.schedule('hourly');
    await site.settle();
    expect((await ask(site, 'getCoverage', { projectId: SEC, cycleId: Q4 }, { as: 'dan' })).counted).not.toBeNull();
  });

  it('stays as it was when Jira no longer knows the project', async () => {
    await site.sql("INSERT INTO coverage (project_id, cycle_id, asked_mark, asked_at) VALUES ('99999', '2026-q4', 'gone', 1)");
    await count();
    expect(await shares()).toMatchObject({ inProgress: [0, 1] });
    expect(await site.sql('SELECT * FROM coverage WHERE asked_at IS NOT NULL')).toEqual([]);
  });

  it('is read of those that changed last, and says so, where there is more than is read', async () => {
    for (let index = 0; index < 1001; index += 1) {
      const { key } = create({});
      site.site.jira.door.transitionIssue('ben', key, 'In Progress');
    }
    await site.settle();
    await count();
    const { counted } = await ask(site, 'getCoverage', cover);
    expect(counted).toMatchObject({ inProgress: { work: 1000, capped: true }, finished: { work: 1, capped: false } });
    const first = await orphans();
    expect(first).toMatchObject({ total: 1000, capped: true, nextOffset: 50 });
    const last = await ask(site, 'listOrphanWork', { ...cover, state: 'in-progress', offset: 950 });
    expect([last.issues.length, last.nextOffset]).toEqual([50, null]);
  });

  it('stands still with its cycle', async () => {
    await count();
    await workOn(site, ['WEB-3']);
    await site.sql("UPDATE cycle SET state = 'closed', closed_day = '2026-11-12' WHERE id = '2026-q4'");
    expect(await ask(site, 'getCoverage', cover)).toMatchObject({ state: 'closed', counted: { inProgress: { work: 1, serving: 1 } } });
    expect(outcomeOf(await site.invoke('askForCount', cover))).toBe('FORBIDDEN');
  });
});

describe('orphan work', () => {
  it('is listed by parent, then alone, each as the viewer sees it', async () => {
    await atWork({ summary: 'Alone' });
    await count();
    const list = await orphans();
    expect(list).toMatchObject({ total: 2, hiddenOnPage: 0, nextOffset: null, state: 'in-progress' });
    expect(list.issues.map(({ key, typeName, parentId }) => [key, typeName, parentId])).toEqual([
      ['WEB-3', 'Story', issueIds.epic],
      ['WEB-8', 'Task', null],
    ]);
    expect(list.parents).toEqual([
      { issueId: issueIds.epic, key: 'WEB-1', summary: 'A checkout that converts', typeName: 'Epic', orphans: 1 },
    ]);
    expect(await orphanKeys('finished')).toEqual(['WEB-2']);
  });

  it('that the viewer may not browse is a number, and so is it in the total', async () => {
    const list = await (async () => {
      await count();
      // The project is open to all; the one issue is moved into a project that Cleo cannot see.
      site.site.jira.door.moveIssue('ada', 'WEB-3', 'SEC');
      return orphans('in-progress', { as: 'cleo' });
    })();
    expect(list).toMatchObject({ total: 1, hiddenOnPage: 1, issues: [], parents: [] });
  });

  it('does not exist for those who may not see the project', async () => {
    await count(SEC);
    for (const name of ['getCoverage', 'askForCount'] as const)
      expect(outcomeOf(await site.invoke(name, { projectId: SEC, cycleId: Q4 }, { as: 'cleo' }))).toBe('NOT_FOUND');
    const input = { projectId: SEC, cycleId: Q4, state: 'in-progress' } as const;
    expect(outcomeOf(await site.invoke('listOrphanWork', input, { as: 'cleo' }))).toBe('NOT_FOUND');
  });
});

describe('a private objective', () => {
  it('moves no number and takes nothing off the list; only those who know of it see that it has the issue', async () => {
    await count();
    const outside = async () => JSON.stringify([await shares({ as: 'cleo' }), await orphans('in-progress', { as: 'cleo' })]);
    const before = await outside();
    const objective = await addObjective(site, { audience: ['ben'], ownerAccountId: 'ben' });
    const keyResult = await addWork(site, objective);
    await bring(site, keyResult, 'WEB-3');
    expect(await outside()).toBe(before);
    expect(await shares({ as: 'ben' })).toEqual(await shares({ as: 'cleo' }));
    const [known] = (await orphans('in-progress', { as: 'ben' })).issues;
    expect(known).toMatchObject({ key: 'WEB-3', privately: [keyResult.key] });
    const company = await ask(site, 'getCompanyCoverage', { cycleId: Q4 }, { as: 'ben' });
    expect(company).toMatchObject({ projects: [], hiddenProjects: 0 });
  });
});

describe('the coverage of the company', () => {
  it('adds up the projects with objectives, also those the viewer may not browse, of which it says no more than how many', async () => {
    await workOn(site, ['WEB-3']);
    await addObjective(site, { home: { level: 'project', projectId: SEC } });
    await atWork({}, 'SEC');
    expect(await ask(site, 'getCompanyCoverage', { cycleId: Q4 }, { as: 'cleo' })).toMatchObject({
      projects: [{ projectId: WEB, counted: null }],
      hiddenProjects: 1,
      uncounted: 2,
      total: { inProgress: { work: 0, share: null } },
    });
    await site.site.host.schedule('hourly');
    await site.settle();
    const seen = await ask(site, 'getCompanyCoverage', { cycleId: Q4 }, { as: 'cleo' });
    expect(seen).toMatchObject({
      projects: [{ projectId: WEB, counted: { inProgress: { work: 1, serving: 1, share: 1 } } }],
      hiddenProjects: 1,
      uncounted: 0,
      total: { inProgress: { work: 2, serving: 1, share: 1 / 2, capped: false } },
    });
    const all = await ask(site, 'getCompanyCoverage', { cycleId: Q4 });
    expect(all.total).toEqual(seen.total);
    expect(all.projects).toHaveLength(2);
  });
});

describe('linking several issues at once', () => {
  const links = (ids: readonly string[]) => ids.map((issueId) => ({ id: newId(), issueId }));

  it('shows the effect before, links them all, and moves the key result and the coverage', async () => {
    const more = await atWork();
    await count();
    const keyResult = await workOn(site, []);
    const preview = await ask(site, 'previewSource', { keyResultId: keyResult.id, change: { link: [issueIds.bank, more.id] } });
    expect(preview).toMatchObject({ matched: 2, joining: 2, after: { work: { counted: 2 } } });
    const chosen = links([issueIds.bank, more.id]);
    expect(await ask(site, 'linkIssues', { keyResultId: keyResult.id, links: chosen })).toEqual([
      { issueId: issueIds.bank, outcome: 'linked' },
      { issueId: more.id, outcome: 'linked' },
    ]);
    expect(await shares()).toMatchObject({ inProgress: [2, 2] });
    expect(await orphanKeys()).toEqual([]);
    const { keyResult: now, sources } = await ask(site, 'getKeyResult', { keyResultId: keyResult.id });
    expect(now).toMatchObject({ work: { counted: 2, inProgress: 2 } });
    expect(sources).toHaveLength(2);
    // Sent again after a lost answer.
    expect((await ask(site, 'linkIssues', { keyResultId: keyResult.id, links: chosen })).map(({ outcome }) => outcome)).toEqual([
      'already',
      'already',
    ]);
    expect((await ask(site, 'getKeyResult', { keyResultId: keyResult.id })).sources).toHaveLength(2);
  });

  it('links what may be linked and says of the rest why not', async () => {
    const keyResult = await workOn(site, ['WEB-2']);
    const outcomes = await ask(
      site,
      'linkIssues',
      { keyResultId: keyResult.id, links: links([issueIds.card, issueIds.secret, issueIds.bank]) },
      { as: 'ben' },
    );
    expect(outcomes).toEqual([
      { issueId: issueIds.card, outcome: 'already' },
      { issueId: issueIds.secret, outcome: 'refused', why: 'Jira has no such issue, or does not show it to you.' },
      { issueId: issueIds.bank, outcome: 'linked' },
    ]);
  });

  it('is refused to somebody who may link none of them, and to a key result of milestones', async () => {
    site.site.jira.door.putUser({ accountId: 'vic', displayName: 'Vic' });
    site.site.jira.door.putProject({ key: 'WEB', name: 'Web shop', access: 'limited', memberIds: ['ben'] });
    const keyResult = await workOn(site, []);
    const input = { keyResultId: keyResult.id, links: links([issueIds.bank]) };
    expect(outcomeOf(await site.invoke('linkIssues', input, { as: 'vic' }))).toBe('FORBIDDEN');
  });

  it('takes the same SQL requests and Jira calls for one and for fifty', async () => {
    const issues = Array.from({ length: 51 }, () => create({}).id);
    const costs: (readonly [number, number])[] = [];
    for (const ids of [issues.slice(0, 1), issues.slice(0, 1), issues.slice(1)]) {
      const keyResult = await workOn(site, []);
      const [record] = await site.recordsOf(() => ask(site, 'linkIssues', { keyResultId: keyResult.id, links: links(ids) }));
      costs.push([record?.sql.length ?? NaN, record?.jira.length ?? NaN]);
    }
    // The first of all looks up which fields carry numbers.
    expect(costs[2]).toEqual(costs[1]);
  });
});
