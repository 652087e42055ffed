/** The cycles one can write an objective into. */
import type { CycleView } from '../../contract/okr';
import { cycleView } from './cycles';
import type { Deps } from '../deps';
import { loadCycles } from '../load';

export async function listCycles(deps: Deps): Promise<readonly CycleView[]> {
  return (await loadCycles(deps)).cycles.map(cycleView);
}
