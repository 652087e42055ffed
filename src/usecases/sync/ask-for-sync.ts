/**
 * Asks for a run that reads what has been noted, unless one has been asked for that has not begun. What is noted must be written before: then a run
 * that begins later finds it, and no change waits for an ask that nobody makes.
 */
import type { AppDeps } from '../deps';

export const SYNC_QUEUE = 'issue-sync';

/** Short enough to feel live, long enough for what one person does in one go. */
const SOON_SECONDS = 2;
/** How long a run may be late before somebody else asks again. */
const LATE_MS = 60_000;

export async function askForSync(deps: AppDeps, delaySeconds = SOON_SECONDS): Promise<void> {
  const now = deps.now();
  if (!(await deps.store.askedRuns.claim(SYNC_QUEUE, now, now + delaySeconds * 1000 + LATE_MS))) return;
  if (!(await deps.requestSync(delaySeconds))) await deps.store.askedRuns.release(SYNC_QUEUE);
}

/** Says that a run comes by itself in so many seconds: the queue tries it again. */
export const awaitSync = (deps: AppDeps, delaySeconds: number): Promise<void> =>
  deps.store.askedRuns.hold(SYNC_QUEUE, deps.now() + delaySeconds * 1000 + LATE_MS);
