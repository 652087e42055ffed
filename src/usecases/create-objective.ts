/** Writes a new objective into a project's cycle. The commit is the objective's row; a cycle that comes into being first harms nobody. */
import type { Input } from '../contract/api';
import type { ObjectiveView } from '../contract/okr';
import type { Actor, Deps } from './deps';
import { loadOpenCycle, viewObjective } from './load';
import { idTaken } from './okr-error';
import { projectOf, requireManage } from './permission';

export async function createObjective(deps: Deps, actor: Actor, input: Input<'createObjective'>): Promise<ObjectiveView> {
  const projectId = projectOf(actor, input.projectId);
  await requireManage(deps, actor, { what: 'project', projectId, ownerAccountIds: [] });
  const { cycle } = await loadOpenCycle(deps, input.cycleId);
  await deps.store.cycles.add(cycle);
  const created = await deps.store.objectives.insert({
    id: input.id,
    projectId,
    cycleId: cycle.id,
    title: input.title,
    description: input.description ?? '',
    ownerAccountId: input.ownerAccountId,
    weight: input.weight ?? 1,
    createdAt: deps.now(),
    createdBy: actor.accountId,
  });
  if (!created) {
    const existing = await deps.store.objectives.find(input.id);
    if (existing?.createdBy !== actor.accountId || existing.projectId !== projectId) throw idTaken('objective');
  }
  await deps.publish({ projectIds: [projectId], keyResultIds: [], issueIds: [] });
  return viewObjective(deps, input.id);
}
