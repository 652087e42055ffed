/** What becomes of an issue when it changes: fields, history and the event, over REST and through the headless door. */
import { ada, at, day, hour, list, noon, smallSite } from './small-site';
import type { SmallSite } from './small-site';

const fields = ({ call }: SmallSite, key: string) => at(call('GET', `/rest/api/3/issue/${key}`).body, 'fields');
const lastItems = ({ call }: SmallSite, key: string) =>
  at(list(at(call('GET', `/rest/api/3/issue/${key}/changelog`).body, 'values')).at(-1), 'items');
const lastEvent = ({ events }: SmallSite) => events.at(-1);

describe('a transition', () => {
  const transition = (made: SmallSite, key: string, name: string, resolution?: string) => {
    const { body } = made.call('GET', `/rest/api/3/issue/${key}/transitions`, undefined, ada);
    const found = list(at(body, 'transitions')).find((candidate) => at(candidate, 'name') === name);
    const more = resolution === undefined ? {} : { fields: { resolution: { name: resolution } } };
    return made.call('POST', `/rest/api/3/issue/${key}/transitions`, { transition: { id: at(found, 'id') }, ...more }, ada);
  };

  it('to done sets Done and its instant, writes both into the history, and says so in the event', () => {
    const made = smallSite();
    expect(transition(made, 'WEB-2', 'Done').status).toBe(204);
    expect(at(fields(made, 'WEB-2'), 'resolution', 'name')).toBe('Done');
    expect(at(fields(made, 'WEB-2'), 'resolutiondate')).toBe('2026-11-22T12:00:00.000+0000');
    const items = [
      { field: 'resolution', fieldtype: 'jira', fieldId: 'resolution', from: null, fromString: null, to: '19041', toString: 'Done' },
      { field: 'status', fieldtype: 'jira', fieldId: 'status', from: '19031', fromString: 'To Do', to: '19034', toString: 'Done' },
    ];
    expect(lastItems(made, 'WEB-2')).toEqual(items);
    expect(lastEvent(made)).toMatchObject({
      name: 'avi:jira:updated:issue',
      payload: {
        eventType: 'avi:jira:updated:issue',
        jiraEventTypeName: 'issue_resolved',
        selfGenerated: false,
        atlassianId: 'ada',
        issue: { id: made.idOf('WEB-2'), key: 'WEB-2' },
        changelog: { items },
        timestamp: String(noon),
      },
    });
  });
  it('to done takes the resolution it is given', () => {
    const made = smallSite();
    transition(made, 'WEB-2', 'Done', "Won't Do");
    expect(at(fields(made, 'WEB-2'), 'resolution', 'name')).toBe("Won't Do");
  });
  it('out of done clears the resolution', () => {
    const made = smallSite();
    transition(made, 'WEB-5', 'In Progress');
    expect([at(fields(made, 'WEB-5'), 'resolution'), at(fields(made, 'WEB-5'), 'resolutiondate')]).toEqual([null, null]);
    expect(lastEvent(made)?.payload).toMatchObject({ jiraEventTypeName: 'issue_reopened' });
  });
  it('with the id of a status, or a resolution that is not there, is a 400', () => {
    const made = smallSite();
    expect(made.call('POST', '/rest/api/3/issue/WEB-2/transitions', { transition: { id: '19034' } }).status).toBe(400);
    expect(transition(made, 'WEB-2', 'Done', 'Forgotten').status).toBe(400);
    expect(transition(made, 'WEB-2', 'In Progress', 'Done').status).toBe(400);
    expect(made.events).toEqual([]);
  });
});

