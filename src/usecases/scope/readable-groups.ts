/** Splits scopes into groups that one SQL response can carry: reading them all at once would pass Forge's 4 MiB. */

/** Scope rows read in one statement, about 2 MB; also the most a single key result may hold. */
export const MAX_SCOPE_ROWS = 15_000;

/** Groups in the given order, none above the row limit (one huge scope is a group of its own) or of more than `most` items. */
export function readableGroups<T>(items: readonly T[], rowsOf: (item: T) => number, most: number): readonly (readonly T[])[] {
  const groups: T[][] = [];
  let rows = 0;
  for (const item of items) {
    const group = groups.at(-1);
    if (group === undefined || group.length === most || rows + rowsOf(item) > MAX_SCOPE_ROWS) {
      groups.push([item]);
      rows = rowsOf(item);
    } else {
      group.push(item);
      rows += rowsOf(item);
    }
  }
  return groups;
}
