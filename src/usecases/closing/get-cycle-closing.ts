/**
 * What of a cycle is to be graded, is graded, and waits to be carried over: everything the viewer may see, or what lives in one home. Three SQL
 * requests and one Jira call, however many there are.
 */
import type { Input } from '../../contract/api';
import type { CycleClosing } from '../../contract/closing';
import { dayOfView } from '../../domain/cycle';
import { currentCycle, cycleView } from '../cycles/cycles';
import type { Actor, Deps } from '../deps';
import { loadCyclesFor } from '../load';
import { unknownCycle } from '../okr-error';
import { closingLine } from './closing-view';
import { objectivesOfCycle } from './objectives-of-cycle';

export async function getCycleClosing(deps: Deps, actor: Actor, input: Input<'getCycleClosing'>): Promise<CycleClosing> {
  const { cycles, on, roles } = await loadCyclesFor(deps, actor);
  const cycle = input.cycleId === undefined ? currentCycle(cycles, on.today) : cycles.find(({ id }) => id === input.cycleId);
  if (cycle === undefined) throw unknownCycle();
  const objectives = await objectivesOfCycle(deps, actor, cycle.id, input.home);
  const copies = await deps.store.closings.listCopies(actor.accountId, cycle.id);
  const day = dayOfView(cycle, on.today);
  return {
    cycle: cycleView(cycle),
    today: on.today,
    roles,
    lines: objectives.map((objective) => closingLine(objective, copies, cycles, day)),
  };
}
