import fc from 'fast-check';
import { addDays, dayOf, isDay, standardCalendar, workingDaysBetween, type Calendar } from '../../src/domain/calendar';
import { arbitraryCalendar, arbitraryDay } from './arbitrary-day';

const countedOneByOne = (startDay: string, endDay: string, calendar: Calendar): number => {
  let worked = 0;
  for (let day = startDay; day <= endDay; day = addDays(day, 1)) {
    const weekday = new Date(day).getUTCDay() || 7;
    if (calendar.workingWeekdays.includes(weekday) && !calendar.holidays.has(day)) worked += 1;
  }
  return worked;
};

describe('working days', () => {
  it('are the same as counted day by day, for any span, working week and days off', () => {
    fc.assert(
      fc.property(arbitraryDay, fc.integer({ min: -20, max: 400 }), arbitraryCalendar, (startDay, length, calendar) => {
        const endDay = addDays(startDay, length);
        expect(workingDaysBetween(startDay, endDay, calendar)).toBe(countedOneByOne(startDay, endDay, calendar));
      }),
    );
  });

  it('add up when a span is cut in two', () => {
    fc.assert(
      fc.property(arbitraryDay, fc.nat(400), fc.nat(400), arbitraryCalendar, (startDay, first, second, calendar) => {
        const cut = addDays(startDay, first);
        const endDay = addDays(cut, second + 1);
        const whole = workingDaysBetween(startDay, endDay, calendar);
        expect(workingDaysBetween(startDay, cut, calendar) + workingDaysBetween(addDays(cut, 1), endDay, calendar)).toBe(whole);
      }),
    );
  });

  it('are 66 from Monday to Friday in the fourth quarter of 2026', () => {
    expect(workingDaysBetween('2026-10-01', '2026-12-31', standardCalendar)).toBe(66);
  });

  it('pass over days off that are not days', () => {
    const calendar: Calendar = { ...standardCalendar, holidays: new Set(['2026-10-1x', '2026-10-99', '']) };
    expect(workingDaysBetween('2026-10-01', '2026-12-31', calendar)).toBe(66);
  });
});

describe('days', () => {
  test.each(['2026-11-22', '2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01'])('%s is a day', (text) => {
    expect(isDay(text)).toBe(true);
  });

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-11-00',
    '2026-1-2',
    '2026-11-22T00:00',
    ' 2026-11-22',
    'today',
    '',
  ])('"%s" is not a day', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it('are taken from an instant in UTC, to the last millisecond', () => {
    expect(dayOf(Date.UTC(2026, 10, 22, 23, 59, 59, 999))).toBe('2026-11-22');
    expect(dayOf(Date.UTC(2026, 10, 23))).toBe('2026-11-23');
  });

  it('are added across the ends of months and years, and leap days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });

  it('come back when the same number is added and taken away', () => {
    fc.assert(
      fc.property(arbitraryDay, fc.integer({ min: -5000, max: 5000 }), (day, n) => {
        const moved = addDays(day, n);
        expect(isDay(moved)).toBe(true);
        expect(addDays(moved, -n)).toBe(day);
        expect(Math.sign(n)).toBe(Number(moved > day) - Number(moved < day));
      }),
    );
  });
});
