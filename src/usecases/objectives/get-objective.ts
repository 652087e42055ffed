/** One objective with its key results, wherever it lives: for whoever comes to it by a line or a link, not from its list. */
import type { Input } from '../../contract/api';
import type { ObjectiveDetails } from '../../contract/okr';
import { cycleView } from '../cycles/cycles';
import type { Actor, Deps } from '../deps';
import { loadCycleFor, loadObjective } from '../load';
import { requireSee, visibleHomes } from '../permission';
import { objectiveView } from '../views';

export async function getObjective(deps: Deps, actor: Actor, input: Input<'getObjective'>): Promise<ObjectiveDetails> {
  const objective = await loadObjective(deps, actor, input.objectiveId);
  await requireSee(deps, actor, objective.home, 'objective');
  const { cycle, on, roles } = await loadCycleFor(deps, actor, objective.cycleId);
  const keyResults = await deps.store.keyResults.listByObjectives([objective.id]);
  const maySee = await visibleHomes(deps, actor, objective.parent === null ? [] : [objective.parent.home]);
  return { objective: objectiveView(objective, keyResults, cycle, on, maySee), cycle: cycleView(cycle), roles };
}
