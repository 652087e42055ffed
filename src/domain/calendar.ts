/**
 * Days, and which of them are worked. A day is text, `2026-10-01`, without a time zone; such texts sort as the days do.
 * Never asks what day it is: `dayOf` turns an instant that came in from outside into a day.
 */

export type Calendar = {
  /** ISO weekdays: 1 = Monday … 7 = Sunday. */
  readonly workingWeekdays: readonly number[];
  /** Days off, whichever weekday they fall on. */
  readonly holidays: ReadonlySet<string>;
};

/** Monday to Friday, no holidays. */
export const standardCalendar: Calendar = { workingWeekdays: [1, 2, 3, 4, 5], holidays: new Set() };

/** Every day is worked. */
export const everyDayCalendar: Calendar = { workingWeekdays: [1, 2, 3, 4, 5, 6, 7], holidays: new Set() };

const dayMs = 86_400_000;
const isoWeek = [1, 2, 3, 4, 5, 6, 7];

/** Whether a text is a day of the calendar: `2026-02-29` is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const epochMs = Date.parse(text);
  // `Date.parse` lets the 31st of a shorter month run over into the next one.
  return !Number.isNaN(epochMs) && dayOf(epochMs) === text;
}

/** The day of an instant, in UTC. */
export function dayOf(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10);
}

/** The day `n` days after (`n` below 0: before) a day. */
export function addDays(day: string, n: number): string {
  return dayOf(Date.parse(day) + n * dayMs);
}

/**
 * How many days from `startDay` through `endDay` are worked, both included; 0 when `endDay` is the earlier one.
 * Time grows with the number of holidays, not with the length of the span: every key result of a page asks.
 */
export function workingDaysBetween(startDay: string, endDay: string, calendar: Calendar): number {
  const days = (Date.parse(endDay) - Date.parse(startDay)) / dayMs + 1;
  if (days <= 0) return 0;

  const isWorking = (weekday: number): boolean => calendar.workingWeekdays.includes(weekday);
  const fullWeeks = Math.floor(days / 7);
  let worked = fullWeeks * isoWeek.filter(isWorking).length;
  const firstWeekday = weekdayOf(startDay);
  for (let i = 0; i < days % 7; i += 1) {
    if (isWorking(((firstWeekday - 1 + i) % 7) + 1)) worked += 1;
  }
  for (const holiday of calendar.holidays) {
    if (startDay <= holiday && holiday <= endDay && isWorking(weekdayOf(holiday))) worked -= 1;
  }
  return worked;
}

export const isWorkingDay = (day: string, calendar: Calendar): boolean =>
  calendar.workingWeekdays.includes(weekdayOf(day)) && !calendar.holidays.has(day);

/** The day itself where it is worked, else the next one that is; the day itself where none of a year is. */
export function nextWorkingDay(day: string, calendar: Calendar): string {
  for (let later = day; later <= addDays(day, 366); later = addDays(later, 1)) if (isWorkingDay(later, calendar)) return later;
  return day;
}

/** The Monday of the week a day lies in. */
export const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day));

function weekdayOf(day: string): number {
  return new Date(day).getUTCDay() || 7;
}
