/**
 * What makes a key result a good one, after the books of the field: it is measured, from where to where (Doerr, “Measure What Matters”), an effect and
 * not a piece of work (Seiden, “Outcomes over Output”), one number that people can say (Wodtke, “Radical Focus”). One rule each.
 */
import type { KeyResultSubject } from './key-result-wording';
import { quoted } from './quoted';
import { fail, pass, warn, type Rule } from './rule';
import type { KeyResultRuleId } from './rule-ids';
import { unfinishedIn } from './unfinished';
import type { Place } from './verdict';

type KeyResultRule = Rule<KeyResultRuleId, KeyResultSubject>;

const FEWEST_WORDS = 3;
const MOST_WORDS = 25;
const NEARLY_MOST = 35;
/** How many words may stand between an amount and what it counts. */
const COUNTED_REACH = 4;

const target: KeyResultRule = {
  id: 'target',
  name: 'Has a target',
  looksAt: 'The target of its measure, unless that is its work; where only its words are known, a number in them',
  why: 'Without a number nobody can say at the end whether it was reached.',
  instead: 'How much, in a number.',
  judge: ({ measure, reading, numbers }) => {
    switch (measure.kind) {
      case 'work':
        return null;
      case 'milestones':
        return measure.count > 1 ? pass('Its milestones say when it is reached.') : fail('Name at least two milestones on the way.');
      case 'metric':
        return measure.target === null ? fail('Give the number you want to reach.') : pass('It says how much.');
      case 'band':
        return measure.low === null || measure.high === null ? fail('Give both ends of the band.') : pass('It says within what it stays.');
      case 'words': {
        if (numbers.some(({ isStart }) => !isStart)) return pass('It says how much.');
        const unfinished = unfinishedIn(reading);
        if (unfinished.length > 0) return warn(`${quoted(reading.text, unfinished)}: put the number in.`, unfinished);
        return fail('Say how much: a number that can be looked up at the end.');
      }
    }
  },
};

const start: KeyResultRule = {
  id: 'start',
  name: 'Has a start',
  looksAt: 'The start of its measure; where only its words are known, “from …” or “currently …”',
  why: 'A target says nothing of how far it is. Who does not know today’s number cannot tell a stretch from a gift.',
  instead: 'Where it stands today: “from 25 to 40”.',
  judge: ({ measure, numbers }) => {
    if (measure.kind === 'metric')
      return measure.start === null ? fail('Give the number you start from.') : pass('It says where it starts.');
    if (measure.kind !== 'words') return null;
    if (numbers.some(({ isStart }) => isStart)) return pass('It says where it starts.');
    return numbers.length > 0
      ? warn('Say where it stands today: “from … to …”.')
      : fail('Say where it stands today, and where it should be.');
  },
};

const unit: KeyResultRule = {
  id: 'unit',
  name: 'Says what is counted',
  looksAt: 'The unit of its measure; where only its words are known, what stands at the number',
  why: '“From 3 to 5” can be days, points or people.',
  instead: 'The unit: %, days, customers.',
  judge: ({ measure, reading, numbers }) => {
    if (measure.kind === 'metric' || measure.kind === 'band') {
      if (measure.unit.trim() !== '') return pass('It says in what it is counted.');
      const isSaid = reading.find('measureWords').length > 0 || /[%\p{Sc}]/u.test(reading.text);
      return isSaid ? pass('Its words say what is counted.') : warn('Give the unit, or say in words what is counted.');
    }
    if (measure.kind !== 'words') return null;
    if (numbers.length === 0) return fail('Say what is counted, and how much of it.');
    const hasWords = reading.tokens.some(({ type, suffix }) => type === 'word' || suffix !== '') || /[%\p{Sc}]/u.test(reading.text);
    return hasWords ? pass('It says what is counted.') : warn('Say what the number counts.');
  },
};

const due: KeyResultRule = {
  id: 'due',
  name: 'Has a date',
  looksAt: 'Its due day, or that of its cycle',
  why: 'Without a day there is no pace, and no saying whether one is late.',
  instead: 'The day by which it should be reached.',
  judge: ({ plan }) =>
    plan === null ? null : plan.hasDue ? pass('It says by when.') : fail('Give the day by which it should be reached.'),
};

