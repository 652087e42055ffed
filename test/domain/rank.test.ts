import fc from 'fast-check';
import { RANK_GAP, rankBetween } from '../../src/domain/rank';

test('the first of all, and one beyond either end', () => {
  expect(rankBetween(null, null)).toBe(RANK_GAP);
  expect(rankBetween(null, 0)).toBe(-RANK_GAP);
  expect(rankBetween(RANK_GAP, null)).toBe(2 * RANK_GAP);
});

test('there is room for twenty halvings between two that were written one after the other', () => {
  let [before, after, halvings]: [number, number, number] = [RANK_GAP, 2 * RANK_GAP, 0];
  for (let middle = rankBetween(before, after); middle !== null; middle = rankBetween(before, after))
    [after, halvings] = [middle, halvings + 1];
  expect(halvings).toBe(20);
});

test('what is between two is between them, or there is no room', () => {
  const rank = fc.integer({ min: -(2 ** 40), max: 2 ** 40 });
  fc.assert(
    fc.property(rank, rank, (a, b) => {
      const [before, after] = a <= b ? [a, b] : [b, a];
      const between = rankBetween(before, after);
      if (between === null) expect(after - before).toBeLessThan(2);
      else expect(before < between && between < after).toBe(true);
    }),
  );
});
