/**
 * The alignment as a list, equal to the map: the same objectives, folds and lines, as an ARIA tree grid with one Tab stop. Long lists are
 * virtualised. Knows what is to be seen, not where it comes from.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { scrollHeight } from '../../ui/scroll-height';
import './alignment-list.css';
import { AlignmentRow } from './alignment-row';
import type { AlignmentProps } from './alignment-props';
import { flat } from './branches';
import { listKey } from './list-keys';
import { linkWords } from './words';

/** More lines than this, and only those near the visible part are drawn. */
const virtualFrom = 100;
const estimatedHeight = 52;
const screenful = 10;
/** Lines drawn beyond the visible part on either side, so that none is missing while it is scrolled. */
const beyond = 5;

const columns = ['Objective', 'Progress', 'Health', 'Key results', 'Lives in', 'Owner'];

export const AlignmentList = memo(({ branches, forest, groups, cycleNameOf, lit, activeId, revealed, actions }: AlignmentProps) => {
  const rows = useMemo(() => flat(branches), [branches]);
  const scroller = useRef<HTMLDivElement>(null);
  const focusNext = useRef<string | null>(null);
  const virtual = rows.length > virtualFrom;
  // The same while the lines are: with another one the places of all of them are worked out anew.
  const keyAt = useCallback((index: number) => rows[index]?.objective.id ?? index, [rows]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    enabled: virtual,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedHeight,
    getItemKey: keyAt,
    overscan: beyond,
  });
  const drawn = virtual
    ? virtualizer.getVirtualItems().map(({ index, start }) => ({ index, start }))
    : rows.map((_row, index) => ({ index, start: null }));
  const active = Math.max(
    0,
    rows.findIndex(({ objective }) => objective.id === activeId),
  );

  const moveTo = (index: number) => {
    const row = rows[index];
    if (!row) return;
    focusNext.current = row.objective.id;
    if (virtual) virtualizer.scrollToIndex(index, { align: 'auto' });
    actions.activate(row.objective.id);
  };

  useEffect(() => {
    const index = rows.findIndex(({ objective }) => objective.id === revealed?.id);
    if (index === -1) return;
    if (virtual) virtualizer.scrollToIndex(index, { align: 'center' });
    else scroller.current?.querySelector(`[data-row="${CSS.escape(revealed?.id ?? '')}"]`)?.scrollIntoView?.({ block: 'nearest' });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each thing that is to be shown
  }, [revealed]);

  // The line to focus may have to be drawn first.
  useLayoutEffect(() => {
    if (focusNext.current === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(focusNext.current)}"]`);
    if (!row) return;
    focusNext.current = null;
    row.focus({ preventScroll: virtual });
  });

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const row = rows[index];
    if (!row || event.altKey || event.ctrlKey || event.metaKey || event.target !== event.currentTarget) return;
    const { id } = row.objective;
    const does = listKey(rows, index, event.key, screenful);
    if (event.key === 'Enter') actions.open(id);
    else if (event.key === 'l' || event.key === 'L') actions.showLine({ from: 'objective', id });
    else if (does === 'toggle' || (event.key === ' ' && row.under > 0)) actions.toggle(id);
    else if (does !== null) moveTo(does);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      className={virtual ? 'alignment-list alignment-list--scrolling' : 'alignment-list'}
      style={virtual ? { maxHeight: scrollHeight() } : undefined}
      role="treegrid"
      aria-label="Alignment"
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
    >
      <div className="alignment-list__head" role="rowgroup">
        <div className="alignment-row alignment-row--head" role="row" aria-rowindex={1}>
          {columns.map((column, at) => (
            <span key={column} role="columnheader" aria-colindex={at + 1}>
              {column}
            </span>
          ))}
        </div>
      </div>
      <div className="alignment-list__body" role="rowgroup" style={virtual ? { height: virtualizer.getTotalSize() } : undefined}>
        {drawn.map(({ index, start }) => {
          const row = rows[index];
          if (!row) return null;
          const { objective, depth, position, siblings, under, isOpen } = row;
          const link = forest.linkOf.get(objective.id);
          return (
            <div
              key={objective.id}
              ref={virtual ? virtualizer.measureElement : undefined}
              data-index={index}
              data-row={objective.id}
              className={lit?.has(objective.id) ? 'alignment-row alignment-row--lit' : 'alignment-row'}
              style={start === null ? undefined : { position: 'absolute', insetInline: 0, top: 0, transform: `translateY(${start}px)` }}
              role="row"
              aria-level={depth}
              aria-posinset={position}
              aria-setsize={siblings}
              aria-rowindex={index + 2}
              aria-expanded={under > 0 ? isOpen : undefined}
              tabIndex={index === active ? 0 : -1}
              onFocus={() => actions.activate(objective.id)}
              onClick={() => actions.open(objective.id)}
              onKeyDown={(event) => onKeyDown(event, index)}
            >
              <AlignmentRow
                objective={objective}
                groups={groups}
                cycleName={cycleNameOf(objective)}
                depth={depth}
                note={link ? linkWords(link) : null}
                under={under}
                isOpen={isOpen}
                isActive={index === active}
                actions={actions}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
});
AlignmentList.displayName = 'AlignmentList';
