/**
 * An aligned objective with what it is aligned to, and the writing of how that side stands to it: one statement under the objective's version, on
 * record, after which what is above is rolled up anew. Who may say so is checked by those who call.
 */
import type { ObjectiveView } from '../../contract/okr';
import { projectIdsOf } from '../../domain/home';
import type { AlignmentRecord, ContributionRecord } from '../../store/alignment-columns';
import type { KeyResultRecord } from '../../store/key-result-row';
import type { ObjectiveRecord } from '../../store/objective-row';
import { contributionChange } from './alignment';
import type { Actor, Deps } from '../deps';
import { loadObjective, loadOpenCycle, viewObjective } from '../load';
import { conflict, notFound } from '../okr-error';
import { requireSee } from '../permission';
import { recordChange } from '../history/record-change';
import { rollUpObjectives } from '../progress/roll-up-objectives';

export type Aligned = {
  readonly objective: ObjectiveRecord;
  readonly alignment: AlignmentRecord;
  readonly parent: { readonly objective: ObjectiveRecord; readonly keyResult: KeyResultRecord | null };
};

/** A live objective of an open cycle with what it is aligned to, of an open one too. Throws `NOT_FOUND` where there is nothing to answer. */
export async function loadAligned(deps: Deps, actor: Actor, id: string): Promise<Aligned> {
  const objective = await loadObjective(deps, actor, id);
  await requireSee(deps, actor, objective.home, 'objective');
  const alignment = objective.parent;
  const above = alignment && (await deps.store.objectives.findFor(actor.accountId, alignment.parentId));
  if (alignment === null || above === null || above.archivedAt !== null) throw notFound('contribution');
  const keyResult = alignment.keyResult === null ? null : await deps.store.keyResults.find(alignment.keyResult.id);
  await loadOpenCycle(deps, objective.cycleId);
  await loadOpenCycle(deps, above.cycleId);
  return { objective, alignment, parent: { objective: above, keyResult } };
}

export async function writeContribution(
  deps: Deps,
  actor: Actor,
  { objective, alignment }: Aligned,
  contribution: ContributionRecord,
  given: { readonly version: number; readonly words: string | null },
): Promise<ObjectiveView> {
  const fields = contributionChange(alignment, { ...alignment, contribution });
  const changeId = await recordChange(deps, actor, { type: 'objective', ...objective }, fields, { reason: given.words });
  if (!(await deps.store.objectives.update(objective.id, given.version, { contribution, changeId }))) throw conflict('objective');
  const above = await rollUpObjectives(deps, [objective.id]);
  await deps.publish({ projectIds: [...new Set([...projectIdsOf([objective.home]), ...above])], keyResultIds: [], issueIds: [] });
  return viewObjective(deps, actor, objective.id);
}
