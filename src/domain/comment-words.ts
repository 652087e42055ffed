/**
 * The words of a comment: plain text in which `@[account id]` names a person and an address can be followed. Says what stands where; who the
 * person is, and what a link looks like, is the screen's business. Pure.
 */
export type WordsPart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'mention'; readonly accountId: string }
  | { readonly type: 'link'; readonly address: string };

/** In UTF-16 units, with mentions as they are kept. */
export const LONGEST_COMMENT = 2000;

const special = /@\[([^\s[\]]{1,128})\]|https?:\/\/[^\s<>"]+/g;

export const mentionOf = (accountId: string): string => `@[${accountId}]`;

const count = (text: string, sign: string): number => text.split(sign).length - 1;

/** What ends a sentence does not belong to the address in it; a bracket does where it was opened inside. */
function withoutSentenceEnd(address: string): string {
  const last = address.at(-1) ?? '';
  const isStray = ".,;:!?'’”]}".includes(last) || (last === ')' && count(address, ')') > count(address, '('));
  return isStray ? withoutSentenceEnd(address.slice(0, -1)) : address;
}

/** An address that names a user says another host than it seems to. */
function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
}

/** The parts in order; joined they are the words. Only `http` and `https` become links. */
export function partsOf(words: string): readonly WordsPart[] {
  const parts: WordsPart[] = [];
  let done = 0;
  const textUntil = (end: number): void => {
    if (end > done) parts.push({ type: 'text', text: words.slice(done, end) });
  };
  for (const found of words.matchAll(special)) {
    const [whole, accountId] = found;
    const address = accountId === undefined ? withoutSentenceEnd(whole) : whole;
    if (accountId === undefined && !isSafe(address)) continue;
    textUntil(found.index);
    parts.push(accountId === undefined ? { type: 'link', address } : { type: 'mention', accountId });
    done = found.index + address.length;
  }
  textUntil(words.length);
  return parts;
}

/** Who is mentioned, each once, in the order of the words. */
export const mentionsIn = (words: string): readonly string[] => [
  ...new Set(partsOf(words).flatMap((part) => (part.type === 'mention' ? [part.accountId] : []))),
];
