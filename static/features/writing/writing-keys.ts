/** The keys that write: F2 edits, x selects, Shift and an arrow selects on the way, Alt and an arrow moves. Knows no list. */
import type { KeyboardEvent } from 'react';
import type { OkrRow } from '../project-okrs/okr-rows';
import { isMovable, type MovableRow } from './order';
import type { RowWriting } from './use-writing';

const steps: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

/** False where the key writes nothing on this row. `neighbour` is the row an arrow leads to, `moveTo` moves the focus there. */
export function onWritingKey(
  event: KeyboardEvent,
  row: MovableRow,
  neighbour: OkrRow | undefined,
  { tools, selected }: Pick<RowWriting, 'tools' | 'selected'>,
  moveTo: (index: number) => void,
  index: number,
): boolean {
  const step = steps[event.key];
  if (event.altKey) {
    if (step === undefined || !tools.mayMove(row)) return false;
    tools.step(row, step);
    return true;
  }
  if (event.shiftKey) {
    if (step === undefined) return false;
    if (selected.size === 0) tools.select(row, 'one');
    else if (neighbour !== undefined && isMovable(neighbour)) tools.select(neighbour, 'range');
    moveTo(index + step);
    return true;
  }
  if (event.key === 'x') tools.select(row, 'one');
  else if (event.key === 'F2' && tools.mayEdit(row)) tools.edit(row);
  else return false;
  return true;
}
