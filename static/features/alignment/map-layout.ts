/**
 * Where each card of the map lies: levels are bands from left to right, an objective stands right of the one above it and never left of its
 * level's band, and nothing overlaps. Pure; in px of the unscaled map, from 0.
 */
import { hierarchy, tree } from 'd3-hierarchy';
import type { Aligned } from '../../../src/domain/alignment-forest';
import { levels, type Level } from '../../../src/domain/home';
import type { Branch } from './branches';

type Sizes = {
  readonly card: { readonly width: number; readonly height: number };
  readonly gap: { readonly x: number; readonly y: number };
};

/** Cards hold text, so that they are as much larger as it is. `rem` in px; the width and height are those of the style sheet. */
export const sizesAt = (rem: number): Sizes => ({
  card: { width: 15 * rem, height: 7.75 * rem },
  gap: { x: 4 * rem, y: 1.5 * rem },
});

export type PlacedCard<T extends Aligned> = { readonly branch: Branch<T>; readonly x: number; readonly y: number };

/** From the right edge of the card above to the left edge of the lower one. */
export type PlacedLink = {
  /** Of the lower objective. */
  readonly id: string;
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
};

type Band = { readonly level: Level; readonly x: number; readonly width: number };

export type MapLayout<T extends Aligned> = {
  readonly cards: readonly PlacedCard<T>[];
  readonly links: readonly PlacedLink[];
  /** Levels that have cards, from the widest. */
  readonly bands: readonly Band[];
  readonly width: number;
  readonly height: number;
  readonly sizes: Sizes;
};

/** A card, or, without one, room for the line that passes through a column. */
type Spot<T extends Aligned> = { readonly branch: Branch<T> | null; readonly column: number; readonly spots: readonly Spot<T>[] };

/** Which band a card is in, and how far into it: a wide objective under a narrow one stays in the band of the narrow one. */
type Step = { readonly band: number; readonly into: number };

const stepOf = (branch: Branch<Aligned>, above: Step | null): Step => {
  const own = levels.indexOf(branch.objective.home.level);
  if (above === null || own > above.band) return { band: own, into: 0 };
  return { band: above.band, into: above.into + 1 };
};

/** How many columns each band needs. */
function columnsOf(branches: readonly Branch<Aligned>[]): readonly number[] {
  const columns = levels.map(() => 0);
  const walk = (siblings: readonly Branch<Aligned>[], above: Step | null): void => {
    for (const branch of siblings) {
      const step = stepOf(branch, above);
      columns[step.band] = Math.max(columns[step.band] ?? 0, step.into + 1);
      walk(branch.children, step);
    }
  };
  walk(branches, null);
  return columns;
}

export function layOut<T extends Aligned>(branches: readonly Branch<T>[], sizes: Sizes): MapLayout<T> {
  const { card, gap } = sizes;
  const columnWidth = card.width + gap.x;
  const columns = columnsOf(branches);
  const firstColumn = columns.map((_count, band) => columns.slice(0, band).reduce((sum, count) => sum + count, 0));
  const spotOf = (branch: Branch<T>, above: Step | null, aboveColumn: number): Spot<T> => {
    const step = stepOf(branch, above);
    const column = (firstColumn[step.band] ?? 0) + step.into;
    let spot: Spot<T> = { branch, column, spots: branch.children.map((child) => spotOf(child, step, column)) };
    for (let passed = column - 1; passed > aboveColumn; passed -= 1) spot = { branch: null, column: passed, spots: [spot] };
    return spot;
  };
  const everything: Spot<T> = { branch: null, column: -1, spots: branches.map((branch) => spotOf(branch, null, -1)) };
  const root = tree<Spot<T>>()
    .nodeSize([card.height + gap.y, 1])
    .separation((a, b) => (a.parent === b.parent ? 1 : 1.2))(hierarchy(everything, ({ spots }) => spots));

  const top = root.descendants().reduce((least, node) => (node.data.branch === null ? least : Math.min(least, node.x)), Infinity);
  const xOf = (column: number): number => column * columnWidth;
  const cards: PlacedCard<T>[] = [];
  const links: PlacedLink[] = [];
  root.each((node) => {
    const { branch, column } = node.data;
    if (branch === null) return;
    const y = node.x - top;
    cards.push({ branch, x: xOf(column), y });
    let above = node.parent;
    while (above && above.data.branch === null) above = above.parent;
    if (above) {
      links.push({
        id: branch.objective.id,
        fromX: xOf(above.data.column) + card.width,
        fromY: above.x - top + card.height / 2,
        toX: xOf(column),
        toY: y + card.height / 2,
      });
    }
  });
  const bands = levels.flatMap((level, index): readonly Band[] => {
    const count = columns[index] ?? 0;
    return count === 0 ? [] : [{ level, x: xOf(firstColumn[index] ?? 0), width: count * columnWidth - gap.x }];
  });
  return {
    cards,
    links,
    bands,
    width: bands.reduce((most, band) => Math.max(most, band.x + band.width), 0),
    height: cards.reduce((most, { y }) => Math.max(most, y + card.height), 0),
    sizes,
  };
}

/** A curve through the gap beside the card above, then straight on past the columns between. */
export const linkPath = ({ fromX, fromY, toX, toY }: PlacedLink, { gap }: Sizes): string => {
  const bend = fromX + gap.x / 2;
  return `M${fromX} ${fromY}C${bend} ${fromY} ${bend} ${toY} ${fromX + gap.x} ${toY}H${toX}`;
};
