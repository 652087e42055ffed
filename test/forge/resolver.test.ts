/**
 * The edge of the backend: every function answers with a Result, takes nothing but what its schema says, and believes the platform about
 * who is asking, never the payload.
 */
import type { ApiName } from '../../src/contract/api';
import { inputs } from '../../src/contract/inputs';
import { openTestSite, type TestSite } from '../support/test-site';
import { addMetric, addObjective, addWork, ask, bring, newId, Q4, WEB } from '../usecases/support/okr-steps';

let site: TestSite;
/** An input that works, for each function, in the order in which they can be called. */
let working: Readonly<Record<ApiName, Readonly<Record<string, unknown>>>>;
beforeAll(async () => {
  site = await openTestSite();
  const objective = await addObjective(site);
  const [work, metric] = [await addWork(site, objective), await addMetric(site, objective)];
  const { sourceId } = await bring(site, work, 'WEB-2');
  const [spareObjective, spareKeyResult] = [await addObjective(site), await addWork(site, objective)];
  const rule = { weightBy: 'count', unestimated: 'leave-out', inProgressCredit: 0, wanted: null, shared: 'repeat' };
  const milestones = [{ id: newId(), title: 'Signed', weight: 1, reachedDay: null }];
  const created = async (kind: object) => {
    const input = { id: newId(), objectiveId: objective.id, title: 'New', ownerAccountId: null, ...kind };
    const answer = await site.invokeRaw('createKeyResult', input);
    expect(answer).toMatchObject({ ok: true });
    return input.id;
  };
  const bugs = { by: 'jira', jql: 'project = WEB', measure: 'count' };
  const queried = await created({ kind: 'metric', start: 40, target: 5, source: bugs });
  const steps = await created({ kind: 'milestones', milestones });
  const unowned = await addObjective(site);
  const aligned = await addObjective(site, { parentId: objective.id });
  const [group, spareGroup] = [newId(), newId()];
  for (const id of [group, spareGroup]) await site.invoke('createGroup', { id, name: 'Group', projectIds: [], leadIds: [] });
  const draft = { type: 'issue', issue: 'WEB-6' };
  const yearAhead = (year: number) => ({ startDay: `${String(year)}-01-01`, endDay: `${String(year)}-12-31` });
  const cycle = async (id: string, year: number) => {
    await ask(site, 'createCycle', { id, name: id, ...yearAhead(year) });
    return { id, version: 1 };
  };
  const toClose = await cycle('cycle-to-close', 2031);
  await ask(site, 'startCycle', toClose);
  const toReopen = await cycle('cycle-to-reopen', 2032);
  await ask(site, 'startCycle', toReopen);
  await ask(site, 'closeCycle', { ...toReopen, version: 2 });
  const reported = await cycle('cycle-reported', 2037);
  await ask(site, 'startCycle', reported);
  await ask(site, 'closeCycle', { ...reported, version: 2 });
  await ask(site, 'checkIn', { id: 'check-in-to-correct', keyResultId: work.id });
  const about = { type: 'key-result' as const, id: work.id };
  const said = async (id: string) => (await ask(site, 'addComment', { id, subject: about, words: 'Well done' })).id;
  const worrying = await addObjective(site);
  await ask(site, 'takeStance', { stance: 'concern', objectiveId: worrying.id, words: 'Too much at once' }, { as: 'cleo' });
  for (const id of ['round-to-vote', 'round-to-close'])
    await ask(site, 'askForVotes', { id, objectiveId: (await addObjective(site)).id, askedIds: ['ada', 'ben', 'cleo'] });
  working = {
    getProjectOkrs: { projectId: WEB },
    listCycles: {},
    getIssueKeyResults: { issueId: '20002' },
    getKeyResult: { keyResultId: work.id },
    listLinkTargets: { projectId: WEB },
    createObjective: { id: newId(), home: { level: 'project', projectId: WEB }, cycleId: Q4, title: 'New', ownerAccountId: null },
    editObjective: { id: objective.id, version: 1 },
    archiveObjective: { id: spareObjective.id, version: 1 },
    createKeyResult: { kind: 'work', id: newId(), objectiveId: objective.id, title: 'New', ownerAccountId: null },
    editKeyResult: { id: work.id, version: 1 },
    archiveKeyResult: { id: spareKeyResult.id, version: 1 },
    restoreObjective: { id: spareObjective.id, version: 2 },
    restoreKeyResult: { id: spareKeyResult.id, version: 2 },
    listChanges: { subject: { type: 'objective', id: objective.id } },
    reorder: { subject: { type: 'key-result', id: work.id }, afterId: metric.id, seen: work.rank },
    moveKeyResult: { id: spareKeyResult.id, version: 3, objectiveId: spareObjective.id },
    moveObjective: { id: spareObjective.id, version: 3, home: { level: 'company' } },
    listArchived: { cycleId: Q4 },
    copyObjectives: { copies: [{ id: newId(), fromId: objective.id }], cycleId: Q4, withSources: true },
    changeMany: {
      id: newId(),
      of: 'key-result',
      subjects: [{ id: work.id, version: 2 }],
      change: { type: 'owner', ownerAccountId: 'ben' },
    },
    createCycle: { id: newId(), name: 'Another year', ...yearAhead(2033) },
    editCycle: await cycle('cycle-to-edit', 2034),
    startCycle: await cycle('cycle-to-start', 2035),
    closeCycle: { ...toClose, version: 2 },
    reopenCycle: { ...toReopen, version: 3 },
    removeCycle: await cycle('cycle-to-remove', 2036),
    getCycleReadiness: { cycleId: Q4 },
    getCycleClosing: { cycleId: Q4 },
    getObjectiveClosing: { objectiveId: objective.id },
    gradeObjective: {
      objectiveId: (await addObjective(site)).id,
      version: 1,
      grade: null,
      keyResults: [],
      causes: ['other'],
      causeWords: '',
      learned: '',
      nextStep: 'drop',
      intoCycleId: null,
    },
    getCycleReport: { cycleId: 'cycle-reported' },
    getLearning: {},
    getCheckInQueue: { projectId: WEB },
    listCheckIns: { keyResultId: work.id },
    checkIn: { id: newId(), keyResultId: work.id },
    prepareCheckIn: { keyResultId: work.id },
    listBlockers: { projectId: WEB, cycleId: Q4 },
    getInbox: {},
    countUnread: {},
    markRead: { ids: ['item-1'] },
    choosePersonally: { version: 0, reminders: true, digest: false },
    getMyWeek: {},
    getProjectWeek: { projectId: WEB },
    correctCheckIn: { id: 'check-in-to-correct', version: 1 },
    overrideHealth: { subject: { type: 'objective', id: (await addObjective(site)).id }, version: 1, override: null },
    listComments: { subject: about },
    getActivity: { subject: { type: 'company' } },
    addComment: { id: newId(), subject: about, words: 'Ask @[ben].' },
    editComment: { id: await said('comment-to-edit'), version: 1, words: 'Changed' },
    removeComment: { id: await said('comment-to-remove'), version: 1 },
    checkMentions: { subject: about, accountIds: ['ben'] },
    getBuyIn: { objectiveId: objective.id },
    noteOpened: { objectiveIds: [objective.id] },
    acknowledgeObjective: { objectiveId: objective.id, isAcknowledged: true },
    takeStance: { objectiveId: objective.id, stance: 'support' },
    settleConcern: { objectiveId: worrying.id, ofAccountId: 'cleo', version: 1 },
    askForVotes: { id: newId(), objectiveId: objective.id, askedIds: ['ada', 'ben', 'cleo'] },
    voteConfidence: { roundId: 'round-to-vote', confidence: 7 },
    closeVote: { roundId: 'round-to-close', version: 1 },
    listWaitingVotes: {},
    getWording: {},
    getSettings: {},
    changeSetting: { group: 'checkIns', version: 0, value: { cadenceDays: 14 } },
    recordValue: { id: newId(), keyResultId: metric.id, value: 1 },
    previewSource: { keyResultId: work.id, change: { add: draft } },
    addSource: { id: newId(), keyResultId: work.id, source: draft },
    linkIssues: { keyResultId: work.id, links: [{ id: newId(), issueId: '20003' }] },
    getCoverage: { projectId: WEB, cycleId: Q4 },
    askForCount: { projectId: WEB, cycleId: Q4 },
    getCompanyCoverage: { cycleId: Q4 },
    getRadar: { subject: { type: 'company' }, cycleId: Q4 },
    listOrphanWork: { projectId: WEB, cycleId: Q4, state: 'in-progress' },
    getLineOfSight: { projectId: WEB, cycleId: Q4 },
    removeSource: { sourceId },
    refreshValue: { keyResultId: queried },
    reachMilestone: { keyResultId: steps, version: 1, milestoneId: milestones[0]?.id, reachedDay: '2026-11-01' },
    previewRule: { keyResultId: work.id, rule },
    previewValue: { objectiveId: objective.id, source: bugs },
    listNumberFields: {},
    explain: { subject: { type: 'key-result', id: work.id } },
    getForecast: { keyResultId: work.id },
    getHistory: { subject: { type: 'key-result', id: work.id } },
    getLedger: { keyResultId: work.id },
    listParents: { objectiveId: objective.id },
    listContributions: {},
    answerContribution: { answer: 'accept', objectiveId: aligned.id, version: 1 },
    askContribution: { objectiveId: aligned.id, version: 1 },
    takeOwnership: { subject: { type: 'objective', id: unowned.id }, version: 1 },
    getCompanyOkrs: {},
    getAlignment: {},
    getObjective: { objectiveId: objective.id },
    listGroups: {},
    getDemoSet: {},
    loadDemoSet: { id: newId(), projectIds: [WEB] },
    clearDemoSet: {},
    createGroup: { id: newId(), name: 'Shops', projectIds: [WEB], leadIds: ['ben'] },
    editGroup: { id: group, version: 1 },
    archiveGroup: { id: spareGroup, version: 1 },
    listOkrAdmins: {},
    grantOkrAdmin: { holderAccountId: 'ben' },
    revokeOkrAdmin: { holderAccountId: 'dan' },
  };
});
afterAll(() => site.close());

