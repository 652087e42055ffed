/**
 * Changes an objective's words, owner, weight, cycle, alignment, roll-up or override: one statement under its version, which also says that
 * its number may follow, and names the record of the change that was written before it.
 */
import type { Input } from '../contract/api';
import type { ObjectiveView } from '../contract/okr';
import { wouldLoop } from '../domain/alignment';
import { encloses } from '../domain/cycle';
import type { CycleRecord } from '../store/cycles';
import type { ObjectiveRecord } from '../store/objectives';
import type { Actor, Deps } from './deps';
import { loadCycle, loadObjective, loadOpenCycle, viewObjective } from './load';
import { conflict, invalid } from './okr-error';
import { requireBrowse, requireManage } from './permission';
import { fieldChange, requireReason } from './plan-change';
import { recompute } from './recompute';
import { announceHistory, requestHistory } from './request-history';
import { rollUpObjectives } from './roll-up-objectives';
import { objectiveAsksReason } from './views';

type Edit = Input<'editObjective'>;

async function checkParent(deps: Deps, actor: Actor, objective: ObjectiveRecord, parentId: string, cycle: CycleRecord): Promise<void> {
  const parent = await deps.store.objectives.find(parentId);
  const refused = (why: string): Error => invalid('parentId', `${why} Pick another objective.`);
  if (parent === null || parent.archivedAt !== null) throw refused('That objective does not exist any more.');
  await requireBrowse(deps, actor, parent.projectId, 'objective');
  if (!encloses((await loadCycle(deps, parent.cycleId)).cycle, cycle))
    throw refused('That objective belongs to a cycle that does not span this one.');
  if (wouldLoop(await deps.store.objectives.listParents(), objective.id, parentId))
    throw refused('That objective is this one, or is aligned to it.');
}

/**
 * The live key results under an objective, and all those whose part of shared issues changes when it goes into another cycle or away. Two SQL
 * requests.
 */
export async function keyResultsUnder(
  deps: Deps,
  objectiveId: string,
): Promise<{ readonly own: readonly string[]; readonly splitters: readonly string[] }> {
  const own = (await deps.store.keyResults.listByObjectives([objectiveId])).map(({ id }) => id);
  return { own, splitters: await deps.store.scope.listSplitters(own) };
}

const plain = (value: number | string | null): string | null => (value === null ? null : String(value));

export async function editObjective(deps: Deps, actor: Actor, input: Edit): Promise<ObjectiveView> {
  const objective = await loadObjective(deps, input.id);
  const { projectId, ownerAccountId } = objective;
  await requireManage(deps, actor, { what: 'objective', projectId, ownerAccountIds: [ownerAccountId] });
  const from = await loadOpenCycle(deps, objective.cycleId);
  const { cycle, on } = input.cycleId === undefined ? from : await loadOpenCycle(deps, input.cycleId);
  const moves = cycle.id !== objective.cycleId;
  const parentId = input.parentId === undefined && moves ? null : input.parentId;
  if (typeof parentId === 'string') await checkParent(deps, actor, objective, parentId, cycle);
  const { today } = on;
  if (input.override && input.override.untilDay < today)
    throw invalid(
      'override.untilDay',
      `${input.override.untilDay} is over. Give the last day on which the written-in progress is to hold.`,
    );
  const fields = [
    ...fieldChange('weight', objective.weight, input.weight, plain),
    ...fieldChange('parent', objective.parentId, parentId, plain),
    ...fieldChange('roll-up', objective.rollUp, input.rollUp, plain),
  ];
  if (fields.length > 0 && !moves) requireReason(input.reason, objectiveAsksReason(cycle, today));
  const override = input.override && { ...input.override, byAccountId: actor.accountId };
  const overridden = fieldChange('override', objective.override, override, (value) =>
    value === null ? null : `${value.progress} until ${value.untilDay}: ${value.reason}`,
  );

  if (moves) await deps.store.cycles.add(cycle);
  const all = [...fields, ...overridden];
  const changeId = all.length === 0 ? undefined : deps.newId();
  if (changeId !== undefined) {
    const reason = input.reason ?? override?.reason ?? null;
    const { changeId: beforeId } = objective;
    await deps.store.planChanges.add({
      id: changeId,
      subjectId: input.id,
      beforeId,
      at: deps.now(),
      byAccountId: actor.accountId,
      reason,
      fields: all,
    });
  }
  const { own, splitters } = moves ? await keyResultsUnder(deps, input.id) : { own: [], splitters: [] };
  await deps.store.numbers.markDirty(splitters, deps.now());
  const former = parentId === undefined || objective.parentId === null ? [] : [objective.parentId];
  await deps.store.rollUps.mark(former);
  // Another cycle gives other dates to the key results that have none of their own.
  await announceHistory(deps, own);
  const updated = await deps.store.objectives.update(input.id, input.version, { ...input, parentId, override, changeId });
  await requestHistory(deps, own);
  if (!updated) throw conflict('objective');
  const moved = await recompute(deps, splitters, 'own');
  const above = await rollUpObjectives(deps, [input.id, ...former]);
  await deps.publish({ projectIds: [...new Set([projectId, ...moved, ...above])], keyResultIds: [...splitters], issueIds: [] });
  return viewObjective(deps, input.id);
}
