/**
 * People and an objective: who knows it, who supports it or has a concern, and the votes as far as the viewer may read them. Five SQL requests, one
 * more for a private objective and one where a round is closed, and at most one Jira call; asked for when the section is shown, never with the page.
 */
import type { Input } from '../../contract/api';
import type { BuyIn, PersonOfObjective, StanceView, VoteRoundView } from '../../contract/buy-in';
import { outcomeOf, type VoteOutcome } from '../../domain/confidence-vote';
import type { ReadableVote } from '../../store/confidence-votes';
import type { ObjectiveRecord } from '../../store/objective-row';
import type { ReaderRecord } from '../../store/objective-readers';
import type { VoteRoundRecord } from '../../store/vote-rounds';
import type { Actor, Deps } from '../deps';
import { loadObjective } from '../load';
import { requireSee } from '../permission';
import { readRadarLimits } from '../settings/settings';
import { instant } from '../views';
import { lastDayOf } from './vote-round';

const MOST_PEOPLE = 200;
const MOST_ROUNDS = 5;

/** Whoever has to do with it: the owner first, then contributors, then who has issues in scope. One who may not know of it is none of them. */
async function peopleOf(deps: Deps, objective: ObjectiveRecord): Promise<readonly string[]> {
  const { keyResultPeople, assignees } = await deps.store.objectivePeople.list(objective.id);
  const own = objective.ownerAccountId === null ? [] : [objective.ownerAccountId];
  const assigned = [...assignees].sort();
  const knowing = objective.audience === null ? assignees : await deps.store.audiences.listKnowing(objective.id, assigned);
  return [...new Set([...own, ...objective.contributorIds, ...keyResultPeople, ...assigned.filter((id) => knowing.has(id))])];
}

const settledFirst = { open: 0, settled: 1, support: 2 } as const;
const standing = ({ stance, settled }: StanceView): number =>
  settledFirst[stance === 'support' ? 'support' : settled === null ? 'open' : 'settled'];

const stancesOf = (readers: readonly ReaderRecord[]): readonly StanceView[] =>
  readers
    .flatMap(({ accountId, stance, settled, version }): readonly StanceView[] => {
      if (stance === null) return [];
      const view = { accountId, stance: stance.kind, words: stance.words, at: new Date(stance.at).toISOString(), version };
      return [{ ...view, settled: settled && { ...settled, at: new Date(settled.at).toISOString() } }];
    })
    .sort((a, b) => standing(a) - standing(b) || b.at.localeCompare(a.at));

type Round = { readonly round: VoteRoundRecord; readonly voted: number };

/** What the closed ones say, by id, with the site's limit for votes that lie apart. */
async function outcomesOf(
  deps: Deps,
  rounds: readonly Round[],
  readable: readonly ReadableVote[],
): Promise<ReadonlyMap<string, VoteOutcome>> {
  const closed = rounds.filter(({ round }) => round.closedAt !== null);
  if (closed.length === 0) return new Map();
  const { spread } = await readRadarLimits(deps);
  const confidences = (id: string): readonly number[] =>
    readable.flatMap(({ roundId, confidence }) => (roundId === id ? [confidence] : []));
  return new Map(closed.map(({ round: { id } }) => [id, outcomeOf(confidences(id), spread)]));
}

function roundView(
  { round, voted }: Round,
  readable: readonly ReadableVote[],
  outcome: VoteOutcome | null,
  accountId: string,
  now: number,
): VoteRoundView {
  const votes = readable.filter(({ roundId }) => roundId === round.id);
  const own = votes.find(({ isOwn }) => isOwn);
  return {
    id: round.id,
    openedAt: new Date(round.openedAt).toISOString(),
    openedByAccountId: round.openedBy,
    lastDay: lastDayOf(round),
    isOver: round.closedAt !== null || round.closesAt <= now,
    closedAt: instant(round.closedAt),
    askedAccountIds: round.askedIds,
    voted,
    isAsked: round.askedIds.includes(accountId),
    ownVote: own === undefined ? null : { confidence: own.confidence, words: own.words },
    outcome,
    votes: outcome?.type === 'shown' ? votes.map(({ confidence, words }) => ({ confidence, words })) : [],
    version: round.version,
  };
}

export async function getBuyIn(deps: Deps, actor: Actor, input: Input<'getBuyIn'>): Promise<BuyIn> {
  const objective = await loadObjective(deps, actor, input.objectiveId);
  await requireSee(deps, actor, objective.home, 'objective');
  const ids = await peopleOf(deps, objective);
  const readers = await deps.store.objectiveReaders.list(objective.id);
  const rounds = await deps.store.voteRounds.list(objective.id, MOST_ROUNDS);
  const votes = await deps.store.confidenceVotes.listReadable(
    actor.accountId,
    rounds.map(({ round }) => round.id),
  );
  const outcomes = await outcomesOf(deps, rounds, votes);
  const acknowledged = new Set(readers.flatMap((reader) => (reader.acknowledgedAt === null ? [] : [reader.accountId])));
  const opened = new Set(readers.map(({ accountId }) => accountId));
  const people = ids.map((accountId): PersonOfObjective => ({ accountId, hasAcknowledged: acknowledged.has(accountId) }));
  return {
    objectiveId: objective.id,
    people: people.toSorted((a, b) => Number(a.hasAcknowledged) - Number(b.hasAcknowledged)).slice(0, MOST_PEOPLE),
    totals: {
      people: ids.length,
      opened: ids.filter((id) => opened.has(id)).length,
      acknowledged: ids.filter((id) => acknowledged.has(id)).length,
    },
    others: [...acknowledged].filter((id) => !ids.includes(id)).length,
    hasAcknowledged: acknowledged.has(actor.accountId),
    stances: stancesOf(readers),
    rounds: rounds.map((each) => roundView(each, votes, outcomes.get(each.round.id) ?? null, actor.accountId, deps.now())),
  };
}
