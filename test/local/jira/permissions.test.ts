/** Who sees and may do what, over REST: what one may not browse does not exist, and writing asks for its permission. */
import { ada, app, at, ben, emptySite, list, root, smallSite } from './small-site';

const anonymous = { type: 'anonymous' } as const;

describe('a private project', () => {
  const { call, site, idOf } = smallSite();
  const id = idOf('OPS-1');

  it.each([
    ['a member', ben, 200],
    ['a site administrator', root, 200],
    ['the app', app, 200],
    ['anybody else', ada, 404],
    ['nobody', anonymous, 401],
  ])('its issue, read by %s, is a %s %i', (_, principal, status) => {
    expect(call('GET', '/rest/api/3/issue/OPS-1', undefined, principal).status).toBe(status);
  });
  it('is left out of bulk fetches with the words for an issue that is not there', () => {
    const { body } = call('POST', '/rest/api/3/issue/bulkfetch', { issueIdsOrKeys: ['WEB-1', 'OPS-1', '424242'] }, ada);
    expect(list(at(body, 'issues')).map((issue) => at(issue, 'key'))).toEqual(['WEB-1']);
    expect(at(body, 'issueErrors')).toEqual(
      ['OPS-1', '424242'].map((missing) => ({
        id: missing,
        errorMessage: 'Issue does not exist or you do not have permission to see it.',
      })),
    );
  });
  it('is left out of matches, the picker and the list of projects', () => {
    const match = (principal: typeof ada) =>
      at(
        call('POST', '/rest/api/3/jql/match', { issueIds: [Number(id)], jqls: ['created >= -30d'] }, principal).body,
        'matches',
        0,
        'matchedIssues',
      );
    expect([match(ada), match(ben)]).toEqual([[], [Number(id)]]);
    const picked = (principal: typeof ada) =>
      list(at(call('GET', '/rest/api/3/issue/picker?query=rotate', undefined, principal).body, 'sections', 0, 'issues')).length;
    expect([picked(ada), picked(ben)]).toEqual([0, 1]);
    const projects = (principal: typeof ada) =>
      list(at(call('GET', '/rest/api/3/project/search', undefined, principal).body, 'values')).map((project) => at(project, 'key'));
    expect([projects(ada), projects(ben)]).toEqual([['WEB'], ['OPS', 'WEB']]);
  });
  it('is browsable to its members and administrators alone', () => {
    expect(['ada', 'ben', 'root', 'nobody'].filter((accountId) => site.canBrowse(accountId, 'OPS'))).toEqual(['ben', 'root']);
  });
  it('opens to the people of its groups', () => {
    const made = smallSite();
    const group = made.site.door.putGroup('operators', ['ada']);
    made.site.door.putProject({ key: 'OPS', name: 'Operations', groupIds: [group] });
    expect(made.call('GET', '/rest/api/3/issue/OPS-1', undefined, ada).status).toBe(200);
  });
  it('closes to a person who is deactivated', () => {
    const made = smallSite();
    made.site.door.putUser({ accountId: 'ben', displayName: 'Ben Frey', active: false });
    expect(made.call('GET', '/rest/api/3/issue/OPS-1', undefined, ben).status).toBe(401);
    expect(made.site.canBrowse('ben', 'OPS')).toBe(false);
  });
});

describe('a project that others only read', () => {
  const { call, site } = smallSite();
  site.door.putProject({ key: 'WEB', name: 'Web shop', access: 'limited', memberIds: ['ben'] });
  it.each([
    ['edit', 'PUT', '/rest/api/3/issue/WEB-2', { fields: { summary: 'Mine' } }],
    ['transition', 'POST', '/rest/api/3/issue/WEB-2/transitions', { transition: { id: '11' } }],
    ['create', 'POST', '/rest/api/3/issue', { fields: { project: { key: 'WEB' }, issuetype: { name: 'Task' }, summary: 'Mine' } }],
  ])('a reader may not %s: 403, and a member may', (_, method, path, body) => {
    expect(call('GET', '/rest/api/3/issue/WEB-2', undefined, ada).status).toBe(200);
    expect(call(method, path, body, ada).status).toBe(403);
    expect(call(method, path, body, ben).status).toBeLessThan(300);
  });
  it('deleting is for project administrators', () => {
    expect(call('DELETE', '/rest/api/3/issue/WEB-5', undefined, ben).status).toBe(403);
    expect(call('DELETE', '/rest/api/3/issue/WEB-5', undefined, root).status).toBe(204);
  });
});

