/**
 * Every Jira endpoint the backend calls, with the classic scope it needs (null: none). Held against manifest.yml and against Atlassian's
 * API document by tests: a call that is not in this table is not made.
 */
export const endpoints = {
  bulkFetchIssues: { method: 'POST', path: '/rest/api/3/issue/bulkfetch', scope: 'read:jira-work' },
  bulkFetchChangelogs: { method: 'POST', path: '/rest/api/3/changelog/bulkfetch', scope: 'read:jira-work' },
  searchIssues: { method: 'POST', path: '/rest/api/3/search/jql', scope: 'read:jira-work' },
  countIssues: { method: 'POST', path: '/rest/api/3/search/approximate-count', scope: 'read:jira-work' },
  matchIssues: { method: 'POST', path: '/rest/api/3/jql/match', scope: 'read:jira-work' },
  checkPermissions: { method: 'POST', path: '/rest/api/3/permissions/check', scope: null },
  bulkUsers: { method: 'GET', path: '/rest/api/3/user/bulk', scope: 'read:jira-user' },
  listFields: { method: 'GET', path: '/rest/api/3/field', scope: 'read:jira-work' },
  listStatuses: { method: 'GET', path: '/rest/api/3/status', scope: 'read:jira-work' },
} as const;
