/**
 * Projects the asker may browse: a page of them, and one with its lead, types, versions and components.
 */
import type { Project } from '../model';
import { presentComponent, presentIssueType, presentProject, presentUser, presentVersion } from '../present';
import { browser, visibleProject } from './access';
import { queryList, queryNumber } from './endpoint';
import type { Call, Endpoint } from './endpoint';

const api = '/rest/api/3/project';

const lead = ({ store, baseUrl }: Call, project: Project) => {
  const user = project.leadId === null ? undefined : store.users.get(project.leadId);
  return user ? { lead: presentUser(baseUrl, user) } : {};
};

const search: Endpoint = {
  method: 'GET',
  path: '/rest/api/3/project/search',
  scopes: ['read:jira-work'],
  handle: (call) => {
    const { store, query, baseUrl } = call;
    const sees = browser(call);
    const [ids, keys, words] = [queryList(query, 'id'), queryList(query, 'keys'), (query.get('query') ?? '').toLowerCase()];
    const found = [...store.projects.values()]
      .filter((project) => project.standing === undefined && sees(project.id))
      .filter((project) => ids.length === 0 || ids.includes(project.id))
      .filter((project) => keys.length === 0 || keys.includes(project.key))
      .filter((project) => project.name.toLowerCase().includes(words) || project.key.toLowerCase().includes(words))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    const startAt = queryNumber(query, 'startAt', 0);
    const maxResults = Math.min(queryNumber(query, 'maxResults', 50), 100);
    const page = found.slice(startAt, startAt + maxResults);
    const isLast = startAt + maxResults >= found.length;
    const values = page.map((project) => ({ ...presentProject(baseUrl, project), ...lead(call, project) }));
    return {
      status: 200,
      body: { self: `${baseUrl}${api}/search`, startAt, maxResults, total: found.length, isLast, values },
      extraPoints: page.length,
    };
  },
};

const get: Endpoint = {
  method: 'GET',
  path: '/rest/api/3/project/{projectIdOrKey}',
  scopes: ['read:jira-work'],
  handle: (call) => {
    const { store, baseUrl } = call;
    const project = visibleProject(call, call.params['projectIdOrKey'] ?? '');
    const own = <T extends { readonly projectId: string }>(records: ReadonlyMap<string, T>) =>
      [...records.values()].filter((record) => record.projectId === project.id);
    const body = {
      ...presentProject(baseUrl, project),
      ...lead(call, project),
      assigneeType: 'UNASSIGNED',
      issueTypes: project.typeIds.flatMap((id) => store.issueTypes.get(id) ?? []).map((type) => presentIssueType(baseUrl, type)),
      versions: own(store.versions).map((version) => ({ ...presentVersion(baseUrl, version), projectId: Number(project.id) })),
      components: own(store.components).map((component) => presentComponent(baseUrl, component)),
      roles: {},
    };
    return { status: 200, body, extraPoints: 1 };
  },
};

export const projectEndpoints: readonly Endpoint[] = [search, get];
