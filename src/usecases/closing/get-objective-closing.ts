/** One objective at its close: its numbers as they stand, what was said of it, and where it could go on or went. Five SQL requests. */
import type { Input } from '../../contract/api';
import type { ObjectiveClosing } from '../../contract/closing';
import { cycleView } from '../cycles/cycles';
import type { Actor, Deps } from '../deps';
import { loadCyclesFor, loadObjective } from '../load';
import { unknownCycle } from '../okr-error';
import { requireSee, visibleHomes } from '../permission';
import { objectiveView } from '../views';
import { closingView, copiesOf, copyView } from './closing-view';

export async function getObjectiveClosing(deps: Deps, actor: Actor, input: Input<'getObjectiveClosing'>): Promise<ObjectiveClosing> {
  const objective = await loadObjective(deps, actor, input.objectiveId);
  await requireSee(deps, actor, objective.home, 'objective');
  const { cycles, on, roles } = await loadCyclesFor(deps, actor);
  const cycle = cycles.find(({ id }) => id === objective.cycleId);
  if (cycle === undefined) throw unknownCycle();
  const keyResults = await deps.store.keyResults.listByObjectives([objective.id]);
  const copies = await deps.store.closings.listCopies(actor.accountId, cycle.id);
  const maySee = await visibleHomes(deps, actor, objective.parent === null ? [] : [objective.parent.home]);
  return {
    objective: objectiveView(objective, keyResults, cycle, on, maySee),
    cycle: cycleView(cycle),
    roles,
    closing: closingView(objective),
    laterCycles: cycles.filter(({ state, endDay }) => state !== 'closed' && endDay > cycle.endDay).map(cycleView),
    carriedOverTo: copiesOf(objective, copies).map(copyView),
  };
}
