/** Puts together what the readiness of a cycle is judged by, from the cycles there are and the objectives that count for whoever asks. Pure. */
import { previousCycle } from '../../domain/cycle';
import { homeKey, type Home } from '../../domain/home';
import type { ReadinessFacts } from '../../domain/readiness';
import type { CycleRecord } from '../../store/cycles';
import type { PlannedObjective } from '../../store/planned-objectives';

/** The cycle before it, whatever became of that; null: there was none. */
export const cycleBefore = (cycle: CycleRecord, cycles: readonly CycleRecord[]): CycleRecord | null =>
  previousCycle(
    cycle,
    cycles.filter(({ state }) => state !== 'draft'),
  ) ?? null;

/** Where there are objectives, and how many. */
export function placesOf(objectives: readonly PlannedObjective[]): readonly { readonly home: Home; readonly objectives: number }[] {
  const places = new Map<string, { readonly home: Home; readonly objectives: number }>();
  for (const { home } of objectives) places.set(homeKey(home), { home, objectives: (places.get(homeKey(home))?.objectives ?? 0) + 1 });
  return [...places.values()];
}

/** `planned`: the objectives of the cycle and of the one before it. A cycle before it in which nobody wanted anything is none. */
export function readinessFacts(cycle: CycleRecord, cycles: readonly CycleRecord[], planned: readonly PlannedObjective[]): ReadinessFacts {
  const before = cycleBefore(cycle, cycles);
  const own = planned.filter(({ cycleId }) => cycleId === cycle.id);
  const earlier = planned.filter(({ cycleId }) => cycleId === before?.id);
  return {
    cycle: { startDay: cycle.startDay, endDay: cycle.endDay },
    otherSpans: cycles.filter(({ id, state }) => id !== cycle.id && state !== 'closed'),
    setUp: {
      hasThemes: cycle.themes.length > 0,
      capacityLookedAt: cycle.capacity !== null,
      previous:
        before === null || earlier.length === 0
          ? null
          : { isClosed: before.state === 'closed', ungraded: earlier.filter(({ isGraded }) => !isGraded).length },
    },
    places: placesOf(own).map(({ home, objectives }) => ({ level: home.level, objectives })),
    keyResults: own.map(({ keyResults }) => keyResults),
  };
}
