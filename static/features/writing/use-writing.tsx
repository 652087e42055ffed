/**
 * What can be done to the rows of a list in their place: moved, edited, selected and changed together. One hook for every page with such a list;
 * what is heavier than a row is loaded when it is first wanted.
 */
import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react';
import type { CycleView, ObjectiveView } from '../../../src/contract/okr';
import type { OkrRow } from '../project-okrs/okr-rows';
import { ownedKeyResult, ownedObjective, type Rights } from '../project-okrs/rights';
import { isMovable, type MovableRow } from './order';
import { extended, nothingSelected, present, toggled } from './selection';
import { useReorder } from './use-reorder';

const RowEditor = lazy(() => import('./row-editor'));
const BulkBar = lazy(() => import('./bulk-bar'));

/** What a list offers on its rows. */
export type RowWriting = {
  readonly mayEdit: (row: MovableRow) => boolean;
  readonly mayMove: (row: MovableRow) => boolean;
  readonly step: (row: OkrRow, by: -1 | 1) => void;
  readonly drop: (row: OkrRow, target: OkrRow, side: 'before' | 'after') => void;
  readonly selected: ReadonlySet<string>;
  /** One more or one less, or everything from the last one to this. */
  readonly select: (row: MovableRow, how: 'one' | 'range') => void;
  /** The row that carries the bar of what can be done to all selected ones; null: none is selected. */
  readonly barId: string | null;
  readonly bar: ReactNode;
  readonly editingId: string | null;
  /** Null: none. */
  readonly edit: (row: MovableRow | null) => void;
  /** The form in the place of the row that is edited. */
  readonly editorOf: (row: MovableRow, onClose: () => void) => ReactNode;
};

type Page = {
  readonly objectives: readonly ObjectiveView[];
  readonly rows: readonly OkrRow[];
  readonly rights: Rights;
  readonly cycle: CycleView | null;
  readonly cycles: readonly CycleView[];
  readonly projectId: string | null;
  /** Rows stand in the order people gave them, so that it can be changed. */
  readonly isOrdered: boolean;
};

/** `message` is for those who do not see the list. In a closed cycle nothing can be written: `writing` is null. */
export const useWriting = ({
  objectives,
  rows,
  rights,
  cycle,
  cycles,
  projectId,
  isOrdered,
}: Page): { readonly writing: RowWriting | null; readonly message: string } => {
  const { step, drop, message } = useReorder(objectives);
  const [held, setSelection] = useState(nothingSelected);
  const [editingId, setEditingId] = useState<string | null>(null);
  const selection = useMemo(() => present(held, rows), [held, rows]);
  const selectedRows = rows.filter((row): row is MovableRow => isMovable(row) && selection.ids.has(row.id));
  const mayEdit = (row: MovableRow): boolean =>
    rights.mayChange(row.type === 'objective' ? ownedObjective(row.objective) : ownedKeyResult(row.keyResult, row.objective));
  const writing: RowWriting = {
    mayEdit,
    mayMove: (row) =>
      isOrdered && (row.type === 'objective' ? rights.mayPlan(row.objective.home) : rights.mayChange(ownedObjective(row.objective))),
    step,
    drop,
    selected: selection.ids,
    select: (row, how) => setSelection(how === 'one' ? toggled(selection, row.id) : extended(selection, rows, row.id)),
    barId: selectedRows.some(({ id }) => id === selection.anchorId) ? selection.anchorId : (selectedRows[0]?.id ?? null),
    bar:
      selectedRows.length === 0 || cycle === null ? null : (
        <Suspense fallback={null}>
          <BulkBar
            rows={selectedRows}
            objectives={objectives}
            cycle={cycle}
            cycles={cycles}
            projectId={projectId}
            rights={rights}
            onDone={() => setSelection(nothingSelected)}
          />
        </Suspense>
      ),
    editingId,
    edit: (row) => setEditingId(row?.id ?? null),
    editorOf: (row, onClose) => (
      <Suspense fallback={null}>
        <RowEditor row={row} onClose={onClose} />
      </Suspense>
    ),
  };
  return {
    writing: cycle === null || cycle.state === 'closed' ? null : writing,
    message: selection.ids.size === 0 ? message : `${selection.ids.size} selected`,
  };
};
