/** Puts an objective away with everything under it; nothing is deleted. Archiving what is archived already is done. */
import type { Input } from '../../contract/api';
import { projectIdsOf } from '../../domain/home';
import type { ObjectiveRecord } from '../../store/objective-row';
import type { Actor, Deps } from '../deps';
import { loadOpenCycle } from '../load';
import { conflictOnArchiving, notFound } from '../okr-error';
import { keyResultsUnder } from './key-results-under';
import { requireMay } from '../permission';
import { archived } from '../history/plan-change';
import { recompute } from '../progress/recompute';
import { recordChange } from '../history/record-change';
import { rollUpObjectives } from '../progress/roll-up-objectives';

/** Puts a live objective away. Throws `CONFLICT` where it has another version by now. */
export async function putAwayObjective(deps: Deps, actor: Actor, objective: ObjectiveRecord, version: number): Promise<void> {
  const { id, home } = objective;
  const { splitters } = await keyResultsUnder(deps, [id]);
  await deps.store.numbers.markDirty(splitters, deps.now());
  const changeId = await recordChange(deps, actor, { type: 'objective', ...objective }, archived);
  if (!(await deps.store.objectives.archive(id, version, { at: deps.now(), changeId }))) throw conflictOnArchiving('objective');
  const moved = await recompute(deps, splitters, 'own');
  const above = await rollUpObjectives(deps, [id]);
  await deps.publish({
    projectIds: [...new Set([...projectIdsOf([home]), ...moved, ...above])],
    keyResultIds: [...splitters],
    issueIds: [],
  });
}

export async function archiveObjective(deps: Deps, actor: Actor, input: Input<'archiveObjective'>): Promise<null> {
  const objective = await deps.store.objectives.findFor(actor.accountId, input.id);
  if (objective === null) throw notFound('objective');
  await requireMay(deps, actor, 'change the objective', 'objective', { home: objective.home, objective });
  if (objective.archivedAt !== null) return null;
  await loadOpenCycle(deps, objective.cycleId);
  await putAwayObjective(deps, actor, objective, input.version);
  return null;
}