const names = Object.keys(inputs) as ApiName[];
const refused = (field: string | undefined, message: unknown = expect.any(String)) => ({
  ok: false,
  error: { code: 'INVALID', message, ...(field === undefined ? {} : { field }) },
});

describe.each(names)('%s', (name) => {
  it('refuses a part that nobody knows, also one that claims to be somebody else', async () => {
    for (const part of ['accountId', 'context', 'isAdmin', 'constructor']) {
      expect(await site.invokeRaw(name, { ...working[name], [part]: 'ada' })).toEqual(
        refused(undefined, `The request has a part that nobody here knows: ${part}.`),
      );
    }
  });

  it('refuses an input that is no object', async () => {
    for (const odd of ['text', 7, ['a'], true])
      expect(await site.invokeRaw(name, odd)).toMatchObject({ ok: false, error: { code: 'INVALID' } });
  });

  it('answers a Result', async () => {
    const answer = await site.invokeRaw(name, working[name]);
    expect(answer).toMatchObject({ ok: true });
    expect(Object.keys(answer as object)).toEqual(['ok', 'value']);
  });
});

const withoutParts: readonly ApiName[] = [
  'listCycles',
  'listNumberFields',
  'getCompanyOkrs',
  'getAlignment',
  'listGroups',
  'listOkrAdmins',
];

