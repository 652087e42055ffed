/** Finishes or removes what interrupted runs have left: dirty numbers are computed, rows nobody points to go. Safe to run at any time. */
import type { AppDeps } from './deps';
import { recompute } from './recompute';

const BATCH = 200;
/** Leftovers younger than this may belong to a run still under way. */
const LEFTOVER_AGE_MS = 15 * 60_000;

/** Computes every dirty key result; one that is dirtied again meanwhile waits for the next pass. */
export async function recomputeDirty(deps: AppDeps): Promise<void> {
  const done = new Set<string>();
  for (;;) {
    const dirty = (await deps.store.numbers.listDirtyIds(BATCH)).filter((id) => !done.has(id));
    if (dirty.length === 0) return;
    const projectIds = await recompute(deps, dirty);
    await deps.publish({ projectIds, keyResultIds: dirty, issueIds: [] });
    for (const id of dirty) done.add(id);
  }
}

export async function removeLeftovers(deps: AppDeps): Promise<void> {
  await deps.store.scope.removeLeftovers(deps.now() - LEFTOVER_AGE_MS);
  for (;;) {
    const unused = await deps.store.issueFacts.listUnused(BATCH);
    await deps.store.issueFacts.remove(unused);
    if (unused.length < BATCH) return;
  }
}
