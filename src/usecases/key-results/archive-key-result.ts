/** Puts a key result away; its objective's progress goes on without it. Archiving what is archived already is done. */
import type { Input } from '../../contract/api';
import type { Actor, Deps } from '../deps';
import { loadOpenCycle } from '../load';
import { conflictOnArchiving, notFound } from '../okr-error';
import { requireMay } from '../permission';
import { archived } from '../history/plan-change';
import { recompute } from '../progress/recompute';
import { recordChange } from '../history/record-change';

export async function archiveKeyResult(deps: Deps, actor: Actor, input: Input<'archiveKeyResult'>): Promise<null> {
  const keyResult = await deps.store.keyResults.find(input.id);
  const objective = keyResult && (await deps.store.objectives.findFor(actor.accountId, keyResult.objectiveId));
  if (keyResult === null || objective === null || objective.archivedAt !== null) throw notFound('key result');
  await requireMay(deps, actor, 'change the key result', 'key result', { home: objective.home, objective, keyResult });
  if (keyResult.archivedAt !== null) return null;
  await loadOpenCycle(deps, objective.cycleId);
  const touched = [...new Set([input.id, ...(await deps.store.scope.listSplitters([input.id]))])];
  await deps.store.numbers.markDirty(touched, deps.now());
  const changeId = await recordChange(deps, actor, { type: 'key-result', ...keyResult }, archived);
  if (!(await deps.store.keyResults.archive(input.id, input.version, { at: deps.now(), changeId })))
    throw conflictOnArchiving('key result');
  const projectIds = await recompute(deps, touched, 'own');
  await deps.publish({ projectIds, keyResultIds: touched, issueIds: [] });
  return null;
}