describe('every part of the wrong kind', () => {
  it.each(names.filter((name) => !withoutParts.includes(name)))('of %s is refused by its name', async (name) => {
    for (const part of Object.keys(working[name])) {
      expect(await site.invokeRaw(name, { ...working[name], [part]: { no: 'such thing' } })).toMatchObject({
        ok: false,
        error: { code: 'INVALID', field: expect.stringMatching(new RegExp(`^${part}`)) },
      });
    }
  });
});

describe('an input out of bounds', () => {
  const long = (length: number): string => 'x'.repeat(length);
  it.each<[ApiName, Record<string, unknown>, string, string]>([
    ['createObjective', { title: '   ' }, 'title', 'The title must not be empty.'],
    ['createObjective', { title: long(256) }, 'title', 'The title must have at most 255 characters.'],
    ['createObjective', { description: long(2001) }, 'description', 'The description must have at most 2000 characters.'],
    ['createObjective', { weight: 0 }, 'weight', 'The weight must be more than 0.'],
    ['createObjective', { weight: 1001 }, 'weight', 'The weight must be at most 1000.'],
    ['createObjective', { id: 'short' }, 'id', 'The id must be 8 to 36 letters, digits, - or _.'],
    ['createObjective', { cycleId: undefined }, 'cycleId', 'The cycle id is missing.'],
    ['createObjective', { ownerAccountId: '' }, 'ownerAccountId', 'The owner account id must have at least 1 character.'],
    ['createObjective', { home: { level: 'project', projectId: 'WEB' } }, 'home.projectId', 'The project id must be a numeric Jira id.'],
    ['editObjective', { version: 1.5 }, 'version', 'The version must be a whole number.'],
    ['editObjective', { version: 0 }, 'version', 'The version must be more than 0.'],
    ['createKeyResult', { kind: 'wish' }, 'kind', 'The kind must be one of those that can be chosen.'],
    ['createKeyResult', { dueDay: '2026-02-30' }, 'dueDay', 'The due day is not a day of the calendar.'],
    ['createKeyResult', { dueDay: '2026-13-01' }, 'dueDay', 'The due day is not a day of the calendar.'],
    ['createKeyResult', { dueDay: 'tomorrow' }, 'dueDay', 'The due day must be a day like 2026-10-01.'],
    ['createKeyResult', { rule: { weightBy: 'mood', unestimated: 1, inProgressCredit: 0, wanted: null, shared: 'repeat' } }, 'rule.weightBy', 'The weight by must be one of those that can be chosen.'],
    ['createKeyResult', { rule: { weightBy: 'count', unestimated: -1, inProgressCredit: 0, wanted: null, shared: 'repeat' } }, 'rule.unestimated', 'The unestimated must be at least 0.'],
    ['createKeyResult', { rule: { weightBy: 'count', unestimated: 1, inProgressCredit: 0.6, wanted: null, shared: 'repeat' } }, 'rule.inProgressCredit', 'The in progress credit must be at most 0.5.'],
    ['recordValue', { value: 'many' }, 'value', 'The value must be a number.'],
    ['recordValue', { value: null }, 'value', 'The value must be a number.'],
    ['recordValue', { value: 1e16 }, 'value', 'The value must be at most 1000000000000000.'],
    ['addSource', { source: { type: 'issue', issue: 'the login bug' } }, 'source.issue', 'The issue must be an issue key like WEB-12.'],
    ['addSource', { source: { type: 'jql', jql: ' ' } }, 'source.jql', 'The JQL must not be empty.'],
    ['addSource', { source: { type: 'jql', jql: long(4001) } }, 'source.jql', 'The JQL must have at most 4000 characters.'],
    ['previewSource', { change: { add: { type: 'jql', jql: '' } } }, 'change.add.jql', 'The JQL must not be empty.'],
    ['previewSource', { change: { add: { type: 'issue', issue: '?' } } }, 'change.add.issue', 'The issue must be an issue key like WEB-12.'],
    ['previewSource', { change: { remove: '' } }, 'change.remove', 'The remove must have at least 1 character.'],
    ['getKeyResult', { offset: -1 }, 'offset', 'The offset must be at least 0.'],
    ['getProjectOkrs', { cursor: long(65) }, 'cursor', 'The cursor must have at most 64 characters.'],
    ['listLinkTargets', { query: long(101) }, 'query', 'The query must have at most 100 characters.'],
  ])('of %s is refused: %j', async (name, part, field, message) => {
    expect(await site.invokeRaw(name, { ...working[name], ...part })).toEqual(refused(field, message));
  });
}); // prettier-ignore

