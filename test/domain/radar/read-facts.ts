/** Reads the facts of the golden tables in docs/radar.md: things with what is different about them. What it cannot read, it refuses. */
import type { KeyResultFacts, ObjectiveFacts, RadarFacts, SetUpFacts } from '../../../src/domain/radar/facts';
import { soundFacts, soundKeyResult, soundObjective, soundSetUp } from './sound-facts';

const previous = { id: '2026-q3', endDay: '2026-09-30', isClosed: true, ungraded: 0 };

/** Values that are more than a number, a day or a word. */
const special: Readonly<Record<string, (text: string) => unknown>> = {
  home: (text) => (text === 'company' ? { level: 'company' } : text),
  previous: (text) => (text === 'open' ? { ...previous, isClosed: false } : { ...previous, ungraded: 2 }),
  strength: (text) => ({ strength: Number(text), rules: [] }),
  votes: (text) => {
    const [asked, voted, lowest, highest] = text.split('/').map(Number);
    return { asked, voted, lowest, highest };
  },
  openVote: (text) => {
    const [asked, voted] = text.split('/').map(Number);
    return { asked, voted };
  },
  contribution: (text) => {
    const [state, days] = text.split('/');
    return { state, days: Number(days) };
  },
};

const plainValue = (text: string): unknown => {
  if (text === 'null') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : text;
};

/** `sound` with each `name=value` in place of what it has under that name. */
function changed<T extends object>(sound: T, words: readonly string[]): T {
  const changes = words.map((word): readonly [string, unknown] => {
    const [name = '', text = ''] = word.split('=');
    const field = name === 'strength' ? 'wording' : name;
    if (!(field in sound)) throw new Error(`The radar's facts have no "${name}"`);
    return [field, (special[name] ?? plainValue)(text)];
  });
  return { ...sound, ...Object.fromEntries(changes) };
}

const pair = (text = ''): readonly [number, number] => {
  const [first, second] = text.split('/').map(Number);
  if (first === undefined || second === undefined) throw new Error(`"${text}" is not a pair`);
  return [first, second];
};

type Building = { -readonly [K in keyof RadarFacts]: RadarFacts[K] };

function addKeyResult(facts: Building, words: readonly string[]): void {
  const objectives = facts.objectives.length === 0 ? [{ ...soundObjective, id: 'o-0' }] : facts.objectives;
  const last = objectives[objectives.length - 1] ?? soundObjective;
  const id = `kr-${objectives.length}-${last.keyResults.length}`;
  const keyResult: KeyResultFacts = changed({ ...soundKeyResult, id }, words);
  facts.objectives = [...objectives.slice(0, -1), { ...last, keyResults: [...last.keyResults, keyResult] }];
}

const readers: Readonly<Record<string, (facts: Building, words: readonly string[]) => void>> = {
  O: (facts, words) => {
    const objective: ObjectiveFacts = changed({ ...soundObjective, id: `o-${facts.objectives.length}` }, words);
    facts.objectives = [...facts.objectives, objective];
  },
  KR: addKeyResult,
  load: (facts, [load]) => {
    facts.loads = [...facts.loads, { home: soundObjective.home, load: Number(load) }];
  },
  work: (facts, [text]) => {
    const [work, serving] = pair(text);
    facts.work = [...facts.work, { projectId: '10000', work, serving }];
  },
  worker: (facts, [text]) => {
    const [issues, reaching] = pair(text);
    facts.workers = [...facts.workers, { projectId: '10000', accountId: `a-${facts.workers.length}`, issues, reaching }];
  },
  owner: (facts, [keyResults]) => {
    facts.owners = [...facts.owners, { accountId: `a-${facts.owners.length}`, keyResults: Number(keyResults) }];
  },
  digest: (facts, [text]) => {
    const [people, without] = pair(text);
    facts.digest = { people, without };
  },
  'set-up': (facts, words) => {
    const setUp: SetUpFacts = changed(soundSetUp, words);
    facts.setUp = setUp;
  },
  draft: (facts) => {
    facts.cycle = { ...facts.cycle, state: 'draft' };
  },
};

export function readFacts(text: string): RadarFacts {
  const facts: Building = { ...soundFacts };
  for (const thing of text === '–' ? [] : text.split(';')) {
    const [kind = '', ...words] = thing.trim().split(' ');
    const read = readers[kind];
    if (read === undefined) throw new Error(`"${thing}" is no thing of the radar's tables`);
    read(facts, words);
  }
  return facts;
}
