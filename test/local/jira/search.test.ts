/** Paging, limits, the lagging index, rate limits, points, and what is not emulated. */
import { ada, app, at, hour, list, noon, smallSite, emptySite } from './small-site';

const search = '/rest/api/3/search/jql';

describe('pages', () => {
  it('give ids alone unless fields are asked for', () => {
    const { call, idOf } = smallSite();
    expect(call('POST', search, { jql: 'key = WEB-2' }).body).toEqual({ issues: [{ id: idOf('WEB-2') }], isLast: true });
    const { body } = call('POST', search, { jql: 'key = WEB-2', fields: ['summary', 'nonsense'] });
    expect(at(body, 'issues', 0)).toMatchObject({ key: 'WEB-2', fields: { summary: 'Cache the basket API' } });
    expect(Object.keys(Object(at(body, 'issues', 0, 'fields')))).toEqual(['summary']);
  });
  it('go on after the last issue, although issues before it left the results', () => {
    const { call, site } = smallSite();
    const body = { jql: 'project = WEB AND statusCategory != Done ORDER BY key', fields: ['key'], maxResults: 2 };
    const first = call('POST', search, body);
    expect(list(at(first.body, 'issues')).map((issue) => at(issue, 'key'))).toEqual(['WEB-1', 'WEB-2']);
    site.door.transitionIssue('ada', 'WEB-1', 'Done');
    const second = call('POST', search, { ...body, nextPageToken: at(first.body, 'nextPageToken') });
    expect(list(at(second.body, 'issues')).map((issue) => at(issue, 'key'))).toEqual(['WEB-4']);
    expect(at(second.body, 'isLast')).toBe(true);
    expect(at(second.body, 'nextPageToken')).toBeUndefined();
  });
  it('a token belongs to its query', () => {
    const { call } = smallSite();
    const { body } = call('POST', search, { jql: 'project = WEB', maxResults: 1 });
    expect(call('POST', search, { jql: 'project = OPS', nextPageToken: at(body, 'nextPageToken') }).status).toBe(400);
    expect(call('POST', search, { jql: 'project = WEB', nextPageToken: 'made up' }).status).toBe(400);
  });
  it('with fields hold 100 issues at most, of ids 5,000', () => {
    const { call, site } = emptySite();
    site.door.putProject({ key: 'MANY', name: 'Many' });
    for (let count = 0; count < 120; count += 1)
      site.door.createIssue(null, 'MANY', { summary: 'One of many', issuetype: { name: 'Task' } });
    const size = (fields: readonly string[]) =>
      list(at(call('POST', search, { jql: 'project = MANY', fields, maxResults: 5000 }).body, 'issues')).length;
    expect([size(['summary']), size(['id']), size(['key'])]).toEqual([100, 120, 120]);
  });
  it('a bulk fetch of more than 100 issues, or none, is a 400', () => {
    const { call } = smallSite();
    const fetch = (count: number) =>
      call('POST', '/rest/api/3/issue/bulkfetch', {
        issueIdsOrKeys: Array.from({ length: count }, (_, index) => `WEB-${String(index + 1)}`),
      });
    expect([fetch(0).status, fetch(100).status, fetch(101).status]).toEqual([400, 200, 400]);
  });
  it('a bulk fetch gives each issue once, by ascending id, and embeds 40 histories, the latest first', () => {
    const { call, site, clock } = smallSite();
    for (let change = 1; change <= 45; change += 1) {
      clock.set(noon + change * hour);
      site.door.updateIssue('ada', 'WEB-2', { summary: `Words ${String(change)}` });
    }
    const { body } = call('POST', '/rest/api/3/issue/bulkfetch', { issueIdsOrKeys: ['WEB-3', 'web-2', 'WEB-2'], expand: ['changelog'] });
    expect(list(at(body, 'issues')).map((issue) => at(issue, 'key'))).toEqual(['WEB-2', 'WEB-3']);
    const changelog = at(body, 'issues', 0, 'changelog');
    expect([at(changelog, 'total'), list(at(changelog, 'histories')).length]).toEqual([45, 40]);
    expect(at(changelog, 'histories', 0, 'items', 0, 'toString')).toBe('Words 45');
  });
});

