/**
 * Closes a cycle: what is in it can only be read from then on, and its numbers stand still as they are on this day. What was behind its facts
 * is computed first. Closing what is closed already is done.
 */
import type { Input } from '../../contract/api';
import type { CycleView } from '../../contract/okr';
import { changeCycle, loadCycleToChange } from './change-cycle';
import { cycleView } from './cycles';
import type { Actor, Deps } from '../deps';
import { invalid } from '../okr-error';
import { recomputeDirty, rollUpDirty } from '../sync/recover';

export async function closeCycle(deps: Deps, actor: Actor, input: Input<'closeCycle'>): Promise<CycleView> {
  const { cycle, today } = await loadCycleToChange(deps, actor, input.id);
  if (cycle.state === 'closed') return cycleView(cycle);
  if (cycle.state === 'draft') throw invalid('id', `${cycle.name} is still a draft. Start it, or remove it if it is not wanted.`);
  await recomputeDirty(deps);
  await rollUpDirty(deps);
  const view = await changeCycle(deps, actor, cycle, input.version, { state: 'closed', closedDay: today });
  await deps.publish({ projectIds: [], keyResultIds: [], issueIds: [] });
  return view;
}
