/**
 * Loads a live key result or objective with what surrounds it, for a person; what is archived, gone or private to others is `NOT_FOUND`. That
 * the person may see where it lives is permission.ts.
 */
import type { KeyResultView, ObjectiveView } from '../contract/okr';
import type { ViewerRoles } from '../contract/viewer-roles';
import type { CycleRecord } from '../store/cycles';
import type { GroupRecord } from '../store/groups';
import type { KeyResultRecord } from '../store/key-result-row';
import type { ObjectiveRecord } from '../store/objective-row';
import { knownCycles } from './cycles/cycles';
import type { Actor, AppDeps, Deps } from './deps';
import { notFound, OkrError, unknownCycle } from './okr-error';
import { visibleHomes } from './permission';
import { siteDayOf, type SiteDay } from './site-day';
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

/** A cycle with the day it is seen on. */
export type LoadedCycle = { readonly cycle: CycleRecord; readonly on: SiteDay };

/** Every known cycle, earliest first, with today. One SQL request. */
export async function loadCycles(deps: AppDeps): Promise<{ readonly cycles: readonly CycleRecord[]; readonly on: SiteDay }> {
  const { cycles, settings } = await deps.store.siteFrame.read();
  const on = siteDayOf(settings, deps.now());
  return { cycles: knownCycles(cycles, on.today), on };
}

/** The same with the app's own roles of the person, still in one request. */
export async function loadCyclesFor(
  deps: AppDeps,
  actor: Actor,
): Promise<{ readonly cycles: readonly CycleRecord[]; readonly on: SiteDay; readonly roles: ViewerRoles }> {
  const { cycles, settings, roles } = await deps.store.siteFrame.readFor(actor.accountId);
  const on = siteDayOf(settings, deps.now());
  return { cycles: knownCycles(cycles, on.today), on, roles };
}

/** Throws `NOT_FOUND` for one that is archived or not there. */
export async function loadGroup(deps: Deps, id: string): Promise<GroupRecord> {
  const group = await deps.store.groups.find(id);
  if (group === null || group.archivedAt !== null) throw notFound('group');
  return group;
}

const cycleAmong = (cycles: readonly CycleRecord[], cycleId: string): CycleRecord => {
  const cycle = cycles.find(({ id }) => id === cycleId);
  if (cycle === undefined) throw unknownCycle();
  return cycle;
};

/** Throws `INVALID` for one that nobody knows: a stored objective's cycle is always known, so it was asked for. */
export async function loadCycle(deps: AppDeps, cycleId: string): Promise<LoadedCycle> {
  const { cycles, on } = await loadCycles(deps);
  return { cycle: cycleAmong(cycles, cycleId), on };
}

/** The same with the app's own roles of the person, still in one request. */
export async function loadCycleFor(deps: AppDeps, actor: Actor, cycleId: string): Promise<LoadedCycle & { readonly roles: ViewerRoles }> {
  const { cycles, on, roles } = await loadCyclesFor(deps, actor);
  return { cycle: cycleAmong(cycles, cycleId), on, roles };
}

/** The refusal of a change in a cycle that is closed; null where it is not. */
export const whyClosed = ({ state, name }: CycleRecord): OkrError | null =>
  state === 'closed'
    ? new OkrError('FORBIDDEN', `${name} is closed, so what is in it can only be read. An OKR admin can reopen it.`)
    : null;

/** The same, for whoever wants to change something in it. Throws `FORBIDDEN` for one that is closed. */
export async function loadOpenCycle(deps: AppDeps, cycleId: string): Promise<LoadedCycle> {
  const loaded = await loadCycle(deps, cycleId);
  const closed = whyClosed(loaded.cycle);
  if (closed !== null) throw closed;
  return loaded;
}

/** A key result as it is now, for one who has just changed it. */
export async function viewKeyResult(deps: Deps, id: string): Promise<KeyResultView> {
  const keyResult = await deps.store.keyResults.find(id);
  const objective = keyResult && (await deps.store.objectives.find(keyResult.objectiveId));
  if (keyResult === null || objective === null) throw notFound('key result');
  const { cycle, on } = await loadCycle(deps, objective.cycleId);
  return keyResultView(keyResult, cycle, on);
}

/** An objective as it is now, for one who has just changed it or was just shown it. */
export async function viewObjective(deps: Deps, actor: Actor, id: string): Promise<ObjectiveView> {
  const objective = await deps.store.objectives.find(id);
  if (objective === null) throw notFound('objective');
  const keyResults = await deps.store.keyResults.listByObjectives([id]);
  const { cycle, on } = await loadCycle(deps, objective.cycleId);
  const maySee = await visibleHomes(deps, actor, objective.parent === null ? [] : [objective.parent.home]);
  return objectiveView(objective, keyResults, cycle, on, maySee);
}
