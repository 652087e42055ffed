/** Which cycles there are: those in the store, and the current and next quarter whether or not anyone has written into them. */
import type { CycleView } from '../contract/okr';
import { nextQuarter, quarterOf } from '../domain/quarter';
import type { CycleRecord } from '../store/cycles';

/** Earliest first; a stored cycle wins over a quarter of the same id. */
export function knownCycles(stored: readonly CycleRecord[], today: string): readonly CycleView[] {
  const quarters = [quarterOf(today), nextQuarter(today)].filter((quarter) => !stored.some((cycle) => cycle.id === quarter.id));
  return [...stored, ...quarters].sort((a, b) => (a.startDay < b.startDay ? -1 : a.startDay > b.startDay ? 1 : a.id < b.id ? -1 : 1));
}

/** The cycle a page opens with: the shortest one that spans today (today's quarter always does). */
export function currentCycle(cycles: readonly CycleView[], today: string): CycleView {
  const length = (cycle: CycleView): number => Date.parse(cycle.endDay) - Date.parse(cycle.startDay);
  const [current] = cycles.filter((cycle) => cycle.startDay <= today && today <= cycle.endDay).sort((a, b) => length(a) - length(b));
  return current ?? quarterOf(today);
}
