/** Where in a cycle a day is, in words. Pure; days are `YYYY-MM-DD`. */
import type { CycleView } from '../../../src/contract/okr';

const dayMs = 86_400_000;
const daysFrom = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
const counted = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`;

/** `week 8 of 13`, `starts in 3 days`, `ended 9 days ago`. A quarter has 13 weeks although its days make a little more. */
export const weekOfCycle = (cycle: CycleView, today: string): string => {
  if (today < cycle.startDay) return `starts in ${counted(daysFrom(today, cycle.startDay), 'day')}`;
  if (today > cycle.endDay) return `ended ${counted(daysFrom(cycle.endDay, today), 'day')} ago`;
  const weeks = Math.max(1, Math.round((daysFrom(cycle.startDay, cycle.endDay) + 1) / 7));
  const week = Math.min(weeks, Math.floor(daysFrom(cycle.startDay, today) / 7) + 1);
  return `week ${week} of ${weeks}`;
};
