/** What was said at the close, as the browser shows it, and what one line of the list of objectives says. Pure. */
import type { ClosingLine, ClosingSubject, ClosingView, CopyView } from '../../contract/closing';
import { gradeVerdict } from '../../domain/closing/grade';
import { carriedOverFrom } from '../../domain/closing/lineage';
import { effectiveProgress } from '../../domain/override';
import type { CopyRecord } from '../../store/closings';
import type { CycleRecord } from '../../store/cycles';
import type { ObjectiveRecord } from '../../store/objective-row';
import { gradeView, objectiveKey } from '../views';

export const closingView = ({ closing, ambition }: Pick<ObjectiveRecord, 'closing' | 'ambition'>): ClosingView | null =>
  closing && { ...closing, verdict: gradeVerdict(closing.grade, ambition), at: new Date(closing.at).toISOString() };

export const copyView = ({ id, number, cycleId, cycleName }: CopyRecord): CopyView => ({
  id,
  key: objectiveKey(number),
  cycleId,
  cycleName,
});

export const copiesOf = ({ id }: Pick<ObjectiveRecord, 'id'>, copies: readonly CopyRecord[]): readonly CopyRecord[] =>
  copies.filter(({ fromId }) => fromId === id);

/** Where it is to go on, as long as no copy of it is there. */
function waitsFor(objective: ObjectiveRecord, copies: readonly CopyRecord[], cycles: readonly CycleRecord[]): ClosingLine['waitsFor'] {
  const into = cycles.find(({ id }) => id === objective.closing?.intoCycleId);
  if (into === undefined || copiesOf(objective, copies).some(({ cycleId }) => cycleId === into.id)) return null;
  return { cycleId: into.id, cycleName: into.name };
}

/** `copies`: of any objective. `day`: on which its progress is seen. */
export function closingSubject(objective: ObjectiveRecord, copies: readonly CopyRecord[], day: string): ClosingSubject {
  return {
    id: objective.id,
    key: objectiveKey(objective.number),
    title: objective.title,
    home: objective.home,
    ownerAccountId: objective.ownerAccountId,
    ambition: objective.ambition,
    progress: effectiveProgress(objective.progress, objective.override, day),
    carriedOverFrom: carriedOverFrom(objective.cycleId, objective.lineage),
    carriedOverTo: copiesOf(objective, copies).map(copyView),
  };
}

export const closingLine = (
  objective: ObjectiveRecord,
  copies: readonly CopyRecord[],
  cycles: readonly CycleRecord[],
  day: string,
): ClosingLine => ({
  ...closingSubject(objective, copies, day),
  grade: gradeView(objective),
  nextStep: objective.closing?.nextStep ?? null,
  waitsFor: waitsFor(objective, copies, cycles),
});
