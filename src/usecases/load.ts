/**
 * Loads a live key result or objective with what surrounds it, for a person; what is archived, gone or private to others is `NOT_FOUND`. That
 * the person may see where it lives is permission.ts.
 */
import type { CycleView, KeyResultView, ObjectiveView } from '../contract/okr';
import { dayOf } from '../domain/calendar';
import type { GroupRecord } from '../store/groups';
import type { KeyResultRecord } from '../store/key-result-row';
import type { ObjectiveRecord } from '../store/objective-row';
import { knownCycles } from './cycles';
import type { Actor, Deps } from './deps';
import { notFound, unknownCycle } from './okr-error';
import { keyResultView, objectiveView } from './views';

export type LoadedKeyResult = { readonly keyResult: KeyResultRecord; readonly objective: ObjectiveRecord };

export async function loadObjective(deps: Deps, actor: Actor, id: string): Promise<ObjectiveRecord> {
  const objective = await deps.store.objectives.findFor(actor.accountId, id);
  if (objective === null || objective.archivedAt !== null) throw notFound('objective');
  return objective;
}

/** `what` is what the person asked for, when it was something of the key result. */
export async function loadKeyResult(deps: Deps, actor: Actor, id: string, what = 'key result'): Promise<LoadedKeyResult> {
  const keyResult = await deps.store.keyResults.find(id);
  if (keyResult === null || keyResult.archivedAt !== null) throw notFound(what);
  const objective = await deps.store.objectives.findFor(actor.accountId, keyResult.objectiveId);
  if (objective === null || objective.archivedAt !== null) throw notFound(what);
  return { keyResult, objective };
}

/** Throws `NOT_FOUND` for one that is archived or not there. */
export async function loadGroup(deps: Deps, id: string): Promise<GroupRecord> {
  const group = await deps.store.groups.find(id);
  if (group === null || group.archivedAt !== null) throw notFound('group');
  return group;
}

/** Throws `INVALID` for one that nobody knows: a stored objective's cycle is always known, so it was asked for. */
export async function loadCycle(deps: Deps, cycleId: string): Promise<CycleView> {
  const cycle = knownCycles(await deps.store.cycles.list(), dayOf(deps.now())).find((candidate) => candidate.id === cycleId);
  if (cycle === undefined) throw unknownCycle();
  return cycle;
}

/** A key result as it is now, for one who has just changed it. */
export async function viewKeyResult(deps: Deps, id: string): Promise<KeyResultView> {
  const keyResult = await deps.store.keyResults.find(id);
  const objective = keyResult && (await deps.store.objectives.find(keyResult.objectiveId));
  if (keyResult === null || objective === null) throw notFound('key result');
  return keyResultView(keyResult, await loadCycle(deps, objective.cycleId), dayOf(deps.now()));
}

/** An objective as it is now, for one who has just changed it or was just shown it. */
export async function viewObjective(deps: Deps, id: string): Promise<ObjectiveView> {
  const objective = await deps.store.objectives.find(id);
  if (objective === null) throw notFound('objective');
  const keyResults = await deps.store.keyResults.listByObjectives([id]);
  return objectiveView(objective, keyResults, await loadCycle(deps, objective.cycleId), dayOf(deps.now()));
}
