/** Loads a live key result or objective with what surrounds it; what is archived or gone is `NOT_FOUND`. */
import type { CycleView, KeyResultView, ObjectiveView } from '../contract/okr';
import { dayOf } from '../domain/calendar';
import type { KeyResultRecord } from '../store/key-result-row';
import type { ObjectiveRecord } from '../store/objectives';
import { knownCycles } from './cycles';
import type { Deps } from './deps';
import { notFound, unknownCycle } from './okr-error';
import { keyResultView, objectiveView } from './views';

export type LoadedKeyResult = { readonly keyResult: KeyResultRecord; readonly objective: ObjectiveRecord };

export async function loadObjective(deps: Deps, id: string): Promise<ObjectiveRecord> {
  const objective = await deps.store.objectives.find(id);
  if (objective === null || objective.archivedAt !== null) throw notFound('objective');
  return objective;
}

export async function loadKeyResult(deps: Deps, id: string): Promise<LoadedKeyResult> {
  const keyResult = await deps.store.keyResults.find(id);
  if (keyResult === null || keyResult.archivedAt !== null) throw notFound('key result');
  const objective = await deps.store.objectives.find(keyResult.objectiveId);
  if (objective === null || objective.archivedAt !== null) throw notFound('key result');
  return { keyResult, objective };
}

/** Throws `INVALID` for one that nobody knows: a stored objective's cycle is always known, so it was asked for. */
export async function loadCycle(deps: Deps, cycleId: string): Promise<CycleView> {
  const cycle = knownCycles(await deps.store.cycles.list(), dayOf(deps.now())).find((candidate) => candidate.id === cycleId);
  if (cycle === undefined) throw unknownCycle();
  return cycle;
}

/** A key result as it is now, after a write. */
export async function viewKeyResult(deps: Deps, id: string): Promise<KeyResultView> {
  const { keyResult, objective } = await loadKeyResult(deps, id);
  return keyResultView(keyResult, await loadCycle(deps, objective.cycleId), dayOf(deps.now()));
}

/** An objective as it is now, after a write. */
export async function viewObjective(deps: Deps, id: string): Promise<ObjectiveView> {
  const objective = await loadObjective(deps, id);
  const keyResults = await deps.store.keyResults.listByObjectives([id]);
  return objectiveView(objective, keyResults, await loadCycle(deps, objective.cycleId), dayOf(deps.now()));
}

/** The people who own a key result or the objective above it. */
export const ownersOf = ({ keyResult, objective }: LoadedKeyResult): readonly (string | null)[] => [
  keyResult.ownerAccountId,
  objective.ownerAccountId,
];
