/**
 * Makes whoever asks the owner of an objective or a key result that has none, or whose owner's account is not active any more: one statement
 * under its version, on record like every change of its people.
 */
import type { Input } from '../../contract/api';
import { projectIdsOf } from '../../domain/home';
import type { Actor, Deps } from '../deps';
import { loadKeyResult, loadObjective } from '../load';
import { conflict, OkrError } from '../okr-error';
import { requireMay } from '../permission';
import { recompute } from '../progress/recompute';
import { recordChange } from '../history/record-change';
import { rollUpObjectives } from '../progress/roll-up-objectives';

type Owned = { readonly ownerAccountId: string | null };

async function requireOwnerless(deps: Deps, { ownerAccountId }: Owned): Promise<void> {
  if (ownerAccountId === null || !(await deps.jiraAsApp.activeAccounts([ownerAccountId])).has(ownerAccountId)) return;
  throw new OkrError('FORBIDDEN', 'Somebody owns this already. Ask them to hand it over to you.');
}

const toActor = (actor: Actor, { ownerAccountId }: Owned) => [{ field: 'owner', before: ownerAccountId, after: actor.accountId }];

async function takeObjective(deps: Deps, actor: Actor, id: string, version: number): Promise<void> {
  const objective = await loadObjective(deps, actor, id);
  await requireMay(deps, actor, 'take ownership', 'objective', { home: objective.home, objective });
  if (objective.ownerAccountId === actor.accountId) return;
  await requireOwnerless(deps, objective);
  const changeId = await recordChange(deps, actor, { type: 'objective', ...objective }, toActor(actor, objective));
  if (!(await deps.store.objectives.update(id, version, { ownerAccountId: actor.accountId, changeId }))) throw conflict('objective');
  const above = await rollUpObjectives(deps, [id]);
  await deps.publish({ projectIds: [...new Set([...projectIdsOf([objective.home]), ...above])], keyResultIds: [], issueIds: [] });
}

async function takeKeyResult(deps: Deps, actor: Actor, id: string, version: number): Promise<void> {
  const { keyResult, objective } = await loadKeyResult(deps, actor, id);
  await requireMay(deps, actor, 'take ownership', 'key result', { home: objective.home, objective, keyResult });
  if (keyResult.ownerAccountId === actor.accountId) return;
  await requireOwnerless(deps, keyResult);
  const changeId = await recordChange(deps, actor, { type: 'key-result', ...keyResult }, toActor(actor, keyResult));
  if (!(await deps.store.keyResults.update(id, version, { ownerAccountId: actor.accountId, changeId }))) throw conflict('key result');
  const projectIds = await recompute(deps, [id], 'none');
  await deps.publish({ projectIds, keyResultIds: [id], issueIds: [] });
}

/** Taking what is one's own already is done. */
export async function takeOwnership(deps: Deps, actor: Actor, { subject, version }: Input<'takeOwnership'>): Promise<null> {
  if (subject.type === 'objective') await takeObjective(deps, actor, subject.id, version);
  else await takeKeyResult(deps, actor, subject.id, version);
  return null;
}
