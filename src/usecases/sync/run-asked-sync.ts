/**
 * A run that has been asked for. In a burst it asks for the next one itself, some seconds ahead: until then nobody else does, and what
 * changes meanwhile is read in one go.
 */
import { askForSync, SYNC_QUEUE } from './ask-for-sync';
import type { AppDeps } from '../deps';
import { syncPendingIssues } from './sync-pending-issues';

/** So many changed issues at once are seldom the last ones. */
const BURST_ISSUES = 5;
const BURST_WAIT_SECONDS = 10;

/** `until` (epoch ms) leaves what is not done by then to another run, which is asked for. Throws what Jira says when it is not available. */
export async function runAskedSync(deps: AppDeps, until: number): Promise<void> {
  await deps.store.askedRuns.release(SYNC_QUEUE);
  const { finished, issues } = await syncPendingIssues(deps, until);
  if (!finished) await askForSync(deps);
  else if (issues >= BURST_ISSUES) await askForSync(deps, BURST_WAIT_SECONDS);
}
