/** Where objectives and key results stand on the page, and where one goes that is moved: before the backend has answered. Pure. */
import type { KeyResultView, ObjectiveView } from '../../../src/contract/okr';
import { homeKey } from '../../../src/domain/home';
import { rankBetween } from '../../../src/domain/rank';
import type { OkrRow } from '../project-okrs/okr-rows';

type Ranked = Pick<ObjectiveView | KeyResultView, 'id' | 'key' | 'rank'>;

export type MovableRow = Extract<OkrRow, { readonly type: 'objective' | 'key-result' }>;

export const isMovable = (row: OkrRow): row is MovableRow => row.type === 'objective' || row.type === 'key-result';

export const thingOf = (row: MovableRow): ObjectiveView | KeyResultView => (row.type === 'objective' ? row.objective : row.keyResult);

/** Whether one can be put beside the other: objectives of one place, key results of one objective. */
export const maySwap = (row: OkrRow, target: OkrRow): boolean =>
  isMovable(row) &&
  isMovable(target) &&
  row.type === target.type &&
  row.id !== target.id &&
  (row.type === 'objective' ? homeKey(row.objective.home) === homeKey(target.objective.home) : row.objective.id === target.objective.id);

/** Those that stand in one order with the row's, in that order. */
export const siblingsOf = (objectives: readonly ObjectiveView[], row: MovableRow): readonly Ranked[] =>
  row.type === 'key-result'
    ? (objectives.find(({ id }) => id === row.objective.id)?.keyResults ?? [])
    : objectives.filter(({ home }) => homeKey(home) === homeKey(row.objective.home));

/** The one it stands after now; null: it is the first. */
export const predecessorOf = (siblings: readonly Ranked[], id: string): string | null =>
  siblings[siblings.findIndex((one) => one.id === id) - 1]?.id ?? null;

/** The one it would stand after, one step up or down; undefined where it is at that end already. */
export function stepTarget(siblings: readonly Ranked[], id: string, step: -1 | 1): string | null | undefined {
  const at = siblings.findIndex((one) => one.id === id);
  if (at === -1 || at + step < 0 || at + step >= siblings.length) return undefined;
  return step === 1 ? (siblings[at + 1]?.id ?? null) : (siblings[at - 2]?.id ?? null);
}

function placed<T extends Ranked>(siblings: readonly T[], id: string, afterId: string | null): readonly T[] {
  const moved = siblings.find((one) => one.id === id);
  const others = siblings.filter((one) => one.id !== id);
  const at = afterId === null ? 0 : others.findIndex((one) => one.id === afterId) + 1;
  if (moved === undefined || (afterId !== null && at === 0)) return siblings;
  const rank = rankBetween(others[at - 1]?.rank ?? null, others[at]?.rank ?? null) ?? moved.rank;
  return others.toSpliced(at, 0, { ...moved, rank });
}

/** The list with one of it put after another (null: first); places keep theirs. */
export function reordered(
  objectives: readonly ObjectiveView[],
  subject: { readonly type: 'objective' | 'key-result'; readonly id: string },
  afterId: string | null,
): readonly ObjectiveView[] {
  if (subject.type === 'key-result')
    return objectives.map((objective) =>
      objective.keyResults.some(({ id }) => id === subject.id)
        ? { ...objective, keyResults: placed(objective.keyResults, subject.id, afterId) }
        : objective,
    );
  const home = objectives.find(({ id }) => id === subject.id)?.home;
  if (home === undefined) return objectives;
  const isHere = (objective: ObjectiveView): boolean => homeKey(objective.home) === homeKey(home);
  const here = [...placed(objectives.filter(isHere), subject.id, afterId)];
  return objectives.map((objective) => (isHere(objective) ? (here.shift() ?? objective) : objective));
}
