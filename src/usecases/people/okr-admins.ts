/** Who holds the app's own administrator role. OKR admins and Jira's administrators give it and take it back; each stays on record. */
import type { Input } from '../../contract/api';
import type { OkrAdminView } from '../../contract/company';
import type { Actor, Deps } from '../deps';
import { invalid } from '../okr-error';
import { requireSetUp } from '../permission';
import { recordChange } from '../history/record-change';

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
  const { isHeld, changeId } = await deps.store.roles.findOkrAdmin(holderAccountId);
  if (isHeld) return null;
  const record = await recordChange(deps, actor, { type: 'okr-admin', id: holderAccountId, changeId }, [
    { field: 'state', before: null, after: 'held' },
  ]);
  await deps.store.roles.grantOkrAdmin(holderAccountId, { accountId: actor.accountId, at: deps.now(), changeId: record });
  return null;
}

/** Taking back what is not held is done. */
export async function revokeOkrAdmin(deps: Deps, actor: Actor, { holderAccountId }: Input<'revokeOkrAdmin'>): Promise<null> {
  await requireSetUp(deps, actor);
  const { isHeld, changeId } = await deps.store.roles.findOkrAdmin(holderAccountId);
  if (!isHeld) return null;
  const record = await recordChange(deps, actor, { type: 'okr-admin', id: holderAccountId, changeId }, [
    { field: 'state', before: 'held', after: null },
  ]);
  await deps.store.roles.revokeOkrAdmin(holderAccountId, { accountId: actor.accountId, at: deps.now(), changeId: record });
  return null;
}
