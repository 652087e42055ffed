/**
 * A text as the rules see it: its tokens, what the word lists say of them, its first verb, and its numbers with what each is for. Knows no rule. Linear
 * in the text.
 */
import { amountsIn, type Amount } from './amounts';
import { lengthAt, type Lexicon } from './lexicon';
import { lengthInWords, tokensOf, type Token } from './tokens';
import type { Place } from './verdict';
import { wordGroups, type WordGroup } from './word-list';

export type Reading = {
  readonly text: string;
  /** Without those of a label (`Sales:`). */
  readonly tokens: readonly Token[];
  /** The place of the first token that says something: after words that may stand before a verb. */
  readonly lead: number;
  readonly lengthInWords: number;
  readonly amounts: readonly Amount[];
  /** Where entries of a group stand, in the order of the text; they do not overlap. */
  readonly find: (group: WordGroup) => readonly Place[];
  /** The entry of the group that the text opens with. */
  readonly opensWith: (group: WordGroup) => Place | null;
  /** The verb of a task that the text opens with; no noun that looks like one (“test coverage”, “hiring managers”, “release notes are …”). */
  readonly task: Place | null;
  /** Words of completion that say that something was done (“is documented”, “shipped by May”); not those that tell what a thing is like (“a documented process”). */
  readonly finished: readonly Place[];
  /** Words that say something and are in none of the groups. */
  readonly telling: (but: readonly WordGroup[]) => readonly Token[];
  /** Whether enough words are in a list: otherwise it is another language, and what the text lacks cannot be told from its words. */
  readonly isKnown: boolean;
};

const MOST_LABEL_WORDS = 4;

const placeOf = (tokens: readonly Token[], at: number, count: number): Place => ({
  start: tokens[at]?.start ?? 0,
  end: tokens[at + count - 1]?.end ?? 0,
});

/** A label names a team before a colon: `Customer success: …`. */
function afterLabel(text: string, tokens: readonly Token[], lexicon: Lexicon): number {
  const colon = text.search(/[:：]\s/u);
  const labelled = colon < 0 ? 0 : tokens.findIndex((token) => token.start > colon);
  const isSentence = (['taskVerbs', 'makingVerbs', 'changeVerbs', 'aimVerbs'] as const).some(
    (group) => lengthAt(lexicon, group, tokens, 0) > 0,
  );
  const isLabel = labelled > 0 && labelled <= MOST_LABEL_WORDS && tokens[labelled]?.type === 'word';
  return isLabel && !isSentence ? labelled : 0;
}

function leadOf(tokens: readonly Token[], lexicon: Lexicon): number {
  let lead = 0;
  for (let length = lengthAt(lexicon, 'openingWords', tokens, lead); length > 0; length = lengthAt(lexicon, 'openingWords', tokens, lead))
    lead += length;
  return lead < tokens.length ? lead : 0;
}

const NEAR = 3;

/** A verb of a task, unless it is the beginning of a name: then the end of the name, or a verb after it, gives it away. */
function taskOf(text: string, tokens: readonly Token[], lead: number, lexicon: Lexicon): Place | null {
  const length = lengthAt(lexicon, 'taskVerbs', tokens, lead);
  if (length === 0) return null;
  const is = (group: WordGroup, at: number) => lengthAt(lexicon, group, tokens, at) > 0;
  const next = lead + length;
  if (is('figureWords', next) || text[tokens[next - 1]?.end ?? 0] === '-') return null;
  for (let at = next; at < next + NEAR && at < tokens.length; at++) {
    if (is('smallWords', at) && !is('stateWords', at)) break;
    // Right after it only “is” or “are”: “releasing is boring”, and not “track use of the app”.
    if (is('stateWords', at) && (at > next || is('smallWords', at))) return null;
  }
  return placeOf(tokens, lead, length);
}

function finishedIn(text: string, tokens: readonly Token[], lead: number, lexicon: Lexicon): readonly Place[] {
  const is = (group: WordGroup, at: number) => lengthAt(lexicon, group, tokens, at) > 0;
  const places: Place[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const length = lengthAt(lexicon, 'finishedWords', tokens, at);
    if (length === 0) continue;
    const next = at + length;
    const gap = text.slice(tokens[next - 1]?.end, tokens[next]?.start);
    const tellsOfNext =
      next < tokens.length && gap.trim() === '' && !is('smallWords', next) && !is('finishedWords', next) && !is('joiningWords', next);
    if (at === lead || is('stateWords', at - 1) || !tellsOfNext) places.push(placeOf(tokens, at, length));
    at = next - 1;
  }
  return places;
}

function findIn(lexicon: Lexicon, group: WordGroup, tokens: readonly Token[]): readonly Place[] {
  const places: Place[] = [];
  for (let at = 0; at < tokens.length;) {
    const length = lengthAt(lexicon, group, tokens, at);
    if (length > 0) places.push(placeOf(tokens, at, length));
    at += Math.max(1, length);
  }
  return places;
}

const KNOWN_SHARE = 1 / 4;

function isKnown(tokens: readonly Token[], lexicon: Lexicon): boolean {
  const words = tokens.flatMap(({ type }, at) => (type === 'word' ? [at] : []));
  const known = words.filter((at) => wordGroups.some((group) => lengthAt(lexicon, group, tokens, at) > 0));
  return known.length > 0 && known.length >= words.length * KNOWN_SHARE;
}

export function readText(text: string, lexicon: Lexicon): Reading {
  const all = tokensOf(text);
  const tokens = all.slice(afterLabel(text, all, lexicon));
  const lead = leadOf(tokens, lexicon);
  const isIn = (at: number, group: WordGroup) => lengthAt(lexicon, group, tokens, at) > 0;
  return {
    text,
    tokens,
    lead,
    lengthInWords: lengthInWords(text.slice(tokens[0]?.start ?? 0)),
    amounts: amountsIn(text, tokens, lexicon),
    find: (group) => findIn(lexicon, group, tokens),
    opensWith: (group) => {
      const length = lengthAt(lexicon, group, tokens, lead);
      return length === 0 ? null : placeOf(tokens, lead, length);
    },
    task: taskOf(text, tokens, lead, lexicon),
    finished: finishedIn(text, tokens, lead, lexicon),
    telling: (but) => {
      const groups = [...but, 'smallWords' as const];
      return tokens.filter(({ type }, at) => at >= lead && type === 'word' && !groups.some((group) => isIn(at, group)));
    },
    isKnown: isKnown(tokens, lexicon),
  };
}
