/** The consumer of the queue `work-count`: counts the work of projects; asks to be called again when Jira is busy or time runs out. */
import type { InvocationError } from '@forge/events';
import { countPendingWork } from '../usecases/coverage/count-pending-work';
import { againWhenJiraIsBusy } from './busy-jira';
import { deps } from './deps';
import { withTables } from './set-up';

/** One project takes some twenty calls; the platform ends a run after five minutes. */
const TIME_MS = 200_000;

export const countWork = (): Promise<InvocationError | undefined> =>
  againWhenJiraIsBusy(async () => {
    const finished = await withTables(() => countPendingWork(deps, deps.now() + TIME_MS));
    if (!finished) await deps.requestCount();
  });
