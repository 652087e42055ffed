import fc from 'fast-check';
import { addDays } from '../../../src/domain/calendar';
import { forecastOf, type Forecast, type Outlook } from '../../../src/domain/forecast/forecast';
import { pulled, type Lever } from '../../../src/domain/forecast/lever';
import { arbitraryCount, arbitraryOutlook, TODAY } from './arbitrary-outlook';

type Told = Extract<Forecast, { kind: 'forecast' }>;

/** Five a week, one of them new, and never the same twice in a row. */
const weeks = [5, 4, 6, 5, 4, 6, 5, 5].map((finished) => ({ finished, added: 1 }));
const outlook: Outlook = { creditSum: 30, divisor: 60, target: 1, weeks, today: TODAY, dueDay: addDays(TODAY, 56) };

function told(given: Outlook): Told {
  const found = forecastOf(given);
  if (found.kind !== 'forecast') throw new Error(`No forecast: ${JSON.stringify(found)}`);
  return found;
}

const lever: fc.Arbitrary<Lever> = fc.oneof(
  fc.record({ kind: fc.constant('target' as const), target: fc.double({ min: 0.05, max: 1, noNaN: true }) }),
  fc.record({ kind: fc.constant('date' as const), dueDay: fc.integer({ min: 0, max: 450 }).map((days) => addDays(TODAY, days)) }),
  fc.record({ kind: fc.constant('cut' as const), weightSum: fc.double({ min: 0, max: 20, noNaN: true }), creditSum: fc.constant(0) }),
);

describe('the forecast', () => {
  it('says how likely it is, and by when with 50, 85 and 95 %', () => {
    const found = told(outlook);
    expect(found.chance).toBeGreaterThan(0.5);
    // 30 left at 4 net a week: 52.5 days.
    expect(found.days.at50).toBe(addDays(TODAY, 53));
    expect([found.days.at50, found.days.at85, found.days.at95]).toEqual([found.days.at50, found.days.at85, found.days.at95].sort());
    expect(told({ ...outlook, dueDay: found.days.at85 ?? '' }).chance).toBeGreaterThanOrEqual(0.85);
    expect(told({ ...outlook, dueDay: addDays(found.days.at85 ?? '', -1) }).chance).toBeLessThan(0.85);
  });

  it('holds the rate that is needed against that of the last eight weeks', () => {
    const slower = [
      ...[9, 9, 8, 9].map((finished) => ({ finished, added: 1 })),
      ...[8, 9, 9, 8, 9, 8, 9, 8].map((finished) => ({ finished, added: 1 })),
    ];
    expect(told({ ...outlook, weeks: slower })).toMatchObject({ neededRate: 30 / 8, recentRate: 8.5, strain: 30 / 8 / 8.5 });
    expect(told({ ...outlook, dueDay: TODAY })).toMatchObject({ neededRate: null, strain: null, chance: 0 });
    expect(told({ ...outlook, weeks: weeks.map(() => ({ finished: 0, added: 0 })) })).toMatchObject({
      neededRate: 30 / 8,
      recentRate: 0,
      strain: null,
    });
  });

  it('has no day where the rate does not get there within a year', () => {
    const never = { at50: null, at85: null, at95: null };
    expect(told({ ...outlook, weeks: weeks.map(({ finished }) => ({ finished, added: finished })) })).toMatchObject({
      chance: 0,
      days: never,
    });
    expect(told({ ...outlook, divisor: 2000 })).toMatchObject({ chance: 0, days: never });
    // A goal of years is looked at for years.
    expect(told({ ...outlook, divisor: 480, dueDay: addDays(TODAY, 1100) }).days.at50).not.toBeNull();
  });

  it('is certain of what is there already, also after the due day', () => {
    const there = { ...outlook, creditSum: 60, dueDay: addDays(TODAY, -3) };
    expect(told(there)).toMatchObject({ chance: 1, neededRate: null, days: { at50: TODAY, at95: TODAY } });
    expect(told({ ...there, creditSum: 59 }).chance).toBe(0);
    expect(told({ ...outlook, creditSum: 30, target: 0.5 }).chance).toBe(1);
  });

  it('is not given for fewer than four weeks', () => {
    expect(forecastOf({ ...outlook, weeks: weeks.slice(-3) })).toEqual({ kind: 'not-enough-data', weeks: 3 });
    expect(forecastOf({ ...outlook, weeks: weeks.slice(-4) }).kind).toBe('forecast');
    expect(forecastOf({ ...outlook, weeks: [] })).toEqual({ kind: 'not-enough-data', weeks: 0 });
  });

  it('is not given while a week lies outside of what its like vary by', () => {
    const burst = weeks.map((week, index) => (index === 5 ? { finished: 60, added: 1 } : week));
    expect(forecastOf({ ...outlook, weeks: burst })).toEqual({ kind: 'unstable', weeksAgo: 2, what: 'finished' });
    const planned = weeks.map((week, index) => (index === 0 ? { finished: 5, added: 40 } : week));
    expect(forecastOf({ ...outlook, weeks: planned })).toEqual({ kind: 'unstable', weeksAgo: 7, what: 'added' });
  });
});

describe('the forecast, whatever the numbers', () => {
  it('is never anything but numbers and days', () => {
    fc.assert(
      fc.property(arbitraryOutlook(), (given) => {
        const found = forecastOf(given);
        if (found.kind !== 'forecast') return;
        expect(found.chance).toBeGreaterThanOrEqual(0);
        expect(found.chance).toBeLessThanOrEqual(1);
        for (const rate of [found.neededRate, found.recentRate, found.strain]) expect(rate === null || Number.isFinite(rate)).toBe(true);
        for (const day of Object.values(found.days)) expect(day === null || day >= given.today).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same when asked again', () => {
    fc.assert(
      fc.property(arbitraryOutlook(), (given) => {
        expect(forecastOf(structuredClone(given))).toEqual(forecastOf(given));
      }),
      { numRuns: 15 },
    );
  });
});

describe('levers', () => {
  it('show what a lower target, a later date and fewer issues would do', () => {
    const late = { ...outlook, dueDay: addDays(TODAY, 42) };
    expect(told(late).chance).toBeLessThan(0.1);
    expect(told(pulled(late, { kind: 'target', target: 0.8 })).chance).toBeGreaterThan(0.9);
    expect(told(pulled(late, { kind: 'date', dueDay: addDays(TODAY, 63) })).chance).toBeGreaterThan(0.9);
    expect(told(pulled(late, { kind: 'cut', weightSum: 12, creditSum: 0 })).chance).toBeGreaterThan(0.9);
  });

  it('never show a lower chance where they help', () => {
    fc.assert(
      fc.property(arbitraryOutlook(arbitraryCount), lever, (given, pull) => {
        const after = pulled(given, pull);
        fc.pre(after.target <= given.target && after.dueDay >= given.dueDay);
        const [now, then] = [forecastOf(given), forecastOf(after)];
        expect(then.kind).toBe(now.kind);
        if (now.kind === 'forecast' && then.kind === 'forecast') expect(then.chance).toBeGreaterThanOrEqual(now.chance);
      }),
      { numRuns: 40 },
    );
  });

  it('take the credit of issues in progress along when they are cut', () => {
    expect(pulled(outlook, { kind: 'cut', weightSum: 4, creditSum: 2 })).toMatchObject({ divisor: 56, creditSum: 28 });
  });
});
