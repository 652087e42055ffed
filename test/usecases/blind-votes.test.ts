/**
 * Confidence votes. Blind until the round is closed: every function of the app, asked by everybody, is searched for what was voted. After that without
 * names, and not at all where there are fewer than three.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiName } from '../../src/contract/api';
import { inputs } from '../../src/contract/inputs';
import { radarThresholds } from '../../src/domain/radar/thresholds';
import { openTestSite, type TestSite } from '../support/test-site';
import { addObjective, addWork, ask, failureOf, newId, outcomeOf, Q4, WEB } from './support/okr-steps';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

const everybody = ['ada', 'ben', 'cleo', 'dan'] as const;
const roundId = 'round-01';

const openRound = async (input: { readonly askedIds?: string[]; readonly lastDay?: string } = {}) => {
  const objective = await addObjective(site, { ownerAccountId: 'ben' });
  await ask(site, 'askForVotes', { id: roundId, objectiveId: objective.id, askedIds: ['ben', 'cleo', 'dan'], ...input }, { as: 'ben' });
  return objective;
};
const vote = (as: string, confidence: number, words = '') => site.invoke('voteConfidence', { roundId, confidence, words }, { as });
const roundOf = async (objectiveId: string, as: string = 'ada') => {
  const [round] = (await ask(site, 'getBuyIn', { objectiveId }, { as })).rounds;
  if (round === undefined) throw new Error('There is no round.');
  return round;
};
const close = (as = 'ben') => site.invoke('closeVote', { roundId, version: 1 }, { as });

describe('before a round is closed', () => {
  it('only how many have voted is told, and to each their own vote', async () => {
    const { id } = await openRound();
    expect(outcomeOf(await vote('cleo', 2, 'The bank is slow'))).toBe('ok');
    expect(outcomeOf(await vote('dan', 9))).toBe('ok');
    const blind = { voted: 2, ownVote: null, outcome: null, votes: [], closedAt: null };
    expect(await roundOf(id, 'ben')).toMatchObject({ ...blind, isAsked: true });
    expect(await roundOf(id, 'ada')).toMatchObject({ ...blind, isAsked: false });
    expect(await roundOf(id, 'cleo')).toMatchObject({ ...blind, ownVote: { confidence: 2, words: 'The bank is slow' } });
  });

  it('no function of the app tells anybody what somebody else has voted, whatever role they hold', async () => {
    const objective = await openRound();
    const work = await addWork(site, objective);
    await ask(site, 'grantOkrAdmin', { holderAccountId: 'ada' });
    const words = 'xyzzy-planted-words';
    await vote('cleo', 7, words);
    await site.sql('UPDATE confidence_vote SET confidence = 777');
    const subjects = { objective: { type: 'objective', id: objective.id }, company: { type: 'company' } };
    // What could lead to the objective, its key result, its round or its history: every input is tried with every function, and most refuse.
    const parts: readonly Readonly<Record<string, unknown>>[] = [
      {},
      { objectiveId: objective.id },
      { keyResultId: work.id },
      { roundId },
      { projectId: WEB },
      { cycleId: Q4 },
      { projectId: WEB, cycleId: Q4 },
      { subject: subjects.objective },
      { subject: subjects.company },
      { subject: { type: 'project', projectId: WEB } },
      { subject: { type: 'set-up' } },
      { objectiveIds: [objective.id] },
    ];
    let answers = 0;
    for (const as of everybody)
      for (const name of Object.keys(inputs) as ApiName[])
        for (const part of parts) {
          const answer = (await site.invokeRaw(name, part, { as, project: 'WEB' })) as { readonly ok: boolean };
          if (answer.ok) answers += 1;
          const text = JSON.stringify(answer);
          if (as === 'cleo' && name === 'getBuyIn') continue;
          expect({ as, name, part, tells: text.includes(words) || text.includes('777') }).toEqual({ as, name, part, tells: false });
        }
    // Else nothing was searched.
    expect(answers).toBeGreaterThan(100);
    expect(JSON.stringify(await roundOf(objective.id, 'cleo'))).toContain(words);
  });

  it('a vote can be changed, and counts once', async () => {
    const { id } = await openRound();
    await vote('cleo', 2);
    await vote('cleo', 8, 'It goes better');
    expect(await roundOf(id, 'cleo')).toMatchObject({ voted: 1, ownVote: { confidence: 8, words: 'It goes better' } });
  });

  it('whoever was not asked cannot vote, nor end it without answering for the objective', async () => {
    await openRound();
    expect(failureOf(await vote('ada', 5))).toMatchObject({ code: 'FORBIDDEN', message: expect.stringContaining('asked') });
    expect(outcomeOf(await close('cleo'))).toBe('FORBIDDEN');
  });

  it('no second round about the objective is opened', async () => {
    const objective = await openRound();
    const input = { id: newId(), objectiveId: objective.id, askedIds: ['ada', 'ben', 'cleo'] };
    expect(failureOf(await site.invoke('askForVotes', input, { as: 'ben' }))).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('under way'),
    });
  });
});

describe('once a round is closed', () => {
  const voteAll = async () => {
    await vote('cleo', 2, 'The bank is slow');
    await vote('dan', 9);
    await vote('ben', 7);
  };

  it('all votes are told without names, with their mean and how far they lie apart', async () => {
    const { id } = await openRound();
    await voteAll();
    expect(outcomeOf(await close())).toBe('ok');
    const round = await roundOf(id);
    expect(round).toMatchObject({
      voted: 3,
      outcome: { type: 'shown', mean: 6, lowest: 2, highest: 9, spread: 7, isApart: true },
      votes: [
        { confidence: 2, words: 'The bank is slow' },
        { confidence: 7, words: '' },
        { confidence: 9, words: '' },
      ],
    });
    expect(round.votes.flatMap(Object.keys)).toEqual(['confidence', 'words', 'confidence', 'words', 'confidence', 'words']);
    expect((await roundOf(id, 'cleo')).ownVote).toEqual({ confidence: 2, words: 'The bank is slow' });
  });

  it('how far apart is too far is the site’s to say', async () => {
    const { id } = await openRound();
    await voteAll();
    await close();
    await ask(site, 'changeSetting', { group: 'radar', version: 0, value: { ...radarThresholds, spread: 8 } });
    expect((await roundOf(id)).outcome).toMatchObject({ spread: 7, isApart: false });
  });

  it('no vote is taken any more, and ending it again is done', async () => {
    const { id } = await openRound();
    await voteAll();
    await close();
    expect(failureOf(await vote('cleo', 10))).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('over') });
    expect(outcomeOf(await close())).toBe('ok');
    expect(await roundOf(id)).toMatchObject({ outcome: { highest: 9 } });
  });

  it('fewer than three votes are not shown: it would be plain whose they are', async () => {
    const { id } = await openRound();
    await vote('cleo', 2, 'The bank is slow');
    await vote('dan', 9);
    await close();
    expect(await roundOf(id, 'ben')).toMatchObject({ voted: 2, outcome: { type: 'too-few' }, votes: [], ownVote: null });
    expect(await roundOf(id, 'cleo')).toMatchObject({ votes: [], ownVote: { confidence: 2 } });
    expect(JSON.stringify(await roundOf(id, 'ben'))).not.toContain('slow');
  });
});

describe('the time of a round', () => {
  it('is three days unless it says otherwise; then no vote is taken, and the hour closes it as of its end', async () => {
    const { id } = await openRound();
    expect(await roundOf(id)).toMatchObject({ lastDay: '2026-11-15', isOver: false });
    for (const [as, confidence] of [['ben', 5], ['cleo', 5], ['dan', 6]] as const) await vote(as, confidence); // prettier-ignore
    site.site.clock.set(Date.parse('2026-11-16T00:10:00Z'));
    expect(outcomeOf(await vote('cleo', 1))).toBe('CONFLICT');
    expect(await roundOf(id)).toMatchObject({ isOver: true, closedAt: null, outcome: null, votes: [] });
    await site.site.host.schedule('hourly');
    expect(await roundOf(id)).toMatchObject({ closedAt: '2026-11-16T00:00:00.000Z', outcome: { mean: 16 / 3, isApart: false } });
  });

  it.each(['2026-11-11', '2026-12-14'])('does not end on %s', async (lastDay) => {
    const objective = await addObjective(site, { ownerAccountId: 'ben' });
    const input = { id: newId(), objectiveId: objective.id, askedIds: ['ada', 'ben', 'cleo'], lastDay };
    expect(failureOf(await site.invoke('askForVotes', input, { as: 'ben' }))).toMatchObject({ code: 'INVALID', field: 'lastDay' });
  });
});

describe('whom one may ask', () => {
  const asking = async (askedIds: string[], audience: string[] | null = null) => {
    const objective = await addObjective(site, { ownerAccountId: 'ben', audience });
    return failureOf(await site.invoke('askForVotes', { id: newId(), objectiveId: objective.id, askedIds }, { as: 'ben' }));
  };

  it('is at least three people, with active accounts, who may know of the objective', async () => {
    expect(await asking(['ben', 'cleo'])).toMatchObject({ code: 'INVALID', field: 'askedIds' });
    expect(await asking(['ben', 'cleo', 'nobody'])).toMatchObject({
      code: 'INVALID',
      field: 'askedIds',
      message: expect.stringContaining('active'),
    });
    expect(await asking(['ben', 'cleo', 'dan'], ['cleo'])).toMatchObject({
      code: 'INVALID',
      field: 'askedIds',
      message: expect.stringContaining('private'),
    });
  });
});

describe('votes that wait', () => {
  const waiting = async (as: string) => (await ask(site, 'listWaitingVotes', {}, { as })).map(({ objective }) => objective.key);

  it('are those one was asked for and has not given, as long as the round is open', async () => {
    await openRound();
    expect([await waiting('cleo'), await waiting('ada')]).toEqual([['O-1'], []]);
    await vote('cleo', 5);
    expect([await waiting('cleo'), await waiting('dan')]).toEqual([[], ['O-1']]);
    await close();
    expect(await waiting('dan')).toEqual([]);
  });

  it('are not told where the objective is private since to others', async () => {
    const { id } = await openRound();
    await ask(site, 'editObjective', { id, version: 1, audience: ['cleo'] }, { as: 'ben' });
    expect([await waiting('cleo'), await waiting('dan')]).toEqual([['O-1'], []]);
    expect(outcomeOf(await vote('dan', 5))).toBe('NOT_FOUND');
  });
});

describe('what was voted', () => {
  it('is read under one condition, which every statement that names it carries', () => {
    const folder = join(__dirname, '../../src/store');
    const reading = readdirSync(folder).filter((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      return /FROM confidence_vote|JOIN confidence_vote/.test(text) && /v\.(confidence|words)/.test(text);
    });
    expect(reading).toContain('confidence-votes.ts');
    const unguarded = reading.filter((file) => !readFileSync(join(folder, file), 'utf8').includes("votesAreTold('r')"));
    expect(unguarded).toEqual([]);
  });
});
