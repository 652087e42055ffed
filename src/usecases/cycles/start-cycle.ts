/** Ends the preparing of a cycle: from now on people are asked to keep what is in it. Starting what runs already is done. */
import type { Input } from '../../contract/api';
import type { CycleView } from '../../contract/okr';
import { changeCycle, loadCycleToChange } from './change-cycle';
import { cycleView } from './cycles';
import type { Actor, Deps } from '../deps';
import { invalid } from '../okr-error';

export async function startCycle(deps: Deps, actor: Actor, input: Input<'startCycle'>): Promise<CycleView> {
  const { cycle } = await loadCycleToChange(deps, actor, input.id);
  if (cycle.state === 'running') return cycleView(cycle);
  if (cycle.state === 'closed') throw invalid('id', `${cycle.name} is closed. Reopen it instead.`);
  const view = await changeCycle(deps, actor, cycle, input.version, { state: 'running' });
  await deps.publish({ projectIds: [], keyResultIds: [], issueIds: [] });
  return view;
}
