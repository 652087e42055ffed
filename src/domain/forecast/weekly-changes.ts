/**
 * The weeks of a metric, from the values that were read of it: how much nearer to its target each came, so that a metric is forecast as work is.
 * Does not know where the values come from.
 */
import { addDays } from '../calendar';
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
 * By how much the value rose in each week; at most `PAST_WEEKS` of them, the last of which ends with the last reading; oldest first. `values`
 * ascending, one a day. There are no more weeks than readings after the first: a number that is read once a month has said little in a quarter.
 */
export function weeklyChanges(values: readonly ReadValue[]): readonly number[] {
  const last = values.at(-1);
  const changes: number[] = [];
  if (last === undefined) return changes;
  for (let ago = 0; ago < Math.min(PAST_WEEKS, values.length - 1); ago += 1) {
    const [before, after] = [valueAt(values, addDays(last.day, -7 * (ago + 1))), valueAt(values, addDays(last.day, -7 * ago))];
    if (before === undefined || after === undefined) break;
    changes.unshift(after - before);
  }
  return changes;
}

/**
 * A metric as a forecast sees it: the way it has come, of the way it has to go; `changes` as `weeklyChanges` has them. Null where there is no value, or
 * start and target are the same: no way to go.
 */
export function metricOutlook(
  goal: { readonly start: number; readonly target: number; readonly current: number | null },
  changes: readonly number[],
  days: Pick<Outlook, 'today' | 'dueDay'>,
): Outlook | null {
  const { start, target, current } = goal;
  const way = Math.sign(target - start);
  if (current === null || way === 0) return null;
  return {
    ...days,
    creditSum: way * (current - start),
    divisor: Math.abs(target - start),
    target: 1,
    weeks: changes.map((change) => ({ finished: way * change, added: 0 })),
  };
}

/** The last value of each of the last `PAST_WEEKS` weeks, the last of which ends with `endDay`; oldest first. A week without a reading has none. */
export function weeklyValues(values: readonly ReadValue[], endDay: string): readonly number[] {
  return Array.from({ length: PAST_WEEKS }, (_, index) => PAST_WEEKS - 1 - index).flatMap((ago) => {
    const [before, last] = [addDays(endDay, -7 * (ago + 1)), addDays(endDay, -7 * ago)];
    const read = values.findLast(({ day }) => day > before && day <= last);
    return read === undefined ? [] : [read.value];
  });
}
