/** What a reader of the alignment looks for: objectives by their words and those of their key results, and issues by key. Pure. */
import type { AlignedObjective } from '../../../src/contract/alignment';

/** True when every word is somewhere in the key or title of the objective, or in that of one key result. */
const matches = (objective: AlignedObjective, words: readonly string[]): boolean =>
  [objective, ...objective.keyResults].some(({ key, title }) => {
    const text = `${key} ${title}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });

/** Ids of the objectives that match; null while nothing is looked for. */
export const found = (objectives: Iterable<AlignedObjective>, text: string): ReadonlySet<string> | null => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  return new Set([...objectives].filter((objective) => matches(objective, words)).map(({ id }) => id));
};

/** `web-12` → `WEB-12`; null for what cannot be the key of an issue. Keys of objectives and key results are not those of issues. */
export const issueKeyOf = (text: string): string | null => {
  const key = text.trim().toUpperCase();
  return /^[A-Z][A-Z0-9_]+-\d+$/.test(key) && !/^KR-\d+$/.test(key) ? key : null;
};
