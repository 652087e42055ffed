/** The votes that the viewer was asked for and has not given, where they may see the objective. One SQL request and at most one Jira call. */
import type { Input } from '../../contract/api';
import type { WaitingVote } from '../../contract/buy-in';
import type { Actor, Deps } from '../deps';
import { visibleHomes } from '../permission';
import { objectiveKey } from '../views';
import { lastDayOf } from './vote-round';

const MOST_READ = 50;

/** The first to close first. */
export async function listWaitingVotes(deps: Deps, actor: Actor, input: Input<'listWaitingVotes'>): Promise<readonly WaitingVote[]> {
  const projectId = input.projectId ?? actor.openProjectId;
  const waiting = await deps.store.voteRounds.listWaiting(actor.accountId, projectId, deps.now(), MOST_READ);
  const maySee = await visibleHomes(
    deps,
    actor,
    waiting.map(({ objective }) => objective.home),
  );
  return waiting.flatMap(({ roundId, openedBy, closesAt, objective: { number, ...objective } }) =>
    maySee(objective.home)
      ? [
          {
            roundId,
            openedByAccountId: openedBy,
            lastDay: lastDayOf({ closesAt }),
            objective: { ...objective, key: objectiveKey(number) },
          },
        ]
      : [],
  );
}
