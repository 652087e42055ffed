/** Asks the parent's side again: after it has declined, or with other words while it has not answered. */
import type { Input } from '../../contract/api';
import type { ObjectiveView } from '../../contract/okr';
import { contributionOf } from './alignment';
import { loadAligned, writeContribution } from './contribution';
import type { Actor, Deps } from '../deps';
import { viewObjective } from '../load';
import { requireMay } from '../permission';

/** What is accepted stays so. */
export async function askContribution(deps: Deps, actor: Actor, input: Input<'askContribution'>): Promise<ObjectiveView> {
  const aligned = await loadAligned(deps, actor, input.objectiveId);
  const { objective, alignment, parent } = aligned;
  await requireMay(deps, actor, 'change the objective', 'objective', { home: objective.home, objective });
  if (alignment.contribution.state === 'accepted') return viewObjective(deps, actor, input.objectiveId);
  const words = input.words ?? null;
  const contribution = await contributionOf(deps, actor, parent, words);
  return writeContribution(deps, actor, aligned, contribution, { version: input.version, words });
}
