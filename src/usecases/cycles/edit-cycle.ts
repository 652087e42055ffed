/**
 * Changes a cycle's name and days, its themes, and what was found about the capacity for it. Which objectives count in which follows from the
 * days, so those that count others are rolled up again; their marks rise before the change.
 */
import type { Input } from '../../contract/api';
import type { CycleView } from '../../contract/okr';
import type { CycleRecord } from '../../store/cycles';
import { changeCycle, loadCycleToChange } from './change-cycle';
import { checkCycle } from './check-cycle';
import type { Actor, Deps } from '../deps';
import { OkrError } from '../okr-error';
import { rollUpDirty } from '../sync/recover';

/** Other words are those of whoever says them now; the same words stay with whoever said them. */
function capacityFrom(deps: Deps, actor: Actor, { capacity }: CycleRecord, words: string | null | undefined): CycleRecord['capacity'] {
  if (words === undefined || words === capacity?.words) return capacity;
  return words === null ? null : { words, at: deps.now(), byAccountId: actor.accountId };
}

export async function editCycle(deps: Deps, actor: Actor, input: Input<'editCycle'>): Promise<CycleView> {
  const { cycle, others } = await loadCycleToChange(deps, actor, input.id);
  if (cycle.state === 'closed') throw new OkrError('FORBIDDEN', `${cycle.name} is closed. Reopen it before you change it.`);
  const edit = {
    name: input.name ?? cycle.name,
    startDay: input.startDay ?? cycle.startDay,
    endDay: input.endDay ?? cycle.endDay,
    themes: input.themes ?? cycle.themes,
    capacity: capacityFrom(deps, actor, cycle, input.capacity),
  };
  checkCycle(edit, others);
  const movesDays = edit.startDay !== cycle.startDay || edit.endDay !== cycle.endDay;
  if (movesDays) await deps.store.rollUps.markCounting();
  const view = await changeCycle(deps, actor, cycle, input.version, edit);
  if (movesDays) {
    await deps.store.forecasts.makeDue(cycle.id);
    await rollUpDirty(deps);
  }
  await deps.publish({ projectIds: [], keyResultIds: [], issueIds: [] });
  return view;
}
