/**
 * Closes a cycle: what is in it can only be read from then on, and its numbers stand still as they are on this day. What was behind its facts
 * is computed first. Whoever leaves objectives ungraded says why, which stays on record. Closing what is closed already is done.
 */
import type { Input } from '../../contract/api';
import type { CycleView } from '../../contract/okr';
import type { CycleRecord } from '../../store/cycles';
import { changeCycle, loadCycleToChange } from './change-cycle';
import { cycleView } from './cycles';
import type { Actor, Deps } from '../deps';
import { invalid } from '../okr-error';
import { recomputeDirty, rollUpDirty } from '../sync/recover';

/** Throws `INVALID` where objectives that the person may know of have no grade, and no reason is given. */
async function requireGrades(deps: Deps, actor: Actor, { id, name }: CycleRecord, reason: string | undefined): Promise<void> {
  if (reason !== undefined) return;
  const planned = await deps.store.plannedObjectives.list(actor.accountId, [id]);
  const ungraded = planned.filter(({ isGraded }) => !isGraded).length;
  if (ungraded === 0) return;
  const some = ungraded === 1 ? 'One objective' : `${ungraded} objectives`;
  throw invalid('reason', `${some} of ${name} nobody has graded. Grade them first, or say why it is closed without.`);
}

export async function closeCycle(deps: Deps, actor: Actor, input: Input<'closeCycle'>): Promise<CycleView> {
  const { cycle, today } = await loadCycleToChange(deps, actor, input.id);
  if (cycle.state === 'closed') return cycleView(cycle);
  if (cycle.state === 'draft') throw invalid('id', `${cycle.name} is still a draft. Start it, or remove it if it is not wanted.`);
  await requireGrades(deps, actor, cycle, input.reason);
  await recomputeDirty(deps);
  await rollUpDirty(deps);
  const view = await changeCycle(deps, actor, cycle, input.version, { state: 'closed', closedDay: today }, input.reason);
  await deps.publish({ projectIds: [], keyResultIds: [], issueIds: [] });
  return view;
}
