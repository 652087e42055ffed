/** A round of votes with the objective it is about, loaded for a person. */
import type { ObjectiveRecord } from '../../store/objective-row';
import type { VoteRoundRecord } from '../../store/vote-rounds';
import type { Actor, Deps } from '../deps';
import { notFound } from '../okr-error';

/** Throws `NOT_FOUND` for one that is not there, or about what is archived or private to others. Two SQL requests. */
export async function loadVoteRound(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<{ readonly round: VoteRoundRecord; readonly objective: ObjectiveRecord }> {
  const round = await deps.store.voteRounds.find(id);
  const objective = round && (await deps.store.objectives.findFor(actor.accountId, round.objectiveId));
  if (round === null || objective === null || objective.archivedAt !== null) throw notFound('vote');
  return { round, objective };
}
