/**
 * The days of objectives from those of their parts, and on upwards through the objectives that count their aligned ones: what rolls up today,
 * with today's weights, as it was on each day. Days on which somebody's word stood in the place of the computed progress stay as they were.
 */
import { addDays, dayOf } from '../../domain/calendar';
import { rollUp } from '../../domain/roll-up';
import type { PartDay } from '../../store/snapshots';
import { knownCycles } from '../cycles/cycles';
import type { AppDeps } from '../deps';

/** Alignment has no loops; should data say otherwise, the way up ends here. */
const MOST_LEVELS = 30;

function daysOf(parts: readonly PartDay[]): readonly { readonly day: string; readonly progress: number | null }[] {
  const days = new Map<string, PartDay[]>();
  for (const part of parts) {
    const known = days.get(part.day) ?? [];
    days.set(part.day, known);
    known.push(part);
  }
  return [...days].map(([day, ofDay]) => ({ day, progress: rollUp(ofDay).progress }));
}

/** Answers the ids of the objectives whose days were written. Five SQL requests a level. */
export async function rollUpPast(deps: AppDeps, objectiveId: string): Promise<readonly string[]> {
  const { objectives, rollUps, snapshots, cycles } = deps.store;
  const today = dayOf(deps.now());
  const known = knownCycles(await cycles.list(), today);
  const written: string[] = [];
  let level: readonly string[] = [objectiveId];
  for (let depth = 0; level.length > 0 && depth < MOST_LEVELS; depth += 1) {
    for (const id of level) {
      const objective = await objectives.find(id);
      const cycle = known.find((candidate) => candidate.id === objective?.cycleId);
      if (cycle === undefined) continue;
      const yesterday = addDays(today, -1);
      const parts = await snapshots.listPartDays(id, cycle.startDay, cycle.endDay < yesterday ? cycle.endDay : yesterday);
      const overridden = new Set(await snapshots.listOverriddenDays(id));
      await snapshots.writeObjectiveDays(
        id,
        daysOf(parts).filter(({ day }) => !overridden.has(day)),
      );
      written.push(id);
    }
    level = await rollUps.listAbove(level);
  }
  return written;
}
