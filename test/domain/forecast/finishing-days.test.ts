import fc from 'fast-check';
import { chanceWithin, dayOfChance, finishingDays, type Course } from '../../../src/domain/forecast/finishing-days';
import { arbitraryCount, arbitraryWeek } from './arbitrary-outlook';

const RUNS = 200;
const HORIZON = 30;
const weeks = fc.array(arbitraryWeek, { minLength: 1, maxLength: 13 });
const course = fc.record({
  creditSum: fc.double({ min: 0, max: 40, noNaN: true }),
  divisors: fc.array(fc.double({ min: 1, max: 80, noNaN: true }), { minLength: 1, maxLength: 4 }),
  target: fc.double({ min: 0.1, max: 1, noNaN: true }),
  weeks,
  weeksAre: fc.constantFrom('a-sample', 'all-there-is'),
}) as fc.Arbitrary<Course>;

const days = (given: Course, runs = RUNS): readonly number[] => [...finishingDays(given, HORIZON, runs).byDay];

/** How many runs have finished by the end of each day. */
function finishedBy(given: Course): readonly number[] {
  let sum = 0;
  return days(given).map((count) => (sum += count));
}

const steady = (finished: number, added = 0): Course => ({
  creditSum: 0,
  divisors: [10],
  target: 1,
  weeks: [{ finished, added }],
  weeksAre: 'a-sample',
});
const only = (given: Course): number | null => {
  const found = finishingDays(given, HORIZON, 10);
  expect(found.byDay.filter((count) => count > 0).length).toBeLessThanOrEqual(1);
  return dayOfChance(found, 1);
};

