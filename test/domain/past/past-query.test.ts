import { pastQuery } from '../../../src/domain/past/past-query';
import { now, pastOf, status, then } from './sample-past';

const epic = pastOf(now('7', { type: { id: '1', name: 'Epic' } }));
const issue = then(
  '1',
  {
    status: status.doing,
    labels: ['checkout', 'Q4'],
    parent: { id: '7', name: 'WEB-7' },
    fixVersions: [{ id: '20', name: '2.0' }],
    assignee: { id: 'cleo', name: 'Cleo Coder' },
    sprints: [{ id: '4', name: 'Sprint 4' }],
  },
  [epic],
);

const told = async (jql: string): Promise<boolean | string> => {
  const query = await pastQuery(jql);
  return 'untold' in query ? query.untold : query.tell(issue);
};

describe('a query about an issue as it was', () => {
  test.each([
    ['key = WEB-1', true],
    ['id = 1', true],
    ['key in (WEB-2, WEB-3)', false],
    ['project = WEB', true],
    ['project = 10000', true],
    ['project = "web" ORDER BY created', true],
    ['project != OPS', true],
    ['type = Story', true],
    ['issuetype not in (Epic, Bug)', true],
    ['status = "in progress"', true],
    ['status = 2', true],
    ['statusCategory = "In Progress"', true],
    ['statusCategory != done', true],
    ['statusCategory = 4', true],
    ['labels = CHECKOUT', true],
    ['labels in (a, q4)', true],
    ['labels != checkout', false],
    ['labels is not empty', true],
    ['component is EMPTY', true],
    ['component != api', false],
    ['component not in (api)', false],
    ['NOT component = api', false],
    ['NOT labels = a', true],
    ['NOT (labels = a OR status = Done)', true],
    ['NOT (labels = a AND status = Done)', true],
    ['NOT NOT labels = checkout', true],
    ['resolution = Unresolved', true],
    ['resolution is empty AND status = Done', false],
    ['resolution is empty OR status = Done', true],
    ['parent = WEB-7', true],
    ['parent = 7', true],
    ['"Epic Link" = WEB-7', true],
    ['fixVersion = 2.0', true],
    ['fixVersion in (20, 30)', true],
    ['assignee = cleo', true],
    ['assignee = "Cleo Coder"', true],
    ['assignee is empty', false],
    ['sprint = 4', true],
    ['created >= 2026-10-01', true],
    ['created < "2026-10-01 08:00"', false],
    ['created <= "2026/10/01 08:00"', true],
    ['NOT created > 2026-10-02', true],
  ])('%s is %s', async (jql, answer) => {
    expect(await told(jql)).toBe(answer);
  });

  test.each([
    ['assignee = currentUser()', 'assignee is asked by a function'],
    ['sprint in openSprints()', 'sprint is asked by a function'],
    ['updated >= -7d', 'no changelog tells updated'],
    ['text ~ checkout', 'no changelog tells text'],
    ['summary ~ checkout', 'no changelog tells summary'],
    ['labels = a OR watchers = cleo', 'no changelog tells watchers'],
    ['created >= -30d', 'a date is not written out'],
    ['created >= 2026-02-31', 'a date is not written out'],
    ['created = 2026-10-01', 'created is asked with ='],
    ['status was Done', 'status is asked with was'],
    ['status changed', 'status is asked with changed'],
    ['labels ~ pay', 'labels is asked with ~'],
    ['assignee = "cleo@example.com"', 'assignee is asked by an address'],
    ['"Epic Link" is empty', 'epic link is asked to be empty'],
    ['"Epic Link" != WEB-7', 'epic link is asked with !='],
    ['ORDER BY created', 'it has no condition that can be read'],
    ['', 'it has no condition that can be read'],
    ['labels = = a', 'it has no condition that can be read'],
  ])('%s cannot be told: %s', async (jql, reason) => {
    expect(await told(jql)).toBe(reason);
  });

  test.each<[string, readonly string[] | null]>([
    ['project = WEB', ['WEB']],
    ['project in (WEB, OPS) AND labels = a', ['WEB', 'OPS']],
    ['project in (WEB, OPS) AND project = OPS', ['OPS']],
    ['project = WEB OR project = OPS', ['WEB', 'OPS']],
    ['project = WEB OR labels = a', null],
    ['project != WEB', null],
    ['NOT project != WEB', ['WEB']],
    ['NOT (project = WEB AND labels = a)', null],
    ['NOT (project != WEB OR labels = a)', ['WEB']],
    ['labels = a', null],
  ])('%s is looked for in the projects %j', async (jql, projects) => {
    expect(await pastQuery(jql)).toMatchObject({ projects });
  });
});
