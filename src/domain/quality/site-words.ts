/** The word lists of a site: the built-in ones, with the groups that somebody has changed in place of theirs, and the languages that were added. Pure. */
import type { WordList } from './word-list';
import { wordsEn } from './words-en';

const builtIn: readonly WordList[] = [wordsEn];

/** What is built in for a language; nothing for a language that was added. */
export const builtInWords = (language: string): WordList['words'] => builtIn.find((list) => list.language === language)?.words ?? {};

/** `changed`: by language, the groups that differ from what is built in. The built-in languages first. */
export function wordListsOf(changed: readonly WordList[]): readonly WordList[] {
  const added = changed.filter(({ language }) => !builtIn.some((list) => list.language === language));
  const ownOf = (language: string) => changed.find((list) => list.language === language)?.words ?? {};
  return [...builtIn.map(({ language, words }) => ({ language, words: { ...words, ...ownOf(language) } })), ...added];
}