describe('an edit', () => {
  it('of a parent is written as IssueParentAssociation', () => {
    const made = smallSite();
    expect(made.call('PUT', '/rest/api/3/issue/WEB-5', { fields: { parent: { key: 'WEB-1' } } }, ada).status).toBe(204);
    const epic = { id: made.idOf('WEB-1'), key: 'WEB-1' };
    expect(lastItems(made, 'WEB-5')).toEqual([
      { field: 'IssueParentAssociation', fieldtype: 'jira', from: null, fromString: null, to: epic.id, toString: epic.key },
    ]);
    made.call('PUT', '/rest/api/3/issue/WEB-5', { fields: { parent: null } }, ada);
    expect(at(lastEvent(made)?.payload, 'changelog', 'items', 0)).toMatchObject({ from: epic.id, to: null, toString: null });
    expect(made.keys('parent = WEB-1')).toEqual(['WEB-3', 'WEB-2']);
  });
  it('of the resolution leaves the status alone, and sets or clears the instant', () => {
    const made = smallSite();
    expect(made.call('PUT', '/rest/api/3/issue/WEB-2', { fields: { resolution: { name: "Won't Do" } } }, ada).status).toBe(204);
    expect(at(fields(made, 'WEB-2'), 'status', 'name')).toBe('To Do');
    expect(at(fields(made, 'WEB-2'), 'resolutiondate')).toBe('2026-11-22T12:00:00.000+0000');
    made.call('PUT', '/rest/api/3/issue/WEB-2', { fields: { resolution: null } }, ada);
    expect([at(fields(made, 'WEB-2'), 'resolution'), at(fields(made, 'WEB-2'), 'resolutiondate')]).toEqual([null, null]);
  });
  it("of the original estimate takes Jira's words for time", () => {
    const made = smallSite();
    const put = (originalEstimate: string | null) =>
      made.call('PUT', '/rest/api/3/issue/WEB-2', { fields: { timetracking: { originalEstimate } } }, ada).status;
    expect([put('1w 1.5h'), at(fields(made, 'WEB-2'), 'timeoriginalestimate')]).toEqual([204, 149_400]);
    expect([put('soon'), put(null), at(fields(made, 'WEB-2'), 'timeoriginalestimate')]).toEqual([400, 204, null]);
  });
  it('reaches every field that can be set', () => {
    const made = smallSite();
    const edit = {
      fields: {
        summary: 'New words',
        assignee: { accountId: 'ben' },
        priority: { name: 'Lowest' },
        customfield_19016: 8,
        duedate: null,
        customfield_19020: null,
      },
      update: { labels: [{ add: 'new' }, { remove: 'api' }], fixVersions: [{ add: { name: '2.0' } }], components: [{ set: [] }] },
    };
    expect(made.call('PUT', '/rest/api/3/issue/WEB-2', edit, ada).status).toBe(204);
    expect(fields(made, 'WEB-2')).toMatchObject({
      summary: 'New words',
      assignee: { accountId: 'ben' },
      priority: { name: 'Lowest' },
      customfield_19016: 8,
      customfield_19020: null,
      duedate: null,
      labels: ['Slow', 'new'],
      fixVersions: [{ name: '1.0' }, { name: '2.0' }],
      components: [],
    });
    const changed = list(lastItems(made, 'WEB-2')).map((item) => at(item, 'field'));
    expect(changed).toEqual(['summary', 'labels', 'assignee', 'priority', 'Fix Version', 'Component', 'Sprint', 'duedate', 'Story Points']);
  });
  it('that changes nothing leaves no history and no event', () => {
    const made = smallSite();
    made.clock.set(noon + day);
    made.call('PUT', '/rest/api/3/issue/WEB-2', { fields: { summary: 'Cache the basket API' } }, ada);
    expect(made.events).toEqual([]);
    expect(made.keys('updated > -1h')).toEqual([]);
  });
  it.each([
    [{ summary: '' }, 'summary'],
    [{ parent: { key: 'WEB-3' } }, 'parent'],
    [{ parent: { key: 'WEB-99' } }, 'parent'],
    [{ assignee: { accountId: 'nobody' } }, 'assignee'],
    [{ customfield_19016: '8' }, 'customfield_19016'],
    [{ labels: ['two words'] }, 'labels'],
    [{ duedate: 'soon' }, 'duedate'],
    [{ fixVersions: [{ name: '9.9' }] }, 'fixVersions'],
    [{ colour: 'red' }, 'colour'],
  ])('%j is a 400 with an error on that field', (edit, field) => {
    const made = smallSite();
    const reply = made.call('PUT', '/rest/api/3/issue/WEB-2', { fields: edit }, ada);
    expect([reply.status, Object.keys(Object(at(reply.body, 'errors')))]).toEqual([400, [field]]);
    expect(made.events).toEqual([]);
  });
  it('cannot make an issue its own ancestor', () => {
    const made = smallSite();
    const initiative = made.site.door.createIssue('ada', 'WEB', { summary: 'Big', issuetype: { name: 'Initiative' } });
    made.site.door.updateIssue('ada', 'WEB-1', { parent: { key: initiative.key } });
    expect(() => made.site.door.updateIssue('ada', initiative.key, { parent: { key: 'WEB-1' } })).toThrow('parent');
  });
});

