/**
 * What an objective may serve, guessed from words it shares with what is above, from where others of its place are aligned, and from levels. Every
 * suggestion says why. Words of English are cut down to their stems, those of other languages are compared as they are; no meaning is known here.
 */
import { homeKey, levels, type Home } from './home';

export type AlignedWords = {
  readonly title: string;
  readonly description: string;
  readonly keyResultTitles: readonly string[];
  readonly home: Home;
  /** The groups its project is in. */
  readonly groupIds: readonly string[];
};

export type ParentCandidate = {
  readonly id: string;
  /** Of its human key; decides between equals. */
  readonly number: number;
  readonly title: string;
  readonly description: string;
  readonly keyResults: readonly { readonly id: string; readonly title: string }[];
  readonly home: Home;
  /** How many other objectives of the place that is asked for are aligned to it. */
  readonly siblings: number;
};

export type ParentSuggestion = {
  readonly id: string;
  /** A key result that shares more words than its objective does; null: the objective as a whole. */
  readonly keyResultId: string | null;
  /** As the objective that is aligned has them, in its order. */
  readonly words: readonly string[];
  readonly siblings: number;
  /** It lives just above: with a group the project is in, or with the company where the other lives with a group. */
  readonly isJustAbove: boolean;
};

const MOST = 5;
/** Being just above is no reason of its own where more than these are. */
const FEW_ABOVE = 3;
const LEAST_LETTERS = 3;
const MOST_SIBLINGS = 3;

const stopWords = new Set(
  (
    'a about after all also an and any are as at be been before but by can do does each every few for from get had has have how in into is it its ' +
    'less make makes more most new no not now of on one only or other our out over own per so than that the their them then there these they this ' +
    'those to under until up us use very was we well were what when where which who will with within without you your ' +
    'better best good great improve increase reduce decrease become week month quarter year day'
  ).split(' '),
);

const endings = [
  ['ies', 'y'],
  ['ings', ''],
  ['ing', ''],
  ['ers', ''],
  ['er', ''],
  ['ed', ''],
  ['es', ''],
  ['s', ''],
] as const;

/** What is left of a word without the ending that English adds: `shipping`, `ships` and `shipped` have one stem. */
function stem(word: string): string {
  const [ending, rest] = endings.find(([each]) => word.endsWith(each) && word.length - each.length >= LEAST_LETTERS) ?? ['', ''];
  const cut = ending === 's' && word.endsWith('ss') ? word : word.slice(0, word.length - ending.length) + rest;
  return cut.replace(/e$/, '').replace(/([bdgmnprt])\1$/, '$1');
}

/** The words that say something, by their stems, each as it stands first. */
function wordsOf(texts: readonly string[]): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const [word] of texts
    .join(' ')
    .toLowerCase()
    .normalize('NFC')
    .matchAll(/\p{L}[\p{L}\p{M}\p{N}]*/gu)) {
    if (word.length < LEAST_LETTERS || stopWords.has(word)) continue;
    const key = stem(word);
    if (!words.has(key)) words.set(key, word);
  }
  return words;
}

const shared = (own: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): readonly string[] =>
  [...own].flatMap(([key, word]) => (other.has(key) ? [word] : []));

function isJustAbove({ home, groupIds }: AlignedWords, above: Home): boolean {
  if (home.level === 'project')
    return above.level === 'group' ? groupIds.includes(above.groupId) : groupIds.length === 0 && above.level === 'company';
  return home.level === 'group' && above.level === 'company';
}

type Scored = ParentSuggestion & { readonly score: number; readonly number: number; readonly level: number };

function scored(own: ReadonlyMap<string, string>, child: AlignedWords, candidate: ParentCandidate): Scored {
  const whole = shared(own, wordsOf([candidate.title, candidate.description]));
  const parts = candidate.keyResults.map(({ id, title }) => ({ id, words: shared(own, wordsOf([title])) }));
  const best = parts.reduce<(typeof parts)[number] | null>(
    (most, part) => (part.words.length > (most?.words.length ?? whole.length) ? part : most),
    null,
  );
  const words = best?.words ?? whole;
  const above = isJustAbove(child, candidate.home);
  const score = 2 * words.length + Math.min(candidate.siblings, MOST_SIBLINGS) + (above ? 1 : 0);
  const { id, number, siblings, home } = candidate;
  return { id, keyResultId: best?.id ?? null, words, siblings, isJustAbove: above, score, number, level: levels.indexOf(home.level) };
}

/** At most five, the likeliest first; between equals the narrower level, then the lower number. None without a reason. */
export function suggestParents(child: AlignedWords, candidates: readonly ParentCandidate[]): readonly ParentSuggestion[] {
  const own = wordsOf([child.title, child.description, ...child.keyResultTitles]);
  const elsewhere = candidates.filter(({ home }) => homeKey(home) !== homeKey(child.home));
  const all = elsewhere.map((candidate) => scored(own, child, candidate));
  const aboveIsReason = all.filter((each) => each.isJustAbove).length <= FEW_ABOVE;
  return all
    .filter((each) => each.words.length > 0 || each.siblings > 0 || (each.isJustAbove && aboveIsReason))
    .sort((a, b) => b.score - a.score || b.level - a.level || a.number - b.number)
    .slice(0, MOST)
    .map(({ id, keyResultId, words, siblings, isJustAbove: above }) => ({ id, keyResultId, words, siblings, isJustAbove: above }));
}
