/** The scheduled passes: every hour what events may have missed and runs may have left, every day the snapshot. */
import { dayOf } from '../domain/calendar';
import type { AppDeps } from './deps';
import { dailyReach, hourlyReach, reconcile } from './reconcile';
import { recomputeDirty, removeLeftovers } from './recover';
import { syncPendingIssues } from './sync-pending-issues';

/** `until` (epoch ms) leaves what is not done by then to the next run. */
export async function maintainHourly(deps: AppDeps, until: number): Promise<void> {
  await syncPendingIssues(deps, until);
  await reconcile(deps, hourlyReach);
  await syncPendingIssues(deps, until);
  await recomputeDirty(deps);
  await removeLeftovers(deps);
}

export async function maintainDaily(deps: AppDeps, until: number): Promise<void> {
  await reconcile(deps, dailyReach);
  await syncPendingIssues(deps, until);
  await recomputeDirty(deps);
  await deps.store.snapshots.take(dayOf(deps.now()));
}
