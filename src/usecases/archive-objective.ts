/** Puts an objective away with everything under it; nothing is deleted. Archiving what is archived already is done. */
import type { Input } from '../contract/api';
import type { Actor, Deps } from './deps';
import { conflictOnArchiving, notFound } from './okr-error';
import { requireManage } from './permission';

export async function archiveObjective(deps: Deps, actor: Actor, input: Input<'archiveObjective'>): Promise<null> {
  const objective = await deps.store.objectives.find(input.id);
  if (objective === null) throw notFound('objective');
  const { projectId, ownerAccountId } = objective;
  await requireManage(deps, actor, { what: 'objective', projectId, ownerAccountIds: [ownerAccountId] });
  if (objective.archivedAt !== null) return null;
  if (!(await deps.store.objectives.archive(input.id, input.version, deps.now()))) throw conflictOnArchiving('objective');
  await deps.publish({ projectIds: [projectId], keyResultIds: [], issueIds: [] });
  return null;
}