describe('creating and deleting', () => {
  it('a new issue gets the next key, the first status and its reporter, and an event', () => {
    const made = smallSite();
    const reply = made.call(
      'POST',
      '/rest/api/3/issue',
      { fields: { project: { key: 'WEB' }, issuetype: { name: 'Story' }, summary: 'New', parent: { key: 'WEB-1' } } },
      ada,
    );
    expect([reply.status, at(reply.body, 'key'), reply.points]).toEqual([201, 'WEB-6', 1]);
    expect(fields(made, 'WEB-6')).toMatchObject({ status: { name: 'To Do' }, reporter: { accountId: 'ada' }, parent: { key: 'WEB-1' } });
    expect(lastEvent(made)).toMatchObject({
      name: 'avi:jira:created:issue',
      payload: { issue: { key: 'WEB-6', fields: { summary: 'New' } } },
    });
  });
  it('an event carries the small fixed set of fields and no more', () => {
    const made = smallSite();
    made.site.door.updateIssue('ada', 'WEB-2', { customfield_19016: 13 });
    expect(Object.keys(Object(at(lastEvent(made)?.payload, 'issue', 'fields'))).sort()).toEqual([
      'assignee',
      'created',
      'creator',
      'issuetype',
      'project',
      'reporter',
      'status',
      'summary',
      'updated',
    ]);
  });
  it('a change by the app is marked as its own', () => {
    const made = smallSite();
    made.call('PUT', '/rest/api/3/issue/WEB-2', { fields: { summary: 'By the app' } });
    expect(lastEvent(made)?.payload).toMatchObject({ selfGenerated: true });
    expect(lastEvent(made)?.payload).not.toHaveProperty('atlassianId');
  });
  it('an issue with sub-tasks is deleted only on purpose, each with its event', () => {
    const made = smallSite();
    const root = { type: 'user', accountId: 'root' } as const;
    expect(made.call('DELETE', '/rest/api/3/issue/WEB-2', undefined, root).status).toBe(400);
    expect(made.call('DELETE', '/rest/api/3/issue/WEB-2?deleteSubtasks=true', undefined, root).status).toBe(204);
    expect(made.events.map(({ name, payload }) => [name, at(payload, 'issue', 'key')])).toEqual([
      ['avi:jira:deleted:issue', 'WEB-4'],
      ['avi:jira:deleted:issue', 'WEB-2'],
    ]);
    expect(made.site.findIssue('WEB-2')).toBeNull();
  });
  it('a deleted project sends one event, none for its issues', () => {
    const made = smallSite();
    made.site.door.deleteProject('root', 'WEB');
    expect(made.events.map(({ name }) => name)).toEqual(['avi:jira:deleted:project']);
    expect(made.keys('created > -30d')).toEqual(['OPS-1']);
  });
  it('a project in the archive is read by id and not found, one in the trash is as if it were not there, and both come back', () => {
    const made = smallSite();
    const { door } = made.site;
    const seen = (key: string) => made.call('GET', `/rest/api/3/issue/${key}`).status;
    const change = () => made.call('PUT', '/rest/api/3/issue/WEB-2', { fields: { summary: 'Too late' } }).status;
    door.archiveProject('root', 'WEB');
    expect([seen('WEB-2'), made.keys('created > -30d'), change()]).toEqual([200, ['OPS-1'], 400]);
    expect(() => made.keys('project = WEB')).toThrow();
    door.restoreProject('root', 'WEB');
    door.trashProject('root', 'WEB');
    expect([seen('WEB-2'), made.keys('created > -30d')]).toEqual([404, ['OPS-1']]);
    door.restoreProject('root', 'WEB');
    expect([seen('WEB-2'), change()]).toEqual([200, 204]);
    expect(made.keys('created > -30d')).toContain('WEB-2');
    const names = made.events.map(({ name }) => name.replace('avi:jira:', ''));
    expect(names).toEqual(['archived:project', 'unarchived:project', 'softdeleted:project', 'restored:project', 'updated:issue']);
  });
});

