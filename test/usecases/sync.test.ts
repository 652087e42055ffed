/** Jira's events, from the trigger through the queue to the numbers: which matter, what they move, and what open pages hear of it. */
import type { JiraEvent, RealtimeMessage } from '../../local/seams';
import { openTestSite, type TestSite } from '../support/test-site';
import { addObjective, addWork, ask, bring, issueIds, SEC, see, standingsOf, workOn } from './support/okr-steps';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

const door = () => site.site.jira.door;
const newIssue = (fields: Readonly<Record<string, unknown>>): string =>
  door().createIssue('cleo', 'WEB', { summary: 'Something new', issuetype: { name: 'Story' }, ...fields }).id;

/** What an event leaves behind, before any run of the queue. */
const deliver = async (event: JiraEvent) => {
  const { host } = site.site;
  const records = await site.recordsOf(async () => {
    host.acceptEvent(event);
    await host.drain();
  });
  const trigger = records.find(({ moduleType }) => moduleType === 'trigger');
  return { sql: trigger?.sql.length, jira: trigger?.jira.length, pushes: trigger?.queuePushes, logs: trigger?.logs, error: trigger?.error };
};

const updated = (issueId: string, ...fields: readonly string[]): JiraEvent => ({
  name: 'avi:jira:updated:issue',
  payload: { issue: { id: issueId, key: 'WEB-0' }, changelog: { id: '1', items: fields.map((field) => ({ field })) } },
});
const created = (issueId: string): JiraEvent => ({ name: 'avi:jira:created:issue', payload: { issue: { id: issueId } } });
const deleted = (issueId: string): JiraEvent => ({ name: 'avi:jira:deleted:issue', payload: { issue: { id: issueId } } });

const ends = { sql: 1, jira: 0, pushes: 0, logs: [], error: null };
const goesOn = { sql: 2, jira: 0, pushes: 1, logs: [], error: null };

describe('an event', () => {
  it('on an issue nobody has in scope ends after one SQL request', async () => {
    await workOn(site, ['WEB-6']);
    for (const event of [updated(issueIds.card, 'status'), created(issueIds.card), deleted(issueIds.card)]) {
      expect(await deliver(event)).toEqual(ends);
    }
  });

  it('on an issue in scope goes on, whatever has changed', async () => {
    await workOn(site, ['WEB-6']);
    for (const event of [updated(issueIds.flicker, 'summary'), created(issueIds.flicker), deleted(issueIds.flicker)]) {
      expect(await deliver(event)).toEqual(goesOn);
    }
  });

  it('on an ancestor of an issue in scope goes on', async () => {
    await workOn(site, ['WEB-5']);
    expect(await deliver(updated(issueIds.epic, 'summary'))).toEqual(goesOn);
  });

  it('on an unknown issue goes on where a query is followed, unless the issue is deleted', async () => {
    await workOn(site, ['labels = checkout']);
    expect(await deliver(updated(issueIds.card, 'labels'))).toEqual(goesOn);
    expect(await deliver(created(issueIds.card))).toEqual(goesOn);
    expect(await deliver(deleted(issueIds.card))).toEqual(ends);
  });

  it.each(['parent', 'IssueParentAssociation', 'Epic Link', 'Parent Link', 'Key', 'project', 'issuetype'])(
    'on an unknown issue goes on where children are followed and "%s" has changed',
    async (field) => {
      await workOn(site, ['children of WEB-3']);
      expect(await deliver(updated(issueIds.flicker, 'summary', field))).toEqual(goesOn);
    },
  );

  it('on an unknown issue ends where only children are followed and its parent has not changed', async () => {
    await workOn(site, ['children of WEB-3']);
    expect(await deliver(updated(issueIds.flicker, 'status', 'labels'))).toEqual(ends);
    expect(await deliver(deleted(issueIds.flicker))).toEqual(ends);
    expect(await deliver(created(issueIds.flicker))).toEqual(goesOn);
  });

  it('ends where what follows is archived or removed', async () => {
    const objective = await addObjective(site);
    const keyResult = await addWork(site, objective);
    await bring(site, keyResult, 'labels = checkout');
    const removed = await workOn(site, []);
    const { sourceId } = await bring(site, removed, 'children of WEB-3');
    await ask(site, 'archiveObjective', { id: objective.id, version: 1 });
    await ask(site, 'removeSource', { sourceId });
    expect(await deliver(updated(issueIds.card, 'parent'))).toEqual(ends);
  });
});