describe('the index', () => {
  it('answers as of the lag; reads by id are current; a reconciled issue is too', () => {
    const { site, call, keys, clock, idOf } = smallSite();
    site.setFaults({ indexLagMs: 2 * hour });
    site.door.transitionIssue('ada', 'WEB-2', 'Done');
    const made = site.door.createIssue('ada', 'WEB', { summary: 'Brand new', issuetype: { name: 'Task' } });
    site.door.deleteIssue('ada', 'WEB-3');
    const open = 'project = WEB AND statusCategory != Done ORDER BY key';
    expect(keys(open)).toEqual(['WEB-1', 'WEB-2', 'WEB-4']);
    expect(keys('project = WEB AND statusCategory = Done ORDER BY key')).toEqual(['WEB-3', 'WEB-5']);
    expect(at(call('POST', '/rest/api/3/search/approximate-count', { jql: open }).body, 'count')).toBe(3);
    const matched = () =>
      at(call('POST', '/rest/api/3/jql/match', { issueIds: [Number(idOf('WEB-2'))], jqls: [open] }).body, 'matches', 0, 'matchedIssues');
    expect(matched()).toEqual([Number(idOf('WEB-2'))]);
    expect(at(call('GET', '/rest/api/3/issue/WEB-2').body, 'fields', 'status', 'name')).toBe('Done');
    const reconciled = call('POST', search, { jql: open, fields: ['key'], reconcileIssues: [Number(idOf('WEB-2')), Number(made.id)] });
    expect(list(at(reconciled.body, 'issues')).map((issue) => at(issue, 'key'))).toEqual(['WEB-1', 'WEB-4', made.key]);

    clock.set(noon + 2 * hour);
    expect(keys(open)).toEqual(['WEB-1', 'WEB-4', made.key]);
    expect(matched()).toEqual([]);
  });
  it('shows each version for as long as the lag says', () => {
    const { site, keys, clock } = smallSite();
    site.setFaults({ indexLagMs: 2 * hour });
    site.door.transitionIssue('ada', 'WEB-2', 'In Progress');
    clock.set(noon + hour);
    site.door.transitionIssue('ada', 'WEB-2', 'Done');
    const status = () => ['To Do', 'In Progress', 'Done'].find((name) => keys(`key = WEB-2 AND status = "${name}"`).length > 0);
    const seen = [1.9, 2, 2.9, 3].map((hours) => {
      clock.set(noon + hours * hour);
      return status();
    });
    expect(seen).toEqual(['To Do', 'In Progress', 'In Progress', 'Done']);
  });
});

describe('limits', () => {
  it('the next requests are refused with the time to wait and the reason', () => {
    const { site, call } = smallSite();
    site.setFaults({ tooManyRequests: 2 });
    const replies = [1, 2, 3].map(() => call('GET', '/rest/api/3/issue/WEB-1'));
    expect(replies.map(({ status }) => status)).toEqual([429, 429, 200]);
    expect(replies[0]?.headers).toEqual({ 'Retry-After': '5', 'RateLimit-Reason': 'jira-burst-based' });
  });
  it.each([
    ['an issue', 'GET', '/rest/api/3/issue/WEB-1', undefined, 2],
    ['three issues', 'POST', '/rest/api/3/issue/bulkfetch', { issueIdsOrKeys: ['WEB-1', 'WEB-2', 'WEB-3'] }, 4],
    ['a page of two', 'POST', search, { jql: 'project = WEB', maxResults: 2 }, 3],
    ['a count', 'POST', '/rest/api/3/search/approximate-count', { jql: 'project = WEB' }, 1],
    ['two people', 'GET', '/rest/api/3/user/bulk?accountId=ada&accountId=ben', undefined, 5],
    ['a write', 'PUT', '/rest/api/3/issue/WEB-1', { fields: { summary: 'New' } }, 1],
    ['a refusal', 'GET', '/rest/api/3/issue/WEB-99', undefined, 1],
  ])('%s costs its points', (_, method, path, body, points) => {
    expect(smallSite().call(method, path, body).points).toBe(points);
  });
});

describe('the edge', () => {
  it('what is not emulated throws by name and has no scopes', () => {
    const { site } = smallSite();
    const ask = () => site.request(app, { method: 'GET', path: '/rest/api/3/filter/my?expand=jql' });
    expect(ask).toThrow(expect.objectContaining({ name: 'NotEmulated', message: 'NotEmulated: GET /rest/api/3/filter/my?expand=jql' }));
    expect(site.scopesFor('GET', '/rest/api/3/filter/my')).toBeNull();
    expect(site.scopesFor('GET', '/rest/api/3/issue/bulkfetch')).toBeNull();
  });
  it('a path written out is not taken for an issue', () => {
    const { site } = smallSite();
    expect(site.scopesFor('get', '/rest/api/3/issue/picker?query=x')).toEqual(['read:jira-work']);
    expect(site.scopesFor('PUT', '/rest/api/3/issue/WEB-1')).toEqual(['write:jira-work']);
  });
  it('a body with a property Jira does not know is a 400', () => {
    expect(smallSite().call('POST', search, { jql: 'project = WEB', startAt: 10 }).status).toBe(400);
  });
  it('a reply cannot be used to reach into the site', () => {
    const { call } = smallSite();
    const labels = () => at(call('GET', '/rest/api/3/issue/WEB-2').body, 'fields', 'labels');
    const mine = labels();
    if (Array.isArray(mine)) mine.push('smuggled');
    expect(labels()).toEqual(['api', 'Slow']);
  });
  it('a dump, taken through JSON, is the same site', () => {
    const before = smallSite();
    const after = emptySite(JSON.parse(JSON.stringify(before.site.dump())));
    expect(after.site.dump()).toEqual(before.site.dump());
    expect(after.keys('assignee = currentUser()', ada)).toEqual(['WEB-2']);
    expect(after.site.door.createIssue('ada', 'WEB', { summary: 'Next', issuetype: { name: 'Task' } }).key).toBe('WEB-6');
  });
  it('a state of something else is refused', () => {
    expect(() => emptySite({ format: 2 })).toThrow('This is not the state of a Jira site of this version.');
  });
});
