/**
 * What can be done to the rows of a list in their place: moved, edited, selected and changed together. One hook for every page with such a list;
 * what is heavier than a row is loaded when it is first wanted.
 */
import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react';
import type { CycleView, ObjectiveView } from '../../../src/contract/okr';
import { useLatest } from '../../ui/use-latest';
import type { OkrRow } from '../project-okrs/okr-rows';
import { ownedKeyResult, ownedObjective, type Rights } from '../project-okrs/rights';
import { isMovable, type MovableRow } from './order';
import { extended, nothingSelected, present, toggled } from './selection';
import { useReorder } from './use-reorder';

const RowEditor = lazy(() => import('./row-editor'));
const BulkBar = lazy(() => import('./bulk-bar'));

/** What may be done to a row, and the ways to do it: the same from one rendering to the next, while the rights are. */
export type RowTools = {
  readonly mayEdit: (row: MovableRow) => boolean;
  readonly mayMove: (row: MovableRow) => boolean;
  readonly step: (row: OkrRow, by: -1 | 1) => void;
  readonly drop: (row: OkrRow, target: OkrRow, side: 'before' | 'after') => void;
  /** One more or one less, or everything from the last one to this. */
  readonly select: (row: MovableRow, how: 'one' | 'range') => void;
  /** Null: none. */
  readonly edit: (row: MovableRow | null) => void;
};

/** What a list offers on its rows. */
export type RowWriting = {
  readonly tools: RowTools;
  readonly selected: ReadonlySet<string>;
  /** The row that carries the bar of what can be done to all selected ones; null: none is selected. */
  readonly barId: string | null;
  readonly bar: ReactNode;
  readonly editingId: string | null;
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

const none: readonly MovableRow[] = [];

const editorOf: RowWriting['editorOf'] = (row, onClose) => (
  <Suspense fallback={null}>
    <RowEditor row={row} onClose={onClose} />
  </Suspense>
);

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
  const selectedRows = useMemo(
    () => (selection.ids.size === 0 ? none : rows.filter((row): row is MovableRow => isMovable(row) && selection.ids.has(row.id))),
    [selection, rows],
  );
  const shown = useLatest({ selection, rows });
  const tools = useMemo(
    (): RowTools => ({
      mayEdit: (row) =>
        rights.mayChange(row.type === 'objective' ? ownedObjective(row.objective) : ownedKeyResult(row.keyResult, row.objective)),
      mayMove: (row) =>
        isOrdered && (row.type === 'objective' ? rights.mayPlan(row.objective.home) : rights.mayChange(ownedObjective(row.objective))),
      step,
      drop,
      select: (row, how) => {
        const { selection: before, rows: among } = shown.current;
        setSelection(how === 'one' ? toggled(before, row.id) : extended(before, among, row.id));
      },
      edit: (row) => setEditingId(row?.id ?? null),
    }),
    [rights, isOrdered, step, drop, shown],
  );
  const barId = selectedRows.some(({ id }) => id === selection.anchorId) ? selection.anchorId : (selectedRows[0]?.id ?? null);
  const bar = useMemo(
    () =>
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
    [selectedRows, objectives, cycle, cycles, projectId, rights],
  );
  const isClosed = cycle === null || cycle.state === 'closed';
  const writing = useMemo(
    (): RowWriting | null => (isClosed ? null : { tools, selected: selection.ids, barId, bar, editingId, editorOf }),
    [isClosed, tools, selection, barId, bar, editingId],
  );
  return { writing, message: selection.ids.size === 0 ? message : `${selection.ids.size} selected` };
};