describe('an event that cannot be read', () => {
  it.each([
    ['without an issue', {}],
    ['with an issue without an id', { issue: { key: 'WEB-1' } }],
    ['with an id of the wrong kind', { issue: { id: ['1'] } }],
    ['with a change without a field', { issue: { id: '1' }, changelog: { items: [{ from: 'a' }] } }],
  ])('is refused and logged, without its contents: %s', async (_, payload) => {
    const outcome = await deliver({ name: 'avi:jira:updated:issue', payload: { ...payload, note: 'Rotate the keys' } });
    expect(outcome).toMatchObject({ sql: 0, jira: 0, pushes: 0, error: null });
    expect(outcome.logs).toMatchObject([{ level: 'warn', text: expect.stringContaining('refused') }]);
    expect(JSON.stringify(outcome.logs)).not.toContain('Rotate');
  });

  it('is none where the id is a number or the changes are missing', async () => {
    await workOn(site, ['WEB-6']);
    const payload = { issue: { id: Number(issueIds.flicker) }, changelog: null };
    expect(await deliver({ name: 'avi:jira:updated:issue', payload })).toEqual(goesOn);
  });
});

describe('a query followed', () => {
  it('takes in an issue that comes to match, and lets one go that no longer does', async () => {
    const keyResult = await workOn(site, ['labels = checkout']);
    site.jira('PUT', '/rest/api/3/issue/WEB-2', { fields: { labels: ['checkout'] } });
    await site.settle();
    expect(await see(site, keyResult)).toMatchObject({ progress: 1 / 3, work: { inScope: 3 } });
    site.jira('PUT', '/rest/api/3/issue/WEB-6', { fields: { labels: [] } });
    await site.settle();
    expect(await see(site, keyResult)).toMatchObject({ progress: 1 / 2, work: { inScope: 2 } });
  });

  it('takes in a new issue', async () => {
    const keyResult = await workOn(site, ['labels = checkout']);
    newIssue({ labels: ['checkout'] });
    await site.settle();
    expect(await see(site, keyResult)).toMatchObject({ work: { inScope: 3 } });
  });

  it('that Jira no longer understands keeps its scope, and the others go on', async () => {
    const broken = await workOn(site, ['labels = checkout OR priority = Low']);
    await site.sql("UPDATE scope_source SET jql = 'nonsense = 1'");
    const sound = await workOn(site, ['labels = checkout']);
    const records = await site.recordsOf(async () => {
      door().updateIssue('cleo', 'WEB-2', { labels: ['checkout'] });
      await site.settle();
    });
    expect(await see(site, sound)).toMatchObject({ work: { inScope: 3 } });
    expect(await see(site, broken)).toMatchObject({ work: { inScope: 2 } });
    expect(records.flatMap(({ logs }) => logs)).toMatchObject([{ level: 'warn', text: expect.stringContaining('scope stays as it is') }]);
  });
});

describe('children followed', () => {
  it('join and leave with their parent', async () => {
    const keyResult = await workOn(site, ['children of WEB-1']);
    door().updateIssue('cleo', 'WEB-6', { parent: { key: 'WEB-1' } });
    await site.settle();
    expect(Object.keys(await standingsOf(site, keyResult))).toContain(issueIds.flicker);
    door().updateIssue('cleo', 'WEB-6', { parent: null });
    await site.settle();
    expect(Object.keys(await standingsOf(site, keyResult))).not.toContain(issueIds.flicker);
  });

  it('join when only their parent tells of them', async () => {
    const keyResult = await workOn(site, ['children of WEB-1']);
    site.site.host.setEventMode({ drop: 1 });
    door().updateIssue('cleo', 'WEB-6', { parent: { key: 'WEB-1' } });
    site.site.host.setEventMode({ drop: 0 });
    const items = [{ field: 'Epic Child', from: null, to: issueIds.flicker }];
    await deliver({ name: 'avi:jira:updated:issue', payload: { issue: { id: issueIds.epic }, changelog: { id: '1', items } } });
    expect(Object.keys(await standingsOf(site, keyResult))).toContain(issueIds.flicker);
  });

  it('join when they are created there', async () => {
    const keyResult = await workOn(site, ['children of WEB-1']);
    const id = newIssue({ parent: { key: 'WEB-1' } });
    await site.settle();
    expect(await standingsOf(site, keyResult)).toMatchObject({ [id]: 'counted' });
  });
});

