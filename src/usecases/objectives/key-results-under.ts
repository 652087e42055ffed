/**
 * The live key results under objectives, and all those whose part of shared issues changes when these go into another cycle or away, or their
 * privacy changes. Two SQL requests.
 */
import type { Deps } from '../deps';

export async function keyResultsUnder(
  deps: Deps,
  objectiveIds: readonly string[],
): Promise<{ readonly own: readonly string[]; readonly splitters: readonly string[] }> {
  const own = (await deps.store.keyResults.listByObjectives(objectiveIds)).map(({ id }) => id);
  return { own, splitters: await deps.store.scope.listSplitters(own) };
}
