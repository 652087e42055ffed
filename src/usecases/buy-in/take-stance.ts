/**
 * Says that one supports an objective or has a concern about it, or takes back what one has said: one statement. A concern that is raised again, in
 * other words, is open again. Saying the same again changes nothing.
 */
import type { Input } from '../../contract/api';
import type { Actor, Deps } from '../deps';
import { loadObjective, loadOpenCycle } from '../load';
import { requireMay } from '../permission';

export async function takeStance(deps: Deps, actor: Actor, input: Input<'takeStance'>): Promise<null> {
  const objective = await loadObjective(deps, actor, input.objectiveId);
  await requireMay(deps, actor, 'say where one stands', 'objective', { home: objective.home });
  await loadOpenCycle(deps, objective.cycleId);
  const of = { objectiveId: objective.id, accountId: actor.accountId };
  const stance = input.stance === 'none' ? null : { kind: input.stance, words: input.words ?? null, at: deps.now() };
  const before = (await deps.store.objectiveReaders.find(of))?.stance ?? null;
  if (before?.kind === stance?.kind && before?.words === stance?.words) return null;
  await deps.store.objectiveReaders.takeStance(of, stance, deps.now());
  await deps.publishTalk({ subjectId: objective.id });
  return null;
}
