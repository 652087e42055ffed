/**
 * The line somebody looks at: from an issue, a key result or an objective up to the top. Named in the page's address, so that it can be sent to
 * others. Pure; what an issue serves is asked elsewhere.
 */
import type { AlignedKeyResult, AlignedObjective } from '../../../src/contract/alignment';
import type { AlignmentForest } from '../../../src/domain/alignment-forest';
import { lineToTop } from '../../../src/domain/line-of-sight';

export type LineStart =
  { readonly from: 'objective' | 'key-result'; readonly id: string } | { readonly from: 'issue'; readonly key: string };

const parameter = 'line';

/** `objective.o-1`, `key-result.k-1`, `issue.WEB-12`. */
const nameOf = (start: LineStart): string => `${start.from}.${start.from === 'issue' ? start.key : start.id}`;

export const lineOfSearch = (search: string): LineStart | null => {
  const [, from, id] = /^(objective|key-result|issue)\.(.+)$/.exec(new URLSearchParams(search).get(parameter) ?? '') ?? [];
  if (id === undefined) return null;
  if (from === 'issue') return { from, key: id };
  return from === 'objective' || from === 'key-result' ? { from, id } : null;
};

/** Other parameters stay. */
export const searchWithLine = (start: LineStart | null, search: string): string => {
  const params = new URLSearchParams(search);
  if (start === null) params.delete(parameter);
  else params.set(parameter, nameOf(start));
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
};

export const sameStart = (a: LineStart | null, b: LineStart | null): boolean => (a && nameOf(a)) === (b && nameOf(b));

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
