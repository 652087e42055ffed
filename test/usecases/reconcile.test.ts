/** The hourly and daily passes: what events never told is found, what interrupted runs left is finished or removed, and days are kept. */
import { openTestSite, type TestSite } from '../support/test-site';
import { addMetric, addObjective, addWork, ask, bring, issueIds, newId, see, standingsOf, workOn } from './support/okr-steps';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

const door = () => site.site.jira.door;

/** Lets time pass in which nothing that happens in Jira is told to the app. */
const unheard = async (change: () => void, minutes = 60): Promise<void> => {
  const { clock, host } = site.site;
  clock.set(clock.now() + 60_000);
  host.setEventMode({ drop: 1 });
  change();
  await site.settle();
  host.setEventMode({ drop: 0 });
  clock.set(clock.now() + minutes * 60_000);
};

const hourly = async (): Promise<void> => {
  await site.site.host.schedule('hourly');
  await site.settle();
};

describe('the hourly pass finds', () => {
  it.each(['WEB-6', 'labels = checkout', 'children of WEB-1'])('a status that changed unheard, in the scope of %s', async (source) => {
    const keyResult = await workOn(site, [source]);
    const before = await see(site, keyResult);
    await unheard(() => {
      door().transitionIssue('cleo', source === 'children of WEB-1' ? 'WEB-4' : 'WEB-6', 'Done');
    });
    expect(await see(site, keyResult)).toMatchObject({ progress: before.progress });
    await hourly();
    const after = await see(site, keyResult);
    expect(after.kind === 'work' && before.kind === 'work' && after.work.done - before.work.done).toBe(1);
  });

  it('an issue that joined a query, and one that left it', async () => {
    const keyResult = await workOn(site, ['labels = checkout']);
    await unheard(() => {
      door().updateIssue('cleo', 'WEB-2', { labels: ['checkout'] });
      door().updateIssue('cleo', 'WEB-6', { labels: [] });
    });
    await hourly();
    expect(Object.keys(await standingsOf(site, keyResult)).sort()).toEqual([issueIds.card, issueIds.bank]);
  });

  it('a child that came, and one that went', async () => {
    const keyResult = await workOn(site, ['children of WEB-1']);
    await unheard(() => {
      door().updateIssue('cleo', 'WEB-6', { parent: { key: 'WEB-1' } });
      door().updateIssue('cleo', 'WEB-4', { parent: null });
    });
    await hourly();
    expect(Object.keys(await standingsOf(site, keyResult)).sort()).toEqual([
      issueIds.card,
      issueIds.bank,
      issueIds.flicker,
      issueIds.cheque,
    ]);
  });

  it('a picked issue that was deleted', async () => {
    const keyResult = await workOn(site, ['WEB-6', 'WEB-2']);
    await unheard(() => door().deleteIssue('ada', 'WEB-6'));
    await hourly();
    expect(await see(site, keyResult)).toMatchObject({ progress: 1, work: { inScope: 1 } });
  });

  it('an issue of a query that was deleted', async () => {
    const keyResult = await workOn(site, ['labels = checkout']);
    await unheard(() => door().deleteIssue('ada', 'WEB-6'));
    await hourly();
    expect(await standingsOf(site, keyResult)).toEqual({ [issueIds.bank]: 'counted' });
  });

  it('an issue of a query that was archived', async () => {
    const keyResult = await workOn(site, ['labels = checkout']);
    await unheard(() => door().archiveIssue('WEB-6'));
    await hourly();
    expect(await standingsOf(site, keyResult)).toEqual({ [issueIds.bank]: 'counted' });
  });

  it('a picked issue that was archived, and one that was restored', async () => {
    const keyResult = await workOn(site, ['WEB-6', 'WEB-2']);
    await unheard(() => door().archiveIssue('WEB-6'));
    await hourly();
    expect(await see(site, keyResult)).toMatchObject({ progress: 1, work: { inScope: 1 } });
    await unheard(() => door().restoreIssue('WEB-6'));
    await hourly();
    expect(await see(site, keyResult)).toMatchObject({ progress: 1 / 2, work: { inScope: 2 } });
  });

  it('children that were archived with the issue above them', async () => {
    const keyResult = await workOn(site, ['children of WEB-1', 'children of WEB-3']);
    expect(Object.keys(await standingsOf(site, keyResult))).toEqual(expect.arrayContaining([issueIds.bank, issueIds.talk]));
    await unheard(() => door().archiveIssue('WEB-3'));
    await hourly();
    expect(Object.keys(await standingsOf(site, keyResult)).sort()).toEqual([issueIds.card, issueIds.funnel, issueIds.cheque]);
  });

  it('an issue that came back into a query while another one went', async () => {
    const keyResult = await workOn(site, ['labels = checkout']);
    await unheard(() => door().archiveIssue('WEB-6'));
    await hourly();
    await unheard(() => {
      door().restoreIssue('WEB-6');
      door().archiveIssue('WEB-3');
    });
    await hourly();
    expect(Object.keys(await standingsOf(site, keyResult))).toEqual([issueIds.flicker]);
  });

  it('a change of an issue that has moved to a project nobody knew', async () => {
    const keyResult = await workOn(site, ['WEB-6', 'labels = checkout']);
    door().putProject({ key: 'NEW', name: 'New shop' });
    await unheard(() => {
      const moved = door().moveIssue('ada', 'WEB-6', 'NEW');
      door().transitionIssue('ada', moved.key, 'Done');
    });
    await hourly();
    expect(await see(site, keyResult)).toMatchObject({ work: { done: 1, inScope: 2 } });
  });

  it('an ancestor that got another parent', async () => {
    const keyResult = await workOn(site, ['WEB-1', 'WEB-5']);
    await unheard(() => door().updateIssue('cleo', 'WEB-3', { parent: null }));
    await hourly();
    expect(await see(site, keyResult)).toMatchObject({ work: { counted: 2, throughChildren: 0 } });
  });

  it('what changed while a whole project went away', async () => {
    const other = door().putProject({ key: 'OLD', name: 'Old shop' });
    const issue = door().createIssue('ada', 'OLD', { summary: 'Old work', issuetype: { name: 'Task' } });
    const keyResult = await workOn(site, [issue.key, 'WEB-6', 'project = OLD']);
    await unheard(() => {
      door().deleteProject('ada', other.key);
      door().transitionIssue('cleo', 'WEB-6', 'Done');
    });
    await hourly();
    expect(await see(site, keyResult)).toMatchObject({ progress: 1, work: { inScope: 1 } });
  });

  it('what happened between two passes, however far apart', async () => {
    const keyResult = await workOn(site, ['labels = checkout']);
    await hourly();
    await unheard(() => door().transitionIssue('cleo', 'WEB-6', 'Done'), 5 * 24 * 60);
    await hourly();
    expect(await see(site, keyResult)).toMatchObject({ progress: 1 / 2 });
  });

  it('nothing where nothing is followed and no project has objectives: no Jira call at all', async () => {
    await addObjective(site, { home: { level: 'company' } });
    const records = await site.recordsOf(hourly);
    expect(records.flatMap(({ jira }) => jira)).toEqual([]);
  });
});

