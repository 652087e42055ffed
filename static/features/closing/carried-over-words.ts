/** How often a goal was carried over, in words: once is a remark, again is a warning. None where it was not. */

const times = ['', 'once', 'twice', 'three times or more'] as const;

/** `from`: names of the earlier cycles, the latest first. */
export function carriedOverWords(from: readonly string[]): readonly string[] {
  if (from.length === 0) return [];
  if (from.length === 1) return [`carried over from ${from.join('')}`];
  return [`carried over ${times[Math.min(from.length, 3)] ?? ''} before: from ${[...from].reverse().join(', ')}`];
}