describe('asking for permissions', () => {
  const { call, idOf, site } = smallSite();
  const numberOf = (key: string) => Number(idOf(key));
  const check = (body: unknown, principal = ada) => call('POST', '/rest/api/3/permissions/check', body, principal);

  it('the bulk check gives the issues and projects one holds each permission on, and passes over what is not there', () => {
    const [web, ops] = [site.findProject('WEB')?.id, site.findProject('OPS')?.id].map(Number);
    const asked = {
      permissions: ['BROWSE_PROJECTS', 'ADMINISTER_PROJECTS'],
      issues: [numberOf('WEB-1'), numberOf('OPS-1'), 99],
      projects: [web, ops],
    };
    expect(check({ projectPermissions: [asked] }).body).toEqual({
      globalPermissions: [],
      projectPermissions: [
        { permission: 'BROWSE_PROJECTS', issues: [numberOf('WEB-1')], projects: [web] },
        { permission: 'ADMINISTER_PROJECTS', issues: [], projects: [] },
      ],
    });
    expect(at(check({ projectPermissions: [asked] }, root).body, 'projectPermissions', 1, 'projects')).toEqual([web, ops]);
  });
  it('global permissions are the site administrator’s', () => {
    expect(at(check({ globalPermissions: ['ADMINISTER'] }).body, 'globalPermissions')).toEqual([]);
    expect(at(check({ globalPermissions: ['ADMINISTER'] }, root).body, 'globalPermissions')).toEqual(['ADMINISTER']);
  });
  it('only administrators and the app ask for somebody else', () => {
    expect(check({ accountId: 'ben', globalPermissions: ['ADMINISTER'] }).status).toBe(403);
    expect(check({ accountId: 'ada', globalPermissions: ['ADMINISTER'] }).status).toBe(200);
    expect(call('POST', '/rest/api/3/permissions/check', { accountId: 'ben', globalPermissions: ['ADMINISTER'] }).status).toBe(200);
  });
  it.each([
    [{ projectPermissions: [{ permissions: ['FLY'] }] }, 'Unrecognized project permission(s): FLY'],
    [{ globalPermissions: ['FLY'] }, 'Unrecognized global permission(s): FLY'],
    [{ projectPermissions: [{ permissions: [] }] }, 'at least one project permission'],
    [{ projectPermissions: [{ permissions: ['BROWSE_PROJECTS'], issues: ['WEB-1'] }] }, 'numeric ids'],
    [{ permission: 'BROWSE_PROJECTS' }, 'Invalid request payload'],
  ])('%j is a 400', (body, words) => {
    const reply = check(body);
    expect([reply.status, list(at(reply.body, 'errorMessages')).join(' ')]).toEqual([400, expect.stringContaining(words)]);
  });
  it('one’s own permissions, in a project one may not see, are a 404', () => {
    const mine = (project: string, principal = ada) =>
      call('GET', `/rest/api/3/mypermissions?permissions=EDIT_ISSUES&projectKey=${project}`, undefined, principal);
    expect(at(mine('WEB').body, 'permissions', 'EDIT_ISSUES', 'havePermission')).toBe(true);
    expect(mine('OPS').status).toBe(404);
    expect(mine('OPS', ben).status).toBe(200);
  });
  it('people who can be assigned are those who work in the project', () => {
    const assignable = (project: string) =>
      list(call('GET', `/rest/api/3/user/assignable/search?project=${project}`, undefined, ben).body).map((user) => at(user, 'accountId'));
    expect(assignable('WEB')).toEqual(['ada', 'ben', 'root']);
    expect(assignable('OPS')).toEqual(['ben', 'root']);
  });
});

it('a new site lets nobody in and knows no one', () => {
  const { call } = emptySite();
  expect(call('GET', '/rest/api/3/myself', undefined, ada).status).toBe(401);
  expect(at(call('GET', '/rest/api/3/myself').body, 'accountType')).toBe('app');
});
