/** Takes the key results whose past is to be told anew, one after the other. A note is struck off when its past is written, and not before. */
import { dayOf } from '../../domain/calendar';
import { JiraUnavailable } from '../../jira/jira-error';
import type { PendingHistory } from '../../store/pending-history';
import type { AppDeps } from '../deps';
import { forecastKeyResults } from '../forecast/forecast-key-results';
import { readPastSite } from './read-pasts';
import { rebuildPast } from './rebuild-past';
import { ABANDONED_AFTER_MS } from '../sync/recover';

const nextNote = (deps: AppDeps): Promise<PendingHistory | null> => deps.store.pendingHistory.findNext(deps.now() - ABANDONED_AFTER_MS);

/**
 * Goes on until nothing waits or `until` (epoch ms) has passed. True when nothing is left. Throws JiraUnavailable; one that fails for another
 * reason is put behind the others before that is thrown.
 */
export async function rebuildPasts(deps: AppDeps, until: number): Promise<boolean> {
  let note = await nextNote(deps);
  if (note === null) return true;
  const site = await readPastSite(deps);
  for (; note !== null; note = await nextNote(deps)) {
    if (deps.now() > until) return false;
    try {
      const change = await rebuildPast(deps, note.keyResultId, site, until);
      if (change === null) return false;
      await forecastKeyResults(deps, [note.keyResultId]);
      await deps.store.pendingHistory.strike(note);
      await deps.publish(change);
    } catch (error) {
      if (!(error instanceof JiraUnavailable)) await deps.store.pendingHistory.postpone(note, deps.now());
      throw error;
    }
  }
  return true;
}

/** Asks for what interrupted runs have left, and lets go of pasts that were read before today. At most two SQL requests. */
export async function resumeHistory(deps: AppDeps): Promise<void> {
  await deps.store.issuePasts.removeReadBefore(Date.parse(dayOf(deps.now())));
  if ((await nextNote(deps)) !== null) await deps.requestHistory();
}
