/** What a change of the coach's words changes: the words of each group of each language, before and after. Pure. */
import { builtInWords } from '../../domain/quality/site-words';
import { wordGroups, wordGroupWords, type WordGroup, type WordList } from '../../domain/quality/word-list';
import type { FieldChangeRecord } from '../../store/plan-changes';
import { fieldChange, listText } from '../history/plan-change';

const wordsIn = (lists: readonly WordList[], language: string, group: WordGroup): readonly string[] =>
  (lists.find((list) => list.language === language)?.words ?? {})[group] ?? builtInWords(language)[group] ?? [];

export function wordingChanges(before: readonly WordList[], after: readonly WordList[]): readonly FieldChangeRecord[] {
  const languages = [...new Set([...before, ...after].map(({ language }) => language))];
  return languages.flatMap((language) => {
    const isThere = (lists: readonly WordList[]) => (lists.some((list) => list.language === language) ? 'own words' : null);
    return [
      ...fieldChange(`words of ${language}`, isThere(before), isThere(after), (text) => text),
      ...wordGroups.flatMap((group) => {
        const name = `${language}, ${wordGroupWords[group].name.toLowerCase()}`;
        return fieldChange(name, wordsIn(before, language, group), wordsIn(after, language, group), listText);
      }),
    ];
  });
}
