/** The crash sweep over every kind of key result, changes of a plan, values asked of Jira, bursts and projects that go. */
import type { Input } from '../../src/contract/api';
import { sweep, type CrashScenario } from '../support/crash-sweep';
import type { TestSite } from '../support/test-site';
import { ask } from './support/okr-steps';

const byBen = { as: 'ben', project: 'WEB' };
const shared = { objectiveId: 'objective-1', title: 'Paying is quick', ownerAccountId: null };
const bugs = { by: 'jira', jql: 'labels = checkout', measure: 'count' } as const;
const signed = { id: 'milestone-1', title: 'The contract is signed', weight: 1, reachedDay: null };
const live = { id: 'milestone-2', title: 'It is live', weight: 3, reachedDay: null };
const rule = { weightBy: 'points', unestimated: 1, inProgressCredit: 0.25, wanted: 4, shared: 'split' } as const;

type NewKeyResult = Input<'createKeyResult'>;
const kinds = {
  work: { kind: 'work', id: 'key-result-work', ...shared, rule },
  metric: { kind: 'metric', id: 'key-result-metric', ...shared, start: 40, target: 10 },
  asked: { kind: 'metric', id: 'key-result-asked', ...shared, start: 10, target: 0, source: bugs },
  band: { kind: 'band', id: 'key-result-band', ...shared, low: 1, high: 3, source: bugs },
  milestones: { kind: 'milestones', id: 'key-result-milestones', ...shared, milestones: [signed, live] },
} as const satisfies Readonly<Record<string, NewKeyResult>>;

const objective = (site: TestSite, id: string): Promise<unknown> =>
  ask(site, 'createObjective', { id, cycleId: '2026-q4', title: 'Paying is a pleasure', ownerAccountId: 'ben' }, byBen);

/** Written three days ago, so that the plan has begun, with these key results under the first of two objectives. */
const written =
  (...of: readonly NewKeyResult[]) =>
  async (site: TestSite): Promise<void> => {
    const { clock } = site.site;
    const now = clock.now();
    clock.set(now - 3 * 86_400_000);
    await objective(site, 'objective-1');
    await objective(site, 'objective-2');
    for (const keyResult of of) await ask(site, 'createKeyResult', keyResult, byBen);
    clock.set(now);
  };

const edit = (name: string, of: NewKeyResult, change: Partial<Input<'editKeyResult'>>): CrashScenario => ({
  name: `editKeyResult: ${name}`,
  asked: true,
  prepare: written(of),
  act: (site) => site.invoke('editKeyResult', { id: of.id, version: 1, reason: 'We have learned', ...change }, byBen),
});

/** What an hourly pass finds three days later: a scope to freeze, a value to ask for, and a written-in progress whose time is over. */
async function leftForTheHour(site: TestSite): Promise<void> {
  const { clock, host } = site.site;
  await written(kinds.work, kinds.asked)(site);
  const now = clock.now();
  clock.set(now - 2 * 86_400_000);
  await ask(
    site,
    'addSource',
    { id: 'source-1', keyResultId: 'key-result-work', source: { type: 'jql', jql: 'labels = checkout' } },
    byBen,
  );
  const override = { progress: 0.9, reason: 'We know better', untilDay: '2026-11-11' };
  await ask(site, 'editObjective', { id: 'objective-1', version: 1, override, reason: 'We know better' }, byBen);
  clock.set(now);
  host.setEventMode({ drop: 1 });
  site.jira('PUT', '/rest/api/3/issue/WEB-2', { fields: { labels: ['checkout'] } });
  await site.settle();
  host.setEventMode({ drop: 0 });
}

/** A project of its own, of which a key result has an issue by hand and one by query. */
async function otherProject(site: TestSite): Promise<void> {
  const { door } = site.site.jira;
  door.putProject({ key: 'OLD', name: 'Old shop' });
  for (const labels of [[], ['checkout']]) door.createIssue('ada', 'OLD', { summary: 'Old', issuetype: { name: 'Task' }, labels });
  await written(kinds.work)(site);
  await ask(
    site,
    'addSource',
    { id: 'source-1', keyResultId: 'key-result-work', source: { type: 'jql', jql: 'labels = checkout' } },
    byBen,
  );
  await ask(site, 'addSource', { id: 'source-2', keyResultId: 'key-result-work', source: { type: 'issue', issue: 'OLD-1' } });
}

const scenarios: readonly CrashScenario[] = [
  ...[kinds.work, kinds.asked, kinds.band, kinds.milestones].map((of) => ({
    name: `createKeyResult: ${of.id}`,
    asked: true,
    prepare: written(),
    act: (site: TestSite) => site.invoke('createKeyResult', of, byBen),
  })),
  edit('a goal', kinds.metric, { target: 20 }),
  edit('where the value comes from', kinds.metric, { source: bugs }),
  edit('milestones', kinds.milestones, { milestones: [signed, { ...live, weight: 1, reachedDay: '2026-11-10' }] }),
  {
    name: 'editObjective: a parent that counts it, and a written-in progress',
    asked: true,
    prepare: async (site) => {
      await written(kinds.asked)(site);
      await ask(site, 'editObjective', { id: 'objective-2', version: 1, rollUp: 'with-children', reason: 'It is made of them' }, byBen);
    },
    act: (site) => {
      const override = { progress: 0.5, reason: 'We know better', untilDay: '2026-11-30' };
      return site.invoke('editObjective', { id: 'objective-1', version: 1, parentId: 'objective-2', override, reason: 'So it is' }, byBen);
    },
  },
  {
    name: 'reachMilestone',
    asked: true,
    prepare: written(kinds.milestones),
    act: (site) =>
      site.invoke(
        'reachMilestone',
        { keyResultId: 'key-result-milestones', version: 1, milestoneId: live.id, reachedDay: '2026-11-12' },
        byBen,
      ),
  },
  {
    name: 'refreshValue',
    asked: false,
    prepare: async (site) => {
      await written(kinds.asked)(site);
      site.jira('PUT', '/rest/api/3/issue/WEB-2', { fields: { labels: ['checkout'] } });
    },
    act: (site) => site.invoke('refreshValue', { keyResultId: 'key-result-asked' }, byBen),
  },
  {
    name: 'the hourly pass with a scope to freeze, a value to ask for, and an override that is over',
    asked: false,
    prepare: leftForTheHour,
    act: (site) => site.site.host.schedule('hourly'),
  },
  {
    name: 'the event of a project that is deleted',
    asked: false,
    prepare: otherProject,
    act: async (site) => {
      site.site.jira.door.deleteProject('ada', 'OLD');
      await site.settle();
    },
  },
  {
    name: 'the events of a burst',
    asked: false,
    prepare: otherProject,
    act: async (site) => {
      for (const key of ['WEB-2', 'WEB-3', 'WEB-4', 'WEB-5', 'WEB-7', 'OLD-2'])
        site.site.jira.door.updateIssue('cleo', key, { labels: key === 'OLD-2' ? [] : ['checkout'] });
      await site.settle();
    },
  },
];

jest.setTimeout(400_000);

describe('a run that is cut off after any statement', () => {
  test.each(scenarios)('$name ends where it would have ended', async (scenario) => {
    expect(await sweep(scenario)).toBeGreaterThan(0);
  });
});
