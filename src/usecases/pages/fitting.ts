/** Answers stay below a megabyte however long the texts in them are. */

const MOST_BYTES = 950_000;
const encoder = new TextEncoder();
const bytesOf = (part: object): number => encoder.encode(JSON.stringify(part)).length + 1;

/** As many from the start as fit into an answer, at least one. */
export function fitting<T extends object>(parts: readonly T[]): readonly T[] {
  let bytes = 0;
  const over = parts.findIndex((part, index) => (bytes += bytesOf(part)) > MOST_BYTES && index > 0);
  return over === -1 ? parts : parts.slice(0, over);
}
