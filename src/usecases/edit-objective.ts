/** Changes an objective's words, owner, weight or cycle: one statement under its version. */
import type { Input } from '../contract/api';
import type { ObjectiveView } from '../contract/okr';
import type { Actor, Deps } from './deps';
import { loadCycle, loadObjective, viewObjective } from './load';
import { conflict } from './okr-error';
import { requireManage } from './permission';

export async function editObjective(deps: Deps, actor: Actor, input: Input<'editObjective'>): Promise<ObjectiveView> {
  const objective = await loadObjective(deps, input.id);
  const { projectId, ownerAccountId } = objective;
  await requireManage(deps, actor, { what: 'objective', projectId, ownerAccountIds: [ownerAccountId] });
  if (input.cycleId !== undefined) await deps.store.cycles.add(await loadCycle(deps, input.cycleId));
  if (!(await deps.store.objectives.update(input.id, input.version, input))) throw conflict('objective');
  await deps.publish({ projectIds: [projectId], keyResultIds: [], issueIds: [] });
  return viewObjective(deps, input.id);
}
