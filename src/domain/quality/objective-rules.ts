/**
 * What makes an objective a good one, after the books of the field: significant, concrete, in words that people remember (Doerr, “Measure What
 * Matters”), a change and not a piece of work (Wodtke, “Radical Focus”). Measures and dates belong to its key results and its cycle. One rule each.
 */
import { quoted } from './quoted';
import type { Reading } from './reading';
import { fail, pass, warn, type Rule } from './rule';
import type { ObjectiveRuleId } from './rule-ids';
import { unfinishedIn } from './unfinished';
import type { Finding, Place } from './verdict';

type ObjectiveRule = Rule<ObjectiveRuleId, Reading>;

const FEWEST_WORDS = 4;
const MOST_WORDS = 18;
/** Nearly right: one word short, or a third too long. */
const NEARLY_FEWEST = 3;
const NEARLY_MOST = 24;
const FEWEST_TELLING = 2;

const length: ObjectiveRule = {
  id: 'length',
  name: 'Short, and long enough',
  looksAt: 'The number of its words',
  why: 'People act on what they can say by heart. Two words can mean anything; thirty are read by nobody.',
  instead: `One sentence of ${FEWEST_WORDS} to ${MOST_WORDS} words.`,
  judge: ({ lengthInWords: words }) => {
    if (words >= FEWEST_WORDS && words <= MOST_WORDS) return pass('Short enough to remember, long enough to understand.');
    const sentence =
      words < FEWEST_WORDS
        ? `${words === 1 ? 'One word says' : `${words} words say`} too little: say what gets better, and for whom.`
        : `${words} words are hard to remember: say it in ${MOST_WORDS}, the rest goes into the description.`;
    return words >= NEARLY_FEWEST && words <= NEARLY_MOST ? warn(sentence) : fail(sentence);
  },
};

const wordsNotNumbers: ObjectiveRule = {
  id: 'words-not-numbers',
  name: 'Words, not numbers',
  looksAt: 'Amounts and dates in it; a rank (“#1”) and numbers in names are fine',
  why: 'The objective says where to go, its key results how one will know. With the number in it, it is a key result; the cycle has the date.',
  instead: 'Move the number into a key result.',
  judge: ({ amounts, text }) => {
    const numbers = amounts.filter(
      ({ type, start, end }) => (type === 'amount' || type === 'span') && /\p{N}/u.test(text.slice(start, end)),
    );
    if (numbers.length > 0) return fail(`Move ${quoted(text, numbers)} into a key result: the objective says it in words.`, numbers);
    const dates = amounts.filter(({ type }) => type === 'date');
    if (dates.length > 0) return warn(`Leave out ${quoted(text, dates)}: the cycle says when.`, dates);
    return pass('It says it in words; the numbers are for its key results.');
  },
};

const purposeAfterLead = (reading: Reading): boolean => {
  const lead = reading.tokens[reading.lead];
  return reading.find('purposeWords').some((place) => lead !== undefined && place.start > lead.start);
};

const notATask: ObjectiveRule = {
  id: 'not-a-task',
  name: 'An aim, not a task',
  looksAt: 'The verb it opens with',
  why: 'Work can be finished without anything being better. An aim leaves open how it is reached, and that is where teams find better ways.',
  instead: 'What will be different for somebody once the work is done.',
  judge: (reading) => {
    const { text, task } = reading;
    if (task !== null) return fail(`${quoted(text, [task])} names work to do. Write what is different once it is done.`, [task]);
    const { finished } = reading;
    if (finished.length > 0) return warn(`${quoted(text, finished)}: work that is handed over. Write what it is for.`, finished);
    const making = reading.opensWith('makingVerbs');
    const own = making === null ? [] : reading.find('workWords');
    if (own.length > 0) return fail(`${quoted(text, own)}: our own work. Write what is different once it is done.`, own);
    if (making !== null && !purposeAfterLead(reading))
      return warn(`${quoted(text, [making])} names something to make. Add what it is for: “so that …”.`, [making]);
    return pass('It names an aim and leaves open how to reach it.');
  },
};

/** The words after the verb that say what is meant; wide ones and vague ones say nothing by themselves. */
const tellingAfter = (reading: Reading, verb: Place) =>
  reading.telling(['changeVerbs', 'wideWords', 'vagueWords', 'looseAmounts', 'dateWords']).filter(({ start }) => start >= verb.end);