describe('the index of Jira lags', () => {
  it('and an issue it does not know yet is found by the next pass', async () => {
    const keyResult = await workOn(site, ['labels = checkout']);
    site.site.jira.setFaults({ indexLagMs: 30 * 60_000 });
    door().updateIssue('cleo', 'WEB-2', { labels: ['checkout'] });
    await site.settle();
    expect(await see(site, keyResult)).toMatchObject({ work: { inScope: 2 } });
    site.site.clock.set(site.site.clock.now() + 60 * 60_000);
    await hourly();
    expect(await see(site, keyResult)).toMatchObject({ work: { inScope: 3 } });
  });

  it('and a query answered from it does not take back what is known to be newer', async () => {
    const keyResult = await workOn(site, ['WEB-6']);
    site.site.clock.set(site.site.clock.now() + 60_000);
    site.site.jira.setFaults({ indexLagMs: 30 * 60_000 });
    await site.transition('WEB-6', 'Done');
    const preview = await ask(site, 'previewSource', {
      keyResultId: keyResult.id,
      change: { add: { type: 'jql', jql: 'labels = checkout' } },
    });
    expect(preview.after).toMatchObject({ progress: 1 / 2 });
    expect((await bring(site, keyResult, 'labels = checkout')).keyResult).toMatchObject({ progress: 1 / 2 });
  });
});

