/** The consumer of the queue `history`: tells pasts anew; asks to be called again when Jira is busy or time runs out. */
import type { InvocationError } from '@forge/events';
import { rebuildPasts as rebuild } from '../usecases/history/rebuild-pasts';
import { againWhenJiraIsBusy } from './busy-jira';
import { deps } from './deps';
import { withTables } from './set-up';

/** A batch of issues and the writing of a past take a minute at the worst; the platform ends a run after fifteen. */
const TIME_MS = 600_000;

export const rebuildPasts = (): Promise<InvocationError | undefined> =>
  againWhenJiraIsBusy(async () => {
    const finished = await withTables(() => rebuild(deps, deps.now() + TIME_MS));
    if (!finished) await deps.requestHistory();
  });
