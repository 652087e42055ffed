import fc from 'fast-check';
import { rollUp } from '../../src/domain/roll-up';
import { goldenTable, readList, readNumber, readRatio } from '../support/golden-tables';

const parts = fc.array(
  fc.record({
    weight: fc.integer({ min: 0, max: 100 }),
    progress: fc.option(fc.double({ min: -1, max: 2, noNaN: true })),
  }),
  { maxLength: 10 },
);

const expectSame = (actual: number | null, expected: number | null): void => {
  if (actual === null || expected === null) expect(actual).toBe(expected);
  else expect(actual).toBeCloseTo(expected, 12);
};

describe('roll-up, row by row', () => {
  test.each(goldenTable('roll-up').map((row) => [row.title, row] as const))('%s', (_title, { cell }) => {
    const row = readList(cell('parts')).map((part) => {
      const [weight = '', progress = ''] = part.split(': ');
      return { weight: readNumber(weight), progress: readRatio(progress) };
    });
    const { progress, measured, total } = rollUp(row);
    expectSame(progress, readRatio(cell('progress')));
    expect({ measured, total }).toEqual({ measured: readNumber(cell('measured')), total: readNumber(cell('total')) });
  });
});

describe('roll-up, whatever the parts', () => {
  it('lies between the least and the greatest measured part', () => {
    fc.assert(
      fc.property(parts, (some) => {
        const { progress } = rollUp(some);
        if (progress === null) return;
        const measured = some.flatMap((part) => (part.progress === null ? [] : [part.progress]));
        expect(progress).toBeGreaterThanOrEqual(Math.min(...measured) - 1e-12);
        expect(progress).toBeLessThanOrEqual(Math.max(...measured) + 1e-12);
      }),
    );
  });

  it('does not change when all weights are scaled alike', () => {
    fc.assert(
      fc.property(parts, fc.double({ min: 0.001, max: 1000, noNaN: true }), (some, factor) => {
        expectSame(rollUp(some.map((part) => ({ ...part, weight: part.weight * factor }))).progress, rollUp(some).progress);
      }),
    );
  });

  it('does not depend on the order of the parts', () => {
    fc.assert(
      fc.property(parts, (some) => {
        expectSame(rollUp([...some].reverse()).progress, rollUp(some).progress);
      }),
    );
  });

  it('does not change when a part that is not measured joins, and says so', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 100 }), (some, weight) => {
        const before = rollUp(some);
        expect(rollUp([{ weight, progress: null }, ...some])).toEqual({ ...before, total: before.total + 1 });
      }),
    );
  });

  it('is exactly 1 when every measured part is', () => {
    fc.assert(
      fc.property(parts, (some) => {
        const whole = some.map(({ weight, progress }) => ({ weight: weight / 10, progress: progress === null ? null : 1 }));
        expect([null, 1]).toContain(rollUp(whole).progress);
      }),
    );
  });
});
