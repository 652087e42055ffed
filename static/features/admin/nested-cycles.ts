/** Cycles in the order they are listed: what encloses others first, those below it, each with how deep it lies. Pure. */
import type { CycleView } from '../../../src/contract/okr';
import { daysOf, encloses } from '../../../src/domain/cycle';

export type NestedCycle = { readonly cycle: CycleView; readonly depth: number };

const isLonger = (a: CycleView, b: CycleView): boolean => a.id !== b.id && encloses(a, b) && daysOf(a) > daysOf(b);

/** Latest start first; a cycle lies below the shortest one that encloses it. */
export const nestedCycles = (cycles: readonly CycleView[]): readonly NestedCycle[] => {
  const parentOf = (cycle: CycleView): CycleView | undefined =>
    cycles.filter((other) => isLonger(other, cycle)).sort((a, b) => daysOf(a) - daysOf(b))[0];
  const below = (parent: CycleView | undefined, depth: number): readonly NestedCycle[] =>
    cycles
      .filter((cycle) => parentOf(cycle)?.id === parent?.id)
      .sort((a, b) => (a.startDay < b.startDay ? 1 : a.startDay > b.startDay ? -1 : a.id < b.id ? -1 : 1))
      .flatMap((cycle) => [{ cycle, depth }, ...below(cycle, depth + 1)]);
  return below(undefined, 0);
};
