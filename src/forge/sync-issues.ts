/** The queue's consumer: takes what waits; asks to be called again when Jira is busy or time runs out. */
import { InvocationError, InvocationErrorCode } from '@forge/events';
import { JiraUnavailable } from '../jira/jira-error';
import { awaitSync } from '../usecases/ask-for-sync';
import { runAskedSync } from '../usecases/run-asked-sync';
import { deps } from './deps';
import { withTables } from './set-up';

const TIME_MS = 240_000;
const DEFAULT_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 900;

export async function syncIssues(): Promise<InvocationError | undefined> {
  try {
    await withTables(() => runAskedSync(deps, deps.now() + TIME_MS));
    return undefined;
  } catch (error) {
    if (!(error instanceof JiraUnavailable)) throw error;
    const retryAfter = Math.min(error.retryAfterSeconds ?? DEFAULT_WAIT_SECONDS, LONGEST_WAIT_SECONDS);
    await awaitSync(deps, retryAfter);
    return new InvocationError({ retryAfter, retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED, retryData: {} });
  }
}
