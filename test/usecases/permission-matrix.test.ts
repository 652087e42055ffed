/**
 * Every function of the app, asked by a person of every role about something open and something private at every level. The table of what came
 * out is docs/permissions.md, which this holds to the word; `WRITE_PERMISSIONS=1` writes it anew. Whoever is refused has changed nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiName, Input, Output } from '../../src/contract/api';
import type { Level } from '../../src/domain/home';
import { newId, Q4, SEC } from './support/okr-steps';
import {
  cycleIds,
  milestoneId,
  openPeopleAndPlaces,
  roles,
  spareGroupId,
  type PeopleAndPlaces,
  type Things,
} from './support/people-and-places';

/** `yes`; `no`: refused; `-`: as if it did not exist, or not among what is answered. */
type Outcome = 'yes' | 'no' | '-';

type Row<N extends ApiName> = {
  readonly input: (about: Things) => Input<N>;
  /** For an answer that lists things: whether this one is among them. */
  readonly shows?: (answer: Output<N>, about: Things) => boolean;
  /** Where the question makes sense; `site`: it is about no objective at all. Default: everywhere. */
  readonly at?: readonly Level[] | 'site';
};

const rule = { weightBy: 'count', unestimated: 'leave-out', inProgressCredit: 0.5, wanted: null, shared: 'repeat' } as const;
const saidHealth = { health: 'at-risk', reason: 'A supplier is late', untilDay: '2026-12-01' } as const;
const query = { by: 'jira', jql: 'project = WEB', measure: 'count' } as const;

