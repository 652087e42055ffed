import { addDays } from '../../../src/domain/calendar';
import { comparableWeeks } from '../../../src/domain/forecast/comparable-weeks';
import type { FlowWeek } from '../../../src/domain/forecast/flow-week';

const END = '2026-11-11';
/** `begun` whole weeks before the end. */
const weeksOf = (amounts: readonly number[], begun: number): readonly number[] =>
  comparableWeeks(amounts, [(amount) => amount], { endDay: END, beginDay: addDays(END, 1 - 7 * begun) });

describe('weeks that can be compared', () => {
  it('are all of them where they look alike', () => {
    expect(weeksOf([3, 4, 5, 4, 3, 4], 2)).toEqual([3, 4, 5, 4, 3, 4]);
    expect(weeksOf([], 2)).toEqual([]);
  });

  it('begin after the last week before the start that was out of the ordinary', () => {
    expect(weeksOf([3, 4, 40, 4, 3, 4, 5, 4, 3], 4)).toEqual([4, 3, 4, 5, 4, 3]);
    expect(weeksOf([0, 60, 40, 4, 3, 4, 5, 4, 3, 4, 5], 4)).toEqual([4, 3, 4, 5, 4, 3, 4, 5]);
  });

  it('keep what was out of the ordinary since the start: that is for the forecast to say', () => {
    expect(weeksOf([3, 4, 3, 4, 3, 40, 4, 3, 4, 3], 6)).toEqual([3, 4, 3, 4, 3, 40, 4, 3, 4, 3]);
  });

  it('begin at the start where nothing has moved yet', () => {
    expect(weeksOf([0, 0, 0, 0, 0], 2)).toEqual([0, 0]);
    expect(weeksOf([0, 0, 0, 0], 0)).toEqual([]);
  });

  it('count idle weeks before the start where the others look like them', () => {
    expect(weeksOf([0, 0, 0, 2, 1, 2], 1)).toEqual([0, 0, 0, 2, 1, 2]);
  });

  it('begin with the first week that was not idle where a week since the start is out of the ordinary beside the idle ones', () => {
    expect(weeksOf([0, 0, 0, 0, 0, 0, 0, 1, 3, 3, 3], 3)).toEqual([1, 3, 3, 3]);
    expect(weeksOf([0, 0, 0, 0, 0, 0, 0, 0, 3, 3, 3], 3)).toEqual([3, 3, 3]);
  });

  it('look at every amount of a week', () => {
    const weeks: readonly FlowWeek[] = [5, 4, 50, 4, 5, 4, 5, 4].map((added) => ({ finished: 2, added }));
    expect(
      comparableWeeks(weeks, [({ finished }) => finished, ({ added }) => added], { endDay: END, beginDay: addDays(END, -13) }),
    ).toEqual(weeks.slice(3));
  });
});
