/** A round of votes with the objective it is about, loaded for a person, and its last day. */
import { addDays, dayOf } from '../../domain/calendar';
import type { ObjectiveRecord } from '../../store/objective-row';
import type { VoteRoundRecord } from '../../store/vote-rounds';
import type { Actor, Deps } from '../deps';
import { notFound } from '../okr-error';

/** The instant at which votes are no longer taken: the end of a day. */
export const endOf = (lastDay: string): number => Date.parse(`${addDays(lastDay, 1)}T00:00:00Z`);

/** The last day on which votes are taken. */
export const lastDayOf = ({ closesAt }: Pick<VoteRoundRecord, 'closesAt'>): string => dayOf(closesAt - 1);

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
