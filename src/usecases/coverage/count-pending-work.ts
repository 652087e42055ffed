/** Counts the work of the projects that wait for it, one after the other. A note is struck off when its count stands, and not before. */
import { dayOf } from '../../domain/calendar';
import { JiraUnavailable } from '../../jira/jira-error';
import { countWork } from './count-work';
import type { AppDeps } from '../deps';

const DAY_MS = 86_400_000;

/** Goes on until nothing waits or `until` (epoch ms) has passed. True when nothing is left. Throws JiraUnavailable; one that fails for another reason is put last. */
export async function countPendingWork(deps: AppDeps, until: number): Promise<boolean> {
  for (;;) {
    const note = await deps.store.workCounts.findAsked();
    if (note === null) return true;
    if (deps.now() > until) return false;
    try {
      await countWork(deps, note);
    } catch (error) {
      if (!(error instanceof JiraUnavailable)) await deps.store.workCounts.postpone(note, deps.now());
      throw error;
    }
    await deps.store.workCounts.strike(note);
  }
}

/** Has the work counted that was counted the day before, and what runs have left. Two SQL requests, and one or two for each project that is due. */
export async function resumeCounts(deps: AppDeps): Promise<void> {
  const due = await deps.store.workCounts.listDue(dayOf(deps.now()), deps.now() - DAY_MS);
  for (const one of due) await deps.store.workCounts.ask({ ...one, mark: deps.newId() }, deps.now());
  if ((await deps.store.workCounts.findAsked()) !== null) await deps.requestCount();
}
