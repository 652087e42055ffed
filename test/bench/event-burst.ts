/** A burst: N issues change, at once or within a minute, and touch all K key results, by hand or through their queries. */
import { defaultCatalog } from '../../local/jira/default-catalog';
import type { Issue, SiteState } from '../../local/jira/model';
import { transitionIssue } from '../../local/site/transition-issue';
import { findUser } from '../../local/site/find-user';
import { smallCompany } from '../support/small-company';
import { openTestSite, type TestSite } from '../support/test-site';
import { costOf, type Cost } from './count-calls';
import { createStore } from '../../src/store/store';
import { directSql } from '../support/direct-sql';
import { fillOkrs } from './fill-okrs';
import { atMost, noted, sameFor, type Measurement } from './measurement';

const KEY_RESULTS = 20;
const day = 86_400_000;
const minute = 60_000;

const keyOf = (index: number): string => `WEB-${1000 + index}`;
const idOf = (index: number): string => String(1_000_000 + index);

type Through = 'hand' | 'query';

const labelOf = (index: number): string => `serves-${index % KEY_RESULTS}`;
const keyResultOf = (turn: number): string => `key-result-${1 + Math.floor(turn / 5)}-${1 + (turn % 5)}`;

/** The small company with N more bugs in WEB, each with the label of the key result whose turn it is. */
function companyWith(issues: number): SiteState {
  const model = smallCompany.issues.find(({ key }) => key === 'WEB-6');
  const started = defaultCatalog.statuses.find(({ category }) => category === 'new');
  if (!model || !started) throw new Error('The small company has changed: WEB-6 or a status to start in is missing.');
  const more = Array.from({ length: issues }, (_, index): Issue => ({
    ...model,
    id: idOf(index),
    key: keyOf(index),
    statusId: started.id,
    labels: [labelOf(index)],
  }));
  return { ...smallCompany, lastId: 2_000_000, issues: [...smallCompany.issues, ...more] };
}

/** Every issue in scope of one key result, in turn, so that a hundred of them meet them all. */
async function bringIntoScope(site: TestSite, issues: number, through: Through): Promise<void> {
  await fillOkrs(site.engine, {
    projectId: '10000',
    objectives: KEY_RESULTS / 5,
    keyResultsEach: 5,
    issuesPerKeyResult: 0,
    issues: 0,
    text: { title: 'A checkout that converts', description: '' },
  });
  const store = createStore(directSql(site.engine));
  const at = site.site.clock.now();
  const memberships = Array.from({ length: issues }, (_, index) => {
    const turn = index % KEY_RESULTS;
    return { sourceId: `source-${through === 'hand' ? index : turn}`, issueId: idOf(index), keyResultId: keyResultOf(turn) };
  });
  await store.scope.add(memberships, at);
  const by = { accountId: 'ada', at };
  if (through === 'hand') {
    for (const { sourceId, issueId, keyResultId } of memberships) {
      await store.sources.add([{ id: sourceId, keyResultId, type: 'issue', issueId }], by);
    }
  } else {
    for (let turn = 0; turn < KEY_RESULTS; turn += 1) {
      const jql = `labels = ${labelOf(turn)}`;
      await store.sources.add([{ id: `source-${turn}`, keyResultId: keyResultOf(turn), type: 'jql', jql }], by);
    }
  }
  await store.issueFacts.replace(
    memberships.map(({ issueId }) => ({
      issueId,
      projectId: '10000',
      parentId: null,
      statusCategory: 'todo',
      resolution: null,
      cancelled: false,
      gone: false,
      points: 2,
      estimate: null,
      numbers: {},
      assigneeAccountId: null,
      movedAt: null,
      updatedAt: at - day,
      checkedAt: at - day,
    })),
  );
}

type Burst = {
  /** Everything, the events' own triggers too. */
  readonly all: Cost;
  /** The runs that had something to read. */
  readonly work: Cost;
};

/** N issues are done: `together`, before anything is delivered, or spread over `a minute`, each delivered when it happens. */
async function burst(issues: number, through: Through, within: 'together' | 'a minute'): Promise<Burst> {
  const site = await openTestSite({ jira: companyWith(issues) });
  site.leaveUnexplained('its rows are made in bulk, for their number');
  const { jira, host, clock } = site.site;
  try {
    await bringIntoScope(site, issues, through);
    const ada = findUser(jira, 'ada');
    // A site's very first sync also looks up the points field and keeps it: once, and no part of a burst.
    transitionIssue(jira, ada, keyOf(0), 'In Progress');
    await site.settle();
    const records = await site.recordsOf(async () => {
      for (let index = 0; index < issues; index += 1) {
        transitionIssue(jira, ada, keyOf(index), 'Done');
        if (within === 'together') continue;
        clock.set(clock.now() + Math.floor(minute / issues));
        await host.drain({ ahead: 'nothing' });
      }
      await site.settle();
    });
    const [done] = await site.sql("SELECT COUNT(*) AS n FROM issue_fact WHERE status_category = 'done'");
    if (Number(done?.n) !== issues) throw new Error(`Only ${String(done?.n)} of ${issues} changes have arrived.`);
    const runs = records.filter(({ moduleType }) => moduleType === 'consumer');
    return { all: costOf(records), work: costOf(runs.filter(({ jira: calls }) => calls.length > 0)) };
  } finally {
    await site.close();
  }
}

/** The requests of the events themselves, which each ask whether they matter. */
const sqlOfEvents = ({ all }: Burst): number =>
  all.records.filter(({ moduleType }) => moduleType === 'trigger').reduce((sum, { sql }) => sum + sql.length, 0);

async function measureThrough(through: Through): Promise<readonly Measurement[]> {
  const what = `burst over ${KEY_RESULTS} key results, issues by ${through}`;
  const [one, hundred, many] = [
    await burst(1, through, 'together'),
    await burst(100, through, 'together'),
    await burst(500, through, 'together'),
  ];
  const spread = await burst(500, through, 'a minute');
  return [
    atMost(`${what}: bulk fetches for 100 events`, 1, hundred.work.bulkFetches, 'calls'),
    atMost(`${what}: bulk fetches for 500 events`, 5, many.work.bulkFetches, 'calls'),
    sameFor(`${what}: SQL requests of the run`, [
      ['N = 100', hundred.work.sql],
      ['N = 500', many.work.sql],
    ]),
    noted(`${what}: SQL requests of the run for one event`, String(one.work.sql)),
    atMost(`${what}: SQL requests of 500 events themselves`, 1001, sqlOfEvents(many), 'requests'),
    atMost(`${what}: runs for 500 events within a minute`, 8, spread.work.invocations, 'runs'),
    atMost(`${what}: bulk fetches for 500 events within a minute`, 12, spread.work.bulkFetches, 'calls'),
    ...(
      [
        ['one event', one],
        ['500 events together', many],
        ['500 events within a minute', spread],
      ] as const
    ).map(([of, { all }]) =>
      noted(`${what}: all of it for ${of}`, `${all.sql} SQL requests, ${all.jiraPoints} Jira points, ${all.invocations} invocations`),
    ),
  ];
}

export const measureBurst = async (): Promise<readonly Measurement[]> => [
  ...(await measureThrough('hand')),
  ...(await measureThrough('query')),
];
