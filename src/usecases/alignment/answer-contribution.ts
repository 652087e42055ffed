/** Takes up what is aligned to an objective or key result, or declines it with a reason, whatever the answer was before. */
import type { Input } from '../../contract/api';
import type { ObjectiveView } from '../../contract/okr';
import { loadAligned, writeContribution } from './contribution';
import type { Actor, Deps } from '../deps';
import { viewObjective } from '../load';
import { requireMay } from '../permission';

/** Giving the same answer again is done. */
export async function answerContribution(deps: Deps, actor: Actor, input: Input<'answerContribution'>): Promise<ObjectiveView> {
  const aligned = await loadAligned(deps, actor, input.objectiveId);
  const { objective, keyResult } = aligned.parent;
  const thing = { home: objective.home, objective, ...(keyResult === null ? {} : { keyResult }) };
  await requireMay(deps, actor, 'answer contributions', 'contribution', thing);
  const words = input.answer === 'decline' ? input.reason : null;
  const state = input.answer === 'decline' ? 'declined' : 'accepted';
  const { contribution: before } = aligned.alignment;
  if (before.state === state && before.words === words) return viewObjective(deps, actor, input.objectiveId);
  const contribution = { state, byAccountId: actor.accountId, at: deps.now(), words } as const;
  return writeContribution(deps, actor, aligned, contribution, { version: input.version, words });
}
