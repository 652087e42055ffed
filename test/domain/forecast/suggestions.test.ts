import fc from 'fast-check';
import { addDays } from '../../../src/domain/calendar';
import { coneOf } from '../../../src/domain/forecast/cone';
import { forecastOf, type Outlook } from '../../../src/domain/forecast/forecast';
import { pulled } from '../../../src/domain/forecast/lever';
import { enoughCut, likelyDay, likelyTarget } from '../../../src/domain/forecast/suggestions';
import { arbitraryCount, arbitraryOutlook, TODAY } from './arbitrary-outlook';

const LIKELY = 0.7;
const chance = (outlook: Outlook): number => {
  const forecast = forecastOf(outlook);
  if (forecast.kind !== 'forecast') throw new Error('No forecast');
  return forecast.chance;
};

/** Five a week, one of them new: 30 left at four net a week, and six weeks to go. */
const late: Outlook = {
  creditSum: 30,
  divisor: 60,
  target: 1,
  weeks: [5, 4, 6, 5, 4, 6, 5, 5].map((finished) => ({ finished, added: 1 })),
  today: TODAY,
  dueDay: addDays(TODAY, 42),
};

describe('suggestions', () => {
  it('are the largest target, the first day and the smallest cut with which it is likely', () => {
    const [target, day, cut] = [likelyTarget(late, LIKELY), likelyDay(late, LIKELY), enoughCut(late, LIKELY)];
    if (target === null || day === null || cut === null) throw new Error('Something would help.');
    expect(chance(pulled(late, { kind: 'target', target }))).toBeGreaterThanOrEqual(LIKELY);
    expect(chance(pulled(late, { kind: 'target', target: target + 0.01 }))).toBeLessThan(LIKELY);
    expect(chance(pulled(late, { kind: 'date', dueDay: day }))).toBeGreaterThanOrEqual(LIKELY);
    expect(chance(pulled(late, { kind: 'date', dueDay: addDays(day, -1) }))).toBeLessThan(LIKELY);
    expect(chance(pulled(late, { kind: 'cut', weightSum: cut, creditSum: 0 }))).toBeGreaterThanOrEqual(LIKELY);
    expect(chance(pulled(late, { kind: 'cut', weightSum: cut - 0.5, creditSum: 0 }))).toBeLessThan(LIKELY);
  });

  it('are none where nothing is finished, and of nothing that is there already', () => {
    const still = { ...late, weeks: late.weeks.map(() => ({ finished: 0, added: 1 })) };
    expect([likelyTarget(still, LIKELY), likelyDay(still, LIKELY)]).toEqual([null, null]);
    expect(likelyTarget({ ...late, creditSum: 60 }, LIKELY)).toBeNull();
    expect(enoughCut({ ...late, creditSum: 60 }, LIKELY)).toBeNull();
  });

  it('are none without a forecast', () => {
    const short = { ...late, weeks: late.weeks.slice(0, 3) };
    expect([likelyTarget(short, LIKELY), likelyDay(short, LIKELY), enoughCut(short, LIKELY)]).toEqual([null, null, null]);
  });
});

describe('the cone', () => {
  it('begins where it is today, widens, and ends at the target for runs that get there', () => {
    const cone = coneOf(late, 20);
    expect(cone[0]).toEqual({ weeks: 0, low: 30, high: 30 });
    expect(cone.map(({ weeks }) => weeks)).toEqual(Array.from({ length: 21 }, (_, week) => week));
    // 60 and one more each week until it is there.
    expect(cone.at(-1)?.high).toBeGreaterThan(60);
    expect(cone.at(-1)?.high).toBeLessThan(80);
  });

  it('draws what the forecast draws: its upper edge is there when one run in seven is', () => {
    const steady = { ...late, weeks: late.weeks.map(({ finished }) => ({ finished, added: 0 })) };
    const cone = coneOf(steady, 12);
    const arrives = cone.findIndex(({ high }) => high >= 60 - 1e-6);
    expect(arrives).toBeGreaterThan(0);
    expect(chance({ ...steady, dueDay: addDays(TODAY, 7 * arrives) })).toBeGreaterThan(0.12);
    expect(chance({ ...steady, dueDay: addDays(TODAY, 7 * (arrives - 1)) })).toBeLessThan(0.18);
  });

  it('is in order, and of numbers, whatever the past', () => {
    fc.assert(
      fc.property(arbitraryOutlook(arbitraryCount), (outlook) => {
        for (const { low, high } of coneOf(outlook, 4)) {
          expect(Number.isFinite(low)).toBe(true);
          expect(high).toBeGreaterThanOrEqual(low);
        }
      }),
      { numRuns: 15 },
    );
  });
});