const owner: KeyResultRule = {
  id: 'owner',
  name: 'Has an owner',
  looksAt: 'Its owner',
  why: 'What belongs to everybody is looked after by nobody.',
  instead: 'One person who says every week how it stands.',
  judge: ({ plan }) =>
    plan === null ? null : plan.hasOwner ? pass('Somebody looks after it.') : fail('Name the one person who looks after it.'),
};

/** “5 times per day” is a way of working that can be seen; a purpose, or a share of people or of what is measured, says more than that it was done. */
const showsMore = ({ reading }: KeyResultSubject): boolean =>
  reading.find('rateWords').length > 0 ||
  reading.find('purposeWords').length > 0 ||
  (/%/u.test(reading.text) && [...reading.find('peopleWords'), ...reading.find('measureWords')].length > 0);

const hasNumber = ({ numbers, measure }: KeyResultSubject): boolean =>
  numbers.length > 0 || (measure.kind !== 'words' && measure.kind !== 'work');

/** Words for one’s own work that are what is counted: right after an amount (“10 blog posts”, “100 % of sprint stories”), or after the verb of a task. */
function ownWorkCounted({ reading, numbers }: KeyResultSubject): readonly Place[] {
  const own = reading.find('workWords');
  if (reading.task !== null) return own;
  const counts = numbers.filter(({ type, isStart }) => type === 'amount' && !isStart);
  return own.filter((place) =>
    counts.some(({ end, at }) => {
      const last = reading.tokens[at + COUNTED_REACH] ?? reading.tokens.at(-1);
      return end <= place.start && place.start <= (last?.start ?? 0) && !/[(),;:.]/u.test(reading.text.slice(end, place.start));
    }),
  );
}

/** The verb of a task, or a word of completion where the text opens with it: “(we have) shipped”. */
const taskIn = ({ reading }: KeyResultSubject): Place | null => reading.task ?? reading.opensWith('finishedWords');

const outcome: KeyResultRule = {
  id: 'outcome',
  name: 'A result, not a task',
  looksAt: 'The verb it opens with, words of completion, and words for one’s own work',
  why: 'A task can be done without any effect. Counting one’s own work rewards being busy.',
  instead: 'What changes because of the work: for “launch the portal”, “40 % of orders come through the portal”.',
  judge: (subject) => {
    const { text } = subject.reading;
    const task = taskIn(subject);
    if (task !== null) {
      const words = `${quoted(text, [task])} names work to do. Write what changes once it is done.`;
      return showsMore(subject) && ownWorkCounted(subject).length === 0 ? warn(words, [task]) : fail(words, [task]);
    }
    const { finished } = subject.reading;
    // What goes from one number to another is a measure, whatever it is made of: “time to first project created from 8 to 3 min”.
    const hasStart = subject.numbers.some(({ isStart }) => isStart);
    if (finished.length === 0 || hasStart) {
      const purpose = subject.reading.find('purposeWords');
      const own = ownWorkCounted(subject);
      if (own.length > 0) {
        const words = `${quoted(text, own)}: our own work. Write what it changes.`;
        return hasStart || purpose.length > 0 ? warn(words, own) : fail(words, own);
      }
      const making = subject.reading.opensWith('makingVerbs');
      if (making !== null && purpose.length === 0 && !hasNumber(subject))
        return warn(`${quoted(text, [making])} names something to make. Write what changes once it is there.`, [making]);
      return pass('It names a result.');
    }
    const words = `${quoted(text, finished)}: work that is handed over. Write what it changes.`;
    return showsMore(subject) && ownWorkCounted(subject).length === 0 ? warn(words, finished) : fail(words, finished);
  },
};

const effect: KeyResultRule = {
  id: 'effect',
  name: 'Shows an effect',
  looksAt: 'Something that can be observed: a measure, a share, a comparison, people who do something',
  why: 'A number alone is not enough: “write 10 articles” has one, and still says nothing about readers.',
  instead: 'What people do, or what a measure shows, when the work has helped.',
  judge: (subject) => {
    const { reading, numbers } = subject;
    if (!reading.isKnown) return null;
    const { text } = reading;
    const own = ownWorkCounted(subject);
    if (own.length > 0) return fail(`${quoted(text, own)}: what we do ourselves. Count what it changes.`, own);
    const isMeasured = hasNumber(subject);
    const shows = reading.find('measureWords').length > 0 || /[%<>≤≥]/u.test(text);
    const people = reading.find('peopleWords');
    const task = taskIn(subject);
    if (task !== null || (reading.finished.length > 0 && !shows)) {
      // An amount right after the verb is an amount of work; a later one may be of those who have something from it.
      const later = numbers.filter(({ at }) => at > reading.lead + 1 && task !== null);
      const isEffect = later.some(({ end }) => people.some(({ start: from }) => from >= end)) || (shows && later.length > 0);
      return isEffect ? warn('Is the number an effect, or an amount of work?') : fail('Say what one will see when the work has helped.');
    }
    if (shows || (people.length > 0 && isMeasured) || (isMeasured && reading.opensWith('changeVerbs') !== null))
      return pass('It shows in something one can observe.');
    return isMeasured || people.length > 0
      ? warn('What will one see? Name the measure, or who does what.')
      : fail('Say what one will see when it is reached.');
  },
};

