/**
 * The history of everything. Each function of the app that writes leaves an entry, or is named here with the reason why not; what was begun and
 * never done leaves none; nobody reads of what they may not see.
 */
import type { ActivityEntry } from '../../src/contract/activity';
import type { ApiName, Input } from '../../src/contract/api';
import { openTestSite, type TestSite } from '../support/test-site';
import {
  addMetric,
  addMilestones,
  addObjective,
  addWork,
  ask,
  bring,
  failureOf,
  grade,
  inProject,
  newId,
  Q4,
  SEC,
  WEB,
} from './support/okr-steps';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

type Subject = Input<'getActivity'>['subject'];

const company: Subject = { type: 'company' };
const setUp: Subject = { type: 'set-up' };
const later = () => site.site.clock.set(site.site.clock.now() + 60_000);
const history = async (subject: Subject, as: { readonly as: string } = { as: 'ada' }) =>
  (await ask(site, 'getActivity', { subject }, as)).entries;

/** `changed O-1: weight 1 → 2`. */
const told = ({ thing, deed }: ActivityEntry): string => {
  const name =
    thing.type === 'settings' ? thing.group : thing.type === 'okr-admin' ? thing.accountId : 'key' in thing ? thing.key : thing.name;
  const said = (value: unknown) =>
    value === null
      ? 'nothing'
      : Object.values(value as object)
          .slice(1)
          .flat()
          .join(' ');
  const changes = 'changes' in deed ? deed.changes.map(({ field, before, after }) => `${field} ${said(before)} → ${said(after)}`) : [];
  return [`${deed.did} ${name}`, ...changes].join(': ');
};

/** What it takes to call a function that writes, and what is told of it afterwards; or why nothing is. */
type Leaves =
  { readonly call: () => Promise<unknown>; readonly subject: Subject; readonly told: string } | { readonly leavesNothing: string };

const reading = {
  leavesNothing: 'it only reads',
};

