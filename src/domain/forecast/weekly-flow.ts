/**
 * The weeks of a key result of kind work, from its days: what was finished and added in each, by its counting rule. Reads the sums that are kept of
 * every day and no issues.
 */
import { addDays } from '../calendar';
import type { FlowWeek } from './flow-week';

export type FlowDay = {
  readonly day: string;
  /** At the end of the day, as `measureWork` has them. */
  readonly creditSum: number;
  readonly weightSum: number;
};

/** How many weeks are looked back: a quarter. More of them know more, and are less like the next ones. */
export const PAST_WEEKS = 13;

/**
 * At most `PAST_WEEKS` weeks, the last of which ends with `today`; oldest first. `days` ascending; a day without an entry is as the one before
 * it. A week counts when there is an entry on the day before it or earlier. Against a wanted amount, what is added does not
 * move the target: it is left out.
 */
export function weeklyFlow(days: readonly FlowDay[], today: string, isWanted: boolean): readonly FlowWeek[] {
  const at = (day: string): FlowDay | undefined => days.findLast((one) => one.day <= day);
  const weeks: FlowWeek[] = [];
  for (let ago = 0; ago < PAST_WEEKS; ago += 1) {
    const [before, after] = [at(addDays(today, -7 * (ago + 1))), at(addDays(today, -7 * ago))];
    if (before === undefined || after === undefined) break;
    weeks.unshift({
      finished: after.creditSum - before.creditSum,
      added: isWanted ? 0 : after.weightSum - before.weightSum,
    });
  }
  return weeks;
}
