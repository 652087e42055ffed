/** What the demo company's people say to an objective: who knows it, who is for it or worried, and what they vote. Knows nothing of key results. */
import type { Input } from '../../src/contract/api';
import { addDays } from '../../src/domain/calendar';
import type { DemoBuyIn, DemoObjective } from './okrs/demo-okr';
import type { Step, StepContext } from './step';

const hourMs = 3_600_000;
const minuteMs = 60_000;

/** Votes are taken for so many days. */
const TAKEN_DAYS = 3;

type At = (daysAgo: number, minutes?: number) => number;

function voteSteps(
  { home, owner }: DemoObjective,
  objectiveId: string,
  vote: NonNullable<DemoBuyIn['vote']>,
  context: StepContext,
  at: At,
): readonly Step[] {
  const asker = owner ?? home.lead;
  const lastDay = addDays(context.today, TAKEN_DAYS - vote.daysAgo);
  const ask: Input<'askForVotes'> = {
    id: context.newId('round'),
    objectiveId,
    askedIds: [...vote.given.map(({ by }) => by), ...(vote.silent ?? [])].map(({ accountId }) => accountId),
    lastDay,
  };
  const given = vote.given.map(({ by, confidence, words }, i): Step => {
    const input: Input<'voteConfidence'> = { roundId: ask.id, confidence, ...(words === undefined ? {} : { words }) };
    return { at: at(vote.daysAgo, 20 + 7 * i), actor: by, home, name: 'voteConfidence', input };
  });
  const close: Input<'closeVote'> = { roundId: ask.id, version: 1 };
  return [
    { at: at(vote.daysAgo), actor: asker, home, name: 'askForVotes', input: ask },
    ...given,
    ...(vote.daysAgo > TAKEN_DAYS
      ? [{ at: at(vote.daysAgo - TAKEN_DAYS), actor: asker, home, name: 'closeVote', input: close } as const]
      : []),
  ];
}

function stanceSteps({ home, owner }: DemoObjective, objectiveId: string, { supporters, concerns }: DemoBuyIn, at: At): readonly Step[] {
  const support: Input<'takeStance'> = { stance: 'support', objectiveId };
  return [
    ...supporters.map((actor, i): Step => ({ at: at(8, i), actor, home, name: 'takeStance', input: support })),
    ...concerns.flatMap(({ by, words, settled }, i): readonly Step[] => {
      const concern: Input<'takeStance'> = { stance: 'concern', objectiveId, words };
      const raised: Step = { at: at(8, 30 + i), actor: by, home, name: 'takeStance', input: concern };
      if (settled === undefined) return [raised];
      const input: Input<'settleConcern'> = { objectiveId, ofAccountId: by.accountId, version: 2, words: settled };
      return [raised, { at: at(4, 30 + i), actor: owner ?? home.lead, home, name: 'settleConcern', input }];
    }),
  ];
}

/** Nobody says anything before the objective is there: early in a quarter it is still silent. */
export function buyInSteps(objective: DemoObjective, objectiveId: string, context: StepContext): readonly Step[] {
  const { buyIn, home } = objective;
  if (buyIn === undefined) return [];
  const at: At = (daysAgo, minutes = 0) => Date.parse(addDays(context.today, -daysAgo)) + 9 * hourMs + minutes * minuteMs;
  const acknowledge: Input<'acknowledgeObjective'> = { objectiveId, isAcknowledged: true };
  const steps = [
    // By those who stand for or against it first of all, so that a concern is the second thing their row says.
    ...buyIn.acknowledged.map((actor, i): Step => ({ at: at(9, i), actor, home, name: 'acknowledgeObjective', input: acknowledge })),
    ...stanceSteps(objective, objectiveId, buyIn, at),
    ...(buyIn.vote === undefined ? [] : voteSteps(objective, objectiveId, buyIn.vote, context, at)),
  ];
  return steps.some((step) => step.at < context.at + hourMs) ? [] : steps;
}
