/**
 * The numbers of a text, and what each of them is: an amount, a date, or part of a name (`P95`, `Day-7`, `#1`). Knows words only through the lists and
 * no rule. Linear in the text.
 */
import { lengthAt, type Lexicon } from './lexicon';
import type { Token } from './tokens';
import type { Place } from './verdict';

export type Amount = Place & {
  /** `amount`: says how much. `span`: a condition on an amount ("within 14 days"). `date`: says when. `name`: says neither. */
  readonly type: 'amount' | 'span' | 'date' | 'name';
  readonly isInBrackets: boolean;
  /** It stands for where one starts: "from 25", "currently 3 %". */
  readonly isStart: boolean;
  /** The place of its token. */
  readonly at: number;
};

const quarter = /^(?:[qh][1-4]|[1-4][qh]|[fc]y\p{Nd}{2,4}|q[1-4]fy\p{Nd}{2,4}|kw\p{Nd}{1,2})$/u;
const year = /^(?:19|20)\p{Nd}{2}$/u;
const ordinal = /^(?:st|nd|rd|th|er|e|ª|º)$/u;
/** How many tokens may stand between a word that says that a start follows, and the number. */
const START_REACH = 2;

/** For each place of the text whether brackets are open there. */
function bracketsAround(text: string): (at: number) => boolean {
  const spans: Place[] = [];
  let open = -1;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '(' && open < 0) open = at;
    if (sign === ')' && open >= 0) {
      spans.push({ start: open, end: at });
      open = -1;
    }
  }
  let next = 0;
  return (at) => {
    while (next < spans.length && (spans[next]?.end ?? 0) < at) next++;
    return (spans[next]?.start ?? text.length) < at;
  };
}

/** Only an arrow between two numbers: `40 → 5`, `40 -> 5`. */
const arrow = /^\+?\s*(?:[%\p{Sc}\p{L}/]{1,12}\s*){0,3}(?:→|⇒|-{1,3}>|=>|➔|➝)/u;
const glued = /[\p{L}\p{M}\p{N}][-_/.]$/u;

/** `all` and `no` say how much where the text opens with them; later they only stress. */
const isNumberWord = (tokens: readonly Token[], at: number, lexicon: Lexicon): boolean =>
  lengthAt(lexicon, 'numberWords', tokens, at) > 0 || (at === 0 && lengthAt(lexicon, 'wholeWords', tokens, at) > 0);

function typeOf(text: string, tokens: readonly Token[], at: number, token: Token, lexicon: Lexicon): Amount['type'] | null {
  if (token.type === 'day' || quarter.test(token.word)) return 'date';
  if (lengthAt(lexicon, 'dateWords', tokens, at) > 0 && lengthAt(lexicon, 'dateLeads', tokens, at - 1) > 0) return 'date';
  if (token.type === 'word') return isNumberWord(tokens, at, lexicon) ? 'amount' : null;
  if (at === 0 && /^[.)]\s/u.test(text.slice(token.end, token.end + 2))) return 'name';
  if (lengthAt(lexicon, 'nameLeads', tokens, at - 1) > 0) return 'name';
  const before = text.slice(Math.max(0, token.start - 2), token.start);
  if (before.endsWith('#') || glued.test(before) || ordinal.test(token.suffix.toLowerCase())) return 'name';
  const leads = (group: 'dateLeads' | 'windowWords' | 'dateWords') => lengthAt(lexicon, group, tokens, at - 1) > 0;
  const isDated = leads('dateLeads') || leads('dateWords') || quarter.test(tokens[at - 1]?.word ?? '');
  if (year.test(token.word) && isDated) return 'date';
  if (leads('dateWords') && lengthAt(lexicon, 'dateLeads', tokens, at - 2) > 0) return 'date';
  return leads('windowWords') ? 'span' : 'amount';
}

const isSignOf = (text: string, at: number) => /[<>≤≥~=+]/u.test(text.slice(Math.max(0, at - 2), at));

export function amountsIn(text: string, tokens: readonly Token[], lexicon: Lexicon): readonly Amount[] {
  const isInBrackets = bracketsAround(text);
  const amounts: Amount[] = [];
  let startWordAt = -1 - START_REACH - 1;
  tokens.forEach((token, at) => {
    const startLength = lengthAt(lexicon, 'startWords', tokens, at);
    if (startLength > 0) startWordAt = at + startLength - 1;
    const type = typeOf(text, tokens, at, token, lexicon);
    if (type === null) return;
    const { start, end } = token;
    const isStart =
      (type === 'amount' || type === 'span') && (at - startWordAt <= START_REACH + 1 || arrow.test(text.slice(end, end + 40)));
    if (isStart) startWordAt = -1 - START_REACH - 1;
    const isCompared = type === 'span' && isSignOf(text, start);
    amounts.push({ start, end, type: isCompared ? 'amount' : type, isInBrackets: isInBrackets(start), isStart, at });
  });
  // A number alone is what is wanted, whatever stands before it.
  const hasGoal = amounts.some(({ type, isStart }) => (type === 'amount' || type === 'span') && !isStart);
  return hasGoal ? amounts : amounts.map((amount) => ({ ...amount, isStart: false }));
}
