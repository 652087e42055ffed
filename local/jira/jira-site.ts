/**
 * A Jira site in memory: the records, the REST edge over them, import, events, and faults that can be switched on.
 * A development and test tool; what it does not emulate it refuses by name.
 */
import type { Clock, JiraEvent, JiraFaults, JiraPrincipal, JiraReply, JiraRequest, JiraStandIn } from '../seams';
import type { Changes } from './changes';
import { defaultCatalog } from './default-catalog';
import { NotEmulated } from '../forge/not-emulated';
import { createJiraDoor } from './jira-door';
import { importIssues } from './import/import-issues';
import { JiraError } from './jira-error';
import type { SiteState } from './model';
import { may } from './permissions';
import { openReplay } from './replay/open-replay';
import { findRoute } from './rest/endpoints';
import { createSearchIndex } from './search-index';
import { createStore } from './store';

export type JiraSiteOptions = {
  readonly clock: Clock;
  /** What `dump` gave, or a `SiteState` somebody built. */
  readonly state?: unknown;
  readonly baseUrl?: string;
};

const readState = (state: unknown): SiteState => {
  if (state === undefined) return defaultCatalog;
  if (typeof state !== 'object' || state === null || !('format' in state) || state.format !== 1) {
    throw new Error('This is not the state of a Jira site of this version. Delete it to start with a new site.');
  }
  return state as SiteState;
};

const retryAfterSeconds = 5;

const refuse = (error: JiraError): JiraReply => ({
  status: error.status,
  headers: {},
  body: { errorMessages: error.errorMessages, errors: error.errors },
  points: 1,
});

export const createJiraSite = ({ clock, state, baseUrl = 'http://jira.local' }: JiraSiteOptions): JiraStandIn => {
  const store = createStore(readState(state));
  const index = createSearchIndex(store, clock);
  const listeners = new Set<(event: JiraEvent) => void>();
  const changes: Changes = {
    store,
    clock,
    index,
    baseUrl,
    publish: (event) => {
      for (const listener of [...listeners]) listener(event);
    },
  };
  let tooManyRequests = 0;

  const request = (principal: JiraPrincipal, { method, path, body }: JiraRequest): JiraReply => {
    const route = findRoute(method, path);
    if (!route) throw new NotEmulated(`${method} ${path}`);
    if (tooManyRequests > 0) {
      tooManyRequests -= 1;
      const headers = { 'Retry-After': String(retryAfterSeconds), 'RateLimit-Reason': 'jira-burst-based' };
      return { status: 429, headers, body: { errorMessages: ['Rate limit exceeded.'], errors: {} }, points: 0 };
    }
    if (principal.type === 'anonymous' || (principal.type === 'user' && store.users.get(principal.accountId)?.active !== true)) {
      return refuse(new JiraError(401, ['You are not authenticated. Authentication required to perform this operation.']));
    }
    try {
      const { endpoint, params, query } = route;
      const answer = endpoint.handle({ store, index, clock, changes, baseUrl, principal, params, query, body });
      // A reply leaves as JSON does: nobody can reach into the site's records through it.
      const copy: unknown = answer.body === undefined ? undefined : structuredClone(answer.body);
      return { status: answer.status, headers: {}, body: copy, points: 1 + (answer.extraPoints ?? 0) };
    } catch (error) {
      if (error instanceof JiraError) return refuse(error);
      throw error;
    }
  };

  return {
    request,
    scopesFor: (method, path) => findRoute(method, path)?.endpoint.scopes ?? null,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    importIssues: (text) => importIssues(store, text),
    users: () => [...store.users.values()],
    findIssue: (idOrKey) => {
      const issue = store.findIssue(idOrKey);
      if (!issue) return null;
      const { id, key, typeId, projectId } = issue;
      return { id, key, typeId, typeName: store.issueTypes.get(typeId)?.name ?? '', projectId };
    },
    findProject: (idOrKey) => {
      const project = store.findProject(idOrKey);
      return project && { id: project.id, key: project.key, name: project.name };
    },
    canBrowse: (accountId, projectIdOrKey) => {
      const project = store.findProject(projectIdOrKey);
      return project !== null && may(store, { type: 'user', accountId }, 'BROWSE_PROJECTS', project);
    },
    setFaults: (faults: Partial<JiraFaults>) => {
      if (faults.indexLagMs !== undefined) index.setLag(faults.indexLagMs);
      if (faults.tooManyRequests !== undefined) tooManyRequests = faults.tooManyRequests;
    },
    door: createJiraDoor(changes),
    openReplay: (options) => openReplay(changes, options),
    dump: () => structuredClone(store.toState()),
  };
};
