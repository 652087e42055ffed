/**
 * Takes an archived objective or key result back, with everything that belonged to it. Nobody has followed its issues meanwhile, so they are noted to
 * be read again. Taking back what is not archived is done.
 */
import type { Input } from '../../contract/api';
import type { KeyResultView, ObjectiveView } from '../../contract/okr';
import { projectIdsOf } from '../../domain/home';
import { askForSync } from '../sync/ask-for-sync';
import type { Actor, Deps } from '../deps';
import { keyResultsUnder } from '../objectives/key-results-under';
import { loadGroup, loadOpenCycle, viewKeyResult, viewObjective } from '../load';
import { conflict, notFound } from '../okr-error';
import { requireMay } from '../permission';
import { restored } from '../history/plan-change';
import { recompute } from '../progress/recompute';
import { recordChange } from '../history/record-change';
import { rollUpObjectives } from '../progress/roll-up-objectives';

const nextStep = 'Reload to see the change, and restore it again if you still want to.';

async function readAgain(deps: Deps, keyResultIds: readonly string[]): Promise<void> {
  if (keyResultIds.length === 0) return;
  await deps.store.pendingIssues.noteScopes(keyResultIds, deps.newId(), deps.now());
  await askForSync(deps);
}

export async function restoreObjective(deps: Deps, actor: Actor, { id, version }: Input<'restoreObjective'>): Promise<ObjectiveView> {
  const objective = await deps.store.objectives.findFor(actor.accountId, id);
  if (objective === null) throw notFound('objective');
  await requireMay(deps, actor, 'change the objective', 'objective', { home: objective.home, objective });
  if (objective.archivedAt === null) return viewObjective(deps, actor, id);
  if (objective.home.level === 'group') await loadGroup(deps, objective.home.groupId);
  await loadOpenCycle(deps, objective.cycleId);
  const { own, splitters } = await keyResultsUnder(deps, [id]);
  const touched = [...new Set([...own, ...splitters])];
  await deps.store.numbers.markDirty(touched, deps.now());
  const changeId = await recordChange(deps, actor, { type: 'objective', ...objective }, restored);
  const isRestored = await deps.store.objectives.restore(id, version, changeId);
  await readAgain(deps, own);
  const moved = await recompute(deps, touched, 'own');
  if (!isRestored) throw conflict('objective', nextStep);
  const above = await rollUpObjectives(deps, [id]);
  await deps.publish({
    projectIds: [...new Set([...projectIdsOf([objective.home]), ...moved, ...above])],
    keyResultIds: touched,
    issueIds: [],
  });
  return viewObjective(deps, actor, id);
}

export async function restoreKeyResult(deps: Deps, actor: Actor, { id, version }: Input<'restoreKeyResult'>): Promise<KeyResultView> {
  const keyResult = await deps.store.keyResults.find(id);
  const objective = keyResult && (await deps.store.objectives.findFor(actor.accountId, keyResult.objectiveId));
  if (keyResult === null || objective === null || objective.archivedAt !== null) throw notFound('key result');
  await requireMay(deps, actor, 'change the key result', 'key result', { home: objective.home, objective, keyResult });
  if (keyResult.archivedAt === null) return viewKeyResult(deps, id);
  await loadOpenCycle(deps, objective.cycleId);
  const touched = [...new Set([id, ...(await deps.store.scope.listSplitters([id]))])];
  await deps.store.numbers.markDirty(touched, deps.now());
  const changeId = await recordChange(deps, actor, { type: 'key-result', ...keyResult }, restored);
  const isRestored = await deps.store.keyResults.restore(id, version, changeId);
  await readAgain(deps, [id]);
  const projectIds = await recompute(deps, touched, 'own');
  if (!isRestored) throw conflict('key result', nextStep);
  await deps.publish({ projectIds, keyResultIds: touched, issueIds: [] });
  return viewKeyResult(deps, id);
}
