/**
 * The scheduled passes: every hour what events may have missed and runs may have left, every day a longer look and the snapshot.
 * The hour takes the day's snapshot where the day has none yet, so that a daily pass that is cut off leaves no gap.
 */
import { dayOf } from '../domain/calendar';
import type { AppDeps } from './deps';
import { dailyReach, hourlyReach, reconcile, type Reach } from './reconcile';
import { recomputeDirty, removeLeftovers } from './recover';
import { syncPendingIssues } from './sync-pending-issues';

const SNAPSHOT_DAY = 'snapshot-day';

async function snapshotOnce(deps: AppDeps): Promise<void> {
  const today = dayOf(deps.now());
  if ((await deps.store.settings.all()).get(SNAPSHOT_DAY) === today) return;
  await deps.store.snapshots.take(today);
  await deps.store.settings.write(SNAPSHOT_DAY, today);
}

/** What was true in Jira when this began is what the numbers say when it ends. */
async function holdAgainstJira(deps: AppDeps, reach: Reach, until: number): Promise<void> {
  const startedAt = deps.now();
  const compared = await reconcile(deps, reach, until);
  const read = await syncPendingIssues(deps, until);
  await recomputeDirty(deps);
  if (compared && read) await deps.store.numbers.confirm(startedAt);
}

/** `until` (epoch ms) leaves what is not done by then to the next run. */
export async function maintainHourly(deps: AppDeps, until: number): Promise<void> {
  await syncPendingIssues(deps, until);
  await holdAgainstJira(deps, hourlyReach, until);
  await removeLeftovers(deps);
  await snapshotOnce(deps);
}

export async function maintainDaily(deps: AppDeps, until: number): Promise<void> {
  await holdAgainstJira(deps, dailyReach, until);
  await snapshotOnce(deps);
}