describe('moving and archiving', () => {
  it('a move changes the key and the project, keeps the id, and the old key still leads there', () => {
    const made = smallSite();
    const id = made.idOf('WEB-5');
    expect(made.site.door.moveIssue('ben', 'WEB-5', 'OPS')).toEqual({ id, key: 'OPS-2' });
    expect(made.site.findIssue('WEB-5')).toMatchObject({ id, key: 'OPS-2' });
    expect(at(made.call('GET', '/rest/api/3/issue/WEB-5').body, 'key')).toBe('OPS-2');
    expect(made.keys('key = WEB-5')).toEqual(['OPS-2']);
    expect(list(lastItems(made, 'OPS-2')).slice(0, 2)).toEqual([
      { field: 'Key', fieldtype: 'jira', from: null, fromString: 'WEB-5', to: null, toString: 'OPS-2' },
      {
        field: 'project',
        fieldtype: 'jira',
        fieldId: 'project',
        from: made.site.findProject('WEB')?.id,
        fromString: 'Web shop',
        to: made.site.findProject('OPS')?.id,
        toString: 'Operations',
      },
    ]);
    expect(lastEvent(made)?.payload).toMatchObject({ jiraEventTypeName: 'issue_moved', issue: { id, key: 'OPS-2' } });
  });
  it('sub-tasks move along, and a key is never given twice', () => {
    const made = smallSite();
    made.site.door.moveIssue('ben', 'WEB-2', 'OPS');
    expect([made.site.findIssue('WEB-2')?.key, made.site.findIssue('WEB-4')?.key]).toEqual(['OPS-2', 'OPS-3']);
    expect(made.site.door.createIssue('ada', 'WEB', { summary: 'Next', issuetype: { name: 'Task' } }).key).toBe('WEB-6');
  });
  it('an archived issue leaves search, cannot be changed, and comes back', () => {
    const made = smallSite();
    made.site.door.archiveIssue('WEB-3');
    expect(made.keys('project = WEB')).not.toContain('WEB-3');
    expect(made.call('GET', '/rest/api/3/issue/WEB-3').status).toBe(200);
    expect(made.call('PUT', '/rest/api/3/issue/WEB-3', { fields: { summary: 'No' } }).status).toBe(400);
    expect(made.events).toEqual([]);
    made.site.door.restoreIssue('WEB-3');
    expect(made.keys('project = WEB')).toContain('WEB-3');
  });
});

describe('listening', () => {
  it('stops when asked, and hears changes in their order', () => {
    const made = smallSite();
    const heard: unknown[] = [];
    const stop = made.site.subscribe(({ payload }) => heard.push(at(payload, 'issue', 'key')));
    made.site.door.updateIssue('ada', 'WEB-3', { summary: 'a' });
    made.clock.set(noon + hour);
    made.site.door.updateIssue('ada', 'WEB-2', { summary: 'b' });
    stop();
    made.site.door.updateIssue('ada', 'WEB-1', { summary: 'c' });
    expect(heard).toEqual(['WEB-3', 'WEB-2']);
  });
});
