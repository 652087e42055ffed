/**
 * The lines of the tree grid: objectives, and under each open one its key results or an invitation to add the first; above them, where a list
 * spans several places, the place they live in.
 * Pure; says where each line sits, so that the grid only draws and moves.
 */
import type { KeyResultView, ObjectiveView } from '../../../src/contract/okr';
import type { Home } from '../../../src/domain/home';
import type { FoundObjective } from './filter';

type Position = {
  /** Unique on the page. */
  readonly id: string;
  /** 1-based among its siblings. */
  readonly position: number;
  readonly siblings: number;
};

export type OkrRow = Position &
  /** A null name is still to be asked of Jira. */
  (
    | { readonly type: 'place'; readonly home: Home; readonly name: string | null }
    | { readonly type: 'objective'; readonly objective: ObjectiveView; readonly expanded: boolean }
    | { readonly type: 'key-result'; readonly objective: ObjectiveView; readonly keyResult: KeyResultView }
    | { readonly type: 'no-key-results'; readonly objective: ObjectiveView }
  );

export const okrRows = (found: readonly FoundObjective[], collapsed: ReadonlySet<string>): readonly OkrRow[] =>
  found.flatMap(({ objective, keyResults }, index): readonly OkrRow[] => {
    const expanded = !collapsed.has(objective.id);
    const head: OkrRow = { type: 'objective', id: objective.id, objective, expanded, position: index + 1, siblings: found.length };
    if (!expanded) return [head];
    if (objective.measured.total === 0) {
      return [head, { type: 'no-key-results', id: `${objective.id}/none`, objective, position: 1, siblings: 1 }];
    }
    const siblings = keyResults.length;
    return [
      head,
      ...keyResults.map((keyResult, at): OkrRow => ({
        type: 'key-result',
        id: keyResult.id,
        objective,
        keyResult,
        position: at + 1,
        siblings,
      })),
    ];
  });

/** Whether two rows read the same, wherever among the others they stand. */
export const showsTheSame = (a: OkrRow, b: OkrRow): boolean => {
  if (a === b) return true;
  if (a.id !== b.id) return false;
  if (a.type === 'place') return b.type === 'place' && a.name === b.name;
  if (b.type === 'place' || a.objective !== b.objective) return false;
  if (a.type === 'objective') return b.type === 'objective' && a.expanded === b.expanded;
  return a.type === 'key-result' ? b.type === 'key-result' && a.keyResult === b.keyResult : b.type === 'no-key-results';
};

/** The row a key moves to, by index; null when the key is not one that moves, or there is nowhere to go. `page` rows are one screenful. */
export const rowAfterKey = (rows: readonly OkrRow[], at: number, key: string, page: number): number | null => {
  const last = rows.length - 1;
  const to = (index: number) => Math.min(last, Math.max(0, index));
  const row = rows[at];
  switch (key) {
    case 'ArrowDown':
      return to(at + 1);
    case 'ArrowUp':
      return to(at - 1);
    case 'PageDown':
      return to(at + page);
    case 'PageUp':
      return to(at - page);
    case 'Home':
      return to(0);
    case 'End':
      return to(last);
    case 'ArrowRight':
      return row?.type === 'objective' && row.expanded && at < last ? at + 1 : null;
    case 'ArrowLeft':
      return row?.type === 'key-result' || row?.type === 'no-key-results' ? rows.findIndex((each) => each.id === row.objective.id) : null;
    default:
      return null;
  }
};