function judgeChange(reading: Reading): Finding {
  const { text, task } = reading;
  if (purposeAfterLead(reading)) return pass('It says what will be different.');
  const change = reading.opensWith('changeVerbs');
  if (change !== null && (task === null || change.end >= task.end)) {
    const telling = tellingAfter(reading, change);
    const all = reading.telling(['changeVerbs', 'dateWords']).filter(({ start }) => start >= change.end);
    if (telling.length > 0 && all.length >= FEWEST_TELLING) return pass('It says what will be different.');
    return fail(`${quoted(text, [change])} what exactly? Say what of it, and how it will be for those who meet it.`, [change]);
  }
  if (task !== null) return fail('It does not say what will be different: add “so that …”, or begin with that.', [task]);
  const making = reading.opensWith('makingVerbs');
  const vague = reading.find('vagueWords');
  if (making !== null && vague.length > 0)
    return fail(`${quoted(text, vague)} in what way? Say what will be different for those who meet it.`, vague);
  if (making !== null) return warn('What will be different with it? Add “so that …”, or begin with that.', [making]);
  const isStatement = reading.opensWith('aimVerbs') !== null || reading.find('stateWords').length > 0;
  if (reading.isKnown && !isStatement) return warn('It names a thing. Say what shall be true of it, or for whom it changes something.');
  return pass('It says what will be different.');
}

const saysTheChange: ObjectiveRule = {
  id: 'says-the-change',
  name: 'Says what will be different',
  looksAt: 'Whether a purpose follows (“so that”, “without”), and whether a verb such as “improve” says what of it',
  why: '“Improve the product” fits every team in every quarter, so it decides nothing.',
  instead: 'The state to reach: “New users reach their first success without help”.',
  judge: judgeChange,
};

const forWhom: ObjectiveRule = {
  id: 'for-whom',
  name: 'Says for whom',
  looksAt: 'A word for people: customers, teams, a market',
  why: 'Who it is for decides what counts as better, and tells a team whom to ask.',
  instead: 'Name those who will notice.',
  judge: (reading) => {
    if (!reading.isKnown) return null;
    return reading.find('peopleWords').length > 0 ? pass('It names those it is for.') : warn('Who will notice? Name those it is for.');
  },
};

const MANY_JOINTS = 3;
const sentenceEnd = /[.!?;。！？；]\s+(?=[\p{L}\p{N}])/gu;
const comma = /[,،、，]/gu;

const oneThing: ObjectiveRule = {
  id: 'one-thing',
  name: 'One thing',
  looksAt: 'Several sentences, and things joined by “and” or commas',
  why: 'Two aims in one sentence have one progress between them, and neither can be judged.',
  instead: 'An objective for each, or the one that matters most.',
  judge: (reading) => {
    const { text } = reading;
    const signs = (sign: RegExp) => [...text.matchAll(sign)].map((found) => ({ start: found.index, end: found.index + 1 }));
    const ends = signs(sentenceEnd);
    const joints = [...reading.find('joiningWords'), ...signs(/&/g), ...signs(comma)].sort((a, b) => a.start - b.start);
    if (joints.length >= MANY_JOINTS) return fail('It names many things at once: keep the one that matters most.', joints);
    if (ends.length > 0) return warn('It is more than one sentence: the first is the objective, the rest goes into the description.', ends);
    if (joints.length === MANY_JOINTS - 1) return warn('It may be two aims in one: could they be reached one without the other?', joints);
    return pass('It is about one thing.');
  },
};

const clearWords: ObjectiveRule = {
  id: 'clear-words',
  name: 'Clear words',
  looksAt: 'Words that everybody understands differently, and what is still to be filled in',
  why: 'Whether “world-class” was reached is a matter of opinion, and opinions differ at the end of a quarter.',
  instead: 'What one would see: who can do what, that could not be done before.',
  judge: (reading) => {
    const { text } = reading;
    const unfinished = unfinishedIn(reading);
    if (unfinished.length > 0) return fail(`${quoted(text, unfinished)} is still to be filled in.`, unfinished);
    const vague = reading.find('vagueWords');
    if (vague.length > 1) return fail(`${quoted(text, vague)} mean something else to everybody. Say what one would see.`, vague);
    const change = reading.opensWith('changeVerbs');
    if (change !== null && tellingAfter(reading, change).length === 0) {
      const wide = reading.find('wideWords');
      if (wide.length > 0) return fail(`${quoted(text, wide)} can mean anything here. Say which part of it, for whom.`, wide);
    }
    if (vague.length === 1 && !purposeAfterLead(reading))
      return warn(`${quoted(text, vague)} means something else to everybody. Say what one would see.`, vague);
    return pass('Its words mean the same to everybody.');
  },
};

/** In the order in which they are shown. */
export const objectiveRules: readonly ObjectiveRule[] = [length, wordsNotNumbers, notATask, saysTheChange, forWhom, oneThing, clearWords];
