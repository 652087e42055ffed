/**
 * Single issues and bulk fetch: read, create, edit, delete, histories and transitions. Reads by id are always current.
 */
import { createIssue, deleteIssue, reachableStatuses, transitionIssue, updateIssue } from '../change-issue';
import { fieldError, JiraError, noSuchProject } from '../jira-error';
import type { Issue, Status } from '../model';
import { presentResolution, presentStatus } from '../present';
import { browser, demand, visibleIssue } from './access';
import { isBody, queryList, queryNumber, readBody, readNumber, readText, readTexts } from './endpoint';
import type { Call, Endpoint } from './endpoint';
import { readIssueEdit } from './issue-edit-body';
import { presentFieldExpansion, presentHistory, presentIssue, selectFields } from './present-issue';

const maxBulk = 100;
const updateKeys = ['fields', 'update', 'transition', 'historyMetadata', 'properties'];

const bulkFetch: Endpoint = {
  method: 'POST',
  path: '/rest/api/3/issue/bulkfetch',
  scopes: ['read:jira-work'],
  handle: (call) => {
    const body = readBody(call, ['issueIdsOrKeys', 'fields', 'expand', 'properties', 'fieldsByKeys']);
    const asked = readTexts(body, 'issueIdsOrKeys') ?? [];
    if (asked.length === 0) throw new JiraError(400, ['At least one issue ID or key has to be given.']);
    if (asked.length > maxBulk)
      throw new JiraError(400, [`The number of issue IDs or keys is ${String(asked.length)}, more than the ${String(maxBulk)} allowed.`]);
    const selected = selectFields(call, readTexts(body, 'fields') ?? []);
    const expand = new Set(readTexts(body, 'expand') ?? []);
    const sees = browser(call);
    const found = new Map<string, Issue>();
    const issueErrors: { readonly id: string; readonly errorMessage: string }[] = [];
    for (const idOrKey of asked) {
      const issue = call.store.findIssue(idOrKey);
      if (issue && sees(issue.projectId)) found.set(issue.id, issue);
      else issueErrors.push({ id: idOrKey, errorMessage: 'Issue does not exist or you do not have permission to see it.' });
    }
    const issues = [...found.values()].sort((a, b) => Number(a.id) - Number(b.id));
    return {
      status: 200,
      body: {
        issues: issues.map((issue) => ({
          ...presentIssue(call, issue, selected, expand),
          ...presentFieldExpansion(call, selected, expand),
        })),
        issueErrors,
      },
      extraPoints: issues.length,
    };
  },
};

const getIssue: Endpoint = {
  method: 'GET',
  path: '/rest/api/3/issue/{issueIdOrKey}',
  scopes: ['read:jira-work'],
  handle: (call) => {
    const issue = visibleIssue(call, call.params['issueIdOrKey'] ?? '');
    const selected = selectFields(call, queryList(call.query, 'fields'));
    const expand = new Set(queryList(call.query, 'expand'));
    return {
      status: 200,
      body: { ...presentIssue(call, issue, selected, expand), ...presentFieldExpansion(call, selected, expand) },
      extraPoints: 1,
    };
  },
};

const postIssue: Endpoint = {
  method: 'POST',
  path: '/rest/api/3/issue',
  scopes: ['write:jira-work'],
  handle: (call) => {
    const body = readBody(call, updateKeys);
    const fields = isBody(body['fields']) ? body['fields'] : {};
    const named = isBody(fields['project']) ? fields['project'] : {};
    const idOrKey = String(named['id'] ?? named['key'] ?? '');
    const project = call.store.findProject(idOrKey);
    if (!project || !browser(call)(project.id))
      throw fieldError('project', idOrKey === '' ? 'Specify a valid project ID or key' : noSuchProject(idOrKey).message);
    demand(call, 'CREATE_ISSUES', project.id, 'You do not have permission to create issues in this project.');
    const edit = readIssueEdit(call.store, project, null, body, ['project']);
    const { typeId, summary } = edit;
    if (typeId === undefined) throw fieldError('issuetype', 'Specify an issue type');
    if (summary === undefined) throw fieldError('summary', 'You must specify a summary of the issue.');
    const issue = createIssue(call.changes, call.principal, { ...edit, projectId: project.id, typeId, summary });
    return { status: 201, body: { id: issue.id, key: issue.key, self: `${call.baseUrl}/rest/api/3/issue/${issue.id}` } };
  },
};

