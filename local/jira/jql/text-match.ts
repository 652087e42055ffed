/**
 * The word match of `~`: every word of the query must be in the text, in any order; `roll*` matches the beginning of a
 * word; words inside escaped double quotes must follow each other. No stemming, unlike Jira: `running` does not find `run`.
 */

const split = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+\*?/gu) ?? [];

export const wordsOf = (text: string): readonly string[] => split(text).map((word) => word.replace(/\*$/, ''));

const fits = (wanted: string, word: string | undefined): boolean =>
  word !== undefined && (wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : word === wanted);

/** Null when the query has no word to look for. */
export const compileTextQuery = (query: string): ((words: readonly string[]) => boolean) | null => {
  const phrases = [...query.matchAll(/"([^"]+)"/g)].map((match) => split(match[1] ?? '')).filter((phrase) => phrase.length > 0);
  const single = split(query.replace(/"[^"]+"/g, ' '));
  if (phrases.length === 0 && single.length === 0) return null;
  const hasPhrase = (words: readonly string[], phrase: readonly string[]) =>
    words.some((_, start) => phrase.every((wanted, offset) => fits(wanted, words[start + offset])));
  return (words) =>
    single.every((wanted) => words.some((word) => fits(wanted, word))) && phrases.every((phrase) => hasPhrase(words, phrase));
};
