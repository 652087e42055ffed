/** What a row is taken by: a box to select it and a handle to drag it. To be seen while the row is in use, or any row is selected. */
import DragHandleIcon from '@atlaskit/icon/core/drag-handle-vertical';
import type { MouseEvent } from 'react';
import type { OkrRow } from '../project-okrs/okr-rows';
import { thingOf, type MovableRow } from './order';
import './row-handles.css';
import type { RowTools } from './use-writing';

type Props = {
  readonly row: MovableRow;
  readonly tools: RowTools;
  readonly isSelected: boolean;
  /** Whether any row is. */
  readonly isSelecting: boolean;
  readonly onDrag: (row: OkrRow | null) => void;
};

export const RowHandles = ({ row, tools, isSelected, isSelecting, onDrag }: Props) => {
  const { key } = thingOf(row);
  return (
    <span
      className={isSelecting ? 'row-handles row-handles--shown' : 'row-handles'}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        if (event.key === ' ' || event.key === 'Enter') event.stopPropagation();
      }}
    >
      {tools.mayMove(row) && (
        // By keyboard, Alt and an arrow key on the row do the same.
        <span
          className="row-handles__drag"
          aria-hidden="true"
          title="Drag to move, or Alt+↑ and Alt+↓"
          draggable
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move';
            event.dataTransfer.setData('text/plain', key);
            onDrag(row);
          }}
        >
          <DragHandleIcon label="" size="small" />
        </span>
      )}
      <input
        type="checkbox"
        className="row-handles__box"
        aria-label={`Select ${key}`}
        checked={isSelected}
        // By keyboard, x on the row does the same.
        tabIndex={-1}
        onChange={() => undefined}
        onClick={(event: MouseEvent) => tools.select(row, event.shiftKey ? 'range' : 'one')}
      />
    </span>
  );
};
