/**
 * The weeks of a metric, from the values that were read of it: how much nearer to its target each came, so that a metric is forecast as work is.
 * Does not know where the values come from.
 */
import { addDays } from '../calendar';
import type { FlowWeek } from './flow-week';
import type { Outlook } from './forecast';
import { PAST_WEEKS } from './weekly-flow';

export type ReadValue = { readonly day: string; readonly value: number };

/** The value at the end of a day: between two readings the way is taken as even. Undefined before the first and after the last reading. */
function valueAt(values: readonly ReadValue[], day: string): number | undefined {
  const next = values.findIndex((one) => one.day >= day);
  const [before, after] = [values[next - 1], values[next]];
  if (after === undefined || after.day === day || before === undefined) return after?.day === day ? after.value : undefined;
  const part = (Date.parse(day) - Date.parse(before.day)) / (Date.parse(after.day) - Date.parse(before.day));
  return before.value + (after.value - before.value) * part;
}

/**
 * At most `PAST_WEEKS` weeks, the last of which ends with the last reading; oldest first. `values` ascending, one a day. There are no more
 * weeks than readings after the first: a number that is read once a month has said little in a quarter.
 */
export function weeklyChanges(
  values: readonly ReadValue[],
  goal: { readonly start: number; readonly target: number },
): readonly FlowWeek[] {
  const last = values.at(-1);
  const way = Math.sign(goal.target - goal.start);
  const weeks: FlowWeek[] = [];
  if (last === undefined) return weeks;
  for (let ago = 0; ago < Math.min(PAST_WEEKS, values.length - 1); ago += 1) {
    const [before, after] = [valueAt(values, addDays(last.day, -7 * (ago + 1))), valueAt(values, addDays(last.day, -7 * ago))];
    if (before === undefined || after === undefined) break;
    weeks.unshift({ finished: way * (after - before), added: 0 });
  }
  return weeks;
}

/**
 * A metric as a forecast sees it: the way it has come, of the way it has to go. Null where there is no value, or start and target are the same: no
 * way to go.
 */
export function metricOutlook(
  goal: { readonly start: number; readonly target: number },
  values: readonly ReadValue[],
  days: Pick<Outlook, 'today' | 'dueDay'>,
): Outlook | null {
  const current = values.at(-1)?.value;
  const way = Math.sign(goal.target - goal.start);
  if (current === undefined || way === 0) return null;
  return {
    ...days,
    creditSum: way * (current - goal.start),
    divisor: Math.abs(goal.target - goal.start),
    target: 1,
    weeks: weeklyChanges(values, goal),
  };
}
