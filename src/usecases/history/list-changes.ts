/** What was changed about an objective or a key result, by whom and when: for whoever meets another one's change in an open form. */
import type { Input } from '../../contract/api';
import type { PlanChange } from '../../contract/history';
import type { Actor, Deps } from '../deps';
import { loadKeyResult, loadObjective } from '../load';
import { requireSee } from '../permission';

const MOST = 20;

async function lastChangeOf(deps: Deps, actor: Actor, { type, id }: Input<'listChanges'>['subject']): Promise<string | null> {
  if (type === 'objective') {
    const objective = await loadObjective(deps, actor, id);
    await requireSee(deps, actor, objective.home, 'objective');
    return objective.changeId;
  }
  const { keyResult, objective } = await loadKeyResult(deps, actor, id);
  await requireSee(deps, actor, objective.home, 'key result');
  return keyResult.changeId;
}

/** Newest first, at most twenty. */
export async function listChanges(deps: Deps, actor: Actor, { subject }: Input<'listChanges'>): Promise<readonly PlanChange[]> {
  const changes = await deps.store.planChanges.listChain(subject, await lastChangeOf(deps, actor, subject));
  return changes
    .slice(0, MOST)
    .map(({ id, at, byAccountId, reason, fields }) => ({ id, at: new Date(at).toISOString(), byAccountId, reason, fields }));
}
