/** The cycles one can write an objective into. */
import type { CycleView } from '../contract/okr';
import { dayOf } from '../domain/calendar';
import { knownCycles } from './cycles';
import type { Deps } from './deps';

export async function listCycles(deps: Deps): Promise<readonly CycleView[]> {
  return knownCycles(await deps.store.cycles.list(), dayOf(deps.now()));
}
