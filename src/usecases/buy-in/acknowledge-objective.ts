/** Says that one knows an objective and what it means for one's work, or takes that back: one statement. Saying it again changes nothing. */
import type { Input } from '../../contract/api';
import type { Actor, Deps } from '../deps';
import { loadObjective, loadOpenCycle } from '../load';
import { requireMay } from '../permission';

export async function acknowledgeObjective(deps: Deps, actor: Actor, input: Input<'acknowledgeObjective'>): Promise<null> {
  const objective = await loadObjective(deps, actor, input.objectiveId);
  await requireMay(deps, actor, 'say where one stands', 'objective', { home: objective.home });
  await loadOpenCycle(deps, objective.cycleId);
  const of = { objectiveId: objective.id, accountId: actor.accountId };
  const known = await deps.store.objectiveReaders.find(of);
  if (((known?.acknowledgedAt ?? null) !== null) === input.isAcknowledged) return null;
  await deps.store.objectiveReaders.acknowledge(of, input.isAcknowledged ? deps.now() : null, deps.now());
  await deps.publishTalk({ subjectId: objective.id });
  return null;
}
