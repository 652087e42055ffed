/**
 * The element of a row in the tree grid: where it stands, what it says of itself to assistive technology, and what happens to it, which it tells
 * the grid. Drawn anew only when what it is given changes: a grid of thousands is scrolled and filtered. Knows no other row.
 */
import { memo, type DragEvent, type KeyboardEvent, type ReactNode } from 'react';
import { isMovable } from '../writing/order';
import type { RowTools } from '../writing/use-writing';
import { OkrRowCells, type RowActions } from './okr-row';
import type { OkrRow } from './okr-rows';
import type { Rights } from './rights';

/** What happens to a row. The same from one rendering to the next. */
export type RowEvents = {
  readonly focus: (row: OkrRow) => void;
  readonly click: (row: OkrRow) => void;
  readonly key: (event: KeyboardEvent, index: number) => void;
  /** Null: nothing any more. */
  readonly drag: (row: OkrRow | null) => void;
  readonly dragOver: (event: DragEvent, row: OkrRow) => void;
  readonly drop: (event: DragEvent, row: OkrRow) => void;
};

type Props = {
  readonly row: OkrRow;
  readonly index: number;
  /** Px from the top of the grid's body; null: in the flow of the page. */
  readonly start: number | null;
  /** How deep it is, from 1. */
  readonly level: number;
  /** Of the grid. */
  readonly columns: number;
  readonly today: string;
  readonly rights: Rights;
  readonly actions: RowActions;
  /** Null: rows can only be read. */
  readonly tools: RowTools | null;
  readonly isSelected: boolean;
  /** Whether any row is. */
  readonly isSelecting: boolean;
  /** The row that Tab reaches. */
  readonly active: boolean;
  /** The side of it on which what is dragged would go. */
  readonly dropSide: 'before' | 'after' | null;
  /** The form in the place of its cells; null: it is not edited. */
  readonly editor: ReactNode;
  /** What can be done to all selected rows; null: another row carries it, or none. */
  readonly bar: ReactNode;
  readonly events: RowEvents;
  /** Tells its height to whoever places the rows; null: nobody does. */
  readonly measure: ((element: HTMLElement | null) => void) | null;
};

const classOf = ({ row, isSelected, bar, dropSide }: Pick<Props, 'row' | 'isSelected' | 'bar' | 'dropSide'>): string =>
  [
    `okr-row okr-row--${row.type}`,
    ...(isSelected ? ['okr-row--selected'] : []),
    ...(bar === null ? [] : ['okr-row--anchor']),
    ...(dropSide === null ? [] : [`okr-row--drop-${dropSide}`]),
  ].join(' ');

export const GridRow = memo((props: Props) => {
  const { row, index, start, level, columns, today, rights, actions, tools, isSelected, isSelecting, active, editor, bar, events } = props;
  return (
    <div
      ref={props.measure}
      data-index={index}
      data-row={row.id}
      className={classOf(props)}
      style={start === null ? undefined : { position: 'absolute', insetInline: 0, top: 0, transform: `translateY(${start}px)` }}
      role="row"
      aria-level={level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-rowindex={index + 2}
      aria-selected={tools !== null && isMovable(row) ? isSelected : undefined}
      aria-expanded={row.type === 'objective' ? row.expanded : undefined}
      tabIndex={active ? 0 : -1}
      onFocus={() => events.focus(row)}
      onClick={() => events.click(row)}
      onKeyDown={(event) => events.key(event, index)}
      onDragOver={(event) => events.dragOver(event, row)}
      onDrop={(event) => events.drop(event, row)}
    >
      {editor !== null ? (
        <div className="okr-row__editing" role="gridcell" aria-colindex={1} aria-colspan={columns}>
          {editor}
        </div>
      ) : (
        <OkrRowCells
          row={row}
          today={today}
          rights={rights}
          actions={actions}
          active={active}
          tools={tools}
          isSelected={isSelected}
          isSelecting={isSelecting}
          onDrag={events.drag}
        />
      )}
      {bar !== null && (
        <div
          className="okr-row__bar"
          role="gridcell"
          aria-colindex={1}
          aria-colspan={columns}
          onClick={(event) => event.stopPropagation()}
          onKeyDown={(event) => event.stopPropagation()}
        >
          {bar}
        </div>
      )}
    </div>
  );
});
GridRow.displayName = 'GridRow';
