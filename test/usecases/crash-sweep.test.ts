/** Every use case that writes and every handler, killed after each of its statements, ends where an undisturbed run ends. */
import { sweep, type CrashScenario } from '../support/crash-sweep';
import type { TestSite } from '../support/test-site';

const byBen = { as: 'ben', project: 'WEB' };

const writeObjective = (site: TestSite) =>
  site.invoke(
    'createObjective',
    { id: 'objective-1', cycleId: '2026-q4', title: 'Paying is a pleasure', description: 'On every phone', ownerAccountId: 'ben' },
    byBen,
  );

const writeWork = (site: TestSite) =>
  site.invoke(
    'createKeyResult',
    { kind: 'work', id: 'key-result-work', objectiveId: 'objective-1', title: 'The checkout is done', ownerAccountId: 'cleo' },
    byBen,
  );

const writeMetric = (site: TestSite) =>
  site.invoke(
    'createKeyResult',
    {
      kind: 'metric',
      id: 'key-result-metric',
      objectiveId: 'objective-1',
      title: 'Seconds to pay',
      ownerAccountId: null,
      start: 40,
      target: 10,
      unit: 's',
    },
    byBen,
  );

const writeValue = (site: TestSite) =>
  site.invoke('recordValue', { id: 'check-in-1', keyResultId: 'key-result-metric', value: 25, day: '2026-11-10' }, byBen);

const addQuery = (site: TestSite) =>
  site.invoke(
    'addSource',
    { id: 'source-jql', keyResultId: 'key-result-work', source: { type: 'jql', jql: 'labels = checkout ORDER BY key' } },
    byBen,
  );

const addChildren = (site: TestSite) =>
  site.invoke('addSource', { id: 'source-children', keyResultId: 'key-result-work', source: { type: 'children', issue: 'WEB-1' } }, byBen);

const addIssue = (site: TestSite) =>
  site.invoke('addSource', { id: 'source-issue', keyResultId: 'key-result-work', source: { type: 'issue', issue: 'WEB-6' } }, byBen);

async function writeEverything(site: TestSite): Promise<void> {
  for (const write of [writeObjective, writeWork, writeMetric, writeValue, addQuery, addChildren, addIssue]) {
    const answer = await write(site);
    if (!answer.ok) throw new Error(`${answer.error.code} ${answer.error.message}`);
  }
}

const byAda = { as: 'ada', project: 'WEB' };

const writeGroup = (site: TestSite) =>
  site.invoke('createGroup', { id: 'group-00', name: 'Shops', projectIds: ['10000'], leadIds: ['ben'] }, byAda);

/** Everything, and a parent that counts it, and another key result that divides the weight of an issue they share. */
async function writeShared(site: TestSite): Promise<void> {
  await writeEverything(site);
  const parent = { id: 'objective-2', cycleId: '2026-q4', title: 'Above', ownerAccountId: null };
  const rule = { weightBy: 'count', unestimated: 1, inProgressCredit: 0, wanted: null, shared: 'split' } as const;
  const steps = [
    () => site.invoke('createObjective', parent, byBen),
    () => site.invoke('editObjective', { id: 'objective-2', version: 1, rollUp: 'with-children', reason: 'x' }, byBen),
    () =>
      site.invoke(
        'createKeyResult',
        { kind: 'work', id: 'key-result-split', objectiveId: 'objective-2', title: 'Split', ownerAccountId: null, rule },
        byBen,
      ),
    () =>
      site.invoke('addSource', { id: 'source-split', keyResultId: 'key-result-split', source: { type: 'issue', issue: 'WEB-6' } }, byBen),
  ];
  for (const step of steps) {
    const answer = await step();
    if (!answer.ok) throw new Error(`${answer.error.code} ${answer.error.message}`);
  }
}

async function writeOwnerless(site: TestSite): Promise<void> {
  await writeEverything(site);
  await site.invoke('editObjective', { id: 'objective-1', version: 1, ownerAccountId: null }, byBen);
}

const aboutWork = { type: 'key-result', id: 'key-result-work' } as const;

async function talk(site: TestSite): Promise<void> {
  await writeEverything(site);
  await site.invoke('addComment', { id: 'comment-1', subject: aboutWork, words: 'Is it done?' }, byBen);
}

