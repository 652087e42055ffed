/** The crash sweep over loading and clearing the demo set, which are asked for step after step. */
import { sweep, type CrashScenario } from '../support/crash-sweep';
import type { TestSite } from '../support/test-site';
import { ask, WEB } from './support/okr-steps';

const MOST_CALLS = 20;

/** Goes on asking until it is loaded, as the admin page does; stops where a call fails. */
async function load(site: TestSite): Promise<unknown> {
  for (let call = 0; call < MOST_CALLS; call += 1) {
    const answer = await site.invoke('loadDemoSet', { id: 'demo-0001', projectIds: [WEB] });
    if (!answer.ok || answer.value.state === 'loaded') return answer;
  }
  throw new Error('Loading never ends.');
}

async function clear(site: TestSite): Promise<unknown> {
  for (let call = 0; call < MOST_CALLS; call += 1) {
    const answer = await site.invoke('clearDemoSet', {});
    if (!answer.ok || answer.value.state === 'none') return answer;
  }
  throw new Error('Clearing never ends.');
}

/** A key result that shares an issue with the set and gets a part of it, and an objective aligned to one of the set's. */
async function loadBesideOthers(site: TestSite): Promise<void> {
  const by = { project: 'WEB' };
  await load(site);
  const own = { cycleId: 'demo-0001-quarter', title: 'Paying is a pleasure', ownerAccountId: null };
  await ask(site, 'createObjective', { id: 'objective-1', ...own }, by);
  await ask(site, 'editObjective', { id: 'objective-1', version: 1, parentId: 'demo-0001-answers', reason: 'So it is' }, by);
  const rule = { weightBy: 'count', unestimated: 'leave-out', inProgressCredit: 0, wanted: 4, shared: 'split' } as const;
  const keyResult = { id: 'key-result-1', objectiveId: 'objective-1', title: 'Paying is quick', ownerAccountId: null };
  await ask(site, 'createKeyResult', { kind: 'work', ...keyResult, rule }, by);
  await ask(site, 'addSource', { id: 'source-01', keyResultId: 'key-result-1', source: { type: 'issue', issue: 'WEB-2' } }, by);
}

const scenarios: readonly CrashScenario[] = [
  { name: 'loadDemoSet', asked: true, prepare: async () => undefined, act: load, inSteps: { every: 41 } },
  { name: 'clearDemoSet', asked: true, prepare: loadBesideOthers, act: clear, inSteps: { every: 23 } },
];

jest.setTimeout(600_000);

describe('the demo set, cut off after any statement', () => {
  test.each(scenarios)('$name ends where it would have ended', async (scenario) => {
    expect(await sweep(scenario)).toBeGreaterThan(0);
  });
});
