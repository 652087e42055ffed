/**
 * People: by account id, by search, those who can be assigned, and oneself. A person costs two points.
 */
import type { JiraUser } from '../../seams';
import { JiraError } from '../jira-error';
import { may } from '../permissions';
import { presentAppUser, presentUser } from '../present';
import { visibleIssue, visibleProject } from './access';
import { accountIdOf, queryNumber } from './endpoint';
import type { Answer, Call, Endpoint } from './endpoint';

const byName = (a: JiraUser, b: JiraUser) => a.displayName.localeCompare(b.displayName) || a.accountId.localeCompare(b.accountId);

const people = (call: Call, users: readonly JiraUser[]): Answer => ({
  status: 200,
  body: users.map((user) => presentUser(call.baseUrl, user)),
  extraPoints: users.length * 2,
});

/** Words of the name or the beginning of the address, as the user search matches. */
const matches = (user: JiraUser, query: string): boolean => {
  const wanted = query.trim().toLowerCase();
  const name = user.displayName.toLowerCase();
  return (
    name.startsWith(wanted) ||
    name.split(/\s+/).some((word) => word.startsWith(wanted)) ||
    user.emailAddress.toLowerCase().startsWith(wanted)
  );
};

const pageOf = <T>(call: Call, list: readonly T[], fallback: number, longest = 1000): readonly T[] => {
  const startAt = queryNumber(call.query, 'startAt', 0);
  return list.slice(startAt, startAt + Math.min(queryNumber(call.query, 'maxResults', fallback), longest));
};

const bulk: Endpoint = {
  method: 'GET',
  path: '/rest/api/3/user/bulk',
  scopes: ['read:jira-user'],
  handle: (call) => {
    const ids = call.query.getAll('accountId');
    if (ids.length === 0) throw new JiraError(400, ['The accountId query parameter needs to be provided at least once.']);
    const found = [...new Set(ids)].flatMap((id) => call.store.users.get(id) ?? []);
    const startAt = queryNumber(call.query, 'startAt', 0);
    const maxResults = Math.min(queryNumber(call.query, 'maxResults', 10), 200);
    const page = found.slice(startAt, startAt + maxResults);
    const isLast = startAt + maxResults >= found.length;
    const values = page.map((user) => presentUser(call.baseUrl, user));
    return {
      status: 200,
      body: { self: `${call.baseUrl}/rest/api/3/user/bulk`, maxResults, startAt, total: found.length, isLast, values },
      extraPoints: page.length * 2,
    };
  },
};

const search: Endpoint = {
  method: 'GET',
  path: '/rest/api/3/user/search',
  scopes: ['read:jira-user'],
  handle: (call) => {
    const [query, accountId] = [call.query.get('query'), call.query.get('accountId')];
    if (query === null && accountId === null)
      throw new JiraError(400, ["A query parameter such as 'query' or 'accountId' has to be provided."]);
    const users = [...call.store.users.values()].filter((user) =>
      accountId === null ? matches(user, query ?? '') : user.accountId === accountId,
    );
    return people(call, pageOf(call, users.sort(byName), 50));
  },
};

const assignable: Endpoint = {
  method: 'GET',
  path: '/rest/api/3/user/assignable/search',
  scopes: ['read:jira-user'],
  handle: (call) => {
    const { query, store } = call;
    const issueId = query.get('issueKey') ?? query.get('issueId');
    const projectKey = query.get('project');
    if (issueId === null && projectKey === null)
      throw new JiraError(400, ["One of 'project', 'issueKey' or 'issueId' has to be provided."]);
    const project = issueId === null ? visibleProject(call, projectKey ?? '') : store.projects.get(visibleIssue(call, issueId).projectId);
    const [words, accountId] = [query.get('query'), query.get('accountId')];
    const users = [...store.users.values()]
      .filter((user) => project !== undefined && may(store, { type: 'user', accountId: user.accountId }, 'ASSIGNABLE_USER', project))
      .filter((user) => (accountId === null ? words === null || matches(user, words) : user.accountId === accountId));
    return people(call, pageOf(call, users.sort(byName), 50));
  },
};

const get: Endpoint = {
  method: 'GET',
  path: '/rest/api/3/user',
  scopes: ['read:jira-user'],
  handle: (call) => {
    const accountId = call.query.get('accountId') ?? '';
    const user = call.store.users.get(accountId);
    if (!user) throw new JiraError(404, [`The user with account ID '${accountId}' does not exist.`]);
    return { status: 200, body: presentUser(call.baseUrl, user), extraPoints: 2 };
  },
};

const myself: Endpoint = {
  method: 'GET',
  path: '/rest/api/3/myself',
  scopes: ['read:jira-user'],
  handle: (call) => {
    const user = call.store.users.get(accountIdOf(call.principal) ?? '');
    return { status: 200, body: user ? presentUser(call.baseUrl, user) : presentAppUser(call.baseUrl), extraPoints: 2 };
  },
};

export const userEndpoints: readonly Endpoint[] = [bulk, search, assignable, get, myself];
