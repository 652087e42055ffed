/** The smallest Jira site the runtime's tests need: three endpoints and a list of what was asked. */
import type { JiraPrincipal, JiraRequest, JiraSite } from '../../../local/seams';

export type FakeJira = JiraSite & { readonly asked: { readonly principal: JiraPrincipal; readonly request: JiraRequest }[] };

export const createFakeJira = (): FakeJira => {
  const asked: FakeJira['asked'] = [];
  return {
    asked,
    request: (principal, request) => {
      asked.push({ principal, request });
      if (request.method === 'DELETE') return { status: 204, headers: {}, body: undefined, points: 1 };
      return { status: 200, headers: { 'x-fake': 'yes' }, body: { principal, echo: request.body ?? null }, points: 2 };
    },
    scopesFor: (method, path) => {
      if (path.startsWith('/rest/api/3/unknown')) return null;
      return method === 'GET' || path.startsWith('/rest/api/3/search') ? ['read:jira-work'] : ['write:jira-work'];
    },
    subscribe: () => () => undefined,
    importIssues: () => ({ issues: 0, changelogEntries: 0, projects: [], users: 0, leftOut: [] }),
    users: () => [],
    findIssue: () => null,
    findProject: () => null,
    canBrowse: () => true,
    setFaults: () => undefined,
    dump: () => ({}),
  };
};
