/**
 * Rolls objectives up from what is below them, and goes on upwards through the objectives that count their aligned ones. Marks are cleared when
 * the top is reached, so that a run that is cut off on the way is done again from where it began.
 */
import { dayOf } from '../../domain/calendar';
import { dayOfView } from '../../domain/cycle';
import { effectiveProgress } from '../../domain/override';
import { rollUp } from '../../domain/roll-up';
import type { RolledUp, RollUpRecord } from '../../store/roll-ups';
import type { AppDeps } from '../deps';

/** Alignment has no loops; should data say otherwise, the way up ends here. */
const MOST_LEVELS = 30;

function rolledUp({ id, rollMark, parts }: RollUpRecord, today: string): RolledUp {
  return {
    id,
    rollMark,
    ...rollUp(
      parts.map((part) => ({ weight: part.weight, progress: effectiveProgress(part.progress, part.override, dayOfView(part, today)) })),
    ),
  };
}

/** Answers the projects of the objectives above that it has rolled up too, not those of the given ones. Four SQL requests a level. */
export async function rollUpObjectives(deps: AppDeps, objectiveIds: readonly string[]): Promise<readonly string[]> {
  const { rollUps } = deps.store;
  const today = dayOf(deps.now());
  const done: RollUpRecord[] = [];
  const above = new Set<string>();
  let level = objectiveIds;
  for (let depth = 0; level.length > 0 && depth < MOST_LEVELS; depth += 1) {
    await rollUps.mark(level);
    const records = await rollUps.list(level);
    await rollUps.write(records.map((record) => rolledUp(record, today)));
    done.push(...records);
    level = await rollUps.listAbove(level);
    for (const id of level) above.add(id);
  }
  await rollUps.clear([...new Map(done.map((record) => [record.id, record])).values()]);
  return rollUps.listProjectIds([...above]);
}
