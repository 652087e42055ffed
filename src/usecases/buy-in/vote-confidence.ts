/** Gives one's vote, or changes it while the round is open: one statement, which itself refuses whoever comes too late. Nobody else reads it before the end. */
import type { Input } from '../../contract/api';
import type { Actor, Deps } from '../deps';
import { loadOpenCycle } from '../load';
import { OkrError } from '../okr-error';
import { requireMay } from '../permission';
import { loadVoteRound } from './vote-round';

export async function voteConfidence(deps: Deps, actor: Actor, input: Input<'voteConfidence'>): Promise<null> {
  const { round, objective } = await loadVoteRound(deps, actor, input.roundId);
  await requireMay(deps, actor, 'vote', 'vote', { home: objective.home, round });
  await loadOpenCycle(deps, objective.cycleId);
  const vote = { confidence: input.confidence, words: input.words ?? '' };
  if (!(await deps.store.confidenceVotes.cast(round.id, actor.accountId, vote, deps.now())))
    throw new OkrError('CONFLICT', 'This vote is over, so what you said was not taken. Reload to see how it came out.');
  await deps.publishTalk({ subjectId: objective.id });
  return null;
}
