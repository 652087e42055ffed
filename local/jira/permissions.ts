/**
 * Who may do what: Jira's permission keys and the rule that grants them, from a project's access level, its lead,
 * admins, members and groups. Issue security levels do not exist here.
 */
import type { JiraPrincipal } from '../seams';
import type { Project } from './model';
import type { Store } from './store';

const readerKeys = ['BROWSE_PROJECTS', 'VIEW_DEV_TOOLS', 'VIEW_READONLY_WORKFLOW', 'VIEW_VOTERS_AND_WATCHERS', 'ADD_COMMENTS'] as const;
const workerKeys = [
  ...readerKeys,
  'ASSIGNABLE_USER',
  'ASSIGN_ISSUES',
  'CLOSE_ISSUES',
  'CREATE_ATTACHMENTS',
  'CREATE_ISSUES',
  'EDIT_ISSUES',
  'LINK_ISSUES',
  'MANAGE_SPRINTS_PERMISSION',
  'MOVE_ISSUES',
  'RESOLVE_ISSUES',
  'SCHEDULE_ISSUES',
  'TRANSITION_ISSUES',
  'WORK_ON_ISSUES',
] as const;
const adminKeys = [
  ...workerKeys,
  'ADMINISTER_PROJECTS',
  'DELETE_ISSUES',
  'MODIFY_REPORTER',
  'EDIT_ALL_COMMENTS',
  'DELETE_ALL_COMMENTS',
  'MANAGE_WATCHERS',
] as const;

export type ProjectPermission = (typeof adminKeys)[number];

export const projectPermissions: ReadonlySet<string> = new Set(adminKeys);
export const globalPermissions: ReadonlySet<string> = new Set([
  'ADMINISTER',
  'SYSTEM_ADMIN',
  'BULK_CHANGE',
  'CREATE_PROJECT',
  'USER_PICKER',
  'MANAGE_GROUP_FILTER_SUBSCRIPTIONS',
  'CREATE_SHARED_OBJECTS',
]);
const everybodysGlobals: ReadonlySet<string> = new Set(['BULK_CHANGE', 'USER_PICKER', 'CREATE_SHARED_OBJECTS']);

const readers: ReadonlySet<string> = new Set(readerKeys);
const workers: ReadonlySet<string> = new Set(workerKeys);
const nothing: ReadonlySet<string> = new Set();

/** The project permissions the principal holds. The app and site administrators hold all, nobody and deactivated people none. */
export const permissionsIn = (store: Store, principal: JiraPrincipal, project: Project): ReadonlySet<string> => {
  if (principal.type === 'app') return projectPermissions;
  if (principal.type === 'anonymous') return nothing;
  const user = store.users.get(principal.accountId);
  if (!user?.active) return nothing;
  const { accountId } = user;
  if (user.siteAdmin || project.leadId === accountId || project.adminIds.includes(accountId)) return projectPermissions;
  const isMember =
    project.memberIds.includes(accountId) || project.groupIds.some((id) => store.groups.get(id)?.memberIds.includes(accountId));
  if (isMember || project.access === 'open') return workers;
  return project.access === 'limited' ? readers : nothing;
};

export const may = (store: Store, principal: JiraPrincipal, permission: ProjectPermission, project: Project): boolean =>
  permissionsIn(store, principal, project).has(permission);

export const holdsGlobal = (store: Store, principal: JiraPrincipal, permission: string): boolean => {
  if (principal.type === 'app') return true;
  if (principal.type === 'anonymous') return false;
  const user = store.users.get(principal.accountId);
  return user?.active === true && (user.siteAdmin || everybodysGlobals.has(permission));
};
