/** Every order in which the statements of two runs can reach the engine, for tests that play one after the other by hand. */

/** The statements of a run, one a step. */
export type Run = readonly (() => Promise<void>)[];

type Order = readonly ('first' | 'second')[];

/** Whose turn it is, for two runs of so many steps; each keeps its own order. */
export function ordersOf(first: number, second: number): readonly Order[] {
  if (first === 0 && second === 0) return [[]];
  const goOn = (turn: 'first' | 'second', orders: readonly Order[]): readonly Order[] => orders.map((order) => [turn, ...order]);
  return [
    ...(first > 0 ? goOn('first', ordersOf(first - 1, second)) : []),
    ...(second > 0 ? goOn('second', ordersOf(first, second - 1)) : []),
  ];
}

export async function playInOrder(order: Order, first: Run, second: Run): Promise<void> {
  const turns = { first: first.values(), second: second.values() };
  for (const turn of order) await turns[turn].next().value?.();
}
