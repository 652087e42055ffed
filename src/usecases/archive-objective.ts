/** Puts an objective away with everything under it; nothing is deleted. Archiving what is archived already is done. */
import type { Input } from '../contract/api';
import { projectIdsOf } from '../domain/home';
import type { Actor, Deps } from './deps';
import { loadOpenCycle } from './load';
import { conflictOnArchiving, notFound } from './okr-error';
import { keyResultsUnder } from './key-results-under';
import { requireMay } from './permission';
import { recompute } from './recompute';
import { rollUpObjectives } from './roll-up-objectives';

export async function archiveObjective(deps: Deps, actor: Actor, input: Input<'archiveObjective'>): Promise<null> {
  const objective = await deps.store.objectives.findFor(actor.accountId, input.id);
  if (objective === null) throw notFound('objective');
  await requireMay(deps, actor, 'change the objective', 'objective', { home: objective.home, objective });
  if (objective.archivedAt !== null) return null;
  await loadOpenCycle(deps, objective.cycleId);
  const { splitters } = await keyResultsUnder(deps, [input.id]);
  await deps.store.numbers.markDirty(splitters, deps.now());
  if (!(await deps.store.objectives.archive(input.id, input.version, deps.now()))) throw conflictOnArchiving('objective');
  const moved = await recompute(deps, splitters, 'own');
  const above = await rollUpObjectives(deps, [input.id]);
  await deps.publish({
    projectIds: [...new Set([...projectIdsOf([objective.home]), ...moved, ...above])],
    keyResultIds: [...splitters],
    issueIds: [],
  });
  return null;
}