/** Changes issues in Jira while no event gets through. */
async function changeUnheard(site: TestSite): Promise<void> {
  await writeEverything(site);
  site.site.host.setEventMode({ drop: 1 });
  await site.transition('WEB-3', 'Done');
  await site.transition('WEB-6', 'Done', { resolution: 'Duplicate' });
  site.jira('PUT', '/rest/api/3/issue/WEB-4', { fields: { labels: ['checkout'] } });
  site.jira('PUT', '/rest/api/3/issue/WEB-3', { fields: { labels: [] } });
  site.jira('DELETE', '/rest/api/3/issue/WEB-2');
  await site.settle();
  site.site.host.setEventMode({ drop: 0 });
}

const year = { id: 'cycle-2026', name: '2026', startDay: '2026-01-01', endDay: '2026-12-31' };

/** An objective of the year counts that of the quarter. */
async function alignToYear(site: TestSite): Promise<void> {
  await writeEverything(site);
  await site.invoke('createCycle', year);
  await site.invoke('startCycle', { id: year.id, version: 1 });
  const above = { id: 'objective-year', cycleId: year.id, title: 'The year', ownerAccountId: null };
  await site.invoke('createObjective', above, byBen);
  const reason = 'It serves the year';
  await site.invoke('editObjective', { id: above.id, version: 1, rollUp: 'with-children', reason }, byBen);
  await site.invoke('editObjective', { id: 'objective-1', version: 1, parentId: above.id, reason }, byBen);
}

/** Cleo's objective waits for ben's to take it up, which counts what is aligned to it. */
async function askForContribution(site: TestSite): Promise<void> {
  await writeEverything(site);
  const home = { level: 'company' } as const;
  const above = { id: 'objective-above', home, cycleId: '2026-q4', title: 'Above', ownerAccountId: 'ben' };
  await site.invoke('createObjective', above, byAda);
  await site.invoke('editObjective', { id: above.id, version: 1, rollUp: 'with-children', reason: 'It is the whole' }, byAda);
  await site.invoke('editObjective', { id: 'objective-1', version: 1, ownerAccountId: 'cleo' }, byBen);
  const reason = 'It carries half of it';
  await site.invoke('editObjective', { id: 'objective-1', version: 2, parentId: above.id, reason }, { as: 'cleo' });
}

const contributed = { objectiveId: 'objective-1', version: 3 } as const;

const tables = [
  'cycle',
  'objective',
  'key_result',
  'scope_source',
  'scope_issue',
  'issue_fact',
  'pending_issue',
  'check_in',
  'snapshot',
  'issue_past',
  'pending_history',
  'setting',
];

