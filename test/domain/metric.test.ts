import fc from 'fast-check';
import { metricProgress } from '../../src/domain/metric';
import { goldenTable, readNumber, readRatio } from '../support/golden-tables';

const value = fc.integer({ min: -10_000, max: 10_000 });

describe('metric, row by row', () => {
  test.each(goldenTable('metric').map((row) => [row.title, row] as const))('%s', (_title, { cell }) => {
    const current = cell('current') === '–' ? null : readNumber(cell('current'));
    const goal = { start: readNumber(cell('start')), target: readNumber(cell('target')) };
    // `toBe` tells 0 from −0, which would show as "-0".
    expect(metricProgress(goal, current)).toBe(readRatio(cell('progress')));
  });
});

describe('metric, whatever the numbers', () => {
  it('is the same going up and, mirrored, going down', () => {
    fc.assert(
      fc.property(value, value, value, (start, target, current) => {
        expect(metricProgress({ start: -start, target: -target }, -current)).toBe(metricProgress({ start, target }, current));
      }),
    );
  });

  it('is the rest of the way when start and target change places', () => {
    fc.assert(
      fc.property(value, value, value, (start, target, current) => {
        const [there, back] = [metricProgress({ start, target }, current), metricProgress({ start: target, target: start }, current)];
        if (there === null || back === null) expect([start, there, back]).toEqual([target, null, null]);
        else expect(there + back).toBeCloseTo(1, 9);
      }),
    );
  });

  it('grows with every step towards the target', () => {
    fc.assert(
      fc.property(value, value, value, fc.integer({ min: 1, max: 100 }), (start, target, current, step) => {
        fc.pre(start !== target);
        const goal = { start, target };
        const nearer = current + Math.sign(target - start) * step;
        expect(metricProgress(goal, nearer)).toBeGreaterThan(metricProgress(goal, current) ?? Infinity);
      }),
    );
  });
});
