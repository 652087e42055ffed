import fc from 'fast-check';
import { brierScore, reliability, type Forecasted } from '../../../src/domain/learning/calibration';
import { momentDay } from '../../../src/domain/learning/moment';
import { rankCorrelation } from '../../../src/domain/learning/rank-correlation';
import { goldenTable, readList, readNumber } from '../../support/golden-tables';

const rowsOf = (name: string) => goldenTable(name, 'closing.md').map((row) => [row.title, row] as const);
const numberOrNull = (text: string): number | null => (text === '–' ? null : readNumber(text));

/** `5 × 0.8 yes`: as many forecasts of a chance, and whether they came true. */
const readForecasts = (text: string): readonly Forecasted[] =>
  readList(text).flatMap((part) => {
    const [, count, chance = '', outcome] = /^(\d+) × (\S+) (yes|no)$/.exec(part) ?? [];
    return Array.from({ length: Number(count) }, () => ({ chance: readNumber(chance), cameTrue: outcome === 'yes' }));
  });

describe('the Brier score, row by row', () => {
  test.each(rowsOf('Brier score'))('%s', (_title, { cell }) => {
    const found = brierScore(readForecasts(cell('forecasts')));
    const [score, base] = [numberOrNull(cell('score')), numberOrNull(cell('base'))];
    if (score === null || base === null) expect(found).toBeNull();
    else {
      expect(found?.score).toBeCloseTo(score, 10);
      expect(found?.baseScore).toBeCloseTo(base, 10);
    }
  });
});

describe('rank correlation, row by row', () => {
  test.each(rowsOf('rank correlation'))('%s', (_title, { cell }) => {
    const [ones, others] = [readList(cell('one')).map(Number), readList(cell('other')).map(Number)];
    const { rho, pairs } = rankCorrelation(ones.map((one, index) => [one, others[index] ?? NaN]));
    const expected = numberOrNull(cell('rho'));
    if (expected === null) expect(rho).toBeNull();
    else expect(rho).toBeCloseTo(expected, 10);
    expect(pairs).toBe(ones.length);
  });
});

const forecast = fc.record({ chance: fc.double({ min: 0, max: 1, noNaN: true }), cameTrue: fc.boolean() });
const pair = fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 }));

describe('what is learned', () => {
  it('puts every forecast into one bin, and says there what was said', () => {
    fc.assert(
      fc.property(fc.array(forecast, { maxLength: 40 }), (forecasts) => {
        const bins = reliability(forecasts);
        expect(bins.map(({ from }) => from)).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
        expect(bins.reduce((sum, bin) => sum + bin.forecasts, 0)).toBe(forecasts.length);
        for (const { from, to, said, cameTrue } of bins.filter((bin) => bin.forecasts > 0)) {
          expect(said).toBeGreaterThanOrEqual(from - 1e-9);
          expect(said).toBeLessThanOrEqual(to + 1e-9);
          expect(cameTrue).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('does not depend on the order, nor on what is called one and the other', () => {
    fc.assert(
      fc.property(fc.array(pair, { minLength: 10, maxLength: 30 }), (pairs) => {
        const { rho } = rankCorrelation(pairs);
        const mirrored = rankCorrelation(pairs.map(([one, other]) => [other, one] as const).reverse()).rho;
        if (rho === null) expect(mirrored).toBeNull();
        else {
          expect(mirrored).toBeCloseTo(rho, 9);
          expect(Math.abs(rho)).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });

  it('looks at the day on which so much was over, and never at one that is not', () => {
    const quarter = { startDay: '2026-10-01', dueDay: '2026-12-31' };
    expect(momentDay(quarter, 50)).toBe('2026-11-15');
    expect(momentDay({ startDay: '2026-10-01', dueDay: '2026-10-01' }, 75)).toBe('2026-10-01');
    expect(momentDay({ startDay: '2026-10-02', dueDay: '2026-10-01' }, 25)).toBe('2026-10-02');
  });
});