describe('the place in the hierarchy', () => {
  it('is found anew when an issue between gets another parent', async () => {
    const keyResult = await workOn(site, ['WEB-1', 'WEB-5']);
    expect(await see(site, keyResult)).toMatchObject({ work: { counted: 1, throughChildren: 1 } });
    door().updateIssue('cleo', 'WEB-3', { parent: null });
    await site.settle();
    expect(await see(site, keyResult)).toMatchObject({ work: { counted: 2, throughChildren: 0 } });
    door().updateIssue('cleo', 'WEB-3', { parent: { key: 'WEB-1' } });
    await site.settle();
    expect(await see(site, keyResult)).toMatchObject({ work: { counted: 1, throughChildren: 1 } });
  });

  it('is found anew when a new level comes in above', async () => {
    const initiative = door().createIssue('ben', 'WEB', { summary: 'Sell more', issuetype: { name: 'Initiative' } });
    const keyResult = await workOn(site, [initiative.key, 'WEB-2']);
    expect(await see(site, keyResult)).toMatchObject({ work: { counted: 2 } });
    door().updateIssue('ben', 'WEB-1', { parent: { key: initiative.key } });
    await site.settle();
    expect(await see(site, keyResult)).toMatchObject({ work: { counted: 1, throughChildren: 1 } });
  });
});

describe('a parent that is deleted', () => {
  it('leaves its children where Jira puts them, though only its own event arrives', async () => {
    const keyResult = await workOn(site, ['WEB-5', 'WEB-1']);
    expect(await see(site, keyResult)).toMatchObject({ work: { counted: 1, throughChildren: 1 } });
    site.site.host.setEventMode({ drop: 1 });
    door().updateIssue('ada', 'WEB-5', { issuetype: { name: 'Story' }, parent: { key: 'WEB-1' } });
    door().deleteIssue('ada', 'WEB-1');
    site.site.host.setEventMode({ drop: 0 });
    await deliver(deleted(issueIds.epic));
    expect(await see(site, keyResult)).toMatchObject({ work: { inScope: 1, counted: 1, throughChildren: 0 } });
    expect(await site.sql('SELECT parent_id FROM issue_fact WHERE issue_id = ?', issueIds.bank)).toEqual([{ parent_id: null }]);
  });
});

describe('an issue in scope', () => {
  it('that moves to another project goes on counting', async () => {
    const keyResult = await workOn(site, ['WEB-6']);
    const { key } = door().moveIssue('ada', 'WEB-6', 'SEC');
    await site.settle();
    expect(await see(site, keyResult)).toMatchObject({ progress: 0, work: { inScope: 1 } });
    door().transitionIssue('ada', key, 'Done');
    await site.settle();
    expect(await see(site, keyResult)).toMatchObject({ progress: 1 });
    expect(await site.sql('SELECT project_id FROM issue_fact WHERE issue_id = ?', issueIds.flicker)).toEqual([{ project_id: SEC }]);
  });

  it('that is deleted is out, through whichever source it came', async () => {
    const keyResult = await workOn(site, ['WEB-6', 'labels = checkout', 'children of WEB-3']);
    door().deleteIssue('ada', 'WEB-6');
    door().deleteIssue('ada', 'WEB-5');
    await site.settle();
    expect(await standingsOf(site, keyResult)).toEqual({ [issueIds.bank]: 'counted' });
    expect(await see(site, keyResult)).toMatchObject({ work: { inScope: 1 } });
  });

  it('moves every key result and objective it serves', async () => {
    const [first, second] = [await workOn(site, ['WEB-6']), await workOn(site, ['WEB-6', 'WEB-2'])];
    await site.transition('WEB-6', 'Done');
    expect([(await see(site, first)).progress, (await see(site, second)).progress]).toEqual([1, 1]);
    expect(await site.sql('SELECT progress FROM objective ORDER BY number')).toEqual([{ progress: 1 }, { progress: 1 }]);
  });

  it('that changes, but in nothing that counts, tells nobody', async () => {
    await workOn(site, ['WEB-6']);
    await site.settle();
    const heard = listen();
    door().updateIssue('cleo', 'WEB-6', { summary: 'The total still flickers' });
    await site.settle();
    expect(heard).toEqual([]);
  });

  it('is known with whose it is and since when it stands as it does, which moves no number', async () => {
    await workOn(site, ['WEB-6']);
    await site.settle();
    const known = async () => {
      const [row] = await site.sql('SELECT assignee_account_id, moved_at FROM issue_fact WHERE issue_id = ?', issueIds.flicker);
      return { whose: row?.assignee_account_id, moved: Number(row?.moved_at) };
    };
    expect(await known()).toEqual({ whose: null, moved: Date.parse('2026-10-01T08:00:00Z') });
    const heard = listen();
    door().updateIssue('cleo', 'WEB-6', { assignee: { accountId: 'cleo' } });
    await site.settle();
    expect(await known()).toMatchObject({ whose: 'cleo' });
    expect(heard).toEqual([]);
    site.site.clock.set(Date.parse('2026-11-13T09:00:00Z'));
    await site.transition('WEB-6', 'In Progress');
    expect(await known()).toEqual({ whose: 'cleo', moved: Date.parse('2026-11-13T09:00:00Z') });
  });
});

