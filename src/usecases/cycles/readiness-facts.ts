/** Puts together what the readiness of a cycle is judged by, from the cycles there are and the objectives that count for whoever asks. Pure. */
import { previousCycle } from '../../domain/cycle';
import type { ReadinessFacts } from '../../domain/readiness';
import type { CycleRecord } from '../../store/cycles';
import type { PlannedObjective } from '../../store/planned-objectives';

/** The cycle before it, whatever became of that; null: there was none. */
export const cycleBefore = (cycle: CycleRecord, cycles: readonly CycleRecord[]): CycleRecord | null =>
  previousCycle(
    cycle,
    cycles.filter(({ state }) => state !== 'draft'),
  ) ?? null;

/** How many objectives each project has. */
export const perProject = (objectives: readonly PlannedObjective[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { home } of objectives) if (home.level === 'project') counts.set(home.projectId, (counts.get(home.projectId) ?? 0) + 1);
  return counts;
};

/** `planned`: the objectives of the cycle and of the one before it. A cycle before it in which nobody wanted anything is none. */
export function readinessFacts(cycle: CycleRecord, cycles: readonly CycleRecord[], planned: readonly PlannedObjective[]): ReadinessFacts {
  const before = cycleBefore(cycle, cycles);
  const own = planned.filter(({ cycleId }) => cycleId === cycle.id);
  const earlier = planned.filter(({ cycleId }) => cycleId === before?.id);
  return {
    cycle: { startDay: cycle.startDay, endDay: cycle.endDay, themes: cycle.themes, hasCapacity: cycle.capacity !== null },
    otherSpans: cycles.filter(({ id, state }) => id !== cycle.id && state !== 'closed'),
    previous:
      before === null || earlier.length === 0
        ? null
        : { isClosed: before.state === 'closed', ungraded: earlier.filter(({ isGraded }) => !isGraded).length },
    companyObjectives: own.filter(({ home }) => home.level === 'company').length,
    projectObjectives: [...perProject(own).values()],
    keyResults: own.map(({ keyResults }) => keyResults),
  };
}
