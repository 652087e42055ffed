import fc from 'fast-check';
import { addDays } from '../../../src/domain/calendar';
import { forecastOf } from '../../../src/domain/forecast/forecast';
import { metricOutlook, weeklyChanges, weeklyValues } from '../../../src/domain/forecast/weekly-changes';
import { PAST_WEEKS, weeklyFlow, type FlowDay } from '../../../src/domain/forecast/weekly-flow';

const TODAY = '2026-10-28';
const ago = (days: number): string => addDays(TODAY, -days);

describe('the weeks of work', () => {
  const flow = (entries: readonly (readonly [daysAgo: number, creditSum: number, weightSum: number])[]): readonly FlowDay[] =>
    entries.map(([daysAgo, creditSum, weightSum]) => ({ day: ago(daysAgo), creditSum, weightSum }));

  it('are counted back from today, each from the end of one day to the end of another', () => {
    const days = flow([
      [14, 1, 10],
      [10, 2, 10],
      [7, 4, 12],
      [1, 5, 12],
      [0, 7, 11],
    ]);
    expect(weeklyFlow(days, TODAY, false)).toEqual([
      { finished: 3, added: 2 },
      { finished: 3, added: -1 },
    ]);
  });

  it('take a day that is missing as the one before it, and no week that began before the first entry', () => {
    const days = flow([
      [16, 0, 10],
      [8, 4, 10],
      [2, 6, 10],
    ]);
    expect(weeklyFlow(days, TODAY, false)).toEqual([
      { finished: 4, added: 0 },
      { finished: 2, added: 0 },
    ]);
    expect(weeklyFlow([], TODAY, false)).toEqual([]);
  });

  it('leave out what is added where a number is wanted whatever is in scope', () => {
    expect(
      weeklyFlow(
        flow([
          [7, 1, 10],
          [0, 3, 15],
        ]),
        TODAY,
        true,
      ),
    ).toEqual([{ finished: 2, added: 0 }]);
  });

  it('are a quarter of them at most, and add up to what happened in it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 1, maxLength: 200 }), (steps) => {
        let [creditSum, weightSum] = [0, 0];
        const days = steps.map(([finished, added], index) => {
          [creditSum, weightSum] = [creditSum + finished, weightSum + added];
          return { day: ago(steps.length - 1 - index), creditSum, weightSum };
        });
        const weeks = weeklyFlow(days, TODAY, false);
        expect(weeks.length).toBe(Math.min(PAST_WEEKS, Math.floor((days.length - 1) / 7)));
        const first = days.at(-1 - 7 * weeks.length);
        expect(weeks.reduce((sum, week) => sum + week.finished, 0)).toBe(creditSum - (first?.creditSum ?? 0));
        expect(weeks.reduce((sum, week) => sum + week.added, 0)).toBe(weightSum - (first?.weightSum ?? 0));
      }),
      { numRuns: 50 },
    );
  });
});

describe('the weeks of a metric', () => {
  const up = { start: 0, target: 100 };
  const read = (entries: readonly (readonly [daysAgo: number, value: number])[]) =>
    entries.map(([days, value]) => ({ day: ago(days), value }));
  const byWeek = read([
    [28, 10],
    [21, 12],
    [14, 18],
    [7, 17],
    [0, 25],
  ]);

  it('are how far the value rose in each, which is nearer to the target or further from it', () => {
    expect(weeklyChanges(byWeek)).toEqual([2, 6, -1, 8]);
    const outlook = metricOutlook({ start: 100, target: 0, current: 25 }, weeklyChanges(byWeek), { today: TODAY, dueDay: TODAY });
    expect(outlook?.weeks.map(({ finished }) => finished)).toEqual([-2, -6, 1, -8]);
  });

  it('take the way between two readings as even, and end with the last one', () => {
    const values = read([
      [23, 0],
      [9, 20],
      [2, 26],
    ]);
    expect(weeklyChanges(values)).toEqual([10, 6]);
  });

  it('are no more than there are readings after the first', () => {
    const values = read([
      [70, 0],
      [0, 50],
    ]);
    expect(weeklyChanges(values)).toEqual([5]);
    expect(weeklyChanges(values.slice(0, 1))).toEqual([]);
    expect(weeklyChanges([])).toEqual([]);
  });

  it('give the same forecast going up and, mirrored, going down', () => {
    const days = { today: TODAY, dueDay: addDays(TODAY, 100) };
    const rising = metricOutlook({ ...up, current: 25 }, weeklyChanges(byWeek), days);
    const mirrored = byWeek.map(({ day, value }) => ({ day, value: 100 - value }));
    const falling = metricOutlook({ start: 100, target: 0, current: 75 }, weeklyChanges(mirrored), days);
    if (rising === null || falling === null) throw new Error('There is a way to go.');
    const found = forecastOf(rising);
    expect(found).toMatchObject({ kind: 'forecast', recentRate: 3.75 });
    expect(forecastOf(falling)).toEqual(found);
  });

  it('have no outlook without a value, or with no way to go', () => {
    const days = { today: TODAY, dueDay: TODAY };
    expect(metricOutlook({ ...up, current: null }, [1, 2], days)).toBeNull();
    expect(metricOutlook({ start: 5, target: 5, current: 5 }, [1, 2], days)).toBeNull();
  });
});

describe('the weeks of a band', () => {
  it('are the last value of each week that has one', () => {
    const values = [
      { day: ago(15), value: 90 },
      { day: ago(9), value: 91 },
      { day: ago(7), value: 92 },
      { day: ago(0), value: 95 },
    ];
    expect(weeklyValues(values, TODAY)).toEqual([90, 92, 95]);
    expect(weeklyValues([], TODAY)).toEqual([]);
  });
});
