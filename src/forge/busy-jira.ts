/** What a consumer answers when Jira cannot be asked now: that its job is to come again, and when. */
import { InvocationError, InvocationErrorCode } from '@forge/events';
import { JiraUnavailable } from '../jira/jira-error';

const DEFAULT_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 900;

/** Runs a consumer's work, `onWait` (seconds) when it is to come again; whatever fails for another reason than Jira is thrown. */
export async function againWhenJiraIsBusy(
  work: () => Promise<void>,
  onWait?: (seconds: number) => Promise<void>,
): Promise<InvocationError | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (!(error instanceof JiraUnavailable)) throw error;
    const retryAfter = Math.min(error.retryAfterSeconds ?? DEFAULT_WAIT_SECONDS, LONGEST_WAIT_SECONDS);
    await onWait?.(retryAfter);
    return new InvocationError({ retryAfter, retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED, retryData: {} });
  }
}
