/**
 * Objectives and their key results as an ARIA tree grid: one Tab stop, arrow keys between rows, ← and → close and open, Enter shows details; where
 * rows can be written, further keys select, edit and move them.
 * Long lists are virtualised. Knows rows, not where they come from.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type DragEvent, type KeyboardEvent } from 'react';
import { isMovable, maySwap } from '../writing/order';
import type { RowWriting } from '../writing/use-writing';
import { onWritingKey } from '../writing/writing-keys';
import { scrollHeight } from '../../ui/scroll-height';
import { OkrRowCells, type RowActions } from './okr-row';
import { rowAfterKey, type OkrRow } from './okr-rows';
import './okr-grid.css';
import type { Rights } from './rights';

/** More rows than this, and only those near the visible part are drawn. */
const virtualFrom = 100;
const estimatedRowHeight = 52;
const screenful = 10;

const columns = ['Name', 'Progress', 'Trend', 'Health', 'Work', 'Owner', 'Due', 'Updated'];

/** How deep a row is: one deeper where places are shown. */
const levelOf = ({ type }: OkrRow, inPlaces: boolean): number => {
  if (type === 'place') return 1;
  return (type === 'objective' ? 1 : 2) + (inPlaces ? 1 : 0);
};

/** Where what is dragged would go. */
type DropAt = { readonly id: string; readonly side: 'before' | 'after' } | null;

const classOf = (row: OkrRow, writing: RowWriting | null, dropAt: DropAt): string =>
  [
    `okr-row okr-row--${row.type}`,
    ...(writing?.selected.has(row.id) ? ['okr-row--selected'] : []),
    ...(writing?.barId === row.id ? ['okr-row--anchor'] : []),
    ...(dropAt?.id === row.id ? [`okr-row--drop-${dropAt.side}`] : []),
  ].join(' ');

type Props = {
  readonly rows: readonly OkrRow[];
  /** The id of the row that takes the focus when the grid appears; null: none does. */
  readonly startAt: string | null;
  readonly today: string;
  readonly rights: Rights;
  readonly actions: RowActions;
  /** Null: rows can only be read. */
  readonly writing: RowWriting | null;
};

export const OkrGrid = ({ rows, startAt, today, rights, actions, writing }: Props) => {
  const [activeId, setActiveId] = useState(startAt);
  const [dragged, startDrag] = useState<OkrRow | null>(null);
  const [dropAt, setDropAt] = useState<DropAt>(null);
  const setDragged = (row: OkrRow | null) => {
    startDrag(row);
    setDropAt(null);
  };
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

  // A row that is moved takes the focus along: the browser loses it when the row goes elsewhere in the document.
  const keepFocus = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (keepFocus.current === null || document.activeElement !== document.body) return;
    scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(keepFocus.current)}"]`)?.focus({ preventScroll: virtual });
  });

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

  const stopEditing = (row: OkrRow) => {
    focusNext.current = row.id;
    writing?.edit(null);
  };

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const row = rows[index];
    if (!row || event.ctrlKey || event.metaKey) return;
    const neighbour = rows[index + (event.key === 'ArrowUp' ? -1 : 1)];
    if (writing !== null && isMovable(row) && onWritingKey(event, row, neighbour, writing, moveTo, index)) {
      event.preventDefault();
      keepFocus.current = event.altKey ? row.id : null;
      return;
    }
    if (event.altKey) return;
    keepFocus.current = null;
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

  const sideOf = (event: DragEvent): 'before' | 'after' => {
    const { top, height } = event.currentTarget.getBoundingClientRect();
    return event.clientY < top + height / 2 ? 'before' : 'after';
  };
  const onDragOver = (event: DragEvent, row: OkrRow) => {
    if (dragged === null || !maySwap(dragged, row)) return;
    event.preventDefault();
    const side = sideOf(event);
    if (dropAt?.id !== row.id || dropAt.side !== side) setDropAt({ id: row.id, side });
  };
  const onDrop = (event: DragEvent, row: OkrRow) => {
    if (dragged === null || writing === null) return;
    event.preventDefault();
    writing.drop(dragged, row, sideOf(event));
    setDragged(null);
  };

  return (
    <div
      ref={scroller}
      onDragEnd={() => setDragged(null)}
      className={virtual ? 'okr-grid okr-grid--scrolling' : 'okr-grid'}
      style={virtual ? { maxHeight: scrollHeight() } : undefined}
      role="treegrid"
      aria-label="Objectives and key results"
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable={writing !== null}
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
              className={classOf(row, writing, dropAt)}
              style={start === null ? undefined : { position: 'absolute', insetInline: 0, top: 0, transform: `translateY(${start}px)` }}
              role="row"
              aria-level={levelOf(row, rows[0]?.type === 'place')}
              aria-posinset={row.position}
              aria-setsize={row.siblings}
              aria-rowindex={index + 2}
              aria-selected={writing !== null && isMovable(row) ? writing.selected.has(row.id) : undefined}
              aria-expanded={row.type === 'objective' ? row.expanded : undefined}
              tabIndex={index === active ? 0 : -1}
              onFocus={() => setActiveId(row.id)}
              onClick={() => (row.type === 'no-key-results' ? undefined : openRow(row))}
              onKeyDown={(event) => onKeyDown(event, index)}
              onDragOver={(event) => onDragOver(event, row)}
              onDrop={(event) => onDrop(event, row)}
            >
              {writing !== null && isMovable(row) && writing.editingId === row.id ? (
                <div className="okr-row__editing" role="gridcell" aria-colindex={1} aria-colspan={columns.length}>
                  {writing.editorOf(row, () => stopEditing(row))}
                </div>
              ) : (
                <OkrRowCells
                  row={row}
                  today={today}
                  rights={rights}
                  actions={actions}
                  active={index === active}
                  writing={writing}
                  onDrag={setDragged}
                />
              )}
              {writing?.barId === row.id && (
                <div
                  className="okr-row__bar"
                  role="gridcell"
                  aria-colindex={1}
                  aria-colspan={columns.length}
                  onClick={(event) => event.stopPropagation()}
                  onKeyDown={(event) => event.stopPropagation()}
                >
                  {writing.bar}
                </div>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
};
