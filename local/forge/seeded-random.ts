/** A small generator of repeatable chance; its whole state is one 32-bit number, so it can be saved and taken up again. */
export type SeededRandom = {
  /** The next number in [0, 1). */
  next(): number;
  state(): number;
};

export const createSeededRandom = (seed: number): SeededRandom => {
  let state = seed >>> 0;
  return {
    next: () => {
      state = (state + 0x9e3779b9) >>> 0;
      let mixed = state;
      mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
      mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
      return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
    },
    state: () => state,
  };
};

/** A shuffled copy. */
export const shuffled = <T>(items: readonly T[], random: SeededRandom): T[] =>
  items
    .map((item) => ({ item, order: random.next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
