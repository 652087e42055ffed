/** The grading of an objective as a form holds it, step by step, what is missing in it, and the request made of it. Pure. */
import type { Input } from '../../../src/contract/api';
import type { ObjectiveClosing } from '../../../src/contract/closing';
import type { ObjectiveView } from '../../../src/contract/okr';
import { nextSteps, type Cause } from '../../../src/domain/closing/cause';
import { asksCause, gradeShown, gradeVerdict, suggestedGrade, suggestedObjectiveGrade } from '../../../src/domain/closing/grade';

export const gradeSteps = ['numbers', 'grades', 'why', 'next'] as const;
export type GradeStep = (typeof gradeSteps)[number];

/** A tenth as it is chosen: `0.7`; empty: not graded. */
type Chosen = string;

export type GradeDraft = {
  /** By key result id. */
  readonly keyResults: Readonly<Record<string, { readonly grade: Chosen; readonly reason: string }>>;
  /** Null: as the numbers suggest. */
  readonly grade: Chosen | null;
  readonly reason: string;
  readonly causes: readonly Cause[];
  readonly causeWords: string;
  readonly learned: string;
  readonly nextStep: string;
  /** A cycle; empty: nowhere. */
  readonly into: string;
};

export const chosenOf = (grade: number | null): Chosen => gradeShown(grade)?.toFixed(1) ?? '';

const numberOf = (chosen: Chosen): number | null => (chosen === '' ? null : Number(chosen));

export const gradeDraftOf = ({ objective, closing }: ObjectiveClosing): GradeDraft => {
  const graded = new Map(closing?.keyResults.map((each) => [each.keyResultId, each]));
  return {
    keyResults: Object.fromEntries(
      objective.keyResults.map(({ id, progress }) => {
        const before = graded.get(id);
        return [id, { grade: chosenOf(before ? before.grade : suggestedGrade(progress)), reason: before?.reason ?? '' }];
      }),
    ),
    grade: closing === null || closing.reason === null ? null : chosenOf(closing.grade),
    reason: closing?.reason ?? '',
    causes: closing?.causes ?? [],
    causeWords: closing?.causeWords ?? '',
    learned: closing?.learned ?? '',
    nextStep: closing?.nextStep ?? '',
    into: closing?.intoCycleId ?? '',
  };
};

/** Unrounded where the chosen tenth is the one that is shown for what is suggested. */
const keyResultGrade = ({ progress }: { readonly progress: number | null }, chosen: Chosen): number | null => {
  const suggested = suggestedGrade(progress);
  return chosen === chosenOf(suggested) ? suggested : numberOf(chosen);
};

/** What the chosen grades of its key results suggest for the objective. */
export const suggestedOf = (objective: ObjectiveView, draft: GradeDraft): number | null =>
  suggestedObjectiveGrade(
    objective.keyResults.map((keyResult) => ({
      weight: keyResult.weight,
      grade: keyResultGrade(keyResult, draft.keyResults[keyResult.id]?.grade ?? ''),
    })),
    objective.progress,
  );

/** The objective's grade as it stands in the form. */
export const gradeOf = (objective: ObjectiveView, draft: GradeDraft): number | null => {
  const suggested = suggestedOf(objective, draft);
  return draft.grade === null || draft.grade === chosenOf(suggested) ? suggested : numberOf(draft.grade);
};

export const verdictOf = (objective: ObjectiveView, draft: GradeDraft) => gradeVerdict(gradeOf(objective, draft), objective.ambition);

export const differs = (progress: number | null, chosen: Chosen): boolean => chosen !== chosenOf(suggestedGrade(progress));

export const objectiveDiffers = (objective: ObjectiveView, draft: GradeDraft): boolean =>
  draft.grade !== null && draft.grade !== chosenOf(suggestedOf(objective, draft));

const sayWhy = 'Say in a few words why it is another grade than the numbers suggest.';

/** Words at what keeps one from going on, by `grade`, the id of a key result, `causes`, `learned` or `nextStep`. */
export function checkStep(step: GradeStep, objective: ObjectiveView, draft: GradeDraft): Readonly<Record<string, string>> {
  switch (step) {
    case 'numbers':
      return {};
    case 'grades': {
      const unexplained = objective.keyResults.filter(({ id, progress }) => {
        const { grade = '', reason = '' } = draft.keyResults[id] ?? {};
        return differs(progress, grade) && reason.trim() === '';
      });
      return {
        ...Object.fromEntries(unexplained.map(({ id }) => [id, sayWhy])),
        ...(objectiveDiffers(objective, draft) && draft.reason.trim() === '' ? { grade: sayWhy } : {}),
      };
    }
    case 'why':
      return {
        ...(asksCause(verdictOf(objective, draft)) && draft.causes.length === 0
          ? { causes: 'Choose at least one cause: it is less than what was promised.' }
          : {}),
        ...(objective.ambition === 'learning' && draft.learned.trim() === ''
          ? { learned: 'It was there to learn something: say what.' }
          : {}),
      };
    case 'next':
      return draft.nextStep === '' ? { nextStep: 'Say what becomes of it.' } : {};
  }
}

export function gradeInput(objective: ObjectiveView, draft: GradeDraft): Input<'gradeObjective'> {
  const given = (reason: string, isAsked: boolean) => (isAsked ? { reason: reason.trim() } : {});
  const nextStep = nextSteps.find((each) => each === draft.nextStep) ?? 'drop';
  return {
    objectiveId: objective.id,
    version: objective.version,
    grade: numberOf(draft.grade ?? chosenOf(suggestedOf(objective, draft))),
    ...given(draft.reason, objectiveDiffers(objective, draft)),
    keyResults: objective.keyResults.map(({ id, progress }) => {
      const { grade = '', reason = '' } = draft.keyResults[id] ?? {};
      return { keyResultId: id, grade: numberOf(grade), ...given(reason, differs(progress, grade)) };
    }),
    causes: [...draft.causes],
    causeWords: draft.causeWords.trim(),
    learned: draft.learned.trim(),
    nextStep,
    intoCycleId: nextStep === 'drop' || draft.into === '' ? null : draft.into,
  };
}
