/** What in a text is still to be filled in: a word that says so, an empty pair of brackets, a letter in the place of a number. Pure. */
import type { Reading } from './reading';
import type { Place } from './verdict';

/** `[N]`, `[…]`, `$X`, `X%`, `___`, `??`; the same capital letter three times is a stand-in too. */
const standIn =
  /\[(?:\p{Lu}{1,3}|[.…_?\s-]{0,8})\]|\p{Sc}\p{Lu}(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])[NXYZ]\s?%|_{3,}|\?{2,}|(?<![\p{L}\p{N}])(\p{Lu})\1\1(?![\p{L}\p{N}])/gu;

export function unfinishedIn(reading: Reading): readonly Place[] {
  const signs = [...reading.text.matchAll(standIn)].map((found) => ({ start: found.index, end: found.index + found[0].length }));
  const said = reading.find('unfinishedWords').filter((word) => !signs.some((sign) => sign.start <= word.start && word.end <= sign.end));
  return [...signs, ...said].sort((a, b) => a.start - b.start);
}
