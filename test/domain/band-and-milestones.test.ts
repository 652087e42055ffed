/** Bands and milestones, held to the golden tables of docs/progress.md. */
import fc from 'fast-check';
import { bandProgress } from '../../src/domain/band';
import { milestonesProgress } from '../../src/domain/milestones';
import { goldenTable, readList, readNumber, readRatio } from '../support/golden-tables';

describe('band, row by row', () => {
  test.each(goldenTable('band').map((row) => [row.title, row] as const))('%s', (_, { cell }) => {
    const current = cell('current') === '–' ? null : readNumber(cell('current'));
    const progress = bandProgress({ low: readNumber(cell('low')), high: readNumber(cell('high')) }, current);
    expect(progress).toEqual(readRatio(cell('progress')));
  });
});

test('a band is measured from 0 to 1, and mirrors', () => {
  const number = fc.integer({ min: -1000, max: 1000 });
  fc.assert(
    fc.property(number, fc.integer({ min: 0, max: 1000 }), number, (low, width, current) => {
      const progress = bandProgress({ low, high: low + width }, current);
      expect(progress).toBeGreaterThanOrEqual(0);
      expect(progress).toBeLessThanOrEqual(1);
      expect(bandProgress({ low: -low - width, high: -low }, -current)).toBe(progress);
    }),
  );
});

describe('milestones, row by row', () => {
  test.each(goldenTable('milestones').map((row) => [row.title, row] as const))('%s', (_, { cell }) => {
    const milestones = readList(cell('milestones')).map((text) => {
      const [weight = '', reached] = text.split(' ');
      return { weight: readNumber(weight), reachedDay: reached === undefined ? null : '2026-11-01' };
    });
    expect(milestonesProgress(milestones)).toEqual(readRatio(cell('progress')));
  });
});

test('reaching a milestone never lowers the progress', () => {
  const milestone = fc.record({ weight: fc.integer({ min: 1, max: 9 }), reachedDay: fc.option(fc.constant('2026-11-01')) });
  fc.assert(
    fc.property(fc.array(milestone, { minLength: 1, maxLength: 9 }), fc.nat(8), (milestones, index) => {
      const then = milestones.map((one, at) => (at === index ? { ...one, reachedDay: '2026-11-02' } : one));
      expect(milestonesProgress(then) ?? -1).toBeGreaterThanOrEqual(milestonesProgress(milestones) ?? -1);
    }),
  );
});
