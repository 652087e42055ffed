/**
 * Cycles as periods: which one encloses which, which one a day is looked at in, and the usual spans. Days only; who may do what with a cycle
 * is not known here.
 */
import { addDays } from './calendar';
import { quarterOf } from './quarter';

/** Draft: being prepared, nobody is reminded of anything. Running: people keep it. Closed: read only, its numbers stand still. */
export type CycleState = 'draft' | 'running' | 'closed';

type Span = { readonly startDay: string; readonly endDay: string };

/** The longest a cycle may be: five years and a leap day or two. */
export const LONGEST_CYCLE_DAYS = 5 * 366;

export const daysOf = (span: Span): number => (Date.parse(span.endDay) - Date.parse(span.startDay)) / 86_400_000 + 1;

/** True when every day of `inner` is one of `outer`; a span encloses itself and its equals. Cycles nest by their days and by nothing else. */
export const encloses = (outer: Span, inner: Span): boolean => outer.startDay <= inner.startDay && inner.endDay <= outer.endDay;

/** The day that numbers of a cycle are looked at on: today, or the day it was closed, from which on nothing moves. */
export const dayOfView = (cycle: { readonly closedDay: string | null }, today: string): string =>
  cycle.closedDay !== null && cycle.closedDay < today ? cycle.closedDay : today;

/** The one that ended last before this one begins; of several, the one that is about as long. Undefined where none did. */
export const previousCycle = <C extends Span>(cycle: Span, cycles: readonly C[]): C | undefined => {
  const unlike = (other: C): number => Math.abs(daysOf(other) - daysOf(cycle));
  return cycles
    .filter((other) => other.endDay < cycle.startDay)
    .sort((a, b) => (a.endDay === b.endDay ? unlike(a) - unlike(b) : a.endDay < b.endDay ? 1 : -1))[0];
};

export type UsualSpan = 'quarter' | 'half' | 'year';

/** The quarter, half or calendar year a day lies in, with its usual name: `Q4 2026`, `H2 2026`, `2026`. */
export function usualSpan(length: UsualSpan, day: string): Span & { readonly name: string } {
  const year = day.slice(0, 4);
  if (length === 'quarter') {
    const { name, startDay, endDay } = quarterOf(day);
    return { name, startDay, endDay };
  }
  if (length === 'year') return { name: year, startDay: `${year}-01-01`, endDay: `${year}-12-31` };
  return day.slice(5) < '07-01'
    ? { name: `H1 ${year}`, startDay: `${year}-01-01`, endDay: `${year}-06-30` }
    : { name: `H2 ${year}`, startDay: `${year}-07-01`, endDay: `${year}-12-31` };
}

/** The span of the same length that follows: what a new cycle is likely to be. */
export const nextSpan = (length: UsualSpan, day: string): Span & { readonly name: string } =>
  usualSpan(length, addDays(usualSpan(length, day).endDay, 1));

/** The last day of the week (Sunday) a day lies in. */
export const endOfWeek = (day: string): string => addDays(day, (7 - (new Date(day).getUTCDay() || 7)) % 7);
