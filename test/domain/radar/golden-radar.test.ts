/** The ten rules of the radar, held to docs/radar.md row by row. */
import { percentOf } from '../../../src/domain/percent';
import { derailers } from '../../../src/domain/radar/derailers';
import { spokeOf } from '../../../src/domain/radar/radar';
import { radarThresholds } from '../../../src/domain/radar/thresholds';
import { goldenTable, readList, tableUnder } from '../../support/golden-tables';
import { readFacts } from './read-facts';

describe.each(derailers)('%s, row by row', (derailer) => {
  test.each(goldenTable(derailer, 'radar.md').map((row) => [row.title, row] as const))('%s', (_title, { cell }) => {
    const { score, evidence, missing } = spokeOf(derailer, readFacts(cell('facts')));
    expect(score === null ? '–' : String(percentOf(score / 100))).toBe(cell('score'));
    expect(evidence.map(({ kind }) => kind)).toEqual(readList(cell('evidence')));
    expect(missing === null).toBe(score !== null);
  });
});

test('the page tells the thresholds as the app has them', () => {
  const told = tableUnder('## Thresholds', 'radar.md').slice(1);
  expect(told.map(([name, value]) => [name, Number(value)])).toEqual(Object.entries(radarThresholds));
});
