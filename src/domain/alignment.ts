/** Alignment: each objective has at most one parent. Knows ids only. */

/**
 * True when making `parentId` the parent of `childId` would close a loop: it is the child itself or somewhere below it. Data that holds a loop
 * already ends the search rather than the program.
 */
export function wouldLoop(parents: ReadonlyMap<string, string | null>, childId: string, parentId: string): boolean {
  const seen = new Set<string>();
  for (let id: string | null = parentId; id !== null && !seen.has(id); id = parents.get(id) ?? null) {
    if (id === childId) return true;
    seen.add(id);
  }
  return false;
}
