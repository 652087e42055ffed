/** What a reader of the alignment looks for: objectives by their words and those of their key results, and issues by key. Pure. */
import type { AlignedObjective } from '../../../src/contract/alignment';

/** The texts an objective is searched in, kept while it is: a company's are searched at every letter. */
const searched = new WeakMap<AlignedObjective, readonly string[]>();

/** Its own key and title, then those of each of its key results. */
const searchedIn = (objective: AlignedObjective): readonly string[] => {
  const known = searched.get(objective);
  if (known !== undefined) return known;
  const texts = [objective, ...objective.keyResults].map(({ key, title }) => `${key} ${title}`.toLowerCase());
  searched.set(objective, texts);
  return texts;
};

/** True when every word is somewhere in the key or title of the objective, or in that of one key result. */
const matches = (objective: AlignedObjective, words: readonly string[]): boolean =>
  searchedIn(objective).some((text) => words.every((word) => text.includes(word)));

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
