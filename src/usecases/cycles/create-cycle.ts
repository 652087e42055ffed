/** Makes a cycle, as a draft. Its row is the commit. */
import type { Input } from '../../contract/api';
import type { CycleView } from '../../contract/okr';
import type { CycleRecord } from '../../store/cycles';
import { checkCycle } from './check-cycle';
import { cycleView } from './cycles';
import type { Actor, Deps } from '../deps';
import { loadCycles } from '../load';
import { idTaken } from '../okr-error';
import { requireSetUp } from '../permission';
import { recordChange } from '../history/record-change';

const isSame = (a: CycleRecord, b: CycleRecord): boolean => a.name === b.name && a.startDay === b.startDay && a.endDay === b.endDay;

export async function createCycle(deps: Deps, actor: Actor, input: Input<'createCycle'>): Promise<CycleView> {
  await requireSetUp(deps, actor);
  const { cycles } = await loadCycles(deps);
  const cycle: CycleRecord = { ...input, state: 'draft', closedDay: null, themes: [], capacity: null, changeId: null, version: 1 };
  const existing = cycles.find(({ id }) => id === input.id);
  if (existing !== undefined) {
    if (!isSame(existing, cycle)) throw idTaken('cycle');
    return cycleView(existing);
  }
  checkCycle(input, cycles);
  const changeId = await recordChange(deps, actor, { type: 'cycle', ...cycle }, [{ field: 'state', before: null, after: 'draft' }]);
  if (!(await deps.store.cycles.add({ ...cycle, changeId }))) throw idTaken('cycle');
  await deps.publish({ projectIds: [], keyResultIds: [], issueIds: [] });
  return cycleView(cycle);
}
