import { outcomeOf } from '../../src/domain/confidence-vote';
import { radarThresholds } from '../../src/domain/radar/thresholds';
import { goldenTable, readList, readNumber } from '../support/golden-tables';

describe('confidence votes, row by row', () => {
  test.each(goldenTable('confidence votes').map((row) => [row.title, row] as const))('%s', (_title, { cell }) => {
    const votes = readList(cell('votes')).map(Number);
    const outcome = outcomeOf(votes, radarThresholds.spread);
    expect(outcomeOf(votes.toReversed(), radarThresholds.spread)).toEqual(outcome);
    if (cell('mean') === 'too few') expect(outcome).toEqual({ type: 'too-few' });
    else
      expect(outcome).toMatchObject({
        type: 'shown',
        mean: readNumber(cell('mean')),
        spread: readNumber(cell('spread')),
        isApart: cell('talk') === 'yes',
      });
  });
});
