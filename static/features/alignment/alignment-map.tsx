/**
 * The alignment as a map: levels as bands from left to right, a card an objective, lines between them. Only cards near the frame are drawn, and
 * moving about draws none anew. Knows what is to be seen, not where it comes from.
 */
import { memo, useEffect, useId, useLayoutEffect, useMemo, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import type { AlignedObjective } from '../../../src/contract/alignment';
import { rootFontSize } from '../../ui/root-font-size';
import { scrollHeight } from '../../ui/scroll-height';
import './alignment-map.css';
import type { AlignmentProps } from './alignment-props';
import { MapCard } from './map-card';
import { cardAfterKey } from './map-keys';
import { layOut, sizesAt, type PlacedCard } from './map-layout';
import { MapLegend } from './map-legend';
import { MapLinks } from './map-links';
import { meets, readableScale, spanOf, type Box } from './map-view';
import { useViewport } from './use-viewport';
import { levelWords, linkWords } from './words';

/** Px that an arrow key moves the map. */
const stride = 80;
const strides: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [stride, 0],
  ArrowRight: [-stride, 0],
  ArrowUp: [0, stride],
  ArrowDown: [0, -stride],
};

const cardIdOf = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest<HTMLElement>('[data-card]')?.dataset.card ?? null) : null;

export const AlignmentMap = memo(({ branches, forest, groups, cycleNameOf, lit, activeId, revealed, actions }: AlignmentProps) => {
  const layout = useMemo(() => layOut(branches, sizesAt(rootFontSize())), [branches]);
  const boxOfCard = ({ x, y }: PlacedCard<AlignedObjective>): Box => {
    const { width, height } = layout.sizes.card;
    return { left: x, top: y, right: x + width, bottom: y + height };
  };
  const { frame, world, bands, drawn, scale, move, pointer } = useViewport(layout);
  const hintId = useId();
  const byId = useMemo(() => new Map(layout.cards.map((placed) => [placed.branch.objective.id, placed])), [layout]);
  const active = byId.get(activeId ?? '') ?? layout.cards[0];
  const focusNext = useRef<string | null>(null);
  const held = useRef<{ readonly id: string; readonly x: number; readonly y: number } | null>(null);

  // A card whose branch opens or closes stays under the pointer, wherever the new layout puts it.
  useLayoutEffect(() => {
    const before = held.current;
    const after = before && byId.get(before.id);
    held.current = null;
    if (before && after) move.hold(before, after);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once a layout
  }, [byId]);

  useEffect(() => {
    const placed = revealed && byId.get(revealed.id);
    if (!placed) return;
    const others = revealed.with.flatMap((id) => byId.get(id) ?? []);
    move.reveal(boxOfCard(placed), spanOf([placed, ...others].map(boxOfCard)));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each thing that is to be shown
  }, [revealed]);

  // The card to focus may have to be drawn first.
  useLayoutEffect(() => {
    if (focusNext.current === null) return;
    const element = world.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(focusNext.current)}"] [data-act="open"]`);
    if (!element) return;
    focusNext.current = null;
    element.focus({ preventScroll: true });
  });

  const toggle = (id: string) => {
    const placed = byId.get(id);
    if (placed) held.current = { id, x: placed.x, y: placed.y };
    actions.toggle(id);
  };

  const onClick = (event: MouseEvent) => {
    const id = cardIdOf(event.target);
    const act = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-act]')?.dataset.act : undefined;
    if (id === null || act === undefined || move.wasDragged()) return;
    actions.activate(id);
    if (act === 'open') actions.open(id);
    if (act === 'toggle') toggle(id);
    if (act === 'line') actions.showLine({ from: 'objective', id });
  };

  /** True when the key did something to the card. */
  const cardKey = (placed: PlacedCard<AlignedObjective>, key: string): boolean => {
    const { objective, under, isOpen } = placed.branch;
    if (key === 'l' || key === 'L') actions.showLine({ from: 'objective', id: objective.id });
    else if ((key === ' ' && under > 0) || (key === 'ArrowRight' && under > 0 && !isOpen)) toggle(objective.id);
    else {
      const next = cardAfterKey(layout.cards, placed, forest.parentOf.get(objective.id)?.id ?? null, key);
      if (next === null) return key.startsWith('Arrow');
      focusNext.current = next.branch.objective.id;
      move.bringIn(boxOfCard(next));
      actions.activate(next.branch.objective.id);
    }
    return true;
  };

  const frameKey = (key: string): boolean => {
    if (key === '+' || key === '=') move.zoomIn();
    else if (key === '-') move.zoomOut();
    else if (key === '0') move.fit();
    else return false;
    return true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const placed = byId.get(cardIdOf(event.target) ?? '');
    const onCard = placed && event.target instanceof HTMLElement && event.target.dataset.act === 'open';
    const [x, y] = placed ? [] : (strides[event.key] ?? []);
    if (onCard && cardKey(placed, event.key)) event.preventDefault();
    else if (x !== undefined && y !== undefined) {
      move.pan(x, y);
      event.preventDefault();
    } else if (frameKey(event.key)) event.preventDefault();
  };

  const isFar = scale < readableScale;
  const cards = layout.cards.filter((placed) => placed === active || meets(boxOfCard(placed), drawn));
  return (
    <div className="alignment-map">
      <div className="alignment-map__place">
        <div
          ref={frame}
          className="alignment-map__frame"
          style={{ height: scrollHeight() }}
          role="group"
          aria-label="Alignment map"
          aria-describedby={hintId}
          tabIndex={0}
          {...pointer}
          onClick={onClick}
          onKeyDown={onKeyDown}
        >
          <div ref={bands} className="alignment-map__bands">
            {layout.bands.map(({ level, x, width }) => (
              <div key={level} className="alignment-map__band" style={{ insetInlineStart: x * scale - 16, width: width * scale + 32 }}>
                <h3 className="alignment-map__level small">{levelWords[level]}</h3>
              </div>
            ))}
          </div>
          <div ref={world} className="alignment-map__world">
            <MapLinks layout={layout} forest={forest} drawn={drawn} lit={lit} />
            {cards.map(({ branch: { objective, under, isOpen }, x, y }) => {
              const link = forest.linkOf.get(objective.id);
              return (
                <MapCard
                  key={objective.id}
                  objective={objective}
                  groups={groups}
                  cycleName={cycleNameOf(objective)}
                  x={x}
                  y={y}
                  under={under}
                  isOpen={isOpen}
                  isFar={isFar}
                  isDim={lit !== null && !lit.has(objective.id)}
                  isLit={lit?.has(objective.id) ?? false}
                  isActive={objective.id === active?.branch.objective.id}
                  note={link ? linkWords(link) : null}
                />
              );
            })}
          </div>
        </div>
        <div className="alignment-map__zoom" role="group" aria-label="Zoom">
          <button type="button" aria-label="Zoom out" title="Zoom out (−)" onClick={move.zoomOut}>
            −
          </button>
          <button type="button" className="number" aria-label={`Life size, now ${Math.round(scale * 100)} %`} onClick={move.lifeSize}>
            {Math.round(scale * 100)} %
          </button>
          <button type="button" aria-label="Zoom in" title="Zoom in (+)" onClick={move.zoomIn}>
            +
          </button>
          <button type="button" title="Show everything (0)" onClick={move.fit}>
            Fit
          </button>
        </div>
      </div>
      <MapLegend hintId={hintId} />
    </div>
  );
});
AlignmentMap.displayName = 'AlignmentMap';
