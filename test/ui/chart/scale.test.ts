import fc from 'fast-check';
import { areaPath, linePath } from '../../../static/ui/chart/line-path';
import { dayNumber, dayTicks, linearScale, roundTicks } from '../../../static/ui/chart/scale';

it.each([
  [0, 53, 4, [0, 20, 40, 60]],
  [0, 100, 4, [0, 25, 50, 75, 100]],
  [1.8, 4.2, 4, [1, 2, 3, 4, 5]],
  [0, 0.3, 4, [0, 0.1, 0.2, 0.3]],
  [0, 0, 4, [0, 0.25, 0.5, 0.75, 1]],
  [-3, 7, 4, [-5, -2.5, 0, 2.5, 5, 7.5]],
])('labels an axis from %d to %d with round numbers', (low, high, wanted, ticks) => {
  expect(roundTicks(low, high, wanted)).toEqual(ticks);
});

it('labels reach around every value, ascending and few, whatever the values', () => {
  const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(value, value, (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const ticks = roundTicks(low, high, 4);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      // What nobody can see on an axis with such steps.
      const dust = Math.max(1e-9, ((ticks[1] ?? 0) - (ticks[0] ?? 0)) * 1e-6);
      expect(ticks.length).toBeLessThanOrEqual(8);
      expect(ticks[0]).toBeLessThanOrEqual(low + dust);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(high - dust);
      expect(ticks).toEqual([...ticks].sort((x, y) => x - y));
    }),
  );
});

it('labels the ends of a quarter, firsts and fifteenths, as far as there is room', () => {
  expect(dayTicks('2026-10-01', '2026-12-31', 7)).toEqual([
    '2026-10-01', '2026-10-15', '2026-11-01', '2026-11-15', '2026-12-01', '2026-12-15', '2026-12-31',
  ]); // prettier-ignore
  expect(dayTicks('2026-10-01', '2026-12-31', 20)).toEqual(['2026-10-01', '2026-11-01', '2026-12-01', '2026-12-31']);
  expect(dayTicks('2026-10-01', '2026-12-31', 60)).toEqual(['2026-10-01', '2026-12-31']);
  expect(dayTicks('2026-10-01', '2026-10-01', 7)).toEqual(['2026-10-01']);
});

it('counts days across the change of clocks and leap days', () => {
  expect(dayNumber('2026-10-26') - dayNumber('2026-10-25')).toBe(1);
  expect(dayNumber('2028-03-01') - dayNumber('2028-02-28')).toBe(2);
});

it('maps a domain of one point without dividing by 0', () => {
  expect(linearScale(5, 5, 10, 90)(5)).toBe(10);
  expect(linearScale(0, 10, 90, 10)(5)).toBe(50);
});

it('draws a line with a gap as two lines, in steps where asked, and closes areas at the base', () => {
  const points = [{ x: 0, y: 9 }, { x: 10, y: 5 }, null, { x: 30, y: 3 }, { x: 40, y: 1 }];
  expect(linePath(points)).toBe('M0.0,9.0 L10.0,5.0 M30.0,3.0 L40.0,1.0');
  expect(linePath(points.slice(0, 2), true)).toBe('M0.0,9.0 H10.0 V5.0');
  expect(areaPath(points.slice(0, 2), 10)).toBe('M0.0,9.0 L10.0,5.0 V10.0 H0.0 Z');
  expect(linePath([{ x: 1, y: 1 }, null])).toBe('');
});
