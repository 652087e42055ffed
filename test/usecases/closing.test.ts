/** The close of a cycle: grades and what is said to them, what goes on where, closing with and without grades, and the report that stands still. */
import { openTestSite, type TestSite } from '../support/test-site';
import {
  addMetric,
  addObjective,
  addWork,
  ask,
  bring,
  copyRow,
  failureOf,
  grade,
  inProject,
  newId,
  outcomeOf,
  Q4,
  SEC,
  WEB,
} from './support/okr-steps';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

const next = '2027-q1';
const closing = (objectiveId: string) => ask(site, 'getObjectiveClosing', { objectiveId });
const close = (reason?: string) => ask(site, 'closeCycle', { id: Q4, version: 1, ...(reason === undefined ? {} : { reason }) });
const report = async (as = 'ada', more = {}) => ask(site, 'getCycleReport', { cycleId: Q4, ...more }, { as });
const gradeOf = async (input: Parameters<typeof grade>[2], id: string) => {
  try {
    await grade(site, id, input);
    return 'graded';
  } catch (error) {
    return String(error).split(':')[1]?.trim();
  }
};

/** One key result reached, one a quarter of the way, one that nobody has measured. */
async function addMeasured(input: Parameters<typeof addObjective>[1] = {}) {
  const objective = await addObjective(site, input);
  const [reached, begun, unmeasured] = [
    await addMetric(site, objective),
    await addMetric(site, objective, { weight: 3 }),
    await addMetric(site, objective),
  ];
  await ask(site, 'recordValue', { id: newId(), keyResultId: reached.id, value: 60 });
  await ask(site, 'recordValue', { id: newId(), keyResultId: begun.id, value: 45 });
  return { objective, reached, begun, unmeasured };
}