const listen = (): RealtimeMessage[] => {
  const heard: RealtimeMessage[] = [];
  site.site.host.onRealtime((message) => heard.push(message));
  return heard;
};

describe('open pages', () => {
  it('hear ids only, of projects, key results and issues', async () => {
    const objective = await addObjective(site, { title: 'Words nobody else may read' });
    const keyResult = await addWork(site, objective, { title: 'Words nobody else may read' });
    await bring(site, keyResult, 'WEB-6');
    await site.settle();
    const heard = listen();
    await site.transition('WEB-6', 'Done');
    expect(heard.map(({ channel, isGlobal }) => ({ channel, isGlobal }))).toEqual([{ channel: 'okr-changes', isGlobal: true }]);
    const [message] = heard;
    const payload: unknown = typeof message?.payload === 'string' ? JSON.parse(message.payload) : message?.payload;
    expect(payload).toEqual({ projectIds: ['10000'], keyResultIds: [keyResult.id], issueIds: [issueIds.flicker] });
  });

  it('hear of every change that people make', async () => {
    const heard = listen();
    const objective = await addObjective(site);
    const keyResult = await addWork(site, objective);
    const { sourceId } = await bring(site, keyResult, 'WEB-6');
    await ask(site, 'removeSource', { sourceId });
    await ask(site, 'editKeyResult', { id: keyResult.id, version: 1, weight: 2, reason: 'It matters more' });
    await ask(site, 'archiveKeyResult', { id: keyResult.id, version: 2 });
    await ask(site, 'editObjective', { id: objective.id, version: 1, weight: 2, reason: 'It matters more' });
    await ask(site, 'archiveObjective', { id: objective.id, version: 2 });
    expect(heard).toHaveLength(8);
  });
});

describe('a burst of changes', () => {
  it('is read a hundred at a time, however many events there were', async () => {
    const keyResult = await workOn(site, ['labels = many']);
    await site.settle();
    for (let index = 0; index < 150; index += 1) newIssue({ labels: ['many'] });
    const records = await site.recordsOf(() => site.settle());
    const reads = records.flatMap(({ jira }) => jira).filter(({ path }) => path.endsWith('/bulkfetch'));
    expect(await see(site, keyResult)).toMatchObject({ work: { inScope: 150 } });
    expect(reads).toHaveLength(2);
    expect(await site.sql('SELECT issue_id FROM pending_issue')).toEqual([]);
  });

  it('that comes twice and out of order ends in the same numbers', async () => {
    const keyResult = await workOn(site, ['labels = checkout', 'children of WEB-1']);
    site.site.host.setEventMode({ duplicate: 1, reorder: true, seed: 7 });
    for (const status of ['In Progress', 'Done', 'To Do', 'Done']) door().transitionIssue('cleo', 'WEB-6', status);
    door().updateIssue('cleo', 'WEB-4', { parent: null });
    door().updateIssue('cleo', 'WEB-4', { parent: { key: 'WEB-1' } });
    door().updateIssue('cleo', 'WEB-2', { labels: ['checkout'] });
    door().updateIssue('cleo', 'WEB-2', { labels: [] });
    await site.settle();
    expect(await see(site, keyResult)).toMatchObject({ progress: 2 / 4, work: { inScope: 5, done: 2, cancelled: 1 } });
  });
});

describe('when Jira is busy', () => {
  it('the run asks to be called again, and then ends right', async () => {
    const keyResult = await workOn(site, ['WEB-6']);
    await site.settle();
    door().transitionIssue('cleo', 'WEB-6', 'Done');
    site.site.jira.setFaults({ tooManyRequests: 2 });
    const records = await site.recordsOf(() => site.settle());
    const runs = records.filter(({ moduleType }) => moduleType === 'consumer');
    expect(runs.map(({ jira }) => jira.map(({ status }) => status))).toEqual([[429], [429], [200]]);
    expect(runs.map(({ error }) => error)).toEqual([null, null, null]);
    expect(await see(site, keyResult)).toMatchObject({ progress: 1 });
  });

  it('a person is told to try again, and nothing is half done', async () => {
    const keyResult = await workOn(site, ['WEB-2']);
    site.site.jira.setFaults({ tooManyRequests: 1 });
    const input = { id: 'busy-source', keyResultId: keyResult.id, source: { type: 'issue', issue: 'WEB-6' } } as const;
    const refusal = await site.invoke('addSource', input);
    expect(refusal).toMatchObject({
      ok: false,
      error: { code: 'JIRA_UNAVAILABLE', message: expect.stringMatching(/try again in \d+ seconds/) },
    });
    expect(await ask(site, 'addSource', input)).toMatchObject({ work: { inScope: 2 } });
  });
});