/** The type asks for a row for every function there is. */
const rows: { readonly [N in ApiName]: Row<N> } = {
  getProjectOkrs: {
    input: () => ({ projectId: SEC }),
    shows: ({ objectives }, { objectiveId }) => objectives.some(({ id }) => id === objectiveId),
    at: ['project'],
  },
  getCompanyOkrs: { input: () => ({}), shows: ({ objectives }, { objectiveId }) => objectives.some(({ id }) => id === objectiveId) },
  getAlignment: { input: () => ({}), shows: ({ objectives }, { objectiveId }) => objectives.some(({ id }) => id === objectiveId) },
  getObjective: { input: ({ objectiveId }) => ({ objectiveId }) },
  getIssueKeyResults: {
    input: () => ({ issueId: '20006' }),
    shows: ({ cards }, { workId }) => cards.some(({ keyResult }) => keyResult.id === workId),
  },
  getKeyResult: { input: ({ workId }) => ({ keyResultId: workId }) },
  explain: { input: ({ objectiveId }) => ({ subject: { type: 'objective', id: objectiveId } }) },
  getForecast: { input: ({ workId }) => ({ keyResultId: workId }) },
  getHistory: { input: ({ objectiveId }) => ({ subject: { type: 'objective', id: objectiveId } }) },
  getLedger: { input: ({ workId }) => ({ keyResultId: workId }) },
  listParents: { input: ({ objectiveId }) => ({ objectiveId }) },
  listLinkTargets: {
    input: () => ({ projectId: SEC }),
    shows: (targets, { workId }) => targets.some(({ id }) => id === workId),
  },
  getCheckInQueue: {
    input: () => ({}),
    shows: ({ due }, { workId }) => due.some(({ keyResult }) => keyResult.id === workId),
  },
  prepareCheckIn: { input: ({ workId }) => ({ keyResultId: workId }) },
  listBlockers: {
    input: () => ({ projectId: SEC, cycleId: Q4 }),
    shows: (blockers, { metricId }) => blockers.some(({ keyResultId }) => keyResultId === metricId),
    at: ['project'],
  },
  getMyWeek: { input: () => ({}), shows: ({ objectives }, { objectiveId }) => objectives.some(({ id }) => id === objectiveId) },
  getProjectWeek: {
    input: () => ({ projectId: SEC }),
    shows: ({ objectives }, { objectiveId }) => objectives.some(({ id }) => id === objectiveId),
    at: ['project'],
  },
  getInbox: {
    input: () => ({}),
    shows: ({ items }, { workId }) => items.some(({ about }) => about?.type === 'check-in' && about.keyResult.id === workId),
  },
  listCheckIns: { input: ({ metricId }) => ({ keyResultId: metricId }) },
  previewRule: { input: ({ workId }) => ({ keyResultId: workId, rule }) },
  refreshValue: { input: ({ queriedId }) => ({ keyResultId: queriedId }) },

  createObjective: {
    input: ({ home, isPrivate }) => ({
      id: newId(),
      home,
      cycleId: Q4,
      title: 'New',
      ownerAccountId: null,
      audience: isPrivate ? ['nora'] : null,
    }),
  },
  editObjective: { input: ({ objectiveId }) => ({ id: objectiveId, version: 1, title: 'Changed' }) },
  archiveObjective: { input: ({ objectiveId }) => ({ id: objectiveId, version: 1 }) },
  getCycleClosing: { input: () => ({ cycleId: Q4 }), shows: ({ lines }, { objectiveId }) => lines.some(({ id }) => id === objectiveId) },
  getObjectiveClosing: { input: ({ objectiveId }) => ({ objectiveId }) },
  gradeObjective: {
    input: ({ objectiveId, workId, metricId, queriedId, milestonesId, unownedId }) => ({
      objectiveId,
      version: 1,
      grade: 0.5,
      reason: 'As we see it',
      keyResults: [workId, metricId, queriedId, milestonesId, unownedId].map((keyResultId) => ({
        keyResultId,
        grade: 0.5,
        reason: 'So it is',
      })),
      causes: ['capacity'],
      causeWords: '',
      learned: '',
      nextStep: 'keep',
      intoCycleId: null,
    }),
  },
  createKeyResult: { input: ({ objectiveId }) => ({ kind: 'work', id: newId(), objectiveId, title: 'New', ownerAccountId: null }) },
  previewValue: { input: ({ objectiveId }) => ({ objectiveId, source: query }) },
  editKeyResult: { input: ({ workId }) => ({ id: workId, version: 1, title: 'Changed' }) },
  archiveKeyResult: { input: ({ workId }) => ({ id: workId, version: 1 }) },
  restoreObjective: { input: ({ objectiveId }) => ({ id: objectiveId, version: 1 }) },
  restoreKeyResult: { input: ({ workId }) => ({ id: workId, version: 1 }) },
  listChanges: { input: ({ objectiveId }) => ({ subject: { type: 'objective', id: objectiveId } }) },
  reorder: { input: ({ objectiveId, rank }) => ({ subject: { type: 'objective', id: objectiveId }, afterId: null, seen: rank }) },
  moveKeyResult: { input: ({ workId, objectiveId }) => ({ id: workId, version: 1, objectiveId }) },
  moveObjective: { input: ({ objectiveId, home }) => ({ id: objectiveId, version: 1, home }) },
  copyObjectives: {
    input: ({ objectiveId }) => ({ copies: [{ id: newId(), fromId: objectiveId }], cycleId: Q4, withSources: true }),
  },
  changeMany: {
    input: ({ workId }) => ({
      id: newId(),
      of: 'key-result',
      subjects: [{ id: workId, version: 1 }],
      change: { type: 'owner', ownerAccountId: 'vic' },
    }),
    shows: ([first]) => first?.outcome === 'changed',
  },
  listArchived: { input: () => ({ cycleId: Q4, projectId: SEC }), at: ['project'] },
  overrideHealth: { input: ({ objectiveId }) => ({ subject: { type: 'objective', id: objectiveId }, version: 1, override: saidHealth }) },
  checkIn: { input: ({ workId }) => ({ id: newId(), keyResultId: workId, words: 'All well' }) },
  correctCheckIn: { input: ({ checkInId }) => ({ id: checkInId, version: 1, words: 'Better' }) },
  recordValue: { input: ({ metricId }) => ({ id: newId(), keyResultId: metricId, value: 50 }) },
  reachMilestone: { input: ({ milestonesId }) => ({ keyResultId: milestonesId, version: 1, milestoneId, reachedDay: '2026-11-02' }) },
  listContributions: {
    input: () => ({}),
    shows: ({ waiting }, { alignedId }) => waiting.some(({ objective }) => objective.id === alignedId),
  },
  answerContribution: { input: ({ alignedId }) => ({ answer: 'accept', objectiveId: alignedId, version: 1 }) },
  askContribution: { input: ({ alignedId }) => ({ objectiveId: alignedId, version: 1, words: 'It carries yours' }) },
  takeOwnership: { input: ({ unownedId }) => ({ subject: { type: 'key-result', id: unownedId }, version: 1 }) },
  previewSource: { input: ({ workId }) => ({ keyResultId: workId, change: { add: { type: 'jql', jql: 'project = WEB' } } }) },
  addSource: { input: ({ workId }) => ({ id: newId(), keyResultId: workId, source: { type: 'issue', issue: 'WEB-2' } }) },
  linkIssues: { input: ({ workId }) => ({ keyResultId: workId, links: [{ id: newId(), issueId: '20002' }] }) },
  removeSource: { input: ({ sourceId }) => ({ sourceId }) },
  listComments: { input: ({ workId }) => ({ subject: { type: 'key-result', id: workId } }) },
  getActivity: { input: ({ objectiveId }) => ({ subject: { type: 'objective', id: objectiveId } }) },
  addComment: { input: ({ workId }) => ({ id: newId(), subject: { type: 'key-result', id: workId }, words: 'Well done' }) },
  editComment: { input: ({ commentId }) => ({ id: commentId, version: 1, words: 'Changed' }) },
  removeComment: { input: ({ commentId }) => ({ id: commentId, version: 1 }) },
  checkMentions: { input: ({ workId }) => ({ subject: { type: 'key-result', id: workId }, accountIds: ['vic'] }) },

  getBuyIn: { input: ({ objectiveId }) => ({ objectiveId }) },
  noteOpened: { input: ({ objectiveId }) => ({ objectiveIds: [objectiveId] }) },
  acknowledgeObjective: { input: ({ objectiveId }) => ({ objectiveId, isAcknowledged: true }) },
  takeStance: { input: ({ objectiveId }) => ({ stance: 'support', objectiveId }) },
  settleConcern: { input: ({ objectiveId }) => ({ objectiveId, ofAccountId: 'nora', version: 1 }) },
  askForVotes: { input: ({ alignedId }) => ({ id: newId(), objectiveId: alignedId, askedIds: ['olga', 'oona', 'nora'] }) },
  voteConfidence: { input: ({ roundId }) => ({ roundId, confidence: 7 }) },
  closeVote: { input: ({ roundId }) => ({ roundId, version: 1 }) },
  listWaitingVotes: {
    input: () => ({}),
    shows: (waiting, about) => waiting.some(({ roundId }) => roundId === about.roundId),
  },

  getCoverage: { input: () => ({ projectId: SEC, cycleId: Q4 }), at: 'site' },
  askForCount: { input: () => ({ projectId: SEC, cycleId: Q4 }), at: 'site' },
  getCompanyCoverage: { input: () => ({ cycleId: Q4 }), at: 'site' },
  getRadar: { input: () => ({ subject: { type: 'project', projectId: SEC }, cycleId: Q4 }), at: 'site' },
  listOrphanWork: { input: () => ({ projectId: SEC, cycleId: Q4, state: 'in-progress' }), at: 'site' },
  getLineOfSight: { input: () => ({ projectId: SEC, cycleId: Q4 }), at: 'site' },

  countUnread: { input: () => ({}), at: 'site' },
  markRead: { input: () => ({}), at: 'site' },
  choosePersonally: { input: () => ({ version: 0, reminders: false, digest: false }), at: 'site' },

  listCycles: { input: () => ({}), at: 'site' },
  createCycle: { input: () => ({ id: newId(), name: 'Another', startDay: '2035-01-01', endDay: '2035-12-31' }), at: 'site' },
  editCycle: { input: () => ({ id: cycleIds.draft, version: 1, name: 'Changed' }), at: 'site' },
  startCycle: { input: () => ({ id: cycleIds.draft, version: 1 }), at: 'site' },
  closeCycle: { input: () => ({ id: cycleIds.running, version: 1 }), at: 'site' },
  reopenCycle: { input: () => ({ id: cycleIds.closed, version: 1 }), at: 'site' },
  removeCycle: { input: () => ({ id: cycleIds.draft, version: 1 }), at: 'site' },
  getCycleReadiness: { input: () => ({ cycleId: Q4 }), at: 'site' },
  getLearning: { input: () => ({}), at: 'site' },
  getCycleReport: { input: () => ({ cycleId: cycleIds.closed }), at: 'site' },
  getWording: { input: () => ({}), at: 'site' },
  getSettings: { input: () => ({}), at: 'site' },
  changeSetting: { input: () => ({ group: 'checkIns', version: 0, value: { cadenceDays: 14 } }), at: 'site' },
  listNumberFields: { input: () => ({}), at: 'site' },
  getDemoSet: { input: () => ({}), at: 'site' },
  loadDemoSet: { input: () => ({ id: newId(), projectIds: [SEC] }), at: 'site' },
  clearDemoSet: { input: () => ({}), at: 'site' },
  listGroups: { input: () => ({}), at: 'site' },
  createGroup: { input: () => ({ id: newId(), name: 'New', projectIds: [], leadIds: [] }), at: 'site' },
  editGroup: { input: () => ({ id: spareGroupId, version: 1, name: 'Changed' }), at: 'site' },
  archiveGroup: { input: () => ({ id: spareGroupId, version: 1 }), at: 'site' },
  listOkrAdmins: { input: () => ({}), at: 'site' },
  grantOkrAdmin: { input: () => ({ holderAccountId: 'vic' }), at: 'site' },
  revokeOkrAdmin: { input: () => ({ holderAccountId: 'olga' }), at: 'site' },
};

