/** What is drawn between the spokes: lines between neighbours that have a score, and a gap elsewhere. */
import { runsAround, shapesOf } from '../../../static/features/radar/radar-geometry';

describe('the runs around the circle', () => {
  it('are a single one where no score is missing', () => {
    expect(runsAround([1, 2, 3])).toEqual([[0, 1, 2]]);
  });

  it('go on from the last spoke to the first', () => {
    expect(runsAround([1, null, 3, 4])).toEqual([[2, 3, 0]]);
  });

  it('end at each gap', () => {
    expect(runsAround([1, null, 3, null])).toEqual([[2], [0]]);
    expect(runsAround([null, null])).toEqual([]);
  });
});

it('fills a run with the middle, and a score without neighbours not at all', () => {
  expect(shapesOf([100, 100, null, 50, null], 10)).toHaveLength(1);
  expect(shapesOf([100, 100, null, 50, null], 10)[0]?.area).toMatch(/L0,0 Z$/);
});
