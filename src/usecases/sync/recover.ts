/** Finishes or removes what interrupted runs have left: dirty numbers are computed, rows nobody points to go. Safe to run at any time. */
import type { AppDeps } from '../deps';
import { dayOf } from '../../domain/calendar';
import { recompute } from '../progress/recompute';
import { rollUpObjectives } from '../progress/roll-up-objectives';

const BATCH = 200;
/** What is older than this belongs to no run that could still be under way: none may take as long. */
export const ABANDONED_AFTER_MS = 20 * 60_000;

/** Rolls up every objective that may be behind what is below it, and ends the overrides whose time is over. */
export async function rollUpDirty(deps: AppDeps): Promise<void> {
  await deps.store.rollUps.endOverrides(dayOf(deps.now()));
  for (let afterId = ''; ;) {
    const behind = await deps.store.rollUps.listUnrolled(afterId, BATCH);
    if (behind.length === 0) return;
    const above = await rollUpObjectives(deps, behind);
    const projectIds = await deps.store.rollUps.listProjectIds(behind);
    await deps.publish({ projectIds: [...new Set([...projectIds, ...above])], keyResultIds: [], issueIds: [] });
    afterId = behind.at(-1) ?? '';
  }
}

/** Computes every key result whose number may be behind its facts; one that is dirtied again meanwhile waits for the next pass. */
export async function recomputeDirty(deps: AppDeps): Promise<void> {
  const abandonedBefore = deps.now() - ABANDONED_AFTER_MS;
  for (let afterId = ''; ;) {
    const dirty = await deps.store.numbers.listDirtyIds(afterId, abandonedBefore, BATCH);
    if (dirty.length === 0) return;
    const projectIds = await recompute(deps, dirty, 'none');
    await deps.store.numbers.closeAbandoned(dirty, abandonedBefore);
    await deps.publish({ projectIds, keyResultIds: dirty, issueIds: [] });
    afterId = dirty.at(-1) ?? '';
  }
}

export async function removeLeftovers(deps: AppDeps): Promise<void> {
  await deps.store.copies.removeLeftovers(deps.now() - ABANDONED_AFTER_MS);
  await deps.store.scope.removeLeftovers(deps.now() - ABANDONED_AFTER_MS);
  await deps.store.baselines.removeLeftovers(deps.now() - ABANDONED_AFTER_MS);
  await deps.store.workCounts.removeLeftovers(deps.now() - ABANDONED_AFTER_MS);
  for (;;) {
    const unused = await deps.store.issueFacts.listUnused(BATCH);
    await deps.store.issueFacts.remove(unused);
    if (unused.length < BATCH) return;
  }
}
