/** What people measure of the demo company's metrics and bands: a value a week (in the year's: every four weeks) through today. */
import { addDays, standardCalendar } from '../../../src/domain/calendar';
import { expectedProgress } from '../../../src/domain/expected';
import { createRandom } from '../random';
import type { DemoBandKeyResult, DemoKeyResult, DemoMetricKeyResult } from './demo-okr';

type Value = { readonly day: string; readonly value: number };
type Span = { readonly startDay: string; readonly endDay: string };

const weeksBetween = (cycle: Span): number => (Date.parse(cycle.endDay) - Date.parse(cycle.startDay) > 200 * 86_400_000 ? 4 : 1);

/** Earliest first: the last one is of three days ago at the latest, or of the end of the cycle. */
function measuringDays(cycle: Span, lastDay: string): readonly string[] {
  const days: string[] = [];
  const end = lastDay < cycle.endDay ? addDays(lastDay, -3) : cycle.endDay;
  for (let day = end; day >= addDays(cycle.startDay, 4); day = addDays(day, -7 * weeksBetween(cycle))) days.push(day);
  return days.reverse();
}

/** Earliest first; none where people record no value. */
export function weeklyValues(keyResult: DemoKeyResult, cycle: Span, today: string): readonly Value[] {
  const days = measuringDays(cycle, addDays(today, -(keyResult.quietDays ?? 0)));
  if (keyResult.kind === 'metric') return towardsTarget(keyResult, cycle, days, today);
  return keyResult.kind === 'band' ? withinBand(keyResult, days) : [];
}

/** Wobbling towards where the pace leads. */
function towardsTarget(
  { title, start, target, decimals, pace }: DemoMetricKeyResult,
  cycle: Span,
  days: readonly string[],
  today: string,
): readonly Value[] {
  if (pace === null) return [];
  const reached =
    pace === 'reached' ? 1 : pace * expectedProgress({ startDay: cycle.startDay, dueDay: cycle.endDay }, today, standardCalendar);
  const random = createRandom(title);
  return days.map((day, i) => {
    const share = i === days.length - 1 ? reached : (reached * (i + 1) * (0.85 + 0.2 * random.next())) / days.length;
    return { day, value: Number((start + (target - start) * share).toFixed(decimals)) };
  });
}

/** Up and down inside the band, and at last where it is now. */
function withinBand({ title, low, high, decimals, latest }: DemoBandKeyResult, days: readonly string[]): readonly Value[] {
  const random = createRandom(title);
  return days.map((day, i) => {
    const inside = low + (high - low) * (0.2 + 0.7 * random.next());
    return { day, value: Number((i === days.length - 1 ? latest : inside).toFixed(decimals)) };
  });
}