const oneMeasure: KeyResultRule = {
  id: 'one-measure',
  name: 'One measure',
  looksAt: 'How many parts of it have an amount of their own; what is in brackets and a span (“within 14 days”) do not count',
  why: 'Two numbers have one progress between them: half of each is told as half.',
  instead: 'A key result for each number.',
  judge: ({ reading, numbers }) => {
    if (numbers.length === 0) return null;
    const { text } = reading;
    const free = numbers.filter(({ type, isInBrackets }) => type === 'amount' && !isInBrackets);
    const joints = [
      ...reading.find('joiningWords').map(({ start: at }) => at),
      ...[...text.matchAll(/[;&]|[.,:](?=\s)/gu)].map(({ index }) => index),
    ];
    joints.sort((a, b) => a - b);
    let passed = 0;
    const perPart = new Map<number, Place>();
    for (const amount of free) {
      while (passed < joints.length && (joints[passed] ?? 0) < amount.start) passed++;
      if (!perPart.has(passed)) perPart.set(passed, amount);
    }
    const places = [...perPart.values()];
    if (places.length > 1) return fail(`${quoted(text, places)} are several measures: make a key result of each.`, places);
    return pass('It has one measure.');
  },
};

const clearWords: KeyResultRule = {
  id: 'clear-words',
  name: 'Clear words',
  looksAt: 'Loose amounts without a number, words that everybody understands differently, and what is still to be filled in',
  why: '“More” is reached by one more, and “better” by whoever says so.',
  instead: 'The number, or what one would see.',
  judge: (subject) => {
    const { reading } = subject;
    const { text } = reading;
    const unfinished = unfinishedIn(reading);
    if (unfinished.length > 0) return fail(`${quoted(text, unfinished)} is still to be filled in.`, unfinished);
    const vague = reading.find('vagueWords');
    if (!hasNumber(subject)) {
      const change = reading.opensWith('changeVerbs');
      // A word may be in several lists: “better” is vague, and opens a text as a verb.
      const found = [...(change === null ? [] : [change]), ...reading.find('looseAmounts'), ...vague].sort((a, b) => a.start - b.start);
      const loose = found.filter(({ start: from }, index) => from >= (found[index - 1]?.end ?? 0));
      if (loose.length > 0) return fail(`${quoted(text, loose)}: by how much? Without a number it is reached by whoever says so.`, loose);
    }
    if (vague.length > 0)
      return warn(`${quoted(text, vague)}: everybody understands something else by that. Say what one would see.`, vague);
    return pass('Its words mean the same to everybody.');
  },
};

const length: KeyResultRule = {
  id: 'length',
  name: 'Short and complete',
  looksAt: 'The number of its words',
  why: 'It is read in lists and said aloud in meetings. What needs a paragraph is several key results.',
  instead: `One sentence of at most ${MOST_WORDS} words.`,
  judge: ({ reading: { lengthInWords: words }, measure }) => {
    const fewest = measure.kind === 'words' ? FEWEST_WORDS : FEWEST_WORDS - 1;
    if (words < fewest) return fail(`${words === 1 ? 'One word says' : `${words} words say`} too little: what is counted, and of what?`);
    if (words <= MOST_WORDS) return pass('Short enough to say in one breath.');
    const sentence = `${words} words: say it in ${MOST_WORDS}. What remains is another key result, or belongs into a comment.`;
    return words <= NEARLY_MOST ? warn(sentence) : fail(sentence);
  },
};

/** In the order in which they are shown. */
export const keyResultRules: readonly KeyResultRule[] = [target, start, unit, due, owner, outcome, effect, oneMeasure, clearWords, length];
