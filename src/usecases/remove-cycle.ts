/** Removes a cycle that nobody has written into. The row's going is the commit. */
import type { Input } from '../contract/api';
import { loadCycleToChange } from './change-cycle';
import type { Actor, Deps } from './deps';
import { OkrError } from './okr-error';

export async function removeCycle(deps: Deps, actor: Actor, input: Input<'removeCycle'>): Promise<null> {
  const { cycle } = await loadCycleToChange(deps, actor, input.id);
  if (!(await deps.store.cycles.remove(cycle.id, input.version)))
    throw new OkrError('CONFLICT', `${cycle.name} has objectives in it, or somebody else has changed it. Reload; close it if it is over.`);
  await deps.publish({ projectIds: [], keyResultIds: [], issueIds: [] });
  return null;
}
