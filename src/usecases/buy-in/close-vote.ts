/** Ends a round of votes before its time, for those who answer for the objective: one statement under its version. Ending what is over already is done. */
import type { Input } from '../../contract/api';
import type { Actor, Deps } from '../deps';
import { conflict } from '../okr-error';
import { requireMay } from '../permission';
import { loadVoteRound } from './vote-round';

export async function closeVote(deps: Deps, actor: Actor, { roundId, version }: Input<'closeVote'>): Promise<null> {
  const { round, objective } = await loadVoteRound(deps, actor, roundId);
  await requireMay(deps, actor, 'answer for the objective', 'vote', { home: objective.home, objective });
  if (round.closedAt !== null) return null;
  if (!(await deps.store.voteRounds.close(roundId, version, { accountId: actor.accountId, at: deps.now() })))
    throw conflict('vote', 'Reload to see how it came out.');
  await deps.publishTalk({ subjectId: objective.id });
  return null;
}
