import fc from 'fast-check';
import { inTenths } from '../../../static/features/explain/tenths';

const part = fc.double({ min: -200, max: 200, noNaN: true });
const tenths = (value: number) => Math.round(value * 10);

it('rounds parts to one decimal so that they add up to the rounded sum', () => {
  expect(inTenths([33.33, 33.33, 33.34])).toEqual([33.3, 33.3, 33.4]);
  expect(inTenths([100 / 3, 100 / 3, 100 / 3])).toEqual([33.4, 33.3, 33.3]);
  expect(inTenths([])).toEqual([]);
});

it('keeps the sum and moves no part by a tenth or more, whatever the parts', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const rounded = inTenths(parts);
      const sum = parts.reduce((total, each) => total + each, 0);
      const whole = rounded.reduce((total, each) => total + tenths(each), 0);
      expect(Math.abs(whole / 10 - sum)).toBeLessThanOrEqual(0.05 + 1e-6);
      for (const [at, each] of parts.entries()) expect(Math.abs((rounded[at] ?? Number.NaN) - each)).toBeLessThan(0.1 + 1e-6);
    }),
  );
});
