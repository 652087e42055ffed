/**
 * What somebody may do: one's own permissions, and a check of many permissions on many issues and projects at once.
 */
import type { JiraPrincipal } from '../../seams';
import { JiraError } from '../jira-error';
import { globalPermissions, holdsGlobal, permissionsIn, projectPermissions } from '../permissions';
import { visibleIssue, visibleProject } from './access';
import { isBody, queryList, readBody, readText, readTexts } from './endpoint';
import type { Endpoint } from './endpoint';

const maxChecked = 1000;

const check: Endpoint = {
  method: 'POST',
  path: '/rest/api/3/permissions/check',
  scopes: [],
  handle: (call) => {
    const { store, principal } = call;
    const body = readBody(call, ['accountId', 'globalPermissions', 'projectPermissions']);
    const accountId = readText(body, 'accountId');
    const isOther = accountId !== null && !(principal.type === 'user' && principal.accountId === accountId);
    if (isOther && !holdsGlobal(store, principal, 'ADMINISTER'))
      throw new JiraError(403, ['You do not have permission to check the permissions of other users.']);
    if (accountId !== null && !store.users.has(accountId))
      throw new JiraError(400, [`The user with account ID '${accountId}' does not exist.`]);
    const subject: JiraPrincipal = accountId === null ? principal : { type: 'user', accountId };

    const globals = readTexts(body, 'globalPermissions') ?? [];
    const unknownGlobals = globals.filter((key) => !globalPermissions.has(key));
    if (unknownGlobals.length > 0) throw new JiraError(400, [`Unrecognized global permission(s): ${unknownGlobals.join(', ')}`]);
    const asked: unknown = body['projectPermissions'] ?? [];
    if (!Array.isArray(asked)) throw new JiraError(400, ['projectPermissions has to be a list.']);

    const granted = new Map<string, { readonly issues: Set<number>; readonly projects: Set<number> }>();
    for (const entry of asked.filter(isBody)) {
      const keys = (readTexts(entry, 'permissions') ?? []).filter((key) => key !== '');
      if (keys.length === 0) throw new JiraError(400, ['projectPermissions needs at least one project permission.']);
      const unknown = keys.filter((key) => !projectPermissions.has(key));
      if (unknown.length > 0) throw new JiraError(400, [`Unrecognized project permission(s): ${unknown.join(', ')}`]);
      const [issueIds, projectIds] = [readTexts(entry, 'issues') ?? [], readTexts(entry, 'projects') ?? []];
      if ([...issueIds, ...projectIds].some((id) => !/^\d+$/.test(id)))
        throw new JiraError(400, ['Issues and projects have to be given as numeric ids.']);
      if (issueIds.length > maxChecked || projectIds.length > maxChecked)
        throw new JiraError(400, [`At most ${String(maxChecked)} issues and ${String(maxChecked)} projects can be checked.`]);
      for (const key of keys) {
        const grant = granted.get(key) ?? { issues: new Set<number>(), projects: new Set<number>() };
        granted.set(key, grant);
        const holds = (projectId: string): boolean => {
          const project = store.projects.get(projectId);
          return project !== undefined && permissionsIn(store, subject, project).has(key);
        };
        for (const id of projectIds) if (holds(id)) grant.projects.add(Number(id));
        for (const id of issueIds) {
          const issue = store.issues.get(id);
          if (issue && holds(issue.projectId)) grant.issues.add(Number(id));
        }
      }
    }
    const grants = [...granted].map(([permission, { issues, projects }]) => ({ permission, issues: [...issues], projects: [...projects] }));
    return {
      status: 200,
      body: { globalPermissions: [...new Set(globals)].filter((key) => holdsGlobal(store, subject, key)), projectPermissions: grants },
      extraPoints: grants.reduce((sum, { issues, projects }) => sum + issues.length + projects.length, 0),
    };
  },
};

const words = (key: string): string => {
  const text = key.replaceAll('_', ' ').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
};

const mine: Endpoint = {
  method: 'GET',
  path: '/rest/api/3/mypermissions',
  scopes: ['read:jira-work'],
  handle: (call) => {
    const { store, principal, query } = call;
    const keys = queryList(query, 'permissions');
    if (keys.length === 0) throw new JiraError(400, ["The 'permissions' query parameter is required."]);
    const unknown = keys.filter((key) => !projectPermissions.has(key) && !globalPermissions.has(key));
    if (unknown.length > 0) throw new JiraError(400, [`Unrecognized permission(s): ${unknown.join(', ')}`]);
    const issue = query.get('issueId') ?? query.get('issueKey');
    const project = query.get('projectId') ?? query.get('projectKey');
    const asked =
      issue !== null
        ? store.projects.get(visibleIssue(call, issue).projectId)
        : project !== null
          ? visibleProject(call, project)
          : undefined;
    const projects = asked ? [asked] : [...store.projects.values()];
    const holds = (key: string) =>
      globalPermissions.has(key)
        ? holdsGlobal(store, principal, key)
        : projects.some((one) => permissionsIn(store, principal, one).has(key));
    const ids = [...globalPermissions, ...projectPermissions];
    const permissions = keys.map((key) => [
      key,
      {
        id: String(ids.indexOf(key)),
        key,
        name: words(key),
        type: globalPermissions.has(key) ? 'GLOBAL' : 'PROJECT',
        description: '',
        havePermission: holds(key),
      },
    ]);
    return { status: 200, body: { permissions: Object.fromEntries(permissions) as unknown }, extraPoints: keys.length };
  },
};

export const permissionEndpoints: readonly Endpoint[] = [check, mine];
