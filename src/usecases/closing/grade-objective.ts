/**
 * Grades an objective and its key results at the close: what the numbers suggest stays beside what was given, and all of it is saved in one
 * statement under the objective's version. What is to go on elsewhere is said here and copied by copy-objectives.ts. In a closed cycle what nobody
 * has graded can still be graded, once; the numbers stand still.
 */
import type { Input } from '../../contract/api';
import type { ObjectiveClosing } from '../../contract/closing';
import { asksCause, gradeShown, gradeVerdict, suggestedGrade, suggestedObjectiveGrade } from '../../domain/closing/grade';
import { dayOfView } from '../../domain/cycle';
import { effectiveProgress } from '../../domain/override';
import type { KeyResultGradeRecord } from '../../store/closing-text';
import type { CycleRecord } from '../../store/cycles';
import type { KeyResultRecord } from '../../store/key-result-row';
import type { FieldChangeRecord } from '../../store/plan-changes';
import type { GradedRecord, ObjectiveRecord } from '../../store/objective-row';
import type { Actor, Deps } from '../deps';
import { fieldChange, listText } from '../history/plan-change';
import { recordChange } from '../history/record-change';
import { loadCycles, loadObjective } from '../load';
import { conflict, invalid, OkrError, unknownCycle } from '../okr-error';
import { requireMay } from '../permission';
import { keyResultKey } from '../views';
import { getObjectiveClosing } from './get-objective-closing';

type Grading = Input<'gradeObjective'>;

/**
 * A grade as it is kept: unrounded as suggested where the given tenth is the one that is shown for it, else as given, with the reason. Throws
 * `INVALID` for one that differs without a reason.
 */
function kept(
  suggested: number | null,
  given: { readonly grade: number | null; readonly reason?: string | undefined },
  field: string,
  of: string,
): { readonly grade: number | null; readonly reason: string | null } {
  if (given.grade === gradeShown(suggested)) return { grade: suggested, reason: null };
  if (given.reason === undefined)
    throw invalid(field, `The grade of ${of} is another one than the numbers suggest. Say why in a few words.`);
  return { grade: given.grade, reason: given.reason };
}

function gradeKeyResults(keyResults: readonly KeyResultRecord[], input: Grading): readonly KeyResultGradeRecord[] {
  const given = new Map(input.keyResults.map((each) => [each.keyResultId, each]));
  if (given.size !== keyResults.length || keyResults.some(({ id }) => !given.has(id)))
    throw conflict('objective', 'A key result was added or archived meanwhile. Reload and grade again.');
  return keyResults.map(({ id, number, progress }) => {
    const suggested = suggestedGrade(progress);
    const one = given.get(id) ?? { grade: null };
    return { keyResultId: id, suggested, ...kept(suggested, one, `keyResults.${id}.reason`, keyResultKey(number)) };
  });
}

function checkWords({ ambition }: ObjectiveRecord, { grade }: GradedRecord, input: Grading): void {
  const verdict = gradeVerdict(grade, ambition);
  if (asksCause(verdict) && input.causes.length === 0)
    throw invalid('causes', 'This is less than what was promised. Choose at least one cause, so that it can be seen what comes up again.');
  if (ambition === 'learning' && input.learned === '')
    throw invalid('learned', 'This objective was there to learn something. Say what you have learned.');
}

/** A cycle that goes on after this one, open to be written into. */
function checkInto(cycle: CycleRecord, cycles: readonly CycleRecord[], { nextStep, intoCycleId }: Grading): void {
  if (intoCycleId === null) return;
  const into = cycles.find(({ id }) => id === intoCycleId);
  if (into === undefined) throw unknownCycle();
  if (nextStep === 'drop') throw invalid('intoCycleId', 'What is dropped goes on nowhere. Keep or change it, or choose no cycle.');
  if (into.state === 'closed' || into.endDay <= cycle.endDay)
    throw invalid('intoCycleId', `${into.name} is closed or ends before ${cycle.name} does. Choose a later cycle.`);
}

/** Throws `FORBIDDEN` or `INVALID` where it is too early, or over. */
function checkTime({ state, name, startDay }: CycleRecord, today: string, isGraded: boolean): void {
  if (state === 'draft' || today < startDay) throw invalid('objectiveId', `${name} has not begun yet, so there is nothing to grade.`);
  if (state === 'closed' && isGraded)
    throw new OkrError('FORBIDDEN', `${name} is closed and this grade is part of its report. An OKR admin can reopen the cycle.`);
}

const shown = (grade: number | null): string => gradeShown(grade)?.toFixed(1) ?? 'not graded';

const changesOf = (before: GradedRecord | null, after: GradedRecord): readonly FieldChangeRecord[] => [
  ...fieldChange<GradedRecord | null>('grade', before, after, (closing) => closing && shown(closing.grade)),
  ...fieldChange<GradedRecord | null>('cause', before, after, (closing) => {
    const words = closing === null ? [] : [...closing.causes, ...(closing.causeWords === '' ? [] : [closing.causeWords])];
    return listText(words);
  }),
  ...fieldChange<GradedRecord | null>('learned', before, after, (closing) => closing?.learned || null),
  ...fieldChange<GradedRecord | null>('next step', before, after, (closing) => closing?.nextStep ?? null),
];

/** Answers the objective at its close, as it is now. */
export async function gradeObjective(deps: Deps, actor: Actor, input: Grading): Promise<ObjectiveClosing> {
  const objective = await loadObjective(deps, actor, input.objectiveId);
  await requireMay(deps, actor, 'change the objective', 'objective', { home: objective.home, objective });
  const { cycles, on } = await loadCycles(deps);
  const cycle = cycles.find(({ id }) => id === objective.cycleId);
  if (cycle === undefined) throw unknownCycle();
  checkTime(cycle, on.today, objective.closing !== null);
  checkInto(cycle, cycles, input);

  const keyResults = await deps.store.keyResults.listByObjectives([objective.id]);
  const graded = gradeKeyResults(keyResults, input);
  const weightOf = new Map(keyResults.map(({ id, weight }) => [id, weight]));
  const suggested = suggestedObjectiveGrade(
    graded.map(({ keyResultId, grade }) => ({ weight: weightOf.get(keyResultId) ?? 0, grade })),
    effectiveProgress(objective.progress, objective.override, dayOfView(cycle, on.today)),
  );
  const closing: GradedRecord = {
    suggested,
    ...kept(suggested, input, 'reason', 'the objective'),
    keyResults: graded,
    causes: input.causes,
    causeWords: input.causeWords,
    learned: input.learned,
    nextStep: input.nextStep,
    intoCycleId: input.intoCycleId,
    at: deps.now(),
    byAccountId: actor.accountId,
  };
  checkWords(objective, closing, input);

  const changeId = await recordChange(deps, actor, { type: 'objective', ...objective }, changesOf(objective.closing, closing), {
    reason: closing.reason,
  });
  if (!(await deps.store.closings.save(objective.id, input.version, { ...closing, changeId }))) throw conflict('objective');
  await deps.publish({
    projectIds: objective.home.level === 'project' ? [objective.home.projectId] : [],
    keyResultIds: [],
    issueIds: [],
  });
  return getObjectiveClosing(deps, actor, { objectiveId: objective.id });
}
