import fc from 'fast-check';
import { percentOf } from '../../src/domain/percent';
import { goldenTable, readNumber, readRatio } from '../support/golden-tables';

describe('percent, row by row', () => {
  test.each(goldenTable('percent').map((row) => [row.title, row] as const))('%s', (_title, { cell }) => {
    expect(percentOf(readRatio(cell('ratio')))).toBe(cell('percent') === '–' ? null : readNumber(cell('percent')));
  });
});

describe('percent, whatever the ratio', () => {
  it('is the whole number itself for every whole percent', () => {
    for (let percent = 0; percent <= 100; percent += 1) expect(percentOf(percent / 100)).toBe(percent);
  });

  it('rounds every half up, as written in decimals', () => {
    for (let percent = 1; percent < 99; percent += 1) expect(percentOf(Number(`${percent}.5e-2`))).toBe(percent + 1);
  });

  it('shows 0 only for nothing and 100 only for everything, and never falls as the ratio grows', () => {
    const ratio = fc.double({ min: -0.5, max: 1.5, noNaN: true });
    fc.assert(
      fc.property(ratio, ratio, (a, b) => {
        const [less, more] = [percentOf(Math.min(a, b)) ?? NaN, percentOf(Math.max(a, b)) ?? NaN];
        expect(less).toBeLessThanOrEqual(more);
        expect(percentOf(a) === 0).toBe(a <= 0);
        expect(percentOf(a) === 100).toBe(a >= 1);
      }),
    );
  });
});
