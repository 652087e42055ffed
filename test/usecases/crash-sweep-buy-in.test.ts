/** The crash sweep over acknowledging, standing for or against an objective, and votes: each is one statement, and asking again changes nothing more. */
import { sweep, type CrashScenario } from '../support/crash-sweep';
import type { TestSite } from '../support/test-site';
import { ask, Q4 } from './support/okr-steps';

const byCleo = { as: 'cleo' };
const objectiveId = 'objective-1';

const writeObjective = (site: TestSite) =>
  ask(site, 'createObjective', {
    id: objectiveId,
    home: { level: 'company' },
    cycleId: Q4,
    title: 'A checkout people finish',
    ownerAccountId: 'ben',
  });

const openRound = async (site: TestSite): Promise<void> => {
  await writeObjective(site);
  await ask(site, 'askForVotes', { id: 'round-01', objectiveId, askedIds: ['ada', 'ben', 'cleo'] });
};

const scenarios: readonly CrashScenario[] = [
  {
    name: 'noteOpened',
    asked: true,
    prepare: writeObjective,
    act: (site) => site.invoke('noteOpened', { objectiveIds: [objectiveId] }, byCleo),
  },
  {
    name: 'acknowledgeObjective',
    asked: true,
    prepare: writeObjective,
    act: (site) => site.invoke('acknowledgeObjective', { objectiveId, isAcknowledged: true }, byCleo),
  },
  {
    name: 'takeStance in place of another one',
    asked: true,
    prepare: async (site) => {
      await writeObjective(site);
      await ask(site, 'takeStance', { stance: 'support', objectiveId }, byCleo);
    },
    act: (site) => site.invoke('takeStance', { stance: 'concern', objectiveId, words: 'Too much at once' }, byCleo),
  },
  {
    name: 'settleConcern',
    asked: true,
    prepare: async (site) => {
      await writeObjective(site);
      await ask(site, 'takeStance', { stance: 'concern', objectiveId, words: 'Too much at once' }, byCleo);
    },
    act: (site) =>
      site.invoke('settleConcern', { objectiveId, ofAccountId: 'cleo', version: 1, words: 'Half of it is gone' }, { as: 'ben' }),
  },
  {
    name: 'askForVotes',
    asked: true,
    prepare: writeObjective,
    act: (site) => site.invoke('askForVotes', { id: 'round-01', objectiveId, askedIds: ['ada', 'ben', 'cleo'] }, { as: 'ben' }),
  },
  {
    name: 'voteConfidence',
    asked: true,
    prepare: openRound,
    act: (site) => site.invoke('voteConfidence', { roundId: 'round-01', confidence: 3, words: 'The bank is slow' }, byCleo),
  },
  {
    name: 'closeVote',
    asked: true,
    prepare: openRound,
    act: (site) => site.invoke('closeVote', { roundId: 'round-01', version: 1 }, { as: 'ben' }),
  },
];

jest.setTimeout(60_000);

describe('a run that is cut off after any statement', () => {
  test.each(scenarios)('$name ends where it would have ended', async (scenario) => {
    expect(await sweep(scenario)).toBeGreaterThan(0);
  });
});
