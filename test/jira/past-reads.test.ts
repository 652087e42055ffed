/** What the rebuilding of a past reads of Jira: pages put together, and what Jira words in several ways. */
import { createJira } from '../../src/jira/jira';
import type { JiraRequest } from '../../src/jira/request';

type Call = Parameters<JiraRequest>[0];

/** Answers with these bodies, one after the other; `calls` are what was asked. */
function jiraThatSays(...bodies: readonly unknown[]) {
  const calls: Call[] = [];
  const jira = createJira(async (call) => {
    calls.push(call);
    return { status: 200, retryAfterSeconds: null, body: bodies[calls.length - 1] ?? null };
  });
  return { jira, calls };
}

const history = (id: string, created: unknown, items: readonly unknown[] = []) => ({ id, created, items });

it('puts the pages of changelogs together by issue', async () => {
  const { jira, calls } = jiraThatSays(
    {
      issueChangeLogs: [
        { issueId: '1', changeHistories: [history('10', '2026-10-01T08:00:00.000+0000')] },
        { issueId: '2', changeHistories: [history('11', '2026-10-01T09:00:00.000+0000')] },
      ],
      nextPageToken: 'next',
    },
    { issueChangeLogs: [{ issueId: '1', changeHistories: [history('12', '2026-10-02T08:00:00.000+0000')] }], nextPageToken: null },
  );
  const histories = await jira.fetchChangelogs(['1', '2', '3']);
  expect([...histories].map(([issueId, entries]) => [issueId, entries.map(({ id }) => id)])).toEqual([
    ['1', ['10', '12']],
    ['2', ['11']],
  ]);
  expect(calls.map(({ body }) => body)).toEqual([
    { issueIdsOrKeys: ['1', '2', '3'], maxResults: 1000 },
    { issueIdsOrKeys: ['1', '2', '3'], maxResults: 1000, nextPageToken: 'next' },
  ]);
});

it('asks for a thousand issues at a time, and for none not at all', async () => {
  const { jira, calls } = jiraThatSays({ issueChangeLogs: [] }, { issueChangeLogs: [] });
  await jira.fetchChangelogs(Array.from({ length: 1001 }, (_, index) => String(index)));
  await jira.fetchChangelogs([]);
  expect(calls).toHaveLength(2);
});

test.each([
  ['a date', '2026-10-01T08:00:00.000+0000'],
  ['seconds', 1790841600],
  ['milliseconds', 1790841600000],
])('takes the moment of an entry as %s', async (_, created) => {
  const { jira } = jiraThatSays({ issueChangeLogs: [{ issueId: '1', changeHistories: [history('10', created)] }] });
  expect((await jira.fetchChangelogs(['1'])).get('1')?.[0]?.at).toBe(Date.parse('2026-10-01T08:00:00Z'));
});

it('reads an item with all its sides, and one without any', async () => {
  const full = { field: 'status', fieldId: 'status', fieldtype: 'jira', from: '1', fromString: 'To Do', to: '3', toString: 'Done' };
  const bare = JSON.parse('{"field":"Story Points","fieldtype":"custom"}') as unknown;
  const { jira } = jiraThatSays({
    issueChangeLogs: [{ issueId: '1', changeHistories: [history('10', 1790841600000, [full, bare])] }],
  });
  expect((await jira.fetchChangelogs(['1'])).get('1')?.[0]?.items).toEqual([
    { field: 'status', fieldId: 'status', custom: false, from: '1', fromText: 'To Do', to: '3', toText: 'Done' },
    { field: 'Story Points', fieldId: null, custom: true, from: null, fromText: null, to: null, toText: null },
  ]);
});

it('reads an issue with every part that a changelog can tell', async () => {
  const { jira, calls } = jiraThatSays({
    issues: [
      {
        id: '1',
        key: 'WEB-1',
        fields: {
          project: { id: '10000', key: 'WEB', name: 'Web' },
          issuetype: { id: '5', name: 'Story', subtask: false },
          status: { id: '3', name: 'Done', statusCategory: { key: 'done' } },
          resolution: { id: '9', name: 'Fixed', description: '' },
          priority: { id: '3', name: 'Medium' },
          assignee: { accountId: 'cleo', displayName: 'Cleo Coder' },
          reporter: null,
          parent: { id: '7', key: 'WEB-7' },
          fixVersions: [{ id: '20', name: '2.0' }],
          versions: [],
          labels: ['a'],
          timeoriginalestimate: 3600,
          created: '2026-10-01T08:00:00.000+0000',
          customfield_1: 5,
          customfield_2: [{ id: 4, name: 'Sprint 4', state: 'active' }],
        },
      },
    ],
  });
  const [issue] = await jira.fetchPresent(['1'], { numbers: [{ id: 'customfield_1', name: 'Points' }], sprintFieldId: 'customfield_2' });
  expect(issue).toEqual({
    issueId: '1',
    createdAt: Date.parse('2026-10-01T08:00:00Z'),
    statusCategory: 'done',
    state: {
      key: 'WEB-1',
      project: { id: '10000', name: 'Web' },
      type: { id: '5', name: 'Story' },
      status: { id: '3', name: 'Done' },
      resolution: { id: '9', name: 'Fixed' },
      priority: { id: '3', name: 'Medium' },
      assignee: { id: 'cleo', name: 'Cleo Coder' },
      reporter: null,
      parent: { id: '7', name: 'WEB-7' },
      fixVersions: [{ id: '20', name: '2.0' }],
      affectedVersions: [],
      components: [],
      sprints: [{ id: '4', name: 'Sprint 4' }],
      labels: ['a'],
      estimate: 3600,
      numbers: { customfield_1: 5 },
    },
  });
  expect(calls[0]?.body).toMatchObject({
    issueIdsOrKeys: ['1'],
    fields: expect.arrayContaining(['customfield_1', 'customfield_2']) as unknown,
  });
});

it('names the number fields to follow, and finds the one of sprints', async () => {
  const { jira } = jiraThatSays([
    { id: 'customfield_1', name: 'Story Points' },
    { id: 'customfield_2', name: 'Sprint', schema: { custom: 'com.pyxis.greenhopper.jira:gh-sprint' } },
  ]);
  expect(await jira.pastFields(['customfield_1', 'customfield_9'])).toEqual({
    numbers: [
      { id: 'customfield_1', name: 'Story Points' },
      { id: 'customfield_9', name: 'customfield_9' },
    ],
    sprintFieldId: 'customfield_2',
  });
});

it('refuses a page of changelogs that is none', async () => {
  const { jira } = jiraThatSays({ values: [] });
  await expect(jira.fetchChangelogs(['1'])).rejects.toThrow('not what its documentation says');
});
