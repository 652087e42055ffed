/**
 * Objectives and their key results as an ARIA tree grid: one Tab stop, arrow keys between rows, ← and → close and open, Enter shows details.
 * Long lists are virtualised. Knows rows, not where they come from.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { scrollHeight } from '../../ui/scroll-height';
import { OkrRowCells, type RowActions } from './okr-row';
import { rowAfterKey, type OkrRow } from './okr-rows';
import './okr-grid.css';
import type { Rights } from './use-rights';

/** More rows than this, and only those near the visible part are drawn. */
const virtualFrom = 100;
const estimatedRowHeight = 52;
const screenful = 10;

const columns = ['Name', 'Progress', 'Trend', 'Health', 'Work', 'Owner', 'Due'];

/** How deep a row is: one deeper where places are shown. */
const levelOf = ({ type }: OkrRow, inPlaces: boolean): number => {
  if (type === 'place') return 1;
  return (type === 'objective' ? 1 : 2) + (inPlaces ? 1 : 0);
};

type Props = {
  readonly rows: readonly OkrRow[];
  /** The id of the row that takes the focus when the grid appears; null: none does. */
  readonly startAt: string | null;
  readonly today: string;
  readonly rights: Rights;
  readonly actions: RowActions;
};

export const OkrGrid = ({ rows, startAt, today, rights, actions }: Props) => {
  const [activeId, setActiveId] = useState(startAt);
  const scroller = useRef<HTMLDivElement>(null);
  const focusNext = useRef(startAt);
  const virtual = rows.length > virtualFrom;
  // eslint-disable-next-line react-hooks/incompatible-library -- the warning is for the React Compiler, which this build does not use
  const virtualizer = useVirtualizer({
    count: rows.length,
    enabled: virtual,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedRowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: screenful,
  });
  const drawn = virtual
    ? virtualizer.getVirtualItems().map(({ index, start }) => ({ index, start }))
    : rows.map((_row, index) => ({ index, start: null }));
  // A row that was filtered away or folded in leaves its place to the first one.
  const active = Math.max(
    0,
    rows.findIndex((row) => row.id === activeId),
  );

  const startIndex = rows.findIndex((row) => row.id === startAt);
  useLayoutEffect(() => {
    if (virtual && startIndex >= 0) virtualizer.scrollToIndex(startIndex, { align: 'center' });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the grid appears
  }, []);

  // The row to focus may have to be drawn first: asked for on a key press, done when it is there.
  useLayoutEffect(() => {
    if (focusNext.current === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(focusNext.current)}"]`);
    if (!row) return;
    focusNext.current = null;
    row.focus({ preventScroll: virtual });
  });

  const moveTo = (index: number) => {
    const row = rows[index];
    if (!row) return;
    focusNext.current = row.id;
    if (virtual) virtualizer.scrollToIndex(index, { align: 'auto' });
    setActiveId(row.id);
  };

  const openRow = (row: OkrRow) => {
    if (row.type === 'no-key-results') actions.addKeyResult(row.objective);
    else if (row.type !== 'place') actions.open(row);
  };

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const row = rows[index];
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
    const expanded = row.type === 'objective' && row.expanded;
    const next = rowAfterKey(rows, index, event.key, screenful);
    if (event.key === 'Enter') {
      openRow(row);
    } else if (row.type === 'objective' && ((event.key === 'ArrowRight' && !expanded) || (event.key === 'ArrowLeft' && expanded))) {
      actions.toggle(row.objective.id);
    } else if (next !== null) moveTo(next);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      className={virtual ? 'okr-grid okr-grid--scrolling' : 'okr-grid'}
      style={virtual ? { maxHeight: scrollHeight() } : undefined}
      role="treegrid"
      aria-label="Objectives and key results"
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
    >
      <div className="okr-grid__head" role="rowgroup">
        <div className="okr-row okr-row--head" role="row" aria-rowindex={1}>
          {columns.map((column, at) => (
            <span
              key={column}
              className={`okr-row__cell okr-row__cell--${column.toLowerCase()}`}
              role="columnheader"
              aria-colindex={at + 1}
            >
              {column}
            </span>
          ))}
        </div>
      </div>
      <div className="okr-grid__body" role="rowgroup" style={virtual ? { height: virtualizer.getTotalSize() } : undefined}>
        {drawn.map(({ index, start }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <div
              key={row.id}
              ref={virtual ? virtualizer.measureElement : undefined}
              data-index={index}
              data-row={row.id}
              className={`okr-row okr-row--${row.type}`}
              style={start === null ? undefined : { position: 'absolute', insetInline: 0, top: 0, transform: `translateY(${start}px)` }}
              role="row"
              aria-level={levelOf(row, rows[0]?.type === 'place')}
              aria-posinset={row.position}
              aria-setsize={row.siblings}
              aria-rowindex={index + 2}
              aria-expanded={row.type === 'objective' ? row.expanded : undefined}
              tabIndex={index === active ? 0 : -1}
              onFocus={() => setActiveId(row.id)}
              onClick={() => (row.type === 'no-key-results' ? undefined : openRow(row))}
              onKeyDown={(event) => onKeyDown(event, index)}
            >
              <OkrRowCells row={row} today={today} rights={rights} actions={actions} active={index === active} />
            </div>
          );
        })}
      </div>
    </div>
  );
};
