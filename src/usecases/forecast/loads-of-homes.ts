/** How much each place has taken on, against what it finishes: for whoever judges plans. One SQL request, whatever there is. */
import { addDays } from '../../domain/calendar';
import { loadOf, LOAD_WEEKS, type Load } from '../../domain/forecast/load';
import type { Home } from '../../domain/home';
import type { AppDeps } from '../deps';

/** Ends of the recent weeks, the latest first, the last of them yesterday; one more than there are weeks. */
const weekEnds = (today: string): readonly string[] => Array.from({ length: LOAD_WEEKS + 1 }, (_, ago) => addDays(today, -1 - 7 * ago));

/**
 * Of every place with work key results in running cycles that have begun, in no order; private objectives are left out, since a load is shown to
 * all who see the place.
 */
export async function loadsOfHomes(deps: AppDeps, today: string): Promise<readonly { readonly home: Home; readonly load: Load }[]> {
  const flows = await deps.store.workLoads.list(today, weekEnds(today));
  return flows.map(({ home, commitments, finished }) => ({ home, load: loadOf(commitments, finished, today) }));
}