describe('grading', () => {
  it('suggests what the numbers say, and keeps it unrounded where nobody says otherwise', async () => {
    const { objective, reached, begun, unmeasured } = await addMeasured();
    const graded = await grade(site, objective.id, {
      causes: ['dependency'],
      causeWords: 'The bank was late',
      learned: 'Ask banks sooner',
    });
    expect(graded.closing).toMatchObject({
      // (1 · 1 + 3 · 0.25) ÷ 4
      grade: 0.4375,
      suggested: 0.4375,
      reason: null,
      verdict: 'missed',
      causes: ['dependency'],
      nextStep: 'drop',
      byAccountId: 'ada',
    });
    expect(graded.closing?.keyResults).toEqual([
      { keyResultId: reached.id, suggested: 1, grade: 1, reason: null },
      { keyResultId: begun.id, suggested: 0.25, grade: 0.25, reason: null },
      { keyResultId: unmeasured.id, suggested: null, grade: null, reason: null },
    ]);
    expect(graded.objective).toMatchObject({ version: 2, grade: { grade: 0.4375, verdict: 'missed' } });
  });

  it('takes another grade with a reason only, for the objective and for each key result', async () => {
    const { objective, reached, begun, unmeasured } = await addMeasured();
    const input = {
      objectiveId: objective.id,
      version: 1,
      grade: 0.6,
      reason: 'The second one hardly matters by now',
      keyResults: [
        { keyResultId: reached.id, grade: 1 },
        { keyResultId: begun.id, grade: 0.5, reason: 'Half of it is live, only the number lags' },
        { keyResultId: unmeasured.id, grade: null },
      ],
      causes: ['wrong-measure' as const],
      causeWords: '',
      learned: '',
      nextStep: 'change' as const,
      intoCycleId: null,
    };
    const without = { ...input, keyResults: input.keyResults.map(({ keyResultId, grade: given }) => ({ keyResultId, grade: given })) };
    expect(failureOf(await site.invoke('gradeObjective', without))).toMatchObject({
      code: 'INVALID',
      field: `keyResults.${begun.id}.reason`,
    });
    const { reason: _reason, ...unexplained } = input;
    // (1 + 3 · 0.5) ÷ 4 is shown as 0.6, which is then nothing else than suggested.
    expect(outcomeOf(await site.invoke('gradeObjective', { ...unexplained, grade: 0.9 }))).toBe('INVALID');
    const { closing: said } = await ask(site, 'gradeObjective', unexplained);
    expect(said).toMatchObject({ grade: 0.625, suggested: 0.625, reason: null });
    const again = await ask(site, 'gradeObjective', { ...input, version: 2, grade: 0.9 });
    expect(again.closing).toMatchObject({ grade: 0.9, suggested: 0.625, reason: input.reason, verdict: 'part' });
  });

  it('asks why below the line of the ambition, and what was learned of one that was there to learn', async () => {
    const { objective } = await addMeasured();
    expect(await gradeOf({}, objective.id)).toBe('INVALID causes');
    const learning = (await addMeasured({ ambition: 'learning' })).objective;
    expect(await gradeOf({}, learning.id)).toBe('INVALID learned');
    expect(await gradeOf({ learned: 'Nobody wants it' }, learning.id)).toBe('graded');
    const aspiring = await addObjective(site, { ambition: 'aspirational' });
    const metric = await addMetric(site, aspiring);
    await ask(site, 'recordValue', { id: newId(), keyResultId: metric.id, value: 54 });
    expect(await gradeOf({}, aspiring.id)).toBe('graded');
    const unmeasured = await addObjective(site);
    expect(await gradeOf({}, unmeasured.id)).toBe('INVALID causes');
    expect(await gradeOf({ causes: ['wrong-measure'] }, unmeasured.id)).toBe('graded');
  });

  it('is refused before the cycle has begun, with key results that are not there, and by those who may not change the objective', async () => {
    const early = await addObjective(site, { cycleId: next });
    expect(await gradeOf({ causes: ['other'] }, early.id)).toBe('INVALID objectiveId');
    const { objective } = await addMeasured();
    const input = { objectiveId: objective.id, version: 1, grade: null, keyResults: [], causes: [], causeWords: '', learned: '' };
    const refused = await site.invoke('gradeObjective', { ...input, nextStep: 'drop', intoCycleId: null });
    expect(failureOf(refused).code).toBe('CONFLICT');
    expect(outcomeOf(await site.invoke('gradeObjective', { ...input, nextStep: 'drop', intoCycleId: null }, { as: 'cleo' }))).toBe(
      'FORBIDDEN',
    );
  });

  it('can be done again until the cycle is closed, and then where nobody had', async () => {
    const [graded, left] = [await addObjective(site), await addObjective(site)];
    await grade(site, graded.id, { causes: ['other'] });
    await grade(site, graded.id, { causes: ['capacity'] });
    await close('We grade the rest next week');
    expect(await gradeOf({ causes: ['other'] }, graded.id)).toBe('FORBIDDEN');
    expect(await gradeOf({ causes: ['other'] }, left.id)).toBe('graded');
  });

  it('is no change of plan, and moves no number', async () => {
    const { objective } = await addMeasured();
    await grade(site, objective.id, { causes: ['other'], reason: 'As we see it', grade: 0.9 });
    expect((await ask(site, 'getObjective', { objectiveId: objective.id })).objective.progress).toBe(0.4375);
    await close();
    expect((await report()).objectives[0]?.changes).toEqual([]);
  });
});

describe('what goes on', () => {
  it('waits until it is carried over, and says then where it went', async () => {
    const { id } = await addObjective(site);
    await grade(site, id, { causes: ['capacity'], nextStep: 'keep', intoCycleId: next });
    const line = async () => (await ask(site, 'getCycleClosing', { cycleId: Q4 })).lines[0];
    expect(await line()).toMatchObject({ nextStep: 'keep', waitsFor: { cycleId: next, cycleName: 'Q1 2027' }, carriedOverTo: [] });
    await ask(site, 'copyObjectives', { copies: [{ id: 'carried-over', fromId: id }], cycleId: next, withSources: true });
    expect(await line()).toMatchObject({ waitsFor: null, carriedOverTo: [{ id: 'carried-over', key: 'O-2', cycleName: 'Q1 2027' }] });
    expect((await closing('carried-over')).objective).toMatchObject({ carriedOverFrom: ['Q4 2026'], grade: null });
  });

  it('goes to a later cycle that is open, or nowhere', async () => {
    const { id } = await addObjective(site);
    const other = { causes: ['other' as const] };
    expect(await gradeOf({ ...other, nextStep: 'keep', intoCycleId: Q4 }, id)).toBe('INVALID intoCycleId');
    expect(await gradeOf({ ...other, nextStep: 'drop', intoCycleId: next }, id)).toBe('INVALID intoCycleId');
    expect(await gradeOf({ ...other, nextStep: 'keep', intoCycleId: 'nowhere' }, id)).toBe('INVALID cycleId');
    expect(await gradeOf({ ...other, nextStep: 'keep' }, id)).toBe('graded');
  });

  it('that was carried over before tells from where, the latest first, and a copy beside its original is not carried over', async () => {
    const names = ['2027', '2028', '2029', '2030'];
    for (const name of names)
      await ask(site, 'createCycle', { id: `year-${name}`, name, startDay: `${name}-01-01`, endDay: `${name}-12-31` });
    let fromId = (await addObjective(site)).id;
    const copyInto = async (cycleId: string, id = newId()) => {
      await ask(site, 'copyObjectives', { copies: [{ id, fromId }], cycleId, withSources: false });
      fromId = id;
      return (await closing(id)).objective.carriedOverFrom;
    };
    expect(await copyInto(Q4)).toEqual([]);
    expect(await copyInto('year-2027')).toEqual(['Q4 2026']);
    expect(await copyInto('year-2028')).toEqual(['2027', 'Q4 2026']);
    expect(await copyInto('year-2029')).toEqual(['2028', '2027', 'Q4 2026']);
  });
});

