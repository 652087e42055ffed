/**
 * The scheduled passes: every hour what events may have missed and runs may have left, every day a longer look and the snapshot.
 * The hour writes the day's snapshot again, so that what stays of a day is its end.
 */
import { dayOf } from '../../domain/calendar';
import { applyCounting } from '../settings/apply-counting';
import type { AppDeps } from '../deps';
import { findInactiveOwners } from '../people/find-inactive-owners';
import { forecastDue } from '../forecast/forecast-key-results';
import { freezeBaselines } from '../progress/freeze-baselines';
import { resumeCounts } from '../coverage/count-pending-work';
import { dailyRecheck, reconcile, type Recheck } from './reconcile';
import { recomputeDirty, removeLeftovers, rollUpDirty } from './recover';
import { remind } from '../rhythm/remind';
import { resumeHistory } from '../history/rebuild-pasts';
import { takeRadar } from '../radar/take-radar';
import { refreshDueValues } from '../progress/refresh-values';
import { lookUpNumberFields } from '../settings/settings';
import { syncPendingIssues } from './sync-pending-issues';

/** What was true in Jira when this began is what the numbers say when it ends. */
async function holdAgainstJira(deps: AppDeps, recheck: Recheck | null, until: number): Promise<void> {
  await applyCounting(deps);
  const startedAt = deps.now();
  const compared = await reconcile(deps, recheck, until);
  const { finished: read } = await syncPendingIssues(deps, until);
  await recomputeDirty(deps);
  await rollUpDirty(deps);
  if (compared && read) await deps.store.numbers.confirm(startedAt);
}

/** `until` (epoch ms) leaves what is not done by then to the next run. */
export async function maintainHourly(deps: AppDeps, until: number): Promise<void> {
  await syncPendingIssues(deps, until);
  await holdAgainstJira(deps, null, until);
  await refreshDueValues(deps, until);
  await freezeBaselines(deps);
  await removeLeftovers(deps);
  await resumeHistory(deps);
  await resumeCounts(deps);
  await deps.store.voteRounds.closeDue(deps.now());
  await forecastDue(deps, until);
  await deps.store.snapshots.take(dayOf(deps.now()));
  await remind(deps);
}

export async function maintainDaily(deps: AppDeps, until: number): Promise<void> {
  await lookUpNumberFields(deps);
  await findInactiveOwners(deps);
  await holdAgainstJira(deps, dailyRecheck, until);
  await forecastDue(deps, until);
  await deps.store.snapshots.take(dayOf(deps.now()));
  await takeRadar(deps);
}