const names = Object.keys(rows) as ApiName[];

async function outcome<N extends ApiName>(world: PeopleAndPlaces, name: N, about: Things, as: string): Promise<Outcome> {
  const row: Row<N> = rows[name];
  const answer = await world.site.invoke(name, row.input(about), { as });
  if (answer.ok) return row.shows === undefined || row.shows(answer.value, about) ? 'yes' : '-';
  if (answer.error.code === 'FORBIDDEN') return 'no';
  if (answer.error.code === 'NOT_FOUND') return '-';
  throw new Error(`${name} by ${as}: ${answer.error.code} ${answer.error.message}`);
}

/** What each role got, in the order of `roles`. */
async function lineOf(world: PeopleAndPlaces, name: ApiName, about: Things): Promise<readonly Outcome[]> {
  const line: Outcome[] = [];
  for (const { accountId } of roles) {
    const came = await outcome(world, name, about, accountId);
    const state = await world.state();
    if (came !== 'yes') expect({ name, accountId, state }).toEqual({ name, accountId, state: world.beginning });
    else if (state !== world.beginning) await world.reset();
    line.push(came);
  }
  return line;
}

const tableOf = (lines: readonly (readonly [string, readonly Outcome[]])[]): string =>
  [
    `| | ${roles.map(({ name }) => name).join(' | ')} |`,
    `|---|${roles.map(() => '---').join('|')}|`,
    ...lines.map(([name, line]) => `| ${name} | ${line.join(' | ')} |`),
  ].join('\n');

