/**
 * Moves an objective with its key results to another home. Whoever leads both may; the commit is its row under its version. Its number, and what
 * it is aligned to, stay. Another cycle is edit-objective.ts.
 */
import type { Input } from '../../contract/api';
import type { ObjectiveView } from '../../contract/okr';
import { homeKey, projectIdsOf } from '../../domain/home';
import { RANK_GAP } from '../../domain/rank';
import type { Actor, Deps } from '../deps';
import { loadGroup, loadObjective, loadOpenCycle, viewObjective } from '../load';
import { conflict } from '../okr-error';
import { requireMay } from '../permission';
import { recordChange } from '../history/record-change';
import { rollUpObjectives } from '../progress/roll-up-objectives';

/** Where it lives there already, that is done. */
export async function moveObjective(deps: Deps, actor: Actor, { id, version, home }: Input<'moveObjective'>): Promise<ObjectiveView> {
  const objective = await loadObjective(deps, actor, id);
  await requireMay(deps, actor, 'add objectives', 'objective', { home: objective.home, objective });
  if (homeKey(objective.home) === homeKey(home)) return viewObjective(deps, actor, id);
  if (home.level === 'group') await loadGroup(deps, home.groupId);
  await requireMay(deps, actor, 'add objectives', home.level, { home });
  await loadOpenCycle(deps, objective.cycleId);

  const fields = [{ field: 'home', before: homeKey(objective.home), after: homeKey(home) }];
  const changeId = await recordChange(deps, actor, { type: 'objective', ...objective }, fields);
  const last = await deps.store.ranks.findLast({ of: 'objective', home, cycleId: objective.cycleId });
  if (!(await deps.store.objectives.update(id, version, { home, rank: (last ?? 0) + RANK_GAP, changeId }))) throw conflict('objective');
  const above = await rollUpObjectives(deps, [id]);
  await deps.publish({ projectIds: [...new Set([...projectIdsOf([objective.home, home]), ...above])], keyResultIds: [], issueIds: [] });
  return viewObjective(deps, actor, id);
}
