/**
 * A text cut into words and numbers, each with its place. Knows no language: what a word means is for the word lists to say. One pass over the text,
 * whatever is in it.
 */
import type { Place } from './verdict';

export type Token = Place & {
  /** As it is looked up: small letters, with one form for each letter. */
  readonly word: string;
  readonly type: 'word' | 'number' | 'day';
  /** The letters right after a number: `10k`, `3x`, `500ms`. */
  readonly suffix: string;
};

/** A day; a number and the letters at it; a word with apostrophes and digits in it. */
const token =
  /(\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2}|\p{Nd}{1,2}[./]\p{Nd}{1,2}[./]\p{Nd}{2,4})|(\p{N}+(?:[.,]\p{N}+)*)([\p{L}\p{M}]*)|\p{L}[\p{L}\p{M}\p{N}'’]*/gu;

export const tokensOf = (text: string): readonly Token[] =>
  [...text.matchAll(token)].map((found) => {
    const [whole, day, number, suffix = ''] = found;
    return {
      start: found.index,
      end: found.index + whole.length,
      word: whole.toLowerCase().normalize('NFC').replaceAll('’', "'"),
      type: day === undefined ? (number === undefined ? 'word' : 'number') : 'day',
      suffix,
    };
  });

/** Writing that puts no space between words: about two signs make one. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
const SIGNS_A_WORD = 2;

/** How long it is to read: what stands between spaces and holds a letter or a digit is one word, `self-service` too. */
export function lengthInWords(text: string): number {
  const spaced = text.replace(unspaced, ' ');
  const signs = text.match(unspaced)?.length ?? 0;
  return spaced.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length + Math.ceil(signs / SIGNS_A_WORD);
}
