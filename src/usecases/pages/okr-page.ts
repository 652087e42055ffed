/**
 * A page of objectives with their key results as the browser shows it: two SQL requests, and below a megabyte however long the texts are. What
 * does not fit comes with the next page. Knows nothing of which objectives are asked for.
 */
import type { ObjectiveView } from '../../contract/okr';
import { addDays } from '../../domain/calendar';
import { dayOfView } from '../../domain/cycle';
import type { Home } from '../../domain/home';
import type { CycleRecord } from '../../store/cycles';
import type { ObjectiveRecord } from '../../store/objective-row';
import type { Deps } from '../deps';
import { fitting } from './fitting';
import type { SiteDay } from '../site-day';
import { objectiveView } from '../views';

/** Objectives on a page; one more is read, to know whether there is another page. */
export const OBJECTIVES_PER_PAGE = 150;

const TREND_POINTS = 14;

/** Days before today, a week apart, back to the start of the cycle; at most fourteen, the latest first. */
const trendDays = (startDay: string, today: string): readonly string[] =>
  Array.from({ length: TREND_POINTS }, (_, index) => addDays(today, -7 * (index + 1))).filter((day) => day >= startDay);

/** The oldest computation among their key results; null when nothing has been computed. */
export const oldestAsOf = (objectives: readonly Pick<ObjectiveView, 'keyResults'>[]): string | null =>
  objectives
    .flatMap(({ keyResults }) => keyResults.map(({ asOf }) => asOf))
    .reduce((oldest, at) => (oldest === null || (at !== null && at < oldest) ? at : oldest), null);

/** `found` is one more than a page where there are more; `maySee` knows the homes of what they are aligned to. `last` is the last one shown, null when none follow it. */
export async function viewPage(
  deps: Deps,
  found: readonly ObjectiveRecord[],
  cycle: CycleRecord,
  on: SiteDay,
  maySee: (home: Home) => boolean,
): Promise<{ readonly objectives: readonly ObjectiveView[]; readonly last: ObjectiveRecord | null; readonly asOf: string | null }> {
  const read = found.slice(0, OBJECTIVES_PER_PAGE);
  const keyResults = await deps.store.keyResults.listByObjectives(read.map(({ id }) => id));
  const byObjective = new Map(read.map(({ id }) => [id, [] as (typeof keyResults)[number][]]));
  for (const keyResult of keyResults) byObjective.get(keyResult.objectiveId)?.push(keyResult);
  const trends = await deps.store.snapshots.listTrends(
    [...read.map(({ id }) => id), ...keyResults.map(({ id }) => id)],
    trendDays(cycle.startDay, dayOfView(cycle, on.today)),
  );
  const objectives = fitting(
    read.map((objective) => objectiveView(objective, byObjective.get(objective.id) ?? [], cycle, on, maySee, trends)),
  );
  return {
    objectives,
    last: found.length > objectives.length ? (read[objectives.length - 1] ?? null) : null,
    asOf: oldestAsOf(objectives),
  };
}
