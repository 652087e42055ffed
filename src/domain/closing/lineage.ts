/** How often a goal was carried over, from the cycles its earlier forms were in. Pure; who may know of them is decided where they are read. */

type Step = { readonly cycleId: string; readonly cycleName: string };

/**
 * The names of the earlier cycles, the latest first: a copy beside its original, or one more in the same cycle, is no carrying over. `lineage`
 * is the latest first too.
 */
export function carriedOverFrom(cycleId: string, lineage: readonly Step[]): readonly string[] {
  const names: string[] = [];
  let below = cycleId;
  for (const step of lineage) {
    if (step.cycleId !== below) names.push(step.cycleName);
    below = step.cycleId;
  }
  return names;
}
