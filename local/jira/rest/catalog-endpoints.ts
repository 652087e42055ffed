/**
 * The site's vocabulary: fields, resolutions, statuses, status categories, issue types and priorities.
 */
import { presentCategory, presentIssueType, presentPriority, presentResolution, presentStatus } from '../present';
import type { Call, Endpoint } from './endpoint';
import { presentField } from './present-issue';

const list = (path: string, read: (call: Call) => readonly unknown[]): Endpoint => ({
  method: 'GET',
  path,
  scopes: ['read:jira-work'],
  handle: (call) => {
    const body = read(call);
    return { status: 200, body, extraPoints: body.length };
  },
});

export const catalogEndpoints: readonly Endpoint[] = [
  list('/rest/api/3/field', ({ store }) => [...store.fields.values()].map(presentField)),
  list('/rest/api/3/resolution', ({ store, baseUrl }) =>
    [...store.resolutions.values()].map((record) => presentResolution(baseUrl, record)),
  ),
  list('/rest/api/3/status', ({ store, baseUrl }) => [...store.statuses.values()].map((record) => presentStatus(baseUrl, record))),
  list('/rest/api/3/statuscategory', ({ baseUrl }) =>
    (['new', 'indeterminate', 'done'] as const).map((key) => presentCategory(baseUrl, key)),
  ),
  list('/rest/api/3/issuetype', ({ store, baseUrl }) => [...store.issueTypes.values()].map((record) => presentIssueType(baseUrl, record))),
  list('/rest/api/3/priority', ({ store, baseUrl }) =>
    [...store.priorities.values()].sort((a, b) => a.rank - b.rank).map((record) => presentPriority(baseUrl, record)),
  ),
];
