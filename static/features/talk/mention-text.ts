/**
 * Mentions while somebody is typing: in the box a person stands as `@Name`, in what is sent as `@[account id]`. Pure; knows neither box nor Jira.
 */
import { mentionOf, partsOf } from '../../../src/domain/comment-words';

/** Account ids by the name a person has in the box. */
export type Names = ReadonlyMap<string, string>;

export const noNames: Names = new Map();

/** What is typed after an `@` that begins a word, up to the caret: where it begins, and the beginning of a name. Null where nothing is. */
export const typedMention = (text: string, caret: number): { readonly start: number; readonly query: string } | null => {
  const query = /(?:^|[\s([])@([^\s@][^@\n]{0,40}|)$/.exec(text.slice(0, caret))?.[1];
  return query === undefined ? null : { start: caret - query.length - 1, query };
};

/** The name under which this person can stand in the box: another one of the same name makes it `Mia Kern (2)`. */
export const nameFor = (names: Names, person: { readonly accountId: string; readonly name: string }): string => {
  const taken = (name: string): boolean => names.has(name) && names.get(name) !== person.accountId;
  let name = person.name;
  for (let count = 2; taken(name); count += 1) name = `${person.name} (${count})`;
  return name;
};

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What is sent: each `@Name` that was picked becomes a mention, the longest name first. */
export const wordsOf = (text: string, names: Names): string => {
  const known = [...names.keys()].toSorted((a, b) => b.length - a.length);
  if (known.length === 0) return text;
  const picked = new RegExp(`@(${known.map(literal).join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return text.replace(picked, (whole, name: string) => {
    const accountId = names.get(name);
    return accountId === undefined ? whole : mentionOf(accountId);
  });
};

/** What stands in the box for words that were sent; a person without a name stays as in the words. */
export const textOf = (words: string, names: Names): string => {
  const nameOf = new Map([...names].map(([name, accountId]) => [accountId, name]));
  return partsOf(words)
    .map((part) => {
      if (part.type === 'text') return part.text;
      if (part.type === 'link') return part.address;
      const name = nameOf.get(part.accountId);
      return name === undefined ? mentionOf(part.accountId) : `@${name}`;
    })
    .join('');
};
