/**
 * Word lists made ready for looking up: all languages at once, so that a site that writes in two of them needs no choice. Knows no rule. An entry is
 * found by its first word, so looking up is linear in the text.
 */
import { tokensOf, type Token } from './tokens';
import { wordGroups, type WordGroup, type WordList } from './word-list';

/** The words of each entry, by its first word; longer entries first. */
type Entries = ReadonlyMap<string, readonly (readonly string[])[]>;

export type Lexicon = ReadonlyMap<WordGroup, Entries>;

function entriesOf(texts: readonly string[]): Entries {
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const text of texts) {
    const words = tokensOf(text).map(({ word }) => word);
    const [first] = words;
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), words]);
  }
  for (const entries of byFirst.values()) entries.sort((a, b) => b.length - a.length);
  return byFirst;
}

export const lexiconOf = (lists: readonly WordList[]): Lexicon =>
  new Map(wordGroups.map((group) => [group, entriesOf(lists.flatMap((list) => list.words[group] ?? []))]));

/** How many tokens, from the one at `at` on, are an entry of the group; 0: none. The longest entry decides. */
export function lengthAt(lexicon: Lexicon, group: WordGroup, tokens: readonly Token[], at: number): number {
  const first = tokens[at]?.word;
  const entries = first === undefined ? undefined : lexicon.get(group)?.get(first);
  return entries?.find((words) => words.every((word, index) => tokens[at + index]?.word === word))?.length ?? 0;
}
