/**
 * Changes an objective's words, people, privacy, weight, cycle, alignment, roll-up or override: one statement under its version, which also says
 * that its number may follow, and names the record of the change that was written before it.
 */
import type { Input } from '../contract/api';
import type { ObjectiveView } from '../contract/okr';
import { wouldLoop } from '../domain/alignment';
import { encloses } from '../domain/cycle';
import { projectIdsOf } from '../domain/home';
import type { CycleRecord } from '../store/cycles';
import type { ObjectiveRecord } from '../store/objective-row';
import { withSelf } from './audience';
import type { Actor, Deps } from './deps';
import { keyResultsUnder } from './key-results-under';
import { loadCycle, loadObjective, loadOpenCycle, viewObjective } from './load';
import { conflict, invalid } from './okr-error';
import { requireMay, visibleHomes } from './permission';
import { accountsText, fieldChange, privacyText, requireReason } from './plan-change';
import { requireActive } from './require-active';
import { recompute } from './recompute';
import { announceHistory, requestHistory } from './request-history';
import { rollUpObjectives } from './roll-up-objectives';
import { objectiveAsksReason } from './views';

type Edit = Input<'editObjective'>;

async function checkParent(deps: Deps, actor: Actor, objective: ObjectiveRecord, parentId: string, cycle: CycleRecord): Promise<void> {
  const parent = await deps.store.objectives.findFor(actor.accountId, parentId);
  const refused = (why: string): Error => invalid('parentId', `${why} Pick another objective.`);
  const maySee = parent !== null && (await visibleHomes(deps, actor, [parent.home]))(parent.home);
  if (!maySee || parent.archivedAt !== null) throw refused('That objective does not exist any more, or you may not see it.');
  if (parent.audience !== null) throw refused('That objective is private, and nothing is aligned to what is private.');
  if (!encloses((await loadCycle(deps, parent.cycleId)).cycle, cycle))
    throw refused('That objective belongs to a cycle that does not span this one.');
  if (wouldLoop(await deps.store.objectives.listParents(), objective.id, parentId))
    throw refused('That objective is this one, or is aligned to it.');
}

/** While it was private nothing was below it, so that what was aligned to it meanwhile may close a loop. */
async function checkOpening(deps: Deps, objective: ObjectiveRecord, parentId: string | null): Promise<void> {
  if (parentId === null || !wouldLoop(await deps.store.objectives.listParents(objective.id), objective.id, parentId)) return;
  throw invalid('audience', 'For everybody this objective would be aligned to itself. Take its own alignment away first.');
}

const plain = (value: number | string | null): string | null => (value === null ? null : String(value));

export async function editObjective(deps: Deps, actor: Actor, input: Edit): Promise<ObjectiveView> {
  const objective = await loadObjective(deps, actor, input.id);
  await requireMay(deps, actor, 'change the objective', 'objective', { home: objective.home, objective });
  const from = await loadOpenCycle(deps, objective.cycleId);
  const { cycle, on } = input.cycleId === undefined ? from : await loadOpenCycle(deps, input.cycleId);
  const moves = cycle.id !== objective.cycleId;
  const parentId = input.parentId === undefined && moves ? null : input.parentId;
  if (typeof parentId === 'string') await checkParent(deps, actor, objective, parentId, cycle);
  await requireActive(deps, actor, input.ownerAccountId, objective.ownerAccountId);
  const audience = input.audience && withSelf(actor, input.audience, input.ownerAccountId ?? objective.ownerAccountId);
  const opens = audience === null && objective.audience !== null;
  if (opens) await checkOpening(deps, objective, parentId === undefined ? objective.parentId : parentId);
  const shared = moves || opens || (audience !== undefined && audience !== null && objective.audience === null);
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

  const words = [
    ...fieldChange('title', objective.title, input.title, plain),
    ...fieldChange('description', objective.description, input.description, plain),
  ];
  const people = [
    ...fieldChange('owner', objective.ownerAccountId, input.ownerAccountId, plain),
    ...fieldChange('contributors', objective.contributorIds, input.contributorIds, accountsText),
    ...fieldChange('privacy', objective.audience, audience, privacyText),
  ];

  if (moves) await deps.store.cycles.add(cycle);
  const all = [...fieldChange('cycle', objective.cycleId, input.cycleId, plain), ...fields, ...overridden, ...words, ...people];
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
  const { own, splitters } = shared ? await keyResultsUnder(deps, [input.id]) : { own: [], splitters: [] };
  await deps.store.numbers.markDirty(splitters, deps.now());
  const former = (parentId === undefined && audience === undefined) || objective.parentId === null ? [] : [objective.parentId];
  await deps.store.rollUps.mark(former);
  // Another cycle gives other dates to the key results that have none of their own.
  const retold = moves ? own : [];
  await announceHistory(deps, retold);
  const updated = await deps.store.objectives.update(input.id, input.version, {
    ...input,
    parentId,
    audience,
    override,
    changeId,
  });
  await requestHistory(deps, retold);
  // Also after a conflict: what was marked for this change is not to wait for the recovery pass.
  const moved = await recompute(deps, splitters, 'own');
  if (!updated) throw conflict('objective');
  const above = await rollUpObjectives(deps, [input.id, ...former]);
  await deps.publish({
    projectIds: [...new Set([...projectIdsOf([objective.home]), ...moved, ...above])],
    keyResultIds: [...splitters],
    issueIds: [],
  });
  return viewObjective(deps, input.id);
}
