/** Random outlooks: whole and broken weights, scopes that grow and shrink, due days before and after today. */
import fc from 'fast-check';
import { addDays } from '../../../src/domain/calendar';
import type { FlowWeek } from '../../../src/domain/forecast/flow-week';
import type { Outlook } from '../../../src/domain/forecast/forecast';

export const TODAY = '2026-10-28';

const amount = (least: number, most: number): fc.Arbitrary<number> =>
  fc.oneof(fc.integer({ min: least, max: most }), fc.double({ min: least, max: most, noNaN: true }));

export const arbitraryWeek: fc.Arbitrary<FlowWeek> = fc.record({ finished: amount(-3, 9), added: amount(-2, 6) });

/** Whole amounts, as the rule `count` has them. */
export const arbitraryCount: fc.Arbitrary<FlowWeek> = fc.record({
  finished: fc.integer({ min: 0, max: 9 }),
  added: fc.integer({ min: 0, max: 4 }),
});

export const arbitraryOutlook = (week: fc.Arbitrary<FlowWeek> = arbitraryWeek): fc.Arbitrary<Outlook> =>
  fc.record({
    creditSum: amount(0, 40),
    divisor: amount(1, 80),
    target: fc.oneof(fc.constant(1), fc.double({ min: 0.1, max: 1, noNaN: true })),
    weeks: fc.array(week, { minLength: 4, maxLength: 13 }),
    today: fc.constant(TODAY),
    dueDay: fc.integer({ min: -10, max: 120 }).map((days) => addDays(TODAY, days)),
  });
