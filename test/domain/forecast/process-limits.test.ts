import fc from 'fast-check';
import { outsideLimits, processLimits } from '../../../src/domain/forecast/process-limits';

const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 30 });

describe('process limits', () => {
  it('are the mean ± 2.66 × the mean of the moving ranges', () => {
    // Ranges 2, 4, 4, 2: 3 on average.
    const limits = processLimits([4, 6, 2, 6, 4]);
    expect(limits?.low).toBeCloseTo(4.4 - 2.66 * 3, 9);
    expect(limits?.high).toBeCloseTo(4.4 + 2.66 * 3, 9);
  });

  it('need two values', () => {
    expect(processLimits([])).toBeNull();
    expect(processLimits([3])).toBeNull();
    expect(outsideLimits([3])).toBeNull();
  });

  it('tell the latest value outside of them', () => {
    expect(outsideLimits([5, 4, 6, 5, 40, 5, 4, 6, 5])).toBe(4);
    expect(outsideLimits([5, 4, 6, 5, 4, 6, 5])).toBeNull();
    expect(outsideLimits([5, 4, 5, 4, -40, 4, 5, 4, 5])).toBe(4);
    // A level that moves: neighbours are alike, and the ends are not what the middle is.
    expect(outsideLimits([1, 1, 1, 2, 9, 9, 9, 9])).not.toBeNull();
  });

  it('hold values that never change', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), (value) => outsideLimits(Array<number>(13).fill(value)) === null),
    );
  });

  it('move with the values and do not care for their unit', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: -20, max: 20 }), fc.integer({ min: 1, max: 20 }), (some, shift, unit) => {
        expect(outsideLimits(some.map((value) => (value + shift) * unit))).toBe(outsideLimits(some));
      }),
    );
  });
});
