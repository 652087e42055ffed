/** Which cycles there are: those in the store, and the current and next quarter whether or not anyone has written into them. */
import type { CycleView } from '../../contract/okr';
import { daysOf } from '../../domain/cycle';
import { nextQuarter, quarterOf } from '../../domain/quarter';
import type { CycleRecord } from '../../store/cycles';

/** A quarter nobody has made runs, as the row it gets when somebody writes into it does. */
export const quarterCycle = (quarter: ReturnType<typeof quarterOf>): CycleRecord => ({
  ...quarter,
  state: 'running',
  closedDay: null,
  themes: [],
  capacity: null,
  changeId: null,
  version: 1,
});

export const cycleView = ({ id, name, startDay, endDay, state, closedDay, themes, capacity, version }: CycleRecord): CycleView => ({
  id,
  name,
  startDay,
  endDay,
  state,
  closedDay,
  themes,
  capacity: capacity && { ...capacity, at: new Date(capacity.at).toISOString() },
  version,
});

/** Earliest first; a stored cycle wins over a quarter of the same id. */
export function knownCycles(stored: readonly CycleRecord[], today: string): readonly CycleRecord[] {
  const quarters = [quarterOf(today), nextQuarter(today)].filter((quarter) => !stored.some((cycle) => cycle.id === quarter.id));
  return [...stored, ...quarters.map(quarterCycle)].sort((a, b) =>
    a.startDay < b.startDay ? -1 : a.startDay > b.startDay ? 1 : a.id < b.id ? -1 : 1,
  );
}

const byState = { running: 0, closed: 1, draft: 2 } as const;

/** The cycle a page opens with, of those that span today: a running one before a closed one before a draft, then the shortest. */
export function currentCycle(cycles: readonly CycleRecord[], today: string): CycleRecord {
  const [current] = cycles
    .filter((cycle) => cycle.startDay <= today && today <= cycle.endDay)
    .sort((a, b) => byState[a.state] - byState[b.state] || daysOf(a) - daysOf(b));
  return current ?? quarterCycle(quarterOf(today));
}
