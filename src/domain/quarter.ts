/**
 * Quarters of the calendar year, the cycles offered where nobody has made any.
 * Pure arithmetic on days; which quarters exist as cycles is not known here.
 */
import { addDays, dayOf } from './calendar';

type Quarter = {
  /** `2026-q4`. */
  readonly id: string;
  /** `Q4 2026`. */
  readonly name: string;
  readonly startDay: string;
  /** The last day, included. */
  readonly endDay: string;
};

/** The quarter a day lies in. */
export function quarterOf(day: string): Quarter {
  const year = day.slice(0, 4);
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3);
  return {
    id: `${year}-q${quarter}`,
    name: `Q${quarter} ${year}`,
    startDay: dayOf(Date.UTC(Number(year), quarter * 3 - 3, 1)),
    // Day 0 of the month after is the last day of the quarter.
    endDay: dayOf(Date.UTC(Number(year), quarter * 3, 0)),
  };
}

/** The quarter after the one a day lies in. */
export function nextQuarter(day: string): Quarter {
  return quarterOf(addDays(quarterOf(day).endDay, 1));
}
