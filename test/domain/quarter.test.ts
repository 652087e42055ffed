import fc from 'fast-check';
import { addDays } from '../../src/domain/calendar';
import { nextQuarter, quarterOf } from '../../src/domain/quarter';
import { arbitraryDay } from './arbitrary-day';

describe('a quarter', () => {
  test.each([
    ['2026-01-01', { id: '2026-q1', name: 'Q1 2026', startDay: '2026-01-01', endDay: '2026-03-31' }],
    ['2026-06-30', { id: '2026-q2', name: 'Q2 2026', startDay: '2026-04-01', endDay: '2026-06-30' }],
    ['2026-08-15', { id: '2026-q3', name: 'Q3 2026', startDay: '2026-07-01', endDay: '2026-09-30' }],
    ['2026-11-22', { id: '2026-q4', name: 'Q4 2026', startDay: '2026-10-01', endDay: '2026-12-31' }],
  ])('of %s is the one it lies in', (day, quarter) => {
    expect(quarterOf(day)).toEqual(quarter);
  });

  it('of a day contains it, and is the same for all its days', () => {
    fc.assert(
      fc.property(arbitraryDay, (day) => {
        const quarter = quarterOf(day);
        expect(quarter.startDay <= day && day <= quarter.endDay).toBe(true);
        expect([quarterOf(quarter.startDay), quarterOf(quarter.endDay)]).toEqual([quarter, quarter]);
      }),
    );
  });

  it('is followed by the next without a gap, across the year too', () => {
    expect(nextQuarter('2026-11-22').id).toBe('2027-q1');
    fc.assert(
      fc.property(arbitraryDay, (day) => {
        expect(nextQuarter(day).startDay).toBe(addDays(quarterOf(day).endDay, 1));
      }),
    );
  });
});
