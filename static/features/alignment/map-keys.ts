/** Where an arrow key leads from a card of the map: to the one above or first below it, or up and down its column. Pure. */
import type { Aligned } from '../../../src/domain/alignment-forest';
import type { PlacedCard } from './map-layout';

const columnOf = <T extends Aligned>(cards: readonly PlacedCard<T>[], x: number): readonly PlacedCard<T>[] =>
  cards.filter((each) => each.x === x).toSorted((a, b) => a.y - b.y);

/** The card to go to; null when there is none that way. `parentId`: the objective above, where it is drawn. */
export const cardAfterKey = <T extends Aligned>(
  cards: readonly PlacedCard<T>[],
  from: PlacedCard<T>,
  parentId: string | null,
  key: string,
): PlacedCard<T> | null => {
  const column = columnOf(cards, from.x);
  const at = column.findIndex(({ branch }) => branch.objective.id === from.branch.objective.id);
  const byId = (id: string | undefined): PlacedCard<T> | null => cards.find(({ branch }) => branch.objective.id === id) ?? null;
  switch (key) {
    case 'ArrowDown':
      return column[at + 1] ?? null;
    case 'ArrowUp':
      return column[at - 1] ?? null;
    case 'Home':
      return column[0] ?? null;
    case 'End':
      return column.at(-1) ?? null;
    case 'ArrowRight':
      return byId(from.branch.children[0]?.objective.id);
    case 'ArrowLeft':
      return parentId === null ? null : byId(parentId);
    default:
      return null;
  }
};
