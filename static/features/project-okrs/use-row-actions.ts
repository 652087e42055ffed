/** What the rows of a page's list open and fold: the same from one rendering to the next, so that rows need not be drawn anew. Knows no dialog. */
import { useMemo } from 'react';
import type { ExplanationSubject } from '../../../src/contract/explanation';
import { useLatest } from '../../ui/use-latest';
import type { RowActions } from './okr-row';
import type { OkrListProps } from './okr-surface';

/** What a row opens on top of the list. */
type OpenedByRow =
  | { readonly type: 'objective'; readonly id: string }
  | { readonly type: 'new-key-result'; readonly objectiveId: string }
  | { readonly type: 'explanation'; readonly path: readonly [ExplanationSubject] };

type List = Pick<OkrListProps, 'collapsed' | 'onCollapse' | 'onOpenKeyResult'>;

const toggled = (set: ReadonlySet<string>, id: string): ReadonlySet<string> => {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
};

export const useRowActions = (list: List, open: (what: OpenedByRow) => void): RowActions => {
  const latest = useLatest({ ...list, open });
  return useMemo(
    () => ({
      open: (row) => {
        if (row.type === 'objective') latest.current.open({ type: 'objective', id: row.objective.id });
        if (row.type === 'key-result') latest.current.onOpenKeyResult(row.keyResult.id);
      },
      toggle: (objectiveId) => latest.current.onCollapse(toggled(latest.current.collapsed, objectiveId)),
      addKeyResult: (objective) => latest.current.open({ type: 'new-key-result', objectiveId: objective.id }),
      explain: (subject) => latest.current.open({ type: 'explanation', path: [subject] }),
    }),
    [latest],
  );
};
