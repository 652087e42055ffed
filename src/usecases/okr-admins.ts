/** Who holds the app's own administrator role. OKR admins and Jira's administrators give it and take it back; each stays on record. */
import type { Input } from '../contract/api';
import type { OkrAdminView } from '../contract/company';
import type { Actor, Deps } from './deps';
import { invalid } from './okr-error';
import { requireSetUp } from './permission';

/** By when they got it. */
export async function listOkrAdmins(deps: Deps, actor: Actor, _input: Input<'listOkrAdmins'>): Promise<readonly OkrAdminView[]> {
  await requireSetUp(deps, actor);
  return (await deps.store.roles.listOkrAdmins()).map(({ accountId, grantedAt, grantedBy }) => ({
    accountId,
    grantedAt: new Date(grantedAt).toISOString(),
    grantedByAccountId: grantedBy,
  }));
}

/** Granting what is held already is done. */
export async function grantOkrAdmin(deps: Deps, actor: Actor, { holderAccountId }: Input<'grantOkrAdmin'>): Promise<null> {
  await requireSetUp(deps, actor);
  if (!(await deps.jiraAsApp.activeAccounts([holderAccountId])).has(holderAccountId))
    throw invalid('holderAccountId', 'This person has no active account. Pick somebody else.');
  const held = await deps.store.roles.find(holderAccountId, null);
  if (!held.isOkrAdmin) await deps.store.roles.grantOkrAdmin(holderAccountId, { accountId: actor.accountId, at: deps.now() });
  return null;
}

/** Taking back what is not held is done. */
export async function revokeOkrAdmin(deps: Deps, actor: Actor, { holderAccountId }: Input<'revokeOkrAdmin'>): Promise<null> {
  await requireSetUp(deps, actor);
  await deps.store.roles.revokeOkrAdmin(holderAccountId, { accountId: actor.accountId, at: deps.now() });
  return null;
}
