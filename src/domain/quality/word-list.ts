/**
 * The words by which the coach knows what a text speaks of, as data: a list of them for each language, which people may change. Knows no language,
 * no rule and no text. An entry is one word or several in a row, in whatever letters.
 */
export const wordGroups = [
  'taskVerbs',
  'makingVerbs',
  'changeVerbs',
  'aimVerbs',
  'stateWords',
  'openingWords',
  'purposeWords',
  'finishedWords',
  'workWords',
  'measureWords',
  'figureWords',
  'peopleWords',
  'vagueWords',
  'looseAmounts',
  'wideWords',
  'startWords',
  'numberWords',
  'wholeWords',
  'nameLeads',
  'dateLeads',
  'dateWords',
  'windowWords',
  'rateWords',
  'joiningWords',
  'unfinishedWords',
  'smallWords',
] as const;

export type WordGroup = (typeof wordGroups)[number];

/** A group that is not there holds nothing. */
export type WordList = {
  /** A tag of BCP 47: `en`, `de`, `pt-BR`. */
  readonly language: string;
  readonly words: Readonly<Partial<Record<WordGroup, readonly string[]>>>;
};

/** What each group holds, for those who change it. */
export const wordGroupWords: Readonly<Record<WordGroup, { readonly name: string; readonly holds: string }>> = {
  taskVerbs: { name: 'Verbs of tasks', holds: 'Begin a text that names work to do: launch, write, hire' },
  makingVerbs: { name: 'Verbs of making', holds: 'Begin a text that is about an effect only if it says what for: build, create' },
  changeVerbs: { name: 'Verbs of change', holds: 'Say a direction, and need to say what changes: improve, reduce' },
  aimVerbs: { name: 'Verbs of aims', holds: 'Open a text that says what shall be true: become, earn, solve' },
  stateWords: { name: 'Words of states', holds: 'Say that something is so: are, stays, reaches' },
  openingWords: { name: 'Words before the verb', holds: 'May stand before the first verb and say nothing yet: we, will, to' },
  purposeWords: { name: 'Words of purpose', holds: 'Lead to what something is for: so that, without' },
  finishedWords: { name: 'Words of completion', holds: 'Say that work was handed over: shipped, implemented' },
  workWords: { name: 'Words for work', holds: 'Count our own work in place of its effect: tickets, sprints' },
  measureWords: { name: 'Words of measures', holds: 'Name something that can be measured: rate, revenue, uptime' },
  figureWords: {
    name: 'Words that end the name of a measure',
    holds: 'Make the word before them a name and no verb: test coverage, run rate',
  },
  peopleWords: { name: 'Words for people', holds: 'Name those for whom something gets better: customers, teams' },
  vagueWords: { name: 'Vague words', holds: 'Everybody understands something else by them: world-class, robust' },
  looseAmounts: { name: 'Loose amounts', holds: 'Stand where a number should: more, several' },
  wideWords: { name: 'Wide words', holds: 'Mean everything as long as nothing else is said: product, process' },
  startWords: { name: 'Words before a start', holds: 'Say that a start follows: from, currently' },
  numberWords: { name: 'Numbers in words', holds: 'Are numbers: zero, twice, half' },
  wholeWords: { name: 'Words for the whole', holds: 'Are a number where a text opens with them: all, every, no' },
  nameLeads: { name: 'Words before a number that is a name', holds: 'Tier 2, version 3, ISO 27001' },
  dateLeads: { name: 'Words before a date', holds: 'Say that a date follows: by, until, end of' },
  dateWords: { name: 'Dates in words', holds: 'Name a day or a month: March, next quarter' },
  windowWords: { name: 'Words before a span', holds: 'Make the number after them a condition: within 14 days' },
  rateWords: { name: 'Words of rates', holds: 'Say how often: per, daily' },
  joiningWords: { name: 'Joining words', holds: 'Join one thing to another: and' },
  unfinishedWords: { name: 'Unfinished words', holds: 'Stand for what is still to be written: TBD' },
  smallWords: { name: 'Small words', holds: 'Say nothing by themselves: the, of, our' },
};
