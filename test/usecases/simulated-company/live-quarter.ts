/**
 * Plays the quarter of the simulated company: what people do in a good week, on a site with a clock that is set by hand. What goes wrong is a list of
 * exceptions that others hand in. Only what people could do is done: through Jira, or by the app's own functions.
 */
import { findUser } from '../../../local/site/find-user';
import { transitionIssue } from '../../../local/site/transition-issue';
import type { Input } from '../../../src/contract/api';
import { addDays } from '../../../src/domain/calendar';
import type { TestSite } from '../../support/test-site';
import { ask, Q4 } from '../support/okr-steps';
import { chief, storyKeys, teams, type Engineer } from './company-jira';

export type TeamName = keyof typeof teams;
export const teamNames: readonly TeamName[] = ['alpha', 'beta', 'gamma'];

/** What an owner does on a Monday; null: nothing. */
type Said = Pick<Input<'checkIn'>, 'value' | 'words' | 'blockers'> | null;

/** Departures from the good week. A function that is absent leaves the week as it is. */
export type Exceptions = {
  /** `subject`: the label of a key result, or `orders` and `returns` of the company. */
  readonly says?: (week: number, subject: string, usual: NonNullable<Said>) => Said;
  /** What else happens on the Tuesday of a week. */
  readonly tuesday?: (week: number, company: Company) => Promise<void>;
};

export type Company = {
  readonly site: TestSite;
  /** Ids of objectives, by team or `company`. */
  readonly objectives: Readonly<Record<TeamName | 'company', string>>;
  /** Ids of key results, by label, or `orders` and `returns`. */
  readonly keyResults: ReadonlyMap<string, string>;
  /** Puts a story into the scope of a key result, as its label. */
  label(issueKey: string, label: string): void;
  move(issueKey: string, status: 'In Progress' | 'Done'): void;
};

const FIRST_MONDAY = '2026-10-05';
export const WEEKS = 12;
/** Stories an engineer finishes in a week: uneven, as weeks are, and in the last one they are done. */
const pace = [2, 1, 3, 2, 2, 3, 1, 2, 3, 2, 1, 2];
const orders = [41, 43, 45, 46, 48, 50, 51, 53, 55, 56, 58, 60];
const returns = [11.7, 11.2, 10.9, 10.4, 10.1, 9.6, 9.2, 8.7, 8.4, 8, 7.5, 7];

const mondayOf = (week: number): string => addDays(FIRST_MONDAY, 7 * (week - 1));

const titles: Readonly<Record<string, string>> = {
  alpha: 'Shoppers pay in one step on every phone',
  beta: 'Merchants solve their problems without waiting for us',
  gamma: 'Drivers trust the route they are given',
  'alpha-first': 'Shoppers can pay with every card they own',
  'alpha-second': 'Shoppers see what they pay before they pay it',
  'beta-first': 'Merchants find the answer on the page they are on',
  'beta-second': 'Merchants change their prices themselves',
  'gamma-first': 'Drivers see every stop before they leave',
  'gamma-second': 'Drivers know of a closed road in time',
};

let lastId = 0;
const nextId = (): string => `simulated-${String((lastId += 1)).padStart(5, '0')}`;

const at = (site: TestSite, day: string, hour: number): void => site.site.clock.set(Date.parse(day) + hour * 3_600_000);

async function setUp(site: TestSite): Promise<Company> {
  const keyResults = new Map<string, string>();
  const asChief = { as: chief };
  at(site, '2026-10-01', 7);
  const companyId = nextId();
  await ask(
    site,
    'createObjective',
    {
      id: companyId,
      home: { level: 'company' },
      cycleId: Q4,
      title: 'Buying from us is the easiest part of furnishing a home',
      ownerAccountId: chief,
    },
    asChief,
  );
  const cycle = (await ask(site, 'listCycles', {}, asChief)).find(({ id }) => id === Q4);
  await ask(site, 'editCycle', { id: Q4, version: cycle?.version ?? 1, themes: ['Ease'], capacity: 'Two stories a week each' }, asChief);
  const metric = async (
    name: string,
    input: Pick<Input<'createKeyResult'> & { kind: 'metric' }, 'title' | 'start' | 'target' | 'unit'>,
  ) => {
    const id = nextId();
    keyResults.set(name, id);
    await ask(site, 'createKeyResult', { kind: 'metric', id, objectiveId: companyId, ownerAccountId: chief, ...input }, asChief);
  };
  await metric('orders', { title: 'Visits that end in an order from 40 to 60 of 1,000', start: 40, target: 60, unit: 'orders' });
  await metric('returns', { title: 'Parcels that come back from 12 % to 7 %', start: 12, target: 7, unit: '%' });
  const objectives: Record<TeamName | 'company', string> = { company: companyId, alpha: nextId(), beta: nextId(), gamma: nextId() };
  for (const name of teamNames) {
    const { lead, projectId, engineers, key } = teams[name];
    const asLead = { as: lead, project: key };
    const objectiveId = objectives[name];
    const home = { level: 'project', projectId } as const;
    await ask(site, 'createObjective', { id: objectiveId, home, cycleId: Q4, title: titles[name] ?? '', ownerAccountId: lead }, asLead);
    const aligned = await ask(site, 'editObjective', { id: objectiveId, version: 1, parentId: companyId }, asLead);
    await ask(site, 'answerContribution', { objectiveId, version: aligned.version, answer: 'accept' }, asChief);
    for (const { accountId, label } of engineers) {
      const id = nextId();
      keyResults.set(label, id);
      await ask(site, 'createKeyResult', { kind: 'work', id, objectiveId, title: titles[label] ?? '', ownerAccountId: accountId }, asLead);
      await ask(site, 'addSource', { id: nextId(), keyResultId: id, source: { type: 'jql', jql: `labels = ${label}` } }, asLead);
    }
  }
  const company: Company = {
    site,
    objectives,
    keyResults,
    label: (issueKey, label) => {
      site.jira('PUT', `/rest/api/3/issue/${issueKey}`, { update: { labels: [{ add: label }] } }, { as: chief });
    },
    move: (issueKey, status) => {
      transitionIssue(site.site.jira, findUser(site.site.jira, chief), issueKey, status);
    },
  };
  await site.settle();
  for (const name of teamNames)
    for (const engineer of teams[name].engineers) company.move(storyKeys(teams[name], engineer)[0] ?? '', 'In Progress');
  await site.settle();
  return company;
}

