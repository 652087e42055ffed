import fc from 'fast-check';
import { RANK_GAP, rankBetween } from '../../src/domain/rank';

test('the first of all, and one beyond either end', () => {
  expect(rankBetween(null, null)).toBe(RANK_GAP);
  expect(rankBetween(null, 0)).toBe(-RANK_GAP);
  expect(rankBetween(RANK_GAP, null)).toBe(2 * RANK_GAP);
});

test('there is room for twenty halvings between two that were written one after the other', () => {
  let halvings = 0;
  for (let after = 2 * RANK_GAP; ; halvings += 1) {
    const middle = rankBetween(RANK_GAP, after);
    if (middle === null) break;
    after = middle;
  }
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
