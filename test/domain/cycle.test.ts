import { dayOfView, daysOf, encloses, endOfWeek, nextSpan, usualSpan } from '../../src/domain/cycle';

const year = { startDay: '2026-01-01', endDay: '2026-12-31' };
const quarter = { startDay: '2026-10-01', endDay: '2026-12-31' };

describe('a cycle encloses another', () => {
  it('when all its days are days of the other, and encloses itself', () => {
    expect(encloses(year, quarter)).toBe(true);
    expect(encloses(quarter, quarter)).toBe(true);
    expect(encloses(quarter, year)).toBe(false);
    expect(encloses(year, { startDay: '2026-12-01', endDay: '2027-01-31' })).toBe(false);
  });
});

describe('the usual spans', () => {
  it.each([
    ['quarter', '2026-11-25', 'Q4 2026', '2026-10-01', '2026-12-31'],
    ['half', '2026-06-30', 'H1 2026', '2026-01-01', '2026-06-30'],
    ['half', '2026-07-01', 'H2 2026', '2026-07-01', '2026-12-31'],
    ['year', '2028-02-29', '2028', '2028-01-01', '2028-12-31'],
  ] as const)('a %s with %s in it is %s', (length, day, name, startDay, endDay) => {
    expect(usualSpan(length, day)).toEqual({ name, startDay, endDay });
  });

  it('follow each other without a gap', () => {
    expect(nextSpan('quarter', '2026-11-25').name).toBe('Q1 2027');
    expect(nextSpan('half', '2026-11-25').startDay).toBe('2027-01-01');
    expect(daysOf(usualSpan('year', '2028-01-01'))).toBe(366);
  });
});

describe('the day numbers are looked at on', () => {
  it('is today, or the day of the closing from then on', () => {
    expect(dayOfView({ closedDay: null }, '2026-11-25')).toBe('2026-11-25');
    expect(dayOfView({ closedDay: '2026-11-20' }, '2026-11-25')).toBe('2026-11-20');
    expect(dayOfView({ closedDay: '2026-11-25' }, '2026-11-20')).toBe('2026-11-20');
  });
});

describe('the end of a week', () => {
  it.each([
    ['2026-11-23', '2026-11-29'],
    ['2026-11-28', '2026-11-29'],
    ['2026-11-29', '2026-11-29'],
  ])('of %s is Sunday, %s', (day, sunday) => {
    expect(endOfWeek(day)).toBe(sunday);
  });
});
