/** The lines between the cards, as one drawing below them. Solid: the link holds. Dashed: it does not, or passes over a level; the card says which. */
import type { AlignedObjective } from '../../../src/contract/alignment';
import type { AlignmentForest } from '../../../src/domain/alignment-forest';
import { isToLookAt } from '../../../src/domain/line-of-sight';
import { linkPath, type MapLayout } from './map-layout';
import { meets, type Box } from './map-view';

type Props = {
  readonly layout: MapLayout<AlignedObjective>;
  readonly forest: AlignmentForest<AlignedObjective>;
  /** What is to be drawn, in px of the map. */
  readonly drawn: Box;
  /** The objectives on the line that is looked at; null: none is. */
  readonly lit: ReadonlySet<string> | null;
};

/** Px of the end of a link that leads to nothing on the map. */
const stub = 40;

export const MapLinks = ({ layout, forest, drawn, lit }: Props) => {
  const isDashed = (id: string): boolean => {
    const link = forest.linkOf.get(id);
    return link !== undefined && isToLookAt(link);
  };
  const classOf = (id: string, isLit: boolean): string =>
    ['map-link', ...(isDashed(id) ? ['map-link--dashed'] : []), ...(isLit ? ['map-link--lit'] : lit ? ['map-link--dim'] : [])].join(' ');
  const links = layout.links.flatMap((link) => {
    const box = { left: link.fromX, right: link.toX, top: Math.min(link.fromY, link.toY), bottom: Math.max(link.fromY, link.toY) };
    if (!meets(box, drawn)) return [];
    const above = forest.parentOf.get(link.id);
    return [
      {
        id: link.id,
        path: linkPath(link, layout.sizes),
        isLit: lit !== null && lit.has(link.id) && above !== undefined && lit.has(above.id),
      },
    ];
  });
  const ends = layout.cards.flatMap(({ branch: { objective }, x, y }) =>
    forest.parentOf.has(objective.id) || !isDashed(objective.id)
      ? []
      : [{ id: objective.id, path: `M${x - stub} ${y + layout.sizes.card.height / 2}H${x}` }],
  );
  return (
    <svg className="map-links" width={layout.width} height={layout.height} aria-hidden="true" focusable="false">
      {ends.map(({ id, path }) => (
        <path key={`end ${id}`} className={classOf(id, false)} d={path} />
      ))}
      {/* What is looked at is drawn last, over the others. */}
      {links
        .toSorted((a, b) => Number(a.isLit) - Number(b.isLit))
        .map(({ id, path, isLit }) => (
          <path key={id} className={classOf(id, isLit)} d={path} />
        ))}
    </svg>
  );
};
