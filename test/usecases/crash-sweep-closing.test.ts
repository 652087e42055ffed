/** Grading, and carrying over what was graded, killed after each statement, end where an undisturbed run ends. */
import type { ApiName, Input } from '../../src/contract/api';
import { sweep, type CrashScenario } from '../support/crash-sweep';
import type { TestSite } from '../support/test-site';

const byAda = { as: 'ada', project: 'WEB' };

const ask = async <N extends ApiName>(site: TestSite, name: N, input: Input<N>): Promise<void> => {
  const answer = await site.invoke(name, input, byAda);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${answer.error.message}`);
};

const grading = (version: number): Input<'gradeObjective'> => ({
  objectiveId: 'objective-1',
  version,
  grade: 0.4,
  reason: 'As we see it',
  keyResults: [{ keyResultId: 'key-result-a', grade: null }],
  causes: ['capacity'],
  causeWords: 'Two people left',
  learned: 'Ask sooner',
  nextStep: 'keep',
  intoCycleId: '2027-q1',
});

async function writeObjective(site: TestSite): Promise<void> {
  await ask(site, 'createObjective', { id: 'objective-1', cycleId: '2026-q4', title: 'Paying is a pleasure', ownerAccountId: 'ben' });
  const work = { id: 'key-result-a', objectiveId: 'objective-1', title: 'All ways to pay', ownerAccountId: null };
  await ask(site, 'createKeyResult', { kind: 'work', ...work });
}

const scenarios: readonly CrashScenario[] = [
  { name: 'gradeObjective', asked: true, prepare: writeObjective, act: (site) => site.invoke('gradeObjective', grading(1), byAda) },
  {
    name: 'gradeObjective again',
    asked: true,
    prepare: async (site) => {
      await writeObjective(site);
      await ask(site, 'gradeObjective', grading(1));
    },
    act: (site) => site.invoke('gradeObjective', { ...grading(2), nextStep: 'drop', intoCycleId: null }, byAda),
  },
  {
    name: 'copyObjectives of what was graded',
    asked: true,
    prepare: async (site) => {
      await writeObjective(site);
      await ask(site, 'gradeObjective', grading(1));
    },
    act: (site) =>
      site.invoke(
        'copyObjectives',
        { copies: [{ id: 'objective-copy', fromId: 'objective-1' }], cycleId: '2027-q1', withSources: true },
        byAda,
      ),
  },
];

jest.setTimeout(120_000);

describe('a run that is cut off after any statement', () => {
  test.each(scenarios)('$name ends where it would have ended', async (scenario) => {
    expect(await sweep(scenario)).toBeGreaterThan(0);
  });
});