describe('the days on which runs finish', () => {
  it('are the day of plain division where every week is alike', () => {
    expect(only(steady(5))).toBe(14);
    expect(only(steady(4))).toBe(18); // 2 weeks and a half
    expect(only(steady(5, 2))).toBe(24); // 3 a week: 3 weeks and a third
    expect(only({ ...steady(5), target: 0.5 })).toBe(7);
    expect(only({ ...steady(5), creditSum: 9 })).toBe(2); // a fifth of a week
    expect(only({ ...steady(5), creditSum: 10 })).toBe(0);
  });

  it('never come where as much is added as is finished, or nothing is finished', () => {
    expect(only(steady(3, 3))).toBeNull();
    expect(only(steady(2, 3))).toBeNull();
    expect(only(steady(0))).toBeNull();
    expect(only(steady(-1))).toBeNull();
    expect(only(steady(Number.MIN_VALUE))).toBeNull();
  });

  it('come where a scope shrinks to what is done, however much it goes on shrinking', () => {
    expect(only(steady(0, -5))).toBe(14);
    expect(only({ ...steady(-1, -5), divisors: [4] })).toBeNull();
  });

  it('forgive what broken weights lose in adding up', () => {
    expect(only({ ...steady(1 / 3), divisors: [1] })).toBe(21);
    expect(only({ ...steady(0.1), divisors: [1] })).toBe(70);
  });

  it('are the same for the same weeks, in whichever order and unit', () => {
    fc.assert(
      fc.property(course, fc.integer({ min: -3, max: 3 }), fc.infiniteStream(fc.nat()), (given, power, chance) => {
        const unit = 2 ** power;
        const shuffled = given.weeks.map((week) => ({ week, at: chance.next().value })).sort((a, b) => Number(a.at) - Number(b.at));
        const other: Course = {
          ...given,
          creditSum: given.creditSum * unit,
          divisors: given.divisors.map((divisor) => divisor * unit),
          weeks: shuffled.map(({ week }) => ({ finished: week.finished * unit, added: week.added * unit })),
        };
        expect(days(other)).toEqual(days(given));
      }),
      { numRuns: 50 },
    );
  });

  it('come no later for a lower target, a smaller divisor or more credit: run by run, so on every day', () => {
    fc.assert(
      fc.property(
        course,
        fc.double({ min: 0.2, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 10, noNaN: true }),
        (given, part, more) => {
          const before = finishedBy(given);
          const easier: readonly Course[] = [
            { ...given, target: given.target * part },
            { ...given, divisors: given.divisors.map((divisor) => divisor * part) },
            { ...given, creditSum: given.creditSum + more },
          ];
          for (const one of easier) expect(finishedBy(one).findIndex((finished, day) => finished < (before[day] ?? Infinity))).toBe(-1);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are the same, as far as it goes, for a nearer horizon', () => {
    fc.assert(
      fc.property(course, fc.integer({ min: 0, max: HORIZON }), (given, nearer) => {
        expect([...finishingDays(given, nearer, RUNS).byDay]).toEqual(days(given).slice(0, nearer * 7 + 1));
      }),
      { numRuns: 50 },
    );
  });

  it('differ more among runs where the weeks are a sample of what there could be', () => {
    const spread = (weeksAre: Course['weeksAre']): number => {
      const found = finishingDays(
        { ...steady(0), divisors: [60], weeks: [2, 3, 5, 6].map((finished) => ({ finished, added: 0 })), weeksAre },
        60,
      );
      return (dayOfChance(found, 0.9) ?? Infinity) - (dayOfChance(found, 0.1) ?? Infinity);
    };
    expect(spread('all-there-is')).toBeLessThan(spread('a-sample'));
  });

  it('are as often as the weeks say: two even weeks in a row out of one in two', () => {
    const coin: Course = {
      creditSum: 0,
      divisors: [2],
      target: 1,
      weeks: [
        { finished: 1, added: 0 },
        { finished: 0, added: 0 },
      ],
      weeksAre: 'all-there-is',
    };
    const found = finishingDays(coin, HORIZON);
    // By the binomial distribution; 10,000 runs are within 0.015 (three standard errors) of it.
    for (const [weeksFrom, chance] of [
      [2, 1 / 4],
      [3, 1 / 2],
      [4, 11 / 16],
      [5, 13 / 16],
    ] as const)
      expect(Math.abs(chanceWithin(found, weeksFrom * 7) - chance)).toBeLessThan(0.015);
    // With four more like the first in the urn: 1/2 × 5/6.
    expect(Math.abs(chanceWithin(finishingDays({ ...coin, weeksAre: 'a-sample' }, HORIZON), 14) - 5 / 12)).toBeLessThan(0.015);
  });

  it('are drawn from pairs: what is added in the weeks in which much is finished does not come in others', () => {
    const paired: Course = {
      creditSum: 0,
      divisors: [4],
      target: 1,
      weeks: [
        { finished: 8, added: 4 },
        { finished: 0, added: 0 },
      ],
      weeksAre: 'all-there-is',
    };
    // One good week is enough. Drawn apart, a week that adds 4 and finishes nothing would put it off.
    expect(Math.abs(chanceWithin(finishingDays(paired, HORIZON), 7) - 1 / 2)).toBeLessThan(0.015);
    expect(chanceWithin(finishingDays(paired, HORIZON), 7 * 12)).toBeGreaterThan(0.999);
  });

  it('hardly depend on the seed', () => {
    fc.assert(
      fc.property(fc.array(arbitraryCount, { minLength: 4, maxLength: 8 }), (some) => {
        const given: Course = { ...steady(0), divisors: [25], weeks: some };
        // A week that finishes a hair more is another seed and the same past.
        const [first, ...rest] = some;
        const other = { ...given, weeks: first ? [{ ...first, finished: first.finished + 1e-7 }, ...rest] : some };
        // Two answers of 10,000 runs differ by a standard error of at most 0.0071.
        const [a, b] = [finishingDays(given, 12), finishingDays(other, 12)];
        for (const week of [4, 8, 12]) expect(Math.abs(chanceWithin(a, week * 7) - chanceWithin(b, week * 7))).toBeLessThan(0.035);
      }),
      { numRuns: 30 },
    );
  });
});