/** The type asks for a row for every function there is. */
const rows = (): { readonly [N in ApiName]: () => Promise<Leaves> | Leaves } => {
  const objective = () => addObjective(site);
  const work = async (input = {}) => addWork(site, await objective(), input);
  const of = (type: 'objective' | 'key-result', { id }: { readonly id: string }): Subject => ({ type, id });
  const aligned = async () => {
    const [parent, { id }] = [await objective(), await objective()];
    return ask(site, 'editObjective', { id, version: 1, parentId: parent.id, reason: 'It serves that' });
  };
  const year = { name: '2027', startDay: '2027-01-01', endDay: '2027-12-31' };
  const cycle = async () => ask(site, 'createCycle', { id: newId(), ...year });
  const group = async () => ask(site, 'createGroup', { id: newId(), name: 'Shops', projectIds: [WEB], leadIds: [] });
  const comment = async () => {
    const subject = { type: 'objective' as const, id: (await objective()).id };
    return { subject, ...(await ask(site, 'addComment', { id: newId(), subject, words: 'Nice' })) };
  };
  const votes = async (objectiveId: string): Promise<string> => {
    const id = newId();
    await ask(site, 'askForVotes', { id, objectiveId, askedIds: ['ada', 'ben', 'cleo'] });
    return id;
  };
  return {
    getProjectOkrs: () => reading,
    getCompanyOkrs: () => reading,
    getAlignment: () => reading,
    listCycles: () => reading,
    getCycleReadiness: () => reading,
    getCycleClosing: () => reading,
    getObjectiveClosing: () => reading,
    getCycleReport: () => reading,
    getLearning: () => reading,
    getIssueKeyResults: () => reading,
    getKeyResult: () => reading,
    getObjective: () => reading,
    listLinkTargets: () => reading,
    getCheckInQueue: () => reading,
    listCheckIns: () => reading,
    prepareCheckIn: () => reading,
    listBlockers: () => reading,
    getInbox: () => reading,
    countUnread: () => reading,
    getMyWeek: () => reading,
    getProjectWeek: () => reading,
    markRead: () => ({ leavesNothing: 'what one has read is nobody else’s business' }),
    choosePersonally: () => ({ leavesNothing: 'what one wants to be told is nobody else’s business' }),
    listComments: () => reading,
    checkMentions: () => reading,
    getActivity: () => reading,
    getBuyIn: () => reading,
    listWaitingVotes: () => reading,
    noteOpened: () => ({ leavesNothing: 'who has merely opened something is told of nobody' }),
    acknowledgeObjective: () => ({ leavesNothing: 'many people acknowledge one objective; its section says who' }),
    voteConfidence: () => ({ leavesNothing: 'votes are blind, and nameless after' }),
    getCoverage: () => reading,
    getCompanyCoverage: () => reading,
    getRadar: () => reading,
    listOrphanWork: () => reading,
    getLineOfSight: () => reading,
    listChanges: () => reading,
    listArchived: () => reading,
    getDemoSet: () => reading,
    listContributions: () => reading,
    getWording: () => reading,
    getSettings: () => reading,
    loadDemoSet: () => ({ leavesNothing: 'each of its parts is told as written; the set itself is nothing' }),
    clearDemoSet: () => ({ leavesNothing: 'what it takes away goes with its history' }),
    reorder: () => ({ leavesNothing: 'an order is a matter of taste: nothing counts by it' }),
    askForCount: () => ({ leavesNothing: 'counting is the app’s work and changes nothing of the OKRs' }),
    listGroups: () => reading,
    listOkrAdmins: () => reading,
    previewSource: () => reading,
    previewRule: () => reading,
    previewValue: () => reading,
    listNumberFields: () => reading,
    listParents: () => reading,
    explain: () => reading,
    getHistory: () => reading,
    getForecast: () => reading,
    getLedger: () => reading,
    refreshValue: () => ({ leavesNothing: 'Jira says the value and nobody decides it; the chart has it by day' }),
    editComment: () => ({ leavesNothing: 'words that were taken back are not kept; the comment says that it was edited' }),

    createObjective: () => ({ call: objective, subject: company, told: 'wrote O-1' }),
    editObjective: async () => {
      const { id } = await objective();
      const call = () => ask(site, 'editObjective', { id, version: 1, title: 'Pay at once', ownerAccountId: 'ben', reason: 'Clearer' });
      return {
        call,
        subject: of('objective', { id }),
        told: 'changed O-1: title A checkout people finish → Pay at once: owner nothing → ben',
      };
    },
    gradeObjective: async () => {
      const { id } = await objective();
      const call = () => grade(site, id, { grade: 0.4, reason: 'As we see it', causes: ['capacity'], learned: 'Ask sooner' });
      return {
        call,
        subject: of('objective', { id }),
        told: 'changed O-1: grade nothing → 0.4: cause nothing → capacity: learned nothing → Ask sooner: next step nothing → drop',
      };
    },
    archiveObjective: async () => {
      const { id } = await objective();
      return { call: () => ask(site, 'archiveObjective', { id, version: 1 }), subject: company, told: 'archived O-1' };
    },
    restoreObjective: async () => {
      const { id } = await objective();
      await ask(site, 'archiveObjective', { id, version: 1 });
      return { call: () => ask(site, 'restoreObjective', { id, version: 2 }), subject: company, told: 'restored O-1' };
    },
    answerContribution: async () => {
      const { id } = await aligned();
      const call = () => ask(site, 'answerContribution', { answer: 'decline', objectiveId: id, version: 2, reason: 'Not ours' });
      return { call, subject: of('objective', { id }), told: 'changed O-2: contribution accepted → declined' };
    },
    askContribution: async () => {
      const { id } = await aligned();
      await ask(site, 'answerContribution', { answer: 'decline', objectiveId: id, version: 2, reason: 'Not ours' });
      const call = () => ask(site, 'askContribution', { objectiveId: id, version: 3 });
      return { call, subject: of('objective', { id }), told: 'changed O-2: contribution declined → accepted' };
    },
    moveObjective: async () => {
      const { id } = await objective();
      const call = () => ask(site, 'moveObjective', { id, version: 1, home: { level: 'company' } });
      return { call, subject: company, told: `changed O-1: home ${WEB} → the company` };
    },
    copyObjectives: async () => {
      const { id } = await objective();
      const call = () => ask(site, 'copyObjectives', { copies: [{ id: newId(), fromId: id }], cycleId: '2027-q1', withSources: false });
      return { call, subject: company, told: 'wrote O-2' };
    },
    changeMany: async () => {
      const { id } = await objective();
      const change = { type: 'cycle', cycleId: '2027-q1' } as const;
      const call = () => ask(site, 'changeMany', { id: newId(), of: 'objective', subjects: [{ id, version: 1 }], change });
      return { call, subject: of('objective', { id }), told: 'changed O-1: cycle Q4 2026 → Q1 2027' };
    },
    createKeyResult: async () => {
      const above = await objective();
      return { call: () => addWork(site, above), subject: of('objective', above), told: 'wrote KR-1' };
    },
    editKeyResult: async () => {
      const { id } = await work();
      const call = () => ask(site, 'editKeyResult', { id, version: 1, weight: 2, title: 'Live' });
      return { call, subject: of('key-result', { id }), told: 'changed KR-1: weight 1 → 2: title All ways to pay are live → Live' };
    },
    archiveKeyResult: async () => {
      const { id, objectiveId } = await work();
      const call = () => ask(site, 'archiveKeyResult', { id, version: 1 });
      return { call, subject: of('objective', { id: objectiveId }), told: 'archived KR-1' };
    },
    restoreKeyResult: async () => {
      const { id } = await work();
      await ask(site, 'archiveKeyResult', { id, version: 1 });
      return { call: () => ask(site, 'restoreKeyResult', { id, version: 2 }), subject: of('key-result', { id }), told: 'restored KR-1' };
    },
    moveKeyResult: async () => {
      const [{ id }, target] = [await work(), await objective()];
      const call = () => ask(site, 'moveKeyResult', { id, version: 1, objectiveId: target.id });
      return { call, subject: of('objective', target), told: 'changed KR-1: objective O-1 → O-2' };
    },
    takeOwnership: async () => {
      const { id } = await work();
      const call = () => ask(site, 'takeOwnership', { subject: { type: 'key-result', id }, version: 1 });
      return { call, subject: of('key-result', { id }), told: 'changed KR-1: owner nothing → ada' };
    },
    recordValue: async () => {
      const { id } = await addMetric(site, await objective());
      return {
        call: () => ask(site, 'recordValue', { id: newId(), keyResultId: id, value: 45 }),
        subject: company,
        told: 'checked in KR-1',
      };
    },
    checkIn: async () => {
      const { id } = await work();
      const call = () => ask(site, 'checkIn', { id: newId(), keyResultId: id, words: 'Slow' });
      return { call, subject: of('key-result', { id }), told: 'checked in KR-1' };
    },
    correctCheckIn: async () => {
      const { id: keyResultId } = await work();
      const id = newId();
      await ask(site, 'checkIn', { id, keyResultId, words: 'Slow' });
      const call = () => ask(site, 'correctCheckIn', { id, version: 1, words: 'Quick' });
      return { call, subject: of('key-result', { id: keyResultId }), told: 'corrected KR-1: words Slow → Quick' };
    },
    overrideHealth: async () => {
      const { id } = await work();
      const override = { health: 'at-risk', reason: 'The bank', untilDay: '2026-11-20' } as const;
      const call = () => ask(site, 'overrideHealth', { subject: { type: 'key-result', id }, version: 1, override });
      return { call, subject: of('key-result', { id }), told: 'changed KR-1: health nothing → at-risk until 2026-11-20: The bank' };
    },
    reachMilestone: async () => {
      const milestoneId = newId();
      const { id } = await addMilestones(site, await objective(), [{ id: milestoneId, title: 'Signed', weight: 1, reachedDay: null }]);
      const call = () => ask(site, 'reachMilestone', { keyResultId: id, version: 1, milestoneId, reachedDay: '2026-11-02' });
      return { call, subject: of('key-result', { id }), told: 'changed KR-1: milestone reached nothing → Signed, on 2026-11-02' };
    },
    addSource: async () => {
      const keyResult = await work();
      return { call: () => bring(site, keyResult, 'WEB-6'), subject: of('key-result', keyResult), told: 'added source KR-1' };
    },
    linkIssues: async () => {
      const keyResult = await work();
      const call = () => ask(site, 'linkIssues', { keyResultId: keyResult.id, links: [{ id: newId(), issueId: '20003' }] });
      return { call, subject: of('key-result', keyResult), told: 'added source KR-1' };
    },
    removeSource: async () => {
      const keyResult = await work();
      const { sourceId } = await bring(site, keyResult, 'labels = checkout');
      return { call: () => ask(site, 'removeSource', { sourceId }), subject: of('key-result', keyResult), told: 'removed source KR-1' };
    },
    addComment: async () => {
      const subject = { type: 'objective' as const, id: (await objective()).id };
      return { call: () => ask(site, 'addComment', { id: newId(), subject, words: 'Nice' }), subject, told: 'commented O-1' };
    },
    removeComment: async () => {
      const { id, subject } = await comment();
      return { call: () => ask(site, 'removeComment', { id, version: 1 }), subject: of('objective', subject), told: 'removed comment O-1' };
    },

    takeStance: async () => {
      const objectiveId = (await objective()).id;
      const call = () => ask(site, 'takeStance', { stance: 'concern', objectiveId, words: 'Too much' });
      return { call, subject: of('objective', { id: objectiveId }), told: 'raised concern O-1' };
    },
    settleConcern: async () => {
      const objectiveId = (await objective()).id;
      await ask(site, 'takeStance', { stance: 'concern', objectiveId, words: 'Too much' }, { as: 'cleo' });
      const call = () => ask(site, 'settleConcern', { objectiveId, ofAccountId: 'cleo', version: 1, words: 'Half of it is gone' });
      return { call, subject: company, told: 'settled concern O-1' };
    },
    askForVotes: async () => {
      const { id } = await objective();
      return { call: () => votes(id), subject: of('objective', { id }), told: 'asked for votes O-1' };
    },
    closeVote: async () => {
      const { id } = await objective();
      const roundId = await votes(id);
      return { call: () => ask(site, 'closeVote', { roundId, version: 1 }), subject: of('objective', { id }), told: 'closed vote O-1' };
    },

    createCycle: () => ({ call: cycle, subject: company, told: 'wrote 2027' }),
    editCycle: async () => {
      const { id } = await cycle();
      const call = () => ask(site, 'editCycle', { id, version: 1, name: 'Next year' });
      return { call, subject: company, told: 'changed Next year: name 2027 → Next year' };
    },
    startCycle: async () => {
      const { id } = await cycle();
      return { call: () => ask(site, 'startCycle', { id, version: 1 }), subject: setUp, told: 'started 2027' };
    },
    closeCycle: () => ({ call: () => ask(site, 'closeCycle', { id: Q4, version: 1 }), subject: setUp, told: 'closed Q4 2026' }),
    reopenCycle: async () => {
      await ask(site, 'closeCycle', { id: Q4, version: 1 });
      return { call: () => ask(site, 'reopenCycle', { id: Q4, version: 2 }), subject: company, told: 'reopened Q4 2026' };
    },
    removeCycle: async () => {
      const { id } = await cycle();
      return { call: () => ask(site, 'removeCycle', { id, version: 1 }), subject: company, told: 'removed 2027' };
    },
    createGroup: () => ({ call: group, subject: setUp, told: 'wrote Shops' }),
    editGroup: async () => {
      const { id } = await group();
      const call = () => ask(site, 'editGroup', { id, version: 1, leadIds: ['ben', 'cleo'], projectIds: [] });
      return { call, subject: setUp, told: `changed Shops: projects ${WEB} → nothing: leads nothing → ben cleo` };
    },
    archiveGroup: async () => {
      const { id } = await group();
      return { call: () => ask(site, 'archiveGroup', { id, version: 1 }), subject: setUp, told: 'archived Shops' };
    },
    grantOkrAdmin: () => ({ call: () => ask(site, 'grantOkrAdmin', { holderAccountId: 'ben' }), subject: setUp, told: 'gave ben' }),
    revokeOkrAdmin: async () => {
      await ask(site, 'grantOkrAdmin', { holderAccountId: 'ben' });
      return { call: () => ask(site, 'revokeOkrAdmin', { holderAccountId: 'ben' }), subject: setUp, told: 'took back ben' };
    },
    changeSetting: () => ({
      call: () => ask(site, 'changeSetting', { group: 'checkIns', version: 0, value: { cadenceDays: 14 } }),
      subject: setUp,
      told: 'changed checkIns: days between check-ins 7 → 14',
    }),
  };
};

