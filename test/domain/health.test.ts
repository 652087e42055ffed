import fc from 'fast-check';
import { healthOf, paceThresholds } from '../../src/domain/health';
import type { Health } from '../../src/domain/model';
import { goldenTable, readNumber, readRatio } from '../support/golden-tables';

const ratio = fc.double({ min: 0, max: 1, noNaN: true });
const days = { today: '2026-11-22', startDay: '2026-10-01' };
const fromWorst: readonly Health[] = ['off-track', 'at-risk', 'on-track', 'done'];

describe('health, row by row', () => {
  test.each(goldenTable('health').map((row) => [row.title, row] as const))('%s', (_title, { cell }) => {
    const health = healthOf({
      progress: readRatio(cell('progress')),
      expected: readNumber(cell('expected')),
      today: cell('today'),
      startDay: cell('start'),
    });
    expect(health).toBe(cell('health'));
  });
});

describe('health, whatever the numbers', () => {
  it('never gets worse with more progress, nor better when more is expected', () => {
    fc.assert(
      fc.property(ratio, ratio, ratio, ratio, (a, b, c, d) => {
        const [behind, ahead] = [Math.min(a, b), Math.max(a, b)];
        const [early, late] = [Math.min(c, d), Math.max(c, d)];
        const better = fromWorst.indexOf(healthOf({ progress: ahead, expected: early, ...days }));
        const worse = fromWorst.indexOf(healthOf({ progress: behind, expected: late, ...days }));
        expect(worse).toBeGreaterThanOrEqual(0);
        expect(better).toBeGreaterThanOrEqual(worse);
      }),
    );
  });

  it('follows other thresholds when given some', () => {
    const late = { progress: 0.35, expected: 0.5, ...days };
    expect(healthOf(late)).toBe('at-risk');
    expect(healthOf(late, { ...paceThresholds, onTrack: 0.7 })).toBe('on-track');
    expect(healthOf(late, { ...paceThresholds, atRisk: 0.8 })).toBe('off-track');
    expect(healthOf(late, { ...paceThresholds, grace: 0.6 })).toBe('on-track');
  });
});
