/** The queue's consumer: takes what waits; asks to be called again when Jira is busy or time runs out. */
import type { InvocationError } from '@forge/events';
import { awaitSync } from '../usecases/sync/ask-for-sync';
import { runAskedSync } from '../usecases/sync/run-asked-sync';
import { againWhenJiraIsBusy } from './busy-jira';
import { deps } from './deps';
import { withTables } from './set-up';

const TIME_MS = 240_000;

export const syncIssues = (): Promise<InvocationError | undefined> =>
  againWhenJiraIsBusy(
    () => withTables(() => runAskedSync(deps, deps.now() + TIME_MS)),
    (seconds) => awaitSync(deps, seconds),
  );