const file = join(__dirname, '../../docs/permissions.md');
const marker = '<!-- the tables from here on are written by test/usecases/permission-matrix.test.ts -->';

jest.setTimeout(600_000);

describe('who may do what', () => {
  let world: PeopleAndPlaces;
  const sections: string[] = [];
  beforeAll(async () => {
    world = await openPeopleAndPlaces();
  });
  afterAll(() => world.close());

  const placeOf = (level: Level, isPrivate: boolean): Things => {
    const found = world.places.find((place) => place.level === level && place.isPrivate === isPrivate);
    if (found === undefined) throw new Error(`Nothing lives at ${level}.`);
    return found;
  };

  it.each([
    ['company', false],
    ['company', true],
    ['group', false],
    ['group', true],
    ['project', false],
    ['project', true],
  ] as const)('is asked at the level %s, private: %s', async (level, isPrivate) => {
    const about = placeOf(level, isPrivate);
    const asked = names.filter((name) => rows[name].at !== 'site' && (rows[name].at ?? [level]).includes(level));
    const lines: [string, readonly Outcome[]][] = [];
    for (const name of asked) lines.push([name, await lineOf(world, name, about)]);
    sections.push(`## ${level}, ${isPrivate ? 'private' : 'not private'}\n\n${tableOf(lines)}`);
    expect(lines).toHaveLength(asked.length);
  });

  it('is asked of what is about no objective', async () => {
    const lines: [string, readonly Outcome[]][] = [];
    for (const name of names.filter((each) => rows[each].at === 'site'))
      lines.push([name, await lineOf(world, name, placeOf('company', false))]);
    sections.push(`## The site\n\n${tableOf(lines)}`);
    expect(lines.length).toBeGreaterThan(0);
  });

  it('is what docs/permissions.md says', () => {
    const written = readFileSync(file, 'utf8');
    const introduction = written.slice(0, written.indexOf(marker));
    const wanted = `${introduction}${marker}\n\n${sections.join('\n\n')}\n`;
    if (process.env.WRITE_PERMISSIONS === '1') writeFileSync(file, wanted);
    expect(readFileSync(file, 'utf8')).toBe(wanted);
  });
});
