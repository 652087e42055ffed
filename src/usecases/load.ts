/** Loads a live key result or objective with what surrounds it; what is archived or gone is `NOT_FOUND`. */
import type { KeyResultView, ObjectiveView } from '../contract/okr';
import type { CycleRecord } from '../store/cycles';
import type { KeyResultRecord } from '../store/key-result-row';
import type { ObjectiveRecord } from '../store/objectives';
import { knownCycles } from './cycles';
import type { AppDeps, Deps } from './deps';
import { notFound, OkrError, unknownCycle } from './okr-error';
import { siteDayOf, type SiteDay } from './site-day';
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

/** A cycle with the day it is seen on. */
export type LoadedCycle = { readonly cycle: CycleRecord; readonly on: SiteDay };

/** Every known cycle, earliest first, with today. One SQL request. */
export async function loadCycles(deps: AppDeps): Promise<{ readonly cycles: readonly CycleRecord[]; readonly on: SiteDay }> {
  const { cycles, settings } = await deps.store.siteFrame.read();
  const on = siteDayOf(settings, deps.now());
  return { cycles: knownCycles(cycles, on.today), on };
}

/** Throws `INVALID` for one that nobody knows: a stored objective's cycle is always known, so it was asked for. */
export async function loadCycle(deps: AppDeps, cycleId: string): Promise<LoadedCycle> {
  const { cycles, on } = await loadCycles(deps);
  const cycle = cycles.find((candidate) => candidate.id === cycleId);
  if (cycle === undefined) throw unknownCycle();
  return { cycle, on };
}

/** The same, for whoever wants to change something in it. Throws `FORBIDDEN` for one that is closed. */
export async function loadOpenCycle(deps: AppDeps, cycleId: string): Promise<LoadedCycle> {
  const loaded = await loadCycle(deps, cycleId);
  const { state, name } = loaded.cycle;
  if (state !== 'closed') return loaded;
  throw new OkrError('FORBIDDEN', `${name} is closed, so what is in it can only be read. An OKR administrator can reopen it.`);
}

/** A key result as it is now, after a write. */
export async function viewKeyResult(deps: Deps, id: string): Promise<KeyResultView> {
  const { keyResult, objective } = await loadKeyResult(deps, id);
  const { cycle, on } = await loadCycle(deps, objective.cycleId);
  return keyResultView(keyResult, cycle, on);
}

/** An objective as it is now, after a write. */
export async function viewObjective(deps: Deps, id: string): Promise<ObjectiveView> {
  const objective = await loadObjective(deps, id);
  const keyResults = await deps.store.keyResults.listByObjectives([id]);
  const { cycle, on } = await loadCycle(deps, objective.cycleId);
  return objectiveView(objective, keyResults, cycle, on);
}

/** The people who own a key result or the objective above it. */
export const ownersOf = ({ keyResult, objective }: LoadedKeyResult): readonly (string | null)[] => [
  keyResult.ownerAccountId,
  objective.ownerAccountId,
];
