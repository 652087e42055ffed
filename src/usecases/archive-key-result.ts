/** Puts a key result away; its objective's progress goes on without it. Archiving what is archived already is done. */
import type { Input } from '../contract/api';
import type { Actor, Deps } from './deps';
import { loadObjective, loadOpenCycle, ownersOf } from './load';
import { conflictOnArchiving, notFound } from './okr-error';
import { requireManage } from './permission';
import { recompute } from './recompute';

export async function archiveKeyResult(deps: Deps, actor: Actor, input: Input<'archiveKeyResult'>): Promise<null> {
  const keyResult = await deps.store.keyResults.find(input.id);
  if (keyResult === null) throw notFound('key result');
  const objective = await loadObjective(deps, keyResult.objectiveId);
  const { projectId } = objective;
  await requireManage(deps, actor, { what: 'key result', projectId, ownerAccountIds: ownersOf({ keyResult, objective }) });
  if (keyResult.archivedAt !== null) return null;
  await loadOpenCycle(deps, objective.cycleId);
  const touched = [...new Set([input.id, ...(await deps.store.scope.listSplitters([input.id]))])];
  await deps.store.numbers.markDirty(touched, deps.now());
  if (!(await deps.store.keyResults.archive(input.id, input.version, deps.now()))) throw conflictOnArchiving('key result');
  const projectIds = await recompute(deps, touched, 'own');
  await deps.publish({ projectIds, keyResultIds: touched, issueIds: [] });
  return null;
}
