import fc from 'fast-check';
import { healthByChance, healthThresholds, meanChance } from '../../src/domain/health-by-chance';
import { healthOf } from '../../src/domain/health';
import type { Health } from '../../src/domain/model';
import { goldenTable, readNumber } from '../support/golden-tables';

const ratio = fc.double({ min: 0, max: 1, noNaN: true });
const running = { progress: 0.5, expected: 0.5, today: '2026-11-22', startDay: '2026-10-01' };
const fromWorst: readonly Health[] = ['off-track', 'at-risk', 'on-track'];

describe('health by chance', () => {
  it('is on track from 0.70, at risk from 0.40, and off track below', () => {
    const at = (chance: number): Health => healthByChance({ ...running, chance });
    expect([0, 0.3999, 0.4, 0.6999, 0.7, 1].map(at)).toEqual(['off-track', 'off-track', 'at-risk', 'at-risk', 'on-track', 'on-track']);
  });

  it('is that of the pace without a forecast', () => {
    fc.assert(
      fc.property(fc.option(ratio), ratio, (progress, expected) => {
        expect(healthByChance({ ...running, progress, expected, chance: null })).toBe(healthOf({ ...running, progress, expected }));
      }),
    );
  });

  it('leaves what is done, not started and not measured as it is', () => {
    const surely = { ...running, chance: 0 };
    expect(healthByChance({ ...surely, progress: 1 })).toBe('done');
    expect(healthByChance({ ...surely, isDraft: true })).toBe('not-started');
    expect(healthByChance({ ...surely, startDay: '2026-12-01' })).toBe('not-started');
    expect(healthByChance({ ...surely, progress: null })).toBe('not-measured');
  });

  it('counts in the first tenth too, where the pace says nothing yet', () => {
    expect(healthByChance({ ...running, progress: 0, expected: 0.05, chance: null })).toBe('on-track');
    expect(healthByChance({ ...running, progress: 0, expected: 0.05, chance: 0.1 })).toBe('off-track');
  });

  it('never gets worse with a better chance, and follows other thresholds', () => {
    fc.assert(
      fc.property(ratio, ratio, ratio, (a, b, progress) => {
        const health = (chance: number): number => fromWorst.indexOf(healthByChance({ ...running, progress: progress * 0.99, chance }));
        expect(health(Math.min(a, b))).toBeLessThanOrEqual(health(Math.max(a, b)));
      }),
    );
    const strict = { ...healthThresholds, chanceOnTrack: 0.9 };
    expect(healthByChance({ ...running, chance: 0.8 }, strict)).toBe('at-risk');
  });
});

describe('the chance of an objective, row by row', () => {
  const healths: readonly Health[] = ['on-track', 'at-risk', 'off-track', 'not-started', 'done', 'not-measured'];
  /** `2× 0.8, at-risk`: a weight and a chance, or the health by pace of one without a chance. */
  const partsOf = (text: string) =>
    text.split(', ').map((part) => {
      const [, weight = '1', what = ''] = /^(?:(\d)× )?(.+)$/.exec(part) ?? [];
      const health = healths.find((one) => one === what);
      const chance = health === undefined ? Number(what) : null;
      return { weight: Number(weight), chance, computedHealth: health ?? healthByChance({ ...running, chance }) };
    });

  test.each(goldenTable('the chance of an objective').map((row) => [row.title, row] as const))('%s', (_title, { cell }) => {
    const chance = meanChance(partsOf(cell('key results')));
    if (cell('chance') === 'none') expect(chance).toBeNull();
    else expect(chance).toBeCloseTo(readNumber(cell('chance')), 10);
    expect(chance === null ? '–' : healthByChance({ ...running, chance })).toBe(cell('health'));
  });
});