describe('closing', () => {
  it('with objectives that nobody has graded asks for a reason, which the report repeats', async () => {
    const [one] = [await addObjective(site), await addObjective(site)];
    await grade(site, one.id, { causes: ['other'] });
    expect(failureOf(await site.invoke('closeCycle', { id: Q4, version: 1 }))).toMatchObject({
      code: 'INVALID',
      field: 'reason',
      message: 'One objective of Q4 2026 nobody has graded. Grade them first, or say why it is closed without.',
    });
    await close('The team is gone');
    expect(await report()).toMatchObject({ closedBecause: 'The team is gone', totalObjectives: 2 });
  });

  it('with everything graded asks for nothing', async () => {
    await grade(site, (await addObjective(site)).id, { causes: ['other'] });
    await close();
    expect((await report()).closedBecause).toBeNull();
  });
});

describe('the report', () => {
  it('is there once the cycle is closed', async () => {
    expect(failureOf(await site.invoke('getCycleReport', { cycleId: Q4 }))).toMatchObject({ code: 'INVALID', field: 'cycleId' });
  });

  it('tells grades against ambition, causes, what was learned, what became of it, and why plans changed', async () => {
    const { objective, begun } = await addMeasured({ ambition: 'aspirational' });
    site.site.clock.set(Date.parse('2026-11-20T10:00:00Z'));
    await ask(site, 'editKeyResult', { id: begun.id, version: 1, target: 80, reason: 'Too easy' });
    site.site.clock.set(Date.parse('2026-11-20T10:01:00Z'));
    await ask(site, 'editKeyResult', { id: begun.id, version: 2, target: 60, reason: 'Too hard' });
    await grade(site, objective.id, { causes: ['too-ambitious'], causeWords: 'By far', learned: 'Start small', nextStep: 'change' });
    await close();
    expect((await report()).objectives).toMatchObject([
      {
        key: 'O-1',
        ambition: 'aspirational',
        progress: 0.4375,
        closing: {
          grade: 0.4375,
          verdict: 'part',
          causes: ['too-ambitious'],
          causeWords: 'By far',
          learned: 'Start small',
          nextStep: 'change',
        },
        keyResults: [{ graded: { grade: 1 } }, { key: 'KR-2', graded: { grade: 0.25 } }, { graded: { grade: null }, progress: null }],
        changes: [
          { key: 'KR-2', reason: 'Too easy', changes: [{ field: 'target', before: { text: '60' }, after: { text: '80' } }] },
          { key: 'KR-2', reason: 'Too hard' },
        ],
        votes: null,
      },
    ]);
  });

  it('names what an objective was aligned to as far as its reader may see it, and is silent on what is no plan', async () => {
    const goal = await addObjective(site, { home: { level: 'company' } });
    const { id } = await addObjective(site);
    await ask(site, 'editObjective', { id, version: 1, parentId: goal.id, reason: 'It serves that' });
    const override = { health: 'at-risk', reason: 'The bank is late', untilDay: '2026-11-30' } as const;
    await ask(site, 'overrideHealth', { subject: { type: 'objective', id }, version: 2, override });
    await ask(site, 'editObjective', { id: goal.id, version: 1, audience: [] });
    await close('Nobody grades');
    const alignedTo = async (as: string) => {
      const changes = (await report(as, { home: inProject(WEB) })).objectives[0]?.changes.flatMap((change) => change.changes);
      expect(changes?.map(({ field }) => field)).toEqual(['parent', 'contribution']);
      return changes?.[0]?.after;
    };
    expect(await alignedTo('ada')).toEqual({ type: 'text', text: goal.key });
    expect(await alignedTo('ben')).toEqual({ type: 'text', text: 'one you cannot see' });
  });

  it('tells how scopes grew since they were frozen', async () => {
    const work = await addWork(site, await addObjective(site));
    await bring(site, work, 'WEB-2');
    site.site.clock.set(Date.parse('2026-11-13T10:00:00Z'));
    await site.site.host.schedule('hourly');
    await bring(site, work, 'WEB-3');
    await bring(site, work, 'WEB-6');
    await close('Nobody grades');
    expect((await report()).objectives[0]?.keyResults).toMatchObject([{ scopeGrowth: 2, graded: null }]);
  });

  it('stands still whatever happens in Jira afterwards', async () => {
    const objective = await addObjective(site);
    await bring(site, await addWork(site, objective), 'WEB-6');
    await grade(site, objective.id, { causes: ['capacity'] });
    await close();
    const before = await report();
    site.leaveUnexplained('an issue moves after the close, and the number stands still');
    await site.transition('WEB-6', 'Done');
    await site.site.host.schedule('hourly');
    expect(await report()).toEqual(before);
  });

  it('tells of votes only once their round is closed, and there are three of them', async () => {
    const { id } = await addObjective(site);
    const round = (roundId: string, closedAt: number | null, votes: readonly number[]) =>
      Promise.all([
        site.sql(
          'INSERT INTO vote_round (id, objective_id, asked, opened_at, opened_by, closes_at, closed_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, 1)',
          roundId,
          id,
          '["ada","ben","cleo"]',
          closedAt === null ? 2 : 1,
          'ada',
          3,
          closedAt,
        ),
        ...votes.map((vote, index) =>
          site.sql(
            "INSERT INTO confidence_vote (round_id, account_id, confidence, words, voted_at) VALUES (?, ?, ?, '', 1)",
            roundId,
            String(index),
            vote,
          ),
        ),
      ]);
    await round('closed-round', 2, [3, 8, 7]);
    await round('small-round', 2, [0, 1]);
    await round('open-round', null, [10, 10, 10]);
    await close('Nobody grades');
    expect((await report()).objectives[0]?.votes).toEqual({ voted: 3, asked: 3, mean: 6, lowest: 3, highest: 8 });
  });

  it('of a project holds what lives there, and nothing that one may not see', async () => {
    const [, secure] = [await addObjective(site), await addObjective(site, { home: inProject(SEC) })];
    const secret = await addObjective(site, { ownerAccountId: 'cleo' });
    await ask(site, 'editObjective', { id: secret.id, version: 1, audience: [] }, { as: 'cleo' });
    await close('Nobody grades');
    const keys = async (as: string, more = {}) => (await report(as, more)).objectives.map(({ key }) => key);
    expect(await keys('ada')).toEqual(['O-1', 'O-2']);
    expect(await keys('ada', { home: inProject(SEC) })).toEqual(['O-2']);
    expect(await keys('ben')).toEqual(['O-1']);
    expect(await keys('cleo', { home: inProject(WEB) })).toEqual(['O-1', 'O-3']);
    expect(secure.key).toBe('O-2');
    expect(outcomeOf(await site.invoke('getCycleReport', { cycleId: Q4, home: inProject(SEC) }, { as: 'ben' }))).toBe('NOT_FOUND');
  });

  it('comes in pages that hold everything once', async () => {
    const first = await addObjective(site);
    const columns = Array.from({ length: 130 }, (_, index) => ({
      id: `copy-${String(index).padStart(3, '0')}`,
      number: 100 + index,
      sort_rank: 100 + index,
    }));
    await copyRow(site, 'objective', first.id, columns);
    await close('Nobody grades');
    const one = await report();
    expect(one).toMatchObject({ totalObjectives: 131, nextOffset: 100 });
    const two = await report('ada', { offset: one.nextOffset });
    expect(two.nextOffset).toBeNull();
    expect(new Set([...one.objectives, ...two.objectives].map(({ id }) => id)).size).toBe(131);
  });
});