const putIssue: Endpoint = {
  method: 'PUT',
  path: '/rest/api/3/issue/{issueIdOrKey}',
  scopes: ['write:jira-work'],
  handle: (call) => {
    const issue = visibleIssue(call, call.params['issueIdOrKey'] ?? '');
    const body = readBody(call, updateKeys);
    const project = call.store.projects.get(issue.projectId);
    if (!project) throw noSuchProject(issue.projectId);
    demand(call, 'EDIT_ISSUES', issue.projectId, 'You do not have permission to edit issues in this project.');
    updateIssue(call.changes, call.principal, issue.id, readIssueEdit(call.store, project, issue, body));
    return { status: 204 };
  },
};

const removeIssue: Endpoint = {
  method: 'DELETE',
  path: '/rest/api/3/issue/{issueIdOrKey}',
  scopes: ['write:jira-work'],
  handle: (call) => {
    const issue = visibleIssue(call, call.params['issueIdOrKey'] ?? '');
    demand(call, 'DELETE_ISSUES', issue.projectId, 'You do not have permission to delete issues in this project.');
    const subtasks = call.store.childrenOf(issue.id).filter((child) => (call.store.issueTypes.get(child.typeId)?.hierarchyLevel ?? 0) < 0);
    if (subtasks.length > 0 && call.query.get('deleteSubtasks') !== 'true') {
      throw new JiraError(400, [
        `The issue '${issue.key}' has subtasks. You must specify the 'deleteSubtasks' parameter to delete this issue and all its subtasks.`,
      ]);
    }
    deleteIssue(call.changes, call.principal, issue.id);
    return { status: 204 };
  },
};

/** Ids of transitions are not those of statuses, as in Jira: 11, 21, 31, … in the order of the workflow. */
const transitionsOf = (call: Call, issue: Issue): readonly { readonly id: string; readonly status: Status }[] => {
  const project = call.store.projects.get(issue.projectId);
  if (!project) return [];
  return reachableStatuses(call.changes, project).map((status, index) => ({ id: String(index * 10 + 11), status }));
};

/** What the screen of a step into a done status offers; a resolution that is not given is the site's default one. */
const resolutionField = ({ store, baseUrl }: Call) => ({
  required: false,
  hasDefaultValue: true,
  schema: { type: 'resolution', system: 'resolution' },
  name: 'Resolution',
  key: 'resolution',
  operations: ['set'],
  allowedValues: [...store.resolutions.values()].map((resolution) => presentResolution(baseUrl, resolution)),
});

const getTransitions: Endpoint = {
  method: 'GET',
  path: '/rest/api/3/issue/{issueIdOrKey}/transitions',
  scopes: ['read:jira-work'],
  handle: (call) => {
    const issue = visibleIssue(call, call.params['issueIdOrKey'] ?? '');
    const [project, only] = [call.store.projects.get(issue.projectId), call.query.get('transitionId')];
    const allowed = project !== undefined && !issue.archived;
    const withFields = (call.query.get('expand') ?? '').split(',').includes('transitions.fields');
    const transitions = transitionsOf(call, issue)
      .filter(({ id }) => allowed && (only === null || only === id))
      .map(({ id, status }) => ({
        id,
        name: status.name,
        to: presentStatus(call.baseUrl, status),
        hasScreen: status.category === 'done',
        isGlobal: true,
        isInitial: false,
        isAvailable: true,
        isConditional: false,
        looped: status.id === issue.statusId,
        ...(withFields ? { fields: status.category === 'done' ? { resolution: resolutionField(call) } : {} } : {}),
      }));
    return { status: 200, body: { expand: 'transitions', transitions }, extraPoints: transitions.length };
  },
};

