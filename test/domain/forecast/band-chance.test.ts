import { bandChance } from '../../../src/domain/forecast/band-chance';

const band = { low: 90, high: 100 };

describe('the chance of a band', () => {
  it('is the share of the weeks that lay inside, both edges included, short of certainty', () => {
    expect(bandChance(band, [90, 95, 100, 94])).toEqual({ kind: 'holds', chance: 5 / 6, inside: 4, weeks: 4 });
    expect(bandChance(band, [88, 95, 102, 94])).toEqual({ kind: 'holds', chance: 3 / 6, inside: 2, weeks: 4 });
    expect(bandChance(band, [80, 82, 81, 83])).toEqual({ kind: 'holds', chance: 1 / 6, inside: 0, weeks: 4 });
  });

  it('is not given for fewer than four weeks, nor while the value is on the move', () => {
    expect(bandChance(band, [95, 95, 95])).toEqual({ kind: 'not-enough-data', weeks: 3 });
    expect(bandChance(band, [95, 94, 95, 94, 95, 40, 95, 94, 95])).toEqual({ kind: 'unstable', weeksAgo: 3, what: 'value' });
  });
});
