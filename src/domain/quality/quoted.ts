/** A few words of a text as a sentence names them. */
import type { Place } from './verdict';

const MOST_NAMED = 3;

/** “launch”, “ship” and 2 more. Each once, as it stands in the text. */
export function quoted(text: string, places: readonly Place[]): string {
  const words = [...new Map(places.map(({ start, end }) => [text.slice(start, end).toLowerCase(), text.slice(start, end)])).values()];
  const named = words.slice(0, MOST_NAMED).map((word) => `“${word}”`);
  const more = words.length - named.length;
  if (more > 0) return `${named.join(', ')} and ${more} more`;
  const last = named.pop() ?? '';
  return named.length === 0 ? last : `${named.join(', ')} and ${last}`;
}