describe('a function that is not there', () => {
  it.each(['toString', 'constructor', '__proto__', 'hasOwnProperty', 'valueOf', 'deleteEverything', ''])(
    'answers nothing: %j',
    async (name) => {
      await expect(site.invokeRaw(name, {})).rejects.toThrow('There is no function');
    },
  );
});

describe('who asks', () => {
  it('is whom the platform names: what a payload says of it never comes so far', async () => {
    const input = { ...working.createObjective, id: newId(), accountId: 'ada' };
    expect(await site.invokeRaw('createObjective', input, { as: 'cleo', project: 'WEB' })).toMatchObject({
      ok: false,
      error: { code: 'INVALID' },
    });
    const { accountId, ...own } = input;
    expect(accountId).toBe('ada');
    expect(await site.invokeRaw('createObjective', own, { as: 'cleo', project: 'WEB' })).toMatchObject({
      ok: false,
      error: { code: 'FORBIDDEN' },
    });
  });

  it('may give an owner, and does not become that owner', async () => {
    const objective = await addObjective(site, { ownerAccountId: 'cleo' });
    expect(await ask(site, 'editObjective', { id: objective.id, version: 1, ownerAccountId: 'ben' }, { as: 'cleo' })).toMatchObject({
      ownerAccountId: 'ben',
    });
    const again = { id: objective.id, version: 2, ownerAccountId: 'cleo' };
    expect(await site.invoke('editObjective', again, { as: 'cleo' })).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  });

  it('has to be somebody', async () => {
    const { resolver } = await import('../../src/forge/resolver');
    const request = { call: { functionKey: 'listCycles', payload: {} }, context: {} } as unknown as Parameters<typeof resolver>[0];
    expect(await resolver(request, {})).toEqual({
      ok: false,
      error: { code: 'FORBIDDEN', message: 'Log in to Jira to see objectives and key results.' },
    });
  });
});

describe('what nobody foresaw', () => {
  it('is answered with a reference that finds the log line, and the log tells nothing people wrote', async () => {
    const broken = await openTestSite();
    try {
      await broken.sql('DROP TABLE cycle');
      await broken.sql('CREATE TABLE cycle (id TEXT)');
      const [record] = await broken.recordsOf(async () => {
        const answer = await broken.invoke('createObjective', {
          id: newId(),
          home: { level: 'project', projectId: WEB },
          cycleId: Q4,
          title: 'Words of a person',
          ownerAccountId: null,
        });
        expect(answer).toMatchObject({ ok: false, error: { code: 'INTERNAL', message: expect.stringContaining('Try again') } });
      });
      const [line] = record?.logs ?? [];
      expect(line).toMatchObject({ level: 'error', text: expect.stringMatching(/^[0-9a-f]{8} createObjective: /) });
      expect(line?.text).not.toContain('Words of a person');
    } finally {
      await broken.close();
    }
  });
});
