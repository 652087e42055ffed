/** Random days and calendars, around today's years and across leap days. */
import fc from 'fast-check';
import { addDays, type Calendar } from '../../src/domain/calendar';

/** A day of the years 2023 to 2029. */
export const arbitraryDay: fc.Arbitrary<string> = fc.integer({ min: 0, max: 2556 }).map((n) => addDays('2023-01-01', n));

export const arbitraryCalendar: fc.Arbitrary<Calendar> = fc.record({
  workingWeekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
  holidays: fc.array(arbitraryDay, { maxLength: 60 }).map((days) => new Set(days)),
});
