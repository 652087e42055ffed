/** What the objectives of a report come to: how many of what, and which causes and next steps how often. Adds up nothing else. Pure. */
import type { ReportedObjective } from '../../../src/contract/closing';
import { causes, nextSteps, type Cause, type NextStep } from '../../../src/domain/closing/cause';
import type { GradeVerdict } from '../../../src/domain/closing/grade';

type Count<K> = { readonly of: K; readonly objectives: number };

export type ReportFigures = {
  readonly verdicts: readonly Count<GradeVerdict | 'ungraded'>[];
  /** The most frequent first. */
  readonly causes: readonly Count<Cause>[];
  readonly nextSteps: readonly Count<NextStep>[];
  /** Carried over more than once before. */
  readonly again: number;
};

const verdicts = ['met', 'learned', 'part', 'missed', 'not-graded', 'ungraded'] as const;

function counted<K>(kinds: readonly K[], objectives: readonly ReportedObjective[], is: (objective: ReportedObjective, kind: K) => boolean) {
  return kinds
    .map((of) => ({ of, objectives: objectives.filter((objective) => is(objective, of)).length }))
    .filter((count) => count.objectives > 0);
}

export const reportFigures = (objectives: readonly ReportedObjective[]): ReportFigures => ({
  verdicts: counted(verdicts, objectives, ({ closing }, verdict) => (closing?.verdict ?? 'ungraded') === verdict),
  causes: counted(causes, objectives, ({ closing }, cause) => closing?.causes.includes(cause) ?? false).sort(
    (a, b) => b.objectives - a.objectives,
  ),
  nextSteps: counted(nextSteps, objectives, ({ closing }, step) => closing?.nextStep === step),
  again: objectives.filter(({ carriedOverFrom }) => carriedOverFrom.length > 1).length,
});
