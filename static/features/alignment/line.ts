/** The ways from where somebody looks up to the top: from an issue, a key result or an objective. Pure; what an issue serves is asked elsewhere. */
import type { AlignedKeyResult, AlignedObjective } from '../../../src/contract/alignment';
import type { AlignmentForest } from '../../../src/domain/alignment-forest';
import { lineToTop } from '../../../src/domain/line-of-sight';
import type { LineStart } from './line-address';

/** A way up from one start: the key result it begins with, where it does, and the objectives, the lowest first. */
export type WayUp = { readonly keyResult: AlignedKeyResult | null; readonly objectives: readonly AlignedObjective[] };

const wayFromKeyResult = (forest: AlignmentForest<AlignedObjective>, keyResultId: string): readonly WayUp[] => {
  for (const objective of forest.byId.values()) {
    const keyResult = objective.keyResults.find(({ id }) => id === keyResultId);
    if (keyResult) return [{ keyResult, objectives: lineToTop(forest, objective.id) }];
  }
  return [];
};

/** `served`: the key results an issue serves. Empty where nothing of it is at hand. */
export const waysUp = (forest: AlignmentForest<AlignedObjective>, start: LineStart, served: readonly string[]): readonly WayUp[] => {
  switch (start.from) {
    case 'issue':
      return served.flatMap((id) => wayFromKeyResult(forest, id));
    case 'key-result':
      return wayFromKeyResult(forest, start.id);
    case 'objective': {
      const objectives = lineToTop(forest, start.id);
      return objectives.length === 0 ? [] : [{ keyResult: null, objectives }];
    }
  }
};
