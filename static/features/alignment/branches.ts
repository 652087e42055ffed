/**
 * The part of the forest that is to be seen, with what is folded away under each objective: what both the map and the list are drawn from, so
 * that they show the same. Pure; knows nothing of how either is drawn.
 */
import type { Aligned, AlignmentForest } from '../../../src/domain/alignment-forest';

export type Branch<T extends Aligned> = {
  readonly objective: T;
  /** 1 for those that stand under nobody. */
  readonly depth: number;
  /** 1-based among its siblings. */
  readonly position: number;
  readonly siblings: number;
  /** How many there are to be seen under it, at any distance, folded away or not. */
  readonly under: number;
  readonly isOpen: boolean;
  /** Empty while it is folded. */
  readonly children: readonly Branch<T>[];
};

/** `on`: what is to be seen at all, with everything above it; null: everything. */
export function branchesOf<T extends Aligned>(
  forest: AlignmentForest<T>,
  on: ReadonlySet<string> | null,
  collapsed: ReadonlySet<string>,
): readonly Branch<T>[] {
  const seen = (objectives: readonly T[]): readonly T[] => (on === null ? objectives : objectives.filter(({ id }) => on.has(id)));
  const grow = (siblings: readonly T[], depth: number): readonly Branch<T>[] =>
    siblings.map((objective, index) => {
      const children = grow(seen(forest.childrenOf.get(objective.id) ?? []), depth + 1);
      const isOpen = !collapsed.has(objective.id);
      const under = children.reduce((sum, child) => sum + 1 + child.under, 0);
      return { objective, depth, position: index + 1, siblings: siblings.length, under, isOpen, children: isOpen ? children : [] };
    });
  return grow(seen(forest.roots), 1);
}

/** Every branch in reading order. */
export const flat = <T extends Aligned>(branches: readonly Branch<T>[]): readonly Branch<T>[] =>
  branches.flatMap((branch) => [branch, ...flat(branch.children)]);

/**
 * What to fold in at first so that about `most` are seen: level by level from the top, each objective is opened as long as those right under it
 * still fit. Nothing is folded where everything fits.
 */
export function foldedAtFirst(forest: AlignmentForest<Aligned>, on: ReadonlySet<string> | null, most: number): ReadonlySet<string> {
  const folded = new Set<string>();
  const row = on === null ? [...forest.roots] : forest.roots.filter(({ id }) => on.has(id));
  let shown = row.length;
  // The row grows while it is walked: that is what makes it level by level.
  for (const { id } of row) {
    const children = (forest.childrenOf.get(id) ?? []).filter((child) => on === null || on.has(child.id));
    if (shown + children.length <= most) {
      shown += children.length;
      row.push(...children);
    } else if (children.length > 0) folded.add(id);
  }
  // What is under a folded one starts folded too, so that opening it shows one more level and no flood.
  if (folded.size > 0) {
    for (const { id } of forest.byId.values()) {
      if ((forest.childrenOf.get(id) ?? []).length > 0 && !row.some((opened) => opened.id === id)) folded.add(id);
    }
  }
  return folded;
}