const scenarios: readonly CrashScenario[] = [
  {
    name: 'installing',
    asked: false,
    prepare: async (site) => {
      for (const table of [...tables, '__migrations']) await site.sql(`DROP TABLE ${table}`);
    },
    act: (site) => site.site.host.install(),
  },
  { name: 'createObjective', asked: true, prepare: async () => undefined, act: writeObjective },
  { name: 'createKeyResult of work', asked: true, prepare: writeObjective, act: writeWork },
  {
    name: 'createKeyResult of a metric',
    asked: true,
    prepare: async (site) => {
      await writeObjective(site);
      await writeWork(site);
    },
    act: writeMetric,
  },
  {
    name: 'recordValue',
    asked: true,
    prepare: async (site) => {
      await writeObjective(site);
      await writeMetric(site);
    },
    act: writeValue,
  },
  {
    name: 'addSource with a query',
    asked: true,
    prepare: async (site) => {
      await writeObjective(site);
      await writeWork(site);
    },
    act: addQuery,
  },
  {
    name: 'addSource with children',
    asked: true,
    prepare: async (site) => {
      await writeObjective(site);
      await writeWork(site);
      await addQuery(site);
    },
    act: addChildren,
  },
  {
    name: 'addSource with an issue',
    asked: true,
    prepare: async (site) => {
      await writeObjective(site);
      await writeWork(site);
      await addQuery(site);
    },
    act: addIssue,
  },
  {
    name: 'removeSource',
    asked: true,
    prepare: writeEverything,
    act: (site) => site.invoke('removeSource', { sourceId: 'source-children' }, byBen),
  },
  {
    name: 'the rebuilding of a past after a source is removed',
    asked: true,
    prepare: writeEverything,
    act: async (site) => {
      await site.invoke('removeSource', { sourceId: 'source-children' }, byBen);
      await site.settle();
    },
  },
  {
    name: 'the rebuilding of a past after a late value',
    asked: true,
    prepare: writeEverything,
    act: async (site) => {
      await site.invoke('recordValue', { id: 'check-in-2', keyResultId: 'key-result-metric', value: 20, day: '2026-11-05' }, byBen);
      await site.settle();
    },
  },
  {
    name: 'editObjective',
    asked: true,
    prepare: writeEverything,
    act: (site) => site.invoke('editObjective', { id: 'objective-1', version: 1, title: 'Paying is quick', cycleId: '2027-q1' }, byBen),
  },
  {
    name: 'editObjective that makes it private and names people',
    asked: true,
    prepare: writeShared,
    act: (site) =>
      site.invoke(
        'editObjective',
        { id: 'objective-1', version: 2, audience: ['cleo'], contributorIds: ['dan'], ownerAccountId: 'ada' },
        byBen,
      ),
  },
  {
    name: 'createObjective under another one',
    asked: true,
    prepare: askForContribution,
    act: (site) =>
      site.invoke(
        'createObjective',
        {
          id: 'objective-under',
          home: { level: 'project', projectId: '10000' },
          cycleId: '2026-q4',
          title: 'Under it',
          ownerAccountId: null,
          parentId: 'objective-above',
        },
        byBen,
      ),
  },
  {
    name: 'answerContribution that accepts',
    asked: true,
    prepare: askForContribution,
    act: (site) => site.invoke('answerContribution', { answer: 'accept', ...contributed }, byBen),
  },
  {
    name: 'answerContribution that takes back what was accepted',
    asked: true,
    prepare: async (site) => {
      await askForContribution(site);
      await site.invoke('answerContribution', { answer: 'accept', ...contributed }, byBen);
    },
    act: (site) =>
      site.invoke('answerContribution', { answer: 'decline', objectiveId: 'objective-1', version: 4, reason: 'Not what we mean' }, byBen),
  },
  {
    name: 'askContribution',
    asked: true,
    prepare: askForContribution,
    act: (site) => site.invoke('askContribution', { ...contributed, words: 'Have a look' }, { as: 'cleo' }),
  },
  {
    name: 'takeOwnership of an objective',
    asked: true,
    prepare: writeOwnerless,
    act: (site) => site.invoke('takeOwnership', { subject: { type: 'objective', id: 'objective-1' }, version: 2 }, byBen),
  },
  {
    name: 'takeOwnership of a key result',
    asked: true,
    prepare: writeEverything,
    act: (site) => site.invoke('takeOwnership', { subject: { type: 'key-result', id: 'key-result-metric' }, version: 1 }, byBen),
  },
  {
    name: 'linkIssues',
    asked: true,
    prepare: writeShared,
    act: (site) =>
      site.invoke(
        'linkIssues',
        {
          keyResultId: 'key-result-split',
          links: [
            { id: 'source-link-1', issueId: '20002' },
            { id: 'source-link-2', issueId: '20003' },
          ],
        },
        byBen,
      ),
  },
  {
    name: 'askForCount and the count',
    asked: true,
    counts: true,
    prepare: writeShared,
    act: async (site) => {
      await site.invoke('askForCount', { cycleId: '2026-q4' }, byBen);
      await site.settle();
    },
  },
  { name: 'createGroup', asked: true, prepare: async () => undefined, act: writeGroup },
  {
    name: 'editGroup',
    asked: true,
    prepare: writeGroup,
    act: (site) => site.invoke('editGroup', { id: 'group-00', version: 1, name: 'Stores', leadIds: [] }, byAda),
  },
  {
    name: 'archiveGroup',
    asked: true,
    prepare: writeGroup,
    act: (site) => site.invoke('archiveGroup', { id: 'group-00', version: 1 }, byAda),
  },
  {
    name: 'grantOkrAdmin',
    asked: true,
    prepare: async () => undefined,
    act: (site) => site.invoke('grantOkrAdmin', { holderAccountId: 'ben' }, byAda),
  },
  {
    name: 'revokeOkrAdmin',
    asked: true,
    prepare: (site) => site.invoke('grantOkrAdmin', { holderAccountId: 'ben' }, byAda),
    act: (site) => site.invoke('revokeOkrAdmin', { holderAccountId: 'ben' }, byAda),
  },
  {
    name: 'editKeyResult',
    asked: true,
    prepare: writeEverything,
    act: (site) =>
      site.invoke(
        'editKeyResult',
        {
          id: 'key-result-work',
          version: 1,
          weight: 3,
          rule: { weightBy: 'points', unestimated: 1, inProgressCredit: 0.5, wanted: null, shared: 'repeat' },
        },
        byBen,
      ),
  },
  {
    name: 'checkIn',
    asked: true,
    prepare: writeEverything,
    act: (site) =>
      site.invoke(
        'checkIn',
        { id: 'check-in-2', keyResultId: 'key-result-metric', value: 20, confidence: 6, words: 'Slower', blockers: 'A bank' },
        byBen,
      ),
  },
  {
    name: 'correctCheckIn',
    asked: true,
    prepare: writeEverything,
    act: (site) => site.invoke('correctCheckIn', { id: 'check-in-1', version: 1, value: 22, words: 'Measured again' }, byBen),
  },
  {
    name: 'overrideHealth',
    asked: true,
    prepare: writeEverything,
    act: (site) =>
      site.invoke(
        'overrideHealth',
        {
          subject: { type: 'key-result', id: 'key-result-work' },
          version: 1,
          override: { health: 'at-risk', reason: 'The vendor is late', untilDay: '2026-11-30' },
        },
        byBen,
      ),
  },
  {
    name: 'createCycle',
    asked: true,
    prepare: writeEverything,
    act: (site) => site.invoke('createCycle', year),
  },
  {
    name: 'editCycle, which takes objectives out of what they served',
    asked: true,
    prepare: alignToYear,
    act: (site) => site.invoke('editCycle', { id: year.id, version: 2, endDay: '2026-11-30' }),
  },
  {
    name: 'closeCycle',
    asked: true,
    prepare: writeEverything,
    act: (site) => site.invoke('closeCycle', { id: '2026-q4', version: 1, reason: 'It is over' }),
  },
  {
    name: 'reopenCycle after changes',
    asked: true,
    unexplainedBefore: 'its cycle is closed, and an issue has moved since',
    prepare: async (site) => {
      await writeEverything(site);
      await site.invoke('closeCycle', { id: '2026-q4', version: 1, reason: 'It is over' });
      await site.transition('WEB-3', 'Done');
    },
    act: (site) => site.invoke('reopenCycle', { id: '2026-q4', version: 2 }),
  },
  {
    name: 'changeSetting of what is cancelled',
    asked: true,
    prepare: writeEverything,
    act: (site) =>
      site.invoke('changeSetting', { group: 'counting', version: 0, value: { excludedResolutions: ['Done'], pointsFieldId: null } }),
  },
  {
    name: 'addComment',
    asked: true,
    prepare: talk,
    act: (site) => site.invoke('addComment', { id: 'comment-2', subject: aboutWork, replyTo: 'comment-1', words: 'It is, @[cleo]' }, byBen),
  },
  {
    name: 'editComment',
    asked: true,
    prepare: talk,
    act: (site) => site.invoke('editComment', { id: 'comment-1', version: 1, words: 'Is it really done?' }, byBen),
  },
  {
    name: 'removeComment',
    asked: true,
    prepare: talk,
    act: (site) => site.invoke('removeComment', { id: 'comment-1', version: 1 }, byBen),
  },
  {
    name: 'archiveKeyResult',
    asked: true,
    prepare: writeEverything,
    act: (site) => site.invoke('archiveKeyResult', { id: 'key-result-metric', version: 1 }, byBen),
  },
  {
    name: 'archiveObjective',
    asked: true,
    prepare: writeEverything,
    act: (site) => site.invoke('archiveObjective', { id: 'objective-1', version: 1 }, byBen),
  },
  {
    name: 'the events of an issue that is done',
    asked: false,
    prepare: writeEverything,
    act: (site) => site.transition('WEB-3', 'Done'),
  },
  {
    name: 'the events of an issue that joins and one that leaves',
    asked: false,
    prepare: writeEverything,
    act: async (site) => {
      site.jira('PUT', '/rest/api/3/issue/WEB-4', { fields: { labels: ['checkout'] } });
      site.jira('PUT', '/rest/api/3/issue/WEB-3', { fields: { labels: [] } });
      await site.settle();
    },
  },
  {
    name: 'the events of an issue that is deleted',
    asked: false,
    prepare: writeEverything,
    act: async (site) => {
      site.jira('DELETE', '/rest/api/3/issue/WEB-2');
      await site.settle();
    },
  },
  {
    name: 'the hourly pass after lost events',
    asked: false,
    prepare: changeUnheard,
    act: (site) => site.site.host.schedule('hourly'),
  },
  {
    name: 'the daily pass',
    asked: false,
    prepare: changeUnheard,
    act: (site) => site.site.host.schedule('daily'),
  },
];

jest.setTimeout(120_000);

describe('a run that is cut off after any statement', () => {
  test.each(scenarios)('$name ends where it would have ended', async (scenario) => {
    expect(await sweep(scenario)).toBeGreaterThan(0);
  });
});
