/**
 * Takes the closing of a cycle back. What has changed of its issues meanwhile is computed at once; issues that came to its sources or left them
 * are found by the next hourly comparison. Reopening what runs already is done.
 */
import type { Input } from '../../contract/api';
import type { CycleView } from '../../contract/okr';
import { changeCycle, loadCycleToChange } from './change-cycle';
import { cycleView } from './cycles';
import type { Actor, Deps } from '../deps';
import { invalid } from '../okr-error';
import { recomputeDirty, rollUpDirty } from '../sync/recover';

export async function reopenCycle(deps: Deps, actor: Actor, input: Input<'reopenCycle'>): Promise<CycleView> {
  const { cycle } = await loadCycleToChange(deps, actor, input.id);
  if (cycle.state === 'running') return cycleView(cycle);
  if (cycle.state === 'draft') throw invalid('id', `${cycle.name} is a draft. Start it instead.`);
  const view = await changeCycle(deps, actor, cycle, input.version, { state: 'running', closedDay: null });
  await recomputeDirty(deps);
  await rollUpDirty(deps);
  await deps.publish({ projectIds: [], keyResultIds: [], issueIds: [] });
  return view;
}
