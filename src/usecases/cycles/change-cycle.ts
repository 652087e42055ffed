/**
 * Changes a cycle's row under its version, with the record of the change written before it; a quarter that exists without a row gets one
 * first, which harms nobody. What every change of a cycle has in common.
 */
import type { CycleView } from '../../contract/okr';
import type { CycleRecord } from '../../store/cycles';
import type { FieldChangeRecord } from '../../store/plan-changes';
import { cycleView } from './cycles';
import type { Actor, Deps } from '../deps';
import { loadCycles } from '../load';
import { conflict, notFound } from '../okr-error';
import { requireSetUp } from '../permission';
import { fieldChange } from '../history/plan-change';
import { recordChange } from '../history/record-change';

type Edit = Partial<Pick<CycleRecord, 'name' | 'startDay' | 'endDay' | 'state' | 'closedDay' | 'themes' | 'capacity'>>;

/** A cycle for an OKR admin to change, with the day. Throws `NOT_FOUND` for one that nobody knows. */
export async function loadCycleToChange(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<{ readonly cycle: CycleRecord; readonly others: readonly CycleRecord[]; readonly today: string }> {
  await requireSetUp(deps, actor);
  const { cycles, on } = await loadCycles(deps);
  const cycle = cycles.find((known) => known.id === id);
  if (cycle === undefined) throw notFound('cycle');
  return { cycle, others: cycles.filter((known) => known.id !== id), today: on.today };
}

const text = (value: string | null): string | null => value;

const changesOf = (cycle: CycleRecord, edit: Edit): readonly FieldChangeRecord[] => [
  ...fieldChange('name', cycle.name, edit.name, text),
  ...fieldChange('start day', cycle.startDay, edit.startDay, text),
  ...fieldChange('end day', cycle.endDay, edit.endDay, text),
  ...fieldChange('themes', cycle.themes, edit.themes, (themes) => (themes.length === 0 ? null : themes.join('; '))),
  ...fieldChange('capacity', cycle.capacity, edit.capacity, (capacity) => capacity?.words ?? null),
  ...fieldChange('state', cycle.state, edit.state, text),
];

/** Throws `CONFLICT` where somebody else was faster. A change that changes nothing writes nothing. */
export async function changeCycle(
  deps: Deps,
  actor: Actor,
  cycle: CycleRecord,
  version: number,
  edit: Edit,
  reason?: string,
): Promise<CycleView> {
  const fields = changesOf(cycle, edit);
  if (fields.length === 0) return cycleView(cycle);
  if (cycle.version !== version) throw conflict('cycle', 'Reload to see the change, then try again.');
  await deps.store.cycles.add(cycle);
  const changeId = await recordChange(deps, actor, { type: 'cycle', ...cycle }, fields, { reason });
  if (!(await deps.store.cycles.update(cycle.id, version, { ...edit, changeId })))
    throw conflict('cycle', 'Reload to see the change, then try again.');
  return cycleView({ ...cycle, ...edit, version: version + 1 });
}