describe('what is done stands in the history', () => {
  it.each(Object.keys(rows()) as ApiName[])('%s', async (name) => {
    const row = await rows()[name]();
    if ('leavesNothing' in row) {
      expect(row.leavesNothing).not.toBe('');
      return;
    }
    later();
    await row.call();
    const [latest] = await history(row.subject);
    expect(latest && told(latest)).toBe(row.told);
    expect(latest).toMatchObject({ byAccountId: 'ada', at: '2026-11-12T10:01:00.000Z' });
  });
});

describe('a history', () => {
  it('tells of every group of settings', async () => {
    const { radar, reminders } = await ask(site, 'getSettings', {});
    await ask(site, 'changeSetting', { group: 'radar', version: 0, value: { ...radar.value, idleDays: 21 } });
    later();
    await ask(site, 'changeSetting', { group: 'reminders', version: 0, value: { ...reminders.value, perWeek: 5 } });
    expect((await history(setUp)).map(told)).toEqual([
      'changed reminders: reminders a person and week 10 → 5',
      'changed radar: days without a move 14 → 21',
    ]);
  });

  it('of an objective has that of its key results, newest first, and that of a key result its own', async () => {
    const objective = await addObjective(site);
    later();
    const [work, metric] = [await addWork(site, objective), await addMetric(site, objective)];
    later();
    await ask(site, 'recordValue', { id: newId(), keyResultId: metric.id, value: 45 });
    later();
    await ask(site, 'addComment', { id: newId(), subject: { type: 'key-result', id: work.id }, words: 'Nice' });
    const elsewhere = await addObjective(site, { projectId: SEC });
    const of = async (subject: Subject) => (await history(subject)).map(told);
    expect((await of({ type: 'objective', id: objective.id })).slice(0, 2)).toEqual(['commented KR-1', 'checked in KR-2']);
    expect((await of({ type: 'objective', id: objective.id })).toSorted()).toEqual(
      ['commented KR-1', 'checked in KR-2', 'wrote KR-2', 'wrote KR-1', 'wrote O-1'].toSorted(),
    );
    expect(await of({ type: 'key-result', id: work.id })).toEqual(['commented KR-1', 'wrote KR-1']);
    expect(await of({ type: 'project', projectId: SEC })).toEqual([`wrote ${elsewhere.key}`]);
    expect(await of({ type: 'project', projectId: WEB })).toHaveLength(5);
    expect(await of(company)).toHaveLength(6);
  });

  it('comes page by page without a gap or a double, also where much happened at once', async () => {
    const objective = await addObjective(site);
    for (let comment = 0; comment < 70; comment += 1) {
      if (comment % 25 === 0) later();
      await ask(site, 'addComment', { id: newId(), subject: { type: 'objective', id: objective.id }, words: `Comment ${comment}` });
      if (comment % 10 === 0) await addWork(site, objective);
    }
    const seen: ActivityEntry[] = [];
    for (let cursor: string | null = null; ;) {
      const page: { readonly entries: readonly ActivityEntry[]; readonly nextCursor: string | null } = await ask(site, 'getActivity', {
        subject: company,
        ...(cursor === null ? {} : { cursor }),
      });
      seen.push(...page.entries);
      cursor = page.nextCursor;
      if (cursor === null) break;
      expect(page.entries).toHaveLength(30);
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(70 + 7 + 1);
    expect(seen).toHaveLength(78);
    expect(seen.map(({ at }) => at)).toEqual(
      seen
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    expect(failureOf(await site.invoke('getActivity', { subject: company, cursor: 'x' })).code).toBe('INVALID');
  });

  it('has nothing of a change that was begun and never came, or lost against another', async () => {
    const { id } = await addWork(site, await addObjective(site));
    const change = (weight: number, version: number) => site.invoke('editKeyResult', { id, version, weight });
    expect(await change(2, 7)).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
    await change(3, 1);
    expect(await change(4, 1)).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
    await change(5, 2);
    expect(await site.sql('SELECT id FROM plan_change')).toHaveLength(4);
    later();
    await ask(site, 'createCycle', { id: 'cycle-2027', name: '2027', startDay: '2027-01-01', endDay: '2027-12-31' });
    later();
    expect((await site.invoke('removeCycle', { id: 'cycle-2027', version: 9 })).ok).toBe(false);
    const weights = (await history({ type: 'key-result', id })).map(told).filter((line) => line.startsWith('changed'));
    expect(weights.toSorted()).toEqual(['changed KR-1: weight 1 → 3', 'changed KR-1: weight 3 → 5']);
    expect((await history(company)).map(told)[0]).toBe('wrote 2027');
  });

  it('says what was there before and after, for people and goals as such, with the reason', async () => {
    const parent = await addObjective(site, { home: { level: 'company' }, title: 'The way to pay' });
    const objective = await addObjective(site);
    const edit = { parentId: parent.id, contributorIds: ['ben', 'cleo'], reason: 'It serves that' };
    await ask(site, 'editObjective', { id: objective.id, version: 1, ...edit });
    const entries = await history({ type: 'objective', id: objective.id });
    expect(entries.find(({ deed }) => deed.did === 'changed')).toMatchObject({
      reason: 'It serves that',
      deed: {
        changes: expect.arrayContaining([
          { field: 'parent', before: null, after: { type: 'text', text: parent.key } },
          { field: 'contributors', before: null, after: { type: 'people', accountIds: ['ben', 'cleo'] } },
        ]),
      },
    });
    await ask(site, 'editObjective', { id: parent.id, version: 1, audience: [] });
    const [changed] = (await history({ type: 'objective', id: objective.id }, { as: 'ben' })).filter(({ deed }) => deed.did === 'changed');
    expect(changed && told(changed)).toContain('parent nothing → one you cannot see');
  });

  it('is nobody’s who may not see what it is of', async () => {
    const secret = await addObjective(site, { ownerAccountId: 'ben', audience: ['dan'], home: inProject(WEB) });
    await ask(site, 'addComment', { id: newId(), subject: { type: 'objective', id: secret.id }, words: 'Between us' }, { as: 'dan' });
    later();
    await addObjective(site, { projectId: SEC });
    expect((await history(company, { as: 'cleo' })).map(told)).toEqual([]);
    expect((await history({ type: 'project', projectId: WEB }, { as: 'cleo' })).map(told)).toEqual([]);
    expect((await history(company, { as: 'dan' })).map(told)).toEqual(['wrote O-2', 'commented O-1', 'wrote O-1']);
    for (const subject of [
      { type: 'objective', id: secret.id },
      { type: 'project', projectId: SEC },
    ] as const)
      expect(failureOf(await site.invoke('getActivity', { subject }, { as: 'cleo' })).code).toBe('NOT_FOUND');
    expect(failureOf(await site.invoke('getActivity', { subject: setUp }, { as: 'cleo' })).code).toBe('FORBIDDEN');
  });

  it('costs three SQL requests and one Jira call at most', async () => {
    const parent = await addObjective(site, { home: { level: 'company' } });
    const objective = await addObjective(site);
    await ask(site, 'editObjective', { id: objective.id, version: 1, parentId: parent.id, reason: 'It serves that' });
    const { id } = await addWork(site, objective);
    const subjects: readonly Subject[] = [
      company,
      { type: 'project', projectId: WEB },
      { type: 'objective', id: objective.id },
      { type: 'key-result', id },
    ];
    for (const subject of subjects) {
      const [record] = await site.recordsOf(() => ask(site, 'getActivity', { subject }));
      expect(record?.sql.length).toBeLessThanOrEqual(3);
      expect(record?.jira.length).toBeLessThanOrEqual(1);
    }
  });
});