/** In the first week people say that they know the goals and stand behind them, and vote on how confident they are. */
async function getToKnow({ site, objectives }: Company): Promise<void> {
  for (const name of [...teamNames, 'company'] as const) {
    const objectiveId = objectives[name];
    const people =
      name === 'company'
        ? [chief, ...teamNames.map((team) => teams[team].lead)]
        : [teams[name].lead, ...teams[name].engineers.map(({ accountId }) => accountId)];
    for (const as of people) {
      await ask(site, 'noteOpened', { objectiveIds: [objectiveId] }, { as });
      await ask(site, 'acknowledgeObjective', { objectiveId, isAcknowledged: true }, { as });
      await ask(site, 'takeStance', { objectiveId, stance: 'support' }, { as });
    }
    await vote({ site }, objectiveId, people, [8, 7, 8, 7]);
  }
}

/** Asked by the first, who also closes the round once all have voted. */
export async function vote(
  { site }: Pick<Company, 'site'>,
  objectiveId: string,
  people: readonly string[],
  confidences: readonly number[],
): Promise<void> {
  const [asker = chief] = people;
  const roundId = nextId();
  await ask(site, 'askForVotes', { id: roundId, objectiveId, askedIds: [...people] }, { as: asker });
  for (const [index, as] of people.entries()) await ask(site, 'voteConfidence', { roundId, confidence: confidences[index] ?? 7 }, { as });
  const { rounds } = await ask(site, 'getBuyIn', { objectiveId }, { as: asker });
  const open = rounds.find(({ id, closedAt }) => id === roundId && closedAt === null);
  if (open !== undefined) await ask(site, 'closeVote', { roundId, version: open.version }, { as: asker });
}

async function checkIns({ site, keyResults }: Company, week: number, says: Exceptions['says']): Promise<void> {
  const sayAs = async (subject: string, as: string, usual: NonNullable<Said>) => {
    const said = says === undefined ? usual : says(week, subject, usual);
    if (said === null) return;
    await ask(site, 'checkIn', { id: nextId(), keyResultId: keyResults.get(subject) ?? '', confidence: 7, ...said }, { as });
  };
  await sayAs('orders', chief, { value: orders[week - 1] ?? 0, words: 'Fewer people leave before they pay.' });
  await sayAs('returns', chief, { value: returns[week - 1] ?? 0, words: 'The new boxes hold.' });
  for (const name of teamNames)
    for (const { label, accountId } of teams[name].engineers) await sayAs(label, accountId, { words: 'On with the next stories.' });
}

function work(company: Company, week: number, finished: Map<string, number>, team: TeamName, engineer: Engineer): void {
  const { site } = company;
  const keys = storyKeys(teams[team], engineer);
  const before = finished.get(engineer.label) ?? 0;
  const after = Math.min(keys.length, before + (pace[week - 1] ?? 0));
  const user = findUser(site.site.jira, engineer.accountId);
  for (const key of keys.slice(before, after)) transitionIssue(site.site.jira, user, key, 'Done');
  finished.set(engineer.label, after);
  const next = keys[after];
  if (next !== undefined && after > before) transitionIssue(site.site.jira, user, next, 'In Progress');
}

/** Plays one week after the other; `look` is called on the evening of each Sunday, when the passes of the day are over. */
export async function liveQuarter(
  site: TestSite,
  exceptions: Exceptions,
  look: (week: number, company: Company) => Promise<void>,
): Promise<void> {
  const company = await setUp(site);
  const finished = new Map<string, number>();
  for (let week = 1; week <= WEEKS; week += 1) {
    const monday = mondayOf(week);
    at(site, monday, 9);
    if (week === 1) await getToKnow(company);
    await checkIns(company, week, exceptions.says);
    at(site, addDays(monday, 1), 10);
    await exceptions.tuesday?.(week, company);
    await site.settle();
    at(site, addDays(monday, 2), 15);
    for (const name of teamNames) for (const engineer of teams[name].engineers) work(company, week, finished, name, engineer);
    await site.settle();
    for (const day of [4, 6]) {
      at(site, addDays(monday, day), 23);
      await site.site.host.schedule('hourly');
      await site.settle();
      await site.site.host.schedule('daily');
      await site.settle();
    }
    // Leads look at the coverage of their projects once a week, which has the work counted.
    for (const name of teamNames) {
      const { lead, key } = teams[name];
      await ask(site, 'askForCount', { cycleId: Q4 }, { as: lead, project: key });
    }
    await site.settle();
    await look(week, company);
  }
}
