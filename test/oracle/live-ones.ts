/** What was told and not archived since, in the order it was told. */
import type { Life } from './life';
import type { ToldKeyResult, ToldObjective } from './told';

export const liveObjectives = (life: Life): readonly ToldObjective[] =>
  [...life.told.objectives.values()].filter(({ archived }) => !archived);
export const liveKeyResults = (life: Life): readonly ToldKeyResult[] =>
  [...life.told.keyResults.values()].filter((one) => !one.archived && life.told.objectives.get(one.objectiveId)?.archived === false);
