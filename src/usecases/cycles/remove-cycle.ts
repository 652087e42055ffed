/** Removes a cycle that nobody has written into. The row's going is the commit. */
import type { Input } from '../../contract/api';
import { loadCycleToChange } from './change-cycle';
import type { Actor, Deps } from '../deps';
import { OkrError } from '../okr-error';
import { recordChange } from '../history/record-change';

export async function removeCycle(deps: Deps, actor: Actor, input: Input<'removeCycle'>): Promise<null> {
  const { cycle } = await loadCycleToChange(deps, actor, input.id);
  const gone = [
    { field: 'state', before: cycle.state, after: 'removed' },
    { field: 'name', before: cycle.name, after: null },
  ];
  await recordChange(deps, actor, { type: 'cycle', ...cycle }, gone, { isLast: true });
  if (!(await deps.store.cycles.remove(cycle.id, input.version)))
    throw new OkrError('CONFLICT', `${cycle.name} has objectives in it, or somebody else has changed it. Reload; close it if it is over.`);
  await deps.publish({ projectIds: [], keyResultIds: [], issueIds: [] });
  return null;
}
