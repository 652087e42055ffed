/**
 * Reads the past weeks of key results, forecasts them and keeps both. Three SQL requests for up to 200 of them, however long their past is. The
 * weeks end with yesterday, so that a forecast is the same all day as long as the numbers are; when the numbers move, recomputing them
 * forecasts from the weeks that are kept.
 */
import { addDays, dayOf } from '../../domain/calendar';
import { chanceOf, keyResultForecast } from '../../domain/forecast/key-result-forecast';
import { pastWeeksOf } from '../../domain/forecast/past-weeks';
import { PAST_WEEKS } from '../../domain/forecast/weekly-flow';
import type { DueForecast, ForecastPast, WrittenForecast } from '../../store/forecasts';
import type { AppDeps } from '../deps';
import { spanOf } from '../views';

/** Key results a chunk: their forecasts take about a second, and what is read of them is below a megabyte. */
const CHUNK = 200;
/** A number that people say is looked back for as long: thirteen weeks before its last reading, which may be a quarter old. */
const READING_DAYS = 2 * 7 * PAST_WEEKS;

/** The ends of the weeks that are looked at, and the day before each, should one of them not have been kept. */
function keptDays(endDay: string): readonly string[] {
  return Array.from({ length: PAST_WEEKS + 1 }, (_, ago) => addDays(endDay, -7 * ago)).flatMap((day) => [day, addDays(day, -1)]);
}

/** The first chance is the plan's: it follows while the plan is being made, and stays from its start on. */
function written({ keyResult, cycle, dirtyMark }: DueForecast, past: ForecastPast | undefined, today: string): WrittenForecast | null {
  if (keyResult.kind === 'milestones') return null;
  const { startDay, dueDay } = spanOf(keyResult, cycle);
  const days = { today, dueDay };
  const createdDay = dayOf(keyResult.createdAt);
  const beginDay = createdDay > startDay ? createdDay : startDay;
  const weeks = pastWeeksOf(keyResult, past ?? { days: [], values: [] }, { endDay: addDays(today, -1), beginDay });
  const told = keyResultForecast(keyResult, weeks, days);
  const chance = chanceOf(told, days);
  const isPlanned = cycle.state === 'draft' || today < startDay;
  const firstChance = isPlanned ? chance : (keyResult.firstChance ?? chance);
  return { id: keyResult.id, dirtyMark, forecast: { past: weeks, told }, chance, firstChance };
}

async function forecastChunk(deps: AppDeps, chunk: readonly DueForecast[]): Promise<void> {
  const today = dayOf(deps.now());
  const endDay = addDays(today, -1);
  const pasts = await deps.store.forecasts.listPasts(
    chunk.map(({ keyResult }) => keyResult),
    keptDays(endDay),
    addDays(today, -READING_DAYS),
  );
  const forecasts = chunk.map((due) => written(due, pasts.get(due.keyResult.id), today));
  await deps.store.forecasts.write(
    forecasts.filter((one) => one !== null),
    today,
  );
}

/** These, now; at most a chunk of them. Those of closed cycles, and those whose numbers are behind, are left as they are. */
export async function forecastKeyResults(deps: AppDeps, ids: readonly string[]): Promise<void> {
  await forecastChunk(deps, await deps.store.forecasts.list(ids.slice(0, CHUNK)));
}

/** Every one that is due, until `until` (epoch ms): the next pass goes on with those that are left. */
export async function forecastDue(deps: AppDeps, until: number): Promise<void> {
  for (let afterId = ''; deps.now() < until;) {
    const due = await deps.store.forecasts.listDue(dayOf(deps.now()), afterId, CHUNK);
    if (due.length > 0) await forecastChunk(deps, due);
    if (due.length < CHUNK) return;
    afterId = due.at(-1)?.keyResult.id ?? '';
  }
}
