/**
 * Objectives and their key results as an ARIA tree grid: one Tab stop, arrow keys between rows, ← and → close and open, Enter shows details; where
 * rows can be written, further keys select, edit and move them.
 * Long lists are virtualised. Knows rows, not where they come from.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useLayoutEffect, useMemo, useRef, useState, type DragEvent, type KeyboardEvent } from 'react';
import { isMovable, maySwap } from '../writing/order';
import type { RowWriting } from '../writing/use-writing';
import { onWritingKey } from '../writing/writing-keys';
import { scrollHeight } from '../../ui/scroll-height';
import { useLatest } from '../../ui/use-latest';
import { GridRow, type RowEvents } from './grid-row';
import type { RowActions } from './okr-row';
import { rowAfterKey, type OkrRow } from './okr-rows';
import './okr-grid.css';
import type { Rights } from './rights';

/** More rows than this, and only those near the visible part are drawn. */
const virtualFrom = 100;
const estimatedRowHeight = 52;
const screenful = 10;
/** Rows drawn beyond the visible part on either side, so that none is missing while it is scrolled. */
const beyond = 5;

const columns = ['Name', 'Progress', 'Trend', 'Health', 'Work', 'Owner', 'Due', 'Updated'];

/** How deep a row is: one deeper where places are shown. */
const levelOf = ({ type }: OkrRow, inPlaces: boolean): number => {
  if (type === 'place') return 1;
  return (type === 'objective' ? 1 : 2) + (inPlaces ? 1 : 0);
};

/** Where what is dragged would go. */
type DropAt = { readonly id: string; readonly side: 'before' | 'after' } | null;

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

export const OkrGrid = memo(({ rows, startAt, today, rights, actions, writing }: Props) => {
  const [activeId, setActiveId] = useState(startAt);
  const [dragged, startDrag] = useState<OkrRow | null>(null);
  const [dropAt, setDropAt] = useState<DropAt>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const focusNext = useRef(startAt);
  const virtual = rows.length > virtualFrom;
  // The same while the rows are: with another one the places of all of them are worked out anew.
  const keyAt = useCallback((index: number) => rows[index]?.id ?? index, [rows]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    enabled: virtual,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedRowHeight,
    getItemKey: keyAt,
    overscan: beyond,
  });
  const drawn = virtual
    ? virtualizer.getVirtualItems().map(({ index, start }) => ({ index, start }))
    : rows.map((_row, index) => ({ index, start: null }));
  // A row that was filtered away or folded in leaves its place to the first one.
  const active = Math.max(
    0,
    rows.findIndex((row) => row.id === activeId),
  );

  const inPlaces = rows[0]?.type === 'place';
  const isSelecting = writing !== null && writing.selected.size > 0;

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
    writing?.tools.edit(null);
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
    writing.tools.drop(dragged, row, sideOf(event));
    startDrag(null);
    setDropAt(null);
  };

  const latest = useLatest({ openRow, onKeyDown, onDragOver, onDrop });
  const events = useMemo(
    (): RowEvents => ({
      focus: (row) => setActiveId(row.id),
      click: (row) => {
        if (row.type !== 'no-key-results') latest.current.openRow(row);
      },
      key: (event, index) => latest.current.onKeyDown(event, index),
      drag: (row) => {
        startDrag(row);
        setDropAt(null);
      },
      dragOver: (event, row) => latest.current.onDragOver(event, row),
      drop: (event, row) => latest.current.onDrop(event, row),
    }),
    [latest],
  );

  return (
    <div
      ref={scroller}
      onDragEnd={() => events.drag(null)}
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
          const isEdited = writing !== null && isMovable(row) && writing.editingId === row.id;
          return (
            <GridRow
              key={row.id}
              row={row}
              index={index}
              start={start}
              level={levelOf(row, inPlaces)}
              columns={columns.length}
              today={today}
              rights={rights}
              actions={actions}
              tools={writing?.tools ?? null}
              isSelected={writing?.selected.has(row.id) ?? false}
              isSelecting={isSelecting}
              active={index === active}
              dropSide={dropAt?.id === row.id ? dropAt.side : null}
              editor={isEdited ? writing.editorOf(row, () => stopEditing(row)) : null}
              bar={writing?.barId === row.id ? writing.bar : null}
              events={events}
              measure={virtual ? virtualizer.measureElement : null}
            />
          );
        })}
      </div>
    </div>
  );
});
OkrGrid.displayName = 'OkrGrid';
