/**
 * Says that the past of key results will have to be told anew: once before the facts change and once after. Whoever dies in between leaves an
 * open note, which the hourly pass takes up; a note without a change does no harm, since rebuilding twice tells the same.
 */
import type { AppDeps } from '../deps';

/** Comes before the commit. One SQL request. */
export const announceHistory = (deps: AppDeps, keyResultIds: readonly string[]): Promise<void> =>
  deps.store.pendingHistory.note(keyResultIds, { mark: deps.newId(), at: deps.now(), isOpen: true });

/** Comes after the commit. One SQL request, and a job. */
export async function requestHistory(deps: AppDeps, keyResultIds: readonly string[]): Promise<void> {
  if (keyResultIds.length === 0) return;
  await deps.store.pendingHistory.note(keyResultIds, { mark: deps.newId(), at: deps.now(), isOpen: false });
  await deps.requestHistory();
}
