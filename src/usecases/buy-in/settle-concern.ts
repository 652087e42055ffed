/**
 * Says of somebody's concern that it has been dealt with, for those who answer for the objective: one statement under the version that was read. Settling what
 * is settled already is done.
 */
import type { Input } from '../../contract/api';
import type { Actor, Deps } from '../deps';
import { loadObjective, loadOpenCycle } from '../load';
import { conflict, notFound } from '../okr-error';
import { requireMay } from '../permission';

export async function settleConcern(deps: Deps, actor: Actor, input: Input<'settleConcern'>): Promise<null> {
  const objective = await loadObjective(deps, actor, input.objectiveId);
  await requireMay(deps, actor, 'answer for the objective', 'objective', { home: objective.home, objective });
  await loadOpenCycle(deps, objective.cycleId);
  const of = { objectiveId: objective.id, accountId: input.ofAccountId };
  const reader = await deps.store.objectiveReaders.find(of);
  if (reader?.stance?.kind !== 'concern') throw notFound('concern');
  if (reader.settled !== null) return null;
  const settled = { byAccountId: actor.accountId, at: deps.now(), words: input.words ?? null };
  if (!(await deps.store.objectiveReaders.settle(of, input.version, settled)))
    throw conflict('concern', 'Read what it says now before you settle it.');
  await deps.publishTalk({ subjectId: objective.id });
  return null;
}