describe('what interrupted runs left', () => {
  it('dirty numbers are computed within the hour', async () => {
    const keyResult = await workOn(site, ['WEB-6']);
    await site.sql("UPDATE issue_fact SET status_category = 'done'");
    await site.sql('UPDATE key_result SET dirty_mark = dirty_mark + 1');
    await hourly();
    expect((await site.sql('SELECT progress, dirty_mark - computed_mark AS behind FROM key_result'))[0]).toMatchObject({ progress: 1 });
    expect(await see(site, keyResult)).toMatchObject({ progress: 1 });
  });

  it('rows of a source that never was go once they are old, and facts that nothing needs with them', async () => {
    await workOn(site, ['WEB-6']);
    const old = site.site.clock.now();
    await site.sql("INSERT INTO scope_issue (source_id, issue_id, key_result_id, added_at) VALUES ('never', '77', 'gone', ?)", old);
    await site.sql(
      `INSERT INTO issue_fact (issue_id, project_id, status_category, cancelled, gone, numbers, updated_at, checked_at)
       VALUES ('77', '10000', 'todo', 0, 0, '{}', 0, ?)`,
      old,
    );
    site.site.clock.set(old + 60_000);
    await hourly();
    expect(await site.sql("SELECT source_id FROM scope_issue WHERE source_id = 'never'")).toHaveLength(1);
    site.site.clock.set(old + 21 * 60_000);
    await hourly();
    expect(await site.sql("SELECT source_id FROM scope_issue WHERE source_id = 'never'")).toEqual([]);
    expect(await site.sql('SELECT issue_id FROM issue_fact')).toEqual([{ issue_id: issueIds.flicker }]);
  });

  it('a sync that was noted but never asked for is done within the hour', async () => {
    const keyResult = await workOn(site, ['WEB-6']);
    await unheard(() => door().transitionIssue('cleo', 'WEB-6', 'Done'), 0);
    await site.sql("INSERT INTO pending_issue (issue_id, mark, marked_at) VALUES (?, 'lost', 0)", issueIds.flicker);
    await hourly();
    expect(await see(site, keyResult)).toMatchObject({ progress: 1 });
    expect(await site.sql('SELECT issue_id FROM pending_issue')).toEqual([]);
  });
});

describe('the daily pass', () => {
  it('keeps the numbers of the day, and taken twice keeps them once', async () => {
    const objective = await addObjective(site);
    const work = await addWork(site, objective);
    await bring(site, work, 'WEB-2');
    const metric = await addMetric(site, objective);
    await ask(site, 'recordValue', { id: newId(), keyResultId: metric.id, value: 50 });
    await addObjective(site, { cycleId: '2027-q1' });
    for (let run = 0; run < 2; run += 1) await site.site.host.schedule('daily');
    const rows = await site.sql('SELECT subject_id, day, subject_type, progress, value FROM snapshot ORDER BY subject_id');
    expect(rows).toEqual(
      [
        { subject_id: objective.id, day: '2026-11-12', subject_type: 'objective', progress: 0.75, value: null },
        { subject_id: work.id, day: '2026-11-12', subject_type: 'key_result', progress: 1, value: null },
        { subject_id: metric.id, day: '2026-11-12', subject_type: 'key_result', progress: 0.5, value: 50 },
      ].sort((a, b) => (a.subject_id < b.subject_id ? -1 : 1)),
    );
  });

  it('looks again at every issue nobody has read for a day', async () => {
    const keyResult = await workOn(site, ['project = WEB AND updated >= -1d']);
    expect(await see(site, keyResult)).toMatchObject({ work: { inScope: 0 } });
    const picked = await workOn(site, ['WEB-6']);
    await unheard(() => door().deleteIssue('ada', 'WEB-6'), 24 * 60);
    await site.site.host.schedule('daily');
    expect(await see(site, picked)).toMatchObject({ progress: null, work: { inScope: 0 } });
  });
});
