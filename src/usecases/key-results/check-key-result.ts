/** What makes a key result's dates and goal sensible, said before anything is written. */
import { invalid } from '../okr-error';

/** Throws `INVALID` when the due day comes before the start. */
export function checkDates(startDay: string, dueDay: string): void {
  if (dueDay < startDay)
    throw invalid('dueDay', `The due day ${dueDay} is before the start ${startDay}. Give a later due day or an earlier start.`);
}

/** Throws `INVALID` when there is nothing to stay within. */
export function checkBand(low: number, high: number): void {
  if (low > high) throw invalid('high', `The upper end ${high} is below the lower end ${low}. Give a higher one.`);
}

/** Throws `INVALID` when there is no way to go. */
export function checkGoal(start: number, target: number): void {
  if (start === target)
    throw invalid('target', 'Start and target are the same, so there would be nothing to measure. Give a target that differs.');
}
