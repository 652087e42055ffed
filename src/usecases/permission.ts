/**
 * Who may do what, asked of Jira as the acting person. What one may not see does not exist (`NOT_FOUND`); what one may see but not change
 * is `FORBIDDEN`, with words on whom to ask.
 */
import type { Actor, Deps } from './deps';
import type { LoadedKeyResult } from './load';
import { notFound, OkrError } from './okr-error';

/** The project a call is about: named by the input, else the open one. */
export function projectOf(actor: Actor, projectId: string | undefined): string {
  const id = projectId ?? actor.openProjectId;
  if (id === null) throw new OkrError('INVALID', 'Say which project this is about.', 'projectId');
  return id;
}

/** Passes when the person may browse the project; to anyone else `what` does not exist. The open project costs no call: the platform has checked it. */
export async function requireBrowse(deps: Deps, actor: Actor, projectId: string, what = 'project'): Promise<void> {
  if (actor.openProjectId === projectId) return;
  const grants = await deps.jiraAsUser.permissions({ permissions: ['BROWSE_PROJECTS'], projectIds: [projectId] });
  if (!grants.inProject('BROWSE_PROJECTS', projectId)) throw notFound(what);
}

/** Passes when the person administers the project, or owns one of the things at hand and may still browse the project. */
export async function requireManage(
  deps: Deps,
  actor: Actor,
  thing: { readonly what: string; readonly projectId: string; readonly ownerAccountIds: readonly (string | null)[] },
): Promise<void> {
  const grants = await deps.jiraAsUser.permissions({
    permissions: ['BROWSE_PROJECTS', 'ADMINISTER_PROJECTS'],
    projectIds: [thing.projectId],
  });
  if (!grants.inProject('BROWSE_PROJECTS', thing.projectId)) throw notFound(thing.what);
  if (grants.inProject('ADMINISTER_PROJECTS', thing.projectId) || thing.ownerAccountIds.includes(actor.accountId)) return;
  throw new OkrError('FORBIDDEN', `Only a project administrator or the owner can change this ${thing.what}. Ask one of them.`);
}

/**
 * Passes for those who may manage the key result, and, for a single issue, for everybody who may edit that issue:
 * saying what one's own work serves should not need an administrator.
 */
export async function requireScopeChange(
  deps: Deps,
  actor: Actor,
  thing: { readonly projectId: string; readonly ownerAccountIds: readonly (string | null)[]; readonly issueId: string | null },
): Promise<void> {
  const grants = await deps.jiraAsUser.permissions({
    permissions: ['BROWSE_PROJECTS', 'ADMINISTER_PROJECTS', 'EDIT_ISSUES'],
    projectIds: [thing.projectId],
    ...(thing.issueId === null ? {} : { issueIds: [thing.issueId] }),
  });
  if (!grants.inProject('BROWSE_PROJECTS', thing.projectId)) throw notFound('key result');
  if (grants.inProject('ADMINISTER_PROJECTS', thing.projectId) || thing.ownerAccountIds.includes(actor.accountId)) return;
  if (thing.issueId !== null && grants.onIssue('EDIT_ISSUES', thing.issueId)) return;
  throw new OkrError(
    'FORBIDDEN',
    'Only a project administrator or the owner can change what counts for this key result. Whoever may edit an issue can add or remove that one. Ask one of them.',
  );
}

/** Passes for OKR administrators: those who administer Jira. One Jira call. */
export async function requireOkrAdmin(deps: Deps, _actor: Actor): Promise<void> {
  const grants = await deps.jiraAsUser.permissions({ globals: ['ADMINISTER'], permissions: [] });
  if (!grants.globally('ADMINISTER')) throw new OkrError('FORBIDDEN', 'Only an OKR administrator can do this. Ask one of them.');
}

/** Passes for those who may say how a key result stands. */
export const requireRecord = (deps: Deps, actor: Actor, { keyResult, objective }: LoadedKeyResult): Promise<void> =>
  requireManage(deps, actor, {
    what: 'key result',
    projectId: objective.projectId,
    ownerAccountIds: [keyResult.ownerAccountId, objective.ownerAccountId],
  });
