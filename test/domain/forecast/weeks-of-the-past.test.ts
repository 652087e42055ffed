import fc from 'fast-check';
import { addDays } from '../../../src/domain/calendar';
import { forecastOf } from '../../../src/domain/forecast/forecast';
import { metricOutlook, weeklyChanges } from '../../../src/domain/forecast/weekly-changes';
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

  it('are how much nearer to the target each came, in either direction', () => {
    expect(weeklyChanges(byWeek, up).map(({ finished }) => finished)).toEqual([2, 6, -1, 8]);
    expect(weeklyChanges(byWeek, { start: 100, target: 0 }).map(({ finished }) => finished)).toEqual([-2, -6, 1, -8]);
  });

  it('take the way between two readings as even, and end with the last one', () => {
    expect(
      weeklyChanges(
        read(
          [
            [23, 0],
            [9, 20],
            [2, 26],
            [1, 26],
            [2 - 1, 26],
          ].slice(0, 3) as [number, number][],
        ),
        up,
      ),
    ).toEqual([
      { finished: 10, added: 0 },
      { finished: 6, added: 0 },
    ]);
  });

  it('are no more than there are readings after the first', () => {
    expect(
      weeklyChanges(
        read([
          [70, 0],
          [0, 50],
        ]),
        up,
      ),
    ).toEqual([{ finished: 5, added: 0 }]);
    expect(weeklyChanges(read([[70, 0]]), up)).toEqual([]);
    expect(weeklyChanges([], up)).toEqual([]);
  });

  it('give the same forecast going up and, mirrored, going down', () => {
    const days = { today: TODAY, dueDay: addDays(TODAY, 100) };
    const rising = metricOutlook(up, byWeek, days);
    const falling = metricOutlook(
      { start: 100, target: 0 },
      byWeek.map(({ day, value }) => ({ day, value: 100 - value })),
      days,
    );
    if (rising === null || falling === null) throw new Error('There is a way to go.');
    const found = forecastOf(rising);
    expect(found).toMatchObject({ kind: 'forecast', recentRate: 3.75 });
    expect(forecastOf(falling)).toEqual(found);
  });

  it('have no outlook without a value, or with no way to go', () => {
    const days = { today: TODAY, dueDay: TODAY };
    expect(metricOutlook(up, [], days)).toBeNull();
    expect(metricOutlook({ start: 5, target: 5 }, byWeek, days)).toBeNull();
  });
});
