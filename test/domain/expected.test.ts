import fc from 'fast-check';
import { addDays, type Calendar } from '../../src/domain/calendar';
import { expectedProgress } from '../../src/domain/expected';
import { goldenTable, readList, readNumber } from '../support/golden-tables';
import { arbitraryCalendar, arbitraryDay } from './arbitrary-day';

const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** `Sun–Thu`: from one weekday through another, past the end of the week where needed. */
function readWorkingWeekdays(text: string): Calendar['workingWeekdays'] {
  const [from = -1, to = -1] = text.split('–').map((name) => weekdayNames.indexOf(name));
  if (from < 0 || to < 0) throw new Error(`"${text}" is not a working week`);
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, i) => ((from + i) % 7) + 1);
}

describe('expected, row by row', () => {
  test.each(goldenTable('expected').map((row) => [row.title, row] as const))('%s', (_title, { cell }) => {
    const calendar: Calendar = { workingWeekdays: readWorkingWeekdays(cell('worked')), holidays: new Set(readList(cell('days off'))) };
    const expected = expectedProgress({ startDay: cell('start'), dueDay: cell('due') }, cell('today'), calendar);
    expect(expected).toBe(readNumber(cell('expected')));
  });
});

describe('expected, whatever the span', () => {
  it('stays between 0 and 1 and never falls from one day to the next', () => {
    fc.assert(
      fc.property(arbitraryDay, fc.integer({ min: -5, max: 120 }), arbitraryCalendar, (startDay, length, calendar) => {
        const span = { startDay, dueDay: addDays(startDay, length) };
        let yesterday = 0;
        for (let day = addDays(startDay, -2); day <= addDays(startDay, 130); day = addDays(day, 1)) {
          const today = expectedProgress(span, day, calendar);
          expect(today).toBeGreaterThanOrEqual(yesterday);
          expect(today).toBeLessThanOrEqual(1);
          yesterday = today;
        }
        expect(yesterday).toBe(1);
      }),
      { numRuns: 50 },
    );
  });

  it('is 0 before the start and 1 from the due day on', () => {
    fc.assert(
      fc.property(arbitraryDay, fc.nat(400), arbitraryCalendar, fc.nat(100), (startDay, length, calendar, days) => {
        const span = { startDay, dueDay: addDays(startDay, length) };
        expect(expectedProgress(span, addDays(startDay, -1 - days), calendar)).toBe(0);
        expect(expectedProgress(span, addDays(span.dueDay, days), calendar)).toBe(1);
      }),
    );
  });
});