const postTransition: Endpoint = {
  method: 'POST',
  path: '/rest/api/3/issue/{issueIdOrKey}/transitions',
  scopes: ['write:jira-work'],
  handle: (call) => {
    const issue = visibleIssue(call, call.params['issueIdOrKey'] ?? '');
    const body = readBody(call, updateKeys);
    demand(call, 'TRANSITION_ISSUES', issue.projectId, 'You do not have permission to transition issues in this project.');
    const { transition, fields = {} } = body;
    const id = isBody(transition) ? String(transition['id'] ?? '') : '';
    if (id === '') throw new JiraError(400, ["Missing 'transition' identifier"]);
    const found = transitionsOf(call, issue).find((candidate) => candidate.id === id);
    if (!found) throw new JiraError(400, [`Transition id '${id}' is not valid for this issue.`]);
    if (!isBody(fields)) throw new JiraError(400, ['Invalid request payload. Refer to the REST API documentation and try again.']);
    for (const field of Object.keys(fields))
      if (field !== 'resolution')
        throw fieldError(field, `Field '${field}' cannot be set. It is not on the appropriate screen, or unknown.`);
    const { resolution } = fields;
    const wanted = isBody(resolution) ? (resolution['id'] ?? resolution['name']) : undefined;
    transitionIssue(call.changes, call.principal, issue.id, found.status.id, wanted === undefined ? undefined : String(wanted));
    return { status: 204 };
  },
};

const getChangelog: Endpoint = {
  method: 'GET',
  path: '/rest/api/3/issue/{issueIdOrKey}/changelog',
  scopes: ['read:jira-work'],
  handle: (call) => {
    const issue = visibleIssue(call, call.params['issueIdOrKey'] ?? '');
    const startAt = queryNumber(call.query, 'startAt', 0);
    const maxResults = Math.min(queryNumber(call.query, 'maxResults', 100), 100);
    const page = issue.changelog.slice(startAt, startAt + maxResults);
    const total = issue.changelog.length;
    const self = `${call.baseUrl}/rest/api/3/issue/${issue.id}/changelog`;
    const isLast = startAt + maxResults >= total;
    const values = page.map((entry) => presentHistory(call, entry));
    return { status: 200, body: { self, startAt, maxResults, total, isLast, values }, extraPoints: page.length };
  },
};

const bulkChangelogs: Endpoint = {
  method: 'POST',
  path: '/rest/api/3/changelog/bulkfetch',
  scopes: ['read:jira-work'],
  handle: (call) => {
    const body = readBody(call, ['issueIdsOrKeys', 'fieldIds', 'maxResults', 'nextPageToken']);
    const asked = readTexts(body, 'issueIdsOrKeys') ?? [];
    const fieldIds = readTexts(body, 'fieldIds') ?? [];
    if (asked.length === 0 || asked.length > 1000) throw new JiraError(400, ['Between 1 and 1000 issue IDs or keys have to be given.']);
    if (fieldIds.length > 10) throw new JiraError(400, ['At most 10 field IDs can be given.']);
    const maxResults = readNumber(body, 'maxResults') ?? 1000;
    const start = Number(readText(body, 'nextPageToken') ?? 0);
    const sees = browser(call);
    const issues = [...new Set(asked.flatMap((idOrKey) => call.store.findIssue(idOrKey) ?? []))].filter((issue) => sees(issue.projectId));
    const all = issues.flatMap((issue) =>
      issue.changelog.flatMap((entry) => {
        const items = entry.items.filter((item) => fieldIds.length === 0 || fieldIds.includes(item.fieldId ?? item.field));
        return items.length === 0 ? [] : [{ issueId: issue.id, at: entry.at, history: presentHistory(call, { ...entry, items }) }];
      }),
    );
    all.sort((a, b) => a.at - b.at || Number(a.issueId) - Number(b.issueId));
    const page = all.slice(start, start + maxResults);
    const ids = [...new Set(page.map(({ issueId }) => issueId))];
    const issueChangeLogs = ids.map((issueId) => ({
      issueId,
      changeHistories: page.filter((row) => row.issueId === issueId).map(({ history }) => history),
    }));
    const more = start + maxResults < all.length ? { nextPageToken: String(start + maxResults) } : {};
    return { status: 200, body: { issueChangeLogs, ...more }, extraPoints: page.length };
  },
};

export const issueEndpoints: readonly Endpoint[] = [
  bulkFetch,
  getIssue,
  postIssue,
  putIssue,
  removeIssue,
  getTransitions,
  postTransition,
  getChangelog,
  bulkChangelogs,
];
