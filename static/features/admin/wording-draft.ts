/** The words of the coach as their form holds them: languages with the lines of each group that was touched. What is as built in is not kept. Pure. */
import type { SiteSettings } from '../../../src/contract/settings';
import { builtInWords, wordListsOf } from '../../../src/domain/quality/site-words';
import { wordGroups, type WordGroup, type WordList } from '../../../src/domain/quality/word-list';
import { linesOf } from './lines';

type Wording = SiteSettings['wording'];

/** The tags of all languages, the built-in ones first. */
export const languagesOf = (wording: Wording): readonly string[] => wordListsOf(wording.languages).map(({ language }) => language);

export const isBuiltIn = (language: string): boolean => Object.keys(builtInWords(language)).length > 0;

const listOf = ({ languages }: Wording, language: string): WordList['words'] =>
  languages.find((list) => list.language === language)?.words ?? {};

export const isChanged = (wording: Wording, language: string, group: WordGroup): boolean =>
  isBuiltIn(language) && listOf(wording, language)[group] !== undefined;

/** As typed: empty lines and blanks are kept until it is saved. */
export const linesIn = (wording: Wording, language: string, group: WordGroup): string =>
  (listOf(wording, language)[group] ?? builtInWords(language)[group] ?? []).join('\n');

const withList = ({ languages }: Wording, language: string, words: WordList['words']): Wording => ({
  languages: [...languages.filter((list) => list.language !== language), { language, words }],
});

export const withLines = (wording: Wording, language: string, group: WordGroup, text: string): Wording =>
  withList(wording, language, { ...listOf(wording, language), [group]: text.split('\n') });

/** The group as it is built in. */
export function withBuiltIn(wording: Wording, language: string, group: WordGroup): Wording {
  const kept = Object.entries(listOf(wording, language)).filter(([name]) => name !== group);
  return withList(wording, language, Object.fromEntries(kept));
}

export const withLanguage = (wording: Wording, language: string): Wording => withList(wording, language, {});

export const withoutLanguage = ({ languages }: Wording, language: string): Wording => ({
  languages: languages.filter((list) => list.language !== language),
});

/** What is wrong with the tag of a language to be added; null where nothing is. */
export function wrongTag(wording: Wording, tag: string): string | null {
  if (!/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}$/.test(tag)) return 'Give the tag of the language, like de or pt-BR.';
  return languagesOf(wording).includes(tag) ? 'This language is there already.' : null;
}

const sameWords = (one: readonly string[], other: readonly string[]): boolean => JSON.stringify(one) === JSON.stringify(other);

/** As it is kept: each word once, without groups that are as built in; in the order of the languages' tags, so that equal is equal. */
export function cleaned({ languages }: Wording): { languages: { language: string; words: Partial<Record<WordGroup, string[]>> }[] } {
  const lists = languages.map(({ language, words }) => {
    const groups = wordGroups.flatMap((group): [WordGroup, string[]][] => {
      const lines = words[group];
      if (lines === undefined) return [];
      const own = [...new Set(linesOf(lines.join('\n')))];
      return sameWords(own, builtInWords(language)[group] ?? []) ? [] : [[group, own]];
    });
    return { language, words: Object.fromEntries(groups) };
  });
  return {
    languages: lists
      .filter(({ language, words }) => !isBuiltIn(language) || Object.keys(words).length > 0)
      .sort((a, b) => (a.language < b.language ? -1 : 1)),
  };
}
