/**
 * Chance for the forecast, in 32-bit integers alone: the same seed and place give the same word on every machine, and every place can be
 * asked for by itself. Not for secrets.
 */

const { imul } = Math;

/** 2^32 ÷ the golden ratio: its multiples lie far apart. */
const GOLDEN = 0x9e3779b9;

/** Mixes 32 bits so that every bit of the input moves about half of the bits of the result; constants from Wellons, "hash-prospector". */
function mix(word: number): number {
  let x = imul(word ^ (word >>> 16), 0x21f0aaad);
  x = imul(x ^ (x >>> 15), 0x735a2d97);
  return x ^ (x >>> 15);
}

/** The word (32 bits, as a signed integer) at a place of the sequence of a seed. `place` is a whole number; no two below 2^32 are alike. */
export const randomWord = (seed: number, place: number): number => mix((seed + imul(place, GOLDEN)) | 0);

/** A whole number from 0 to `count` − 1 from a random word, each as likely as the others to within 2^-20; `count` up to 4,096. */
export const pick = (word: number, count: number): number => imul(word >>> 12, count) >>> 20;

/** A seed from whole numbers below 2^32; their order matters. */
export function seedOf(numbers: Iterable<number>): number {
  let seed = 0;
  for (const number of numbers) seed = mix((seed + imul(number | 0, GOLDEN) + 1) | 0);
  return seed;
}
