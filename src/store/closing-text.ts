/**
 * What was said of an objective at the close, as one column of its row, so that it is saved in one statement under the row's version. The grades of
 * its key results are in it and nowhere else. The objective's grade, when it was given and by whom are columns of their own; without a closing
 * nobody has graded it.
 */
import { z } from 'zod';
import { causes, nextSteps, type Cause, type NextStep } from '../domain/closing/cause';

export type KeyResultGradeRecord = {
  readonly keyResultId: string;
  /** What the numbers said when it was graded, unrounded; null: not measured. */
  readonly suggested: number | null;
  /** Null: not graded. */
  readonly grade: number | null;
  /** Why it is another one than suggested; null where it is not. */
  readonly reason: string | null;
};

export type ClosingRecord = {
  readonly suggested: number | null;
  readonly reason: string | null;
  readonly keyResults: readonly KeyResultGradeRecord[];
  readonly causes: readonly Cause[];
  readonly causeWords: string;
  readonly learned: string;
  readonly nextStep: NextStep;
  /** Where it is to go on; null: nowhere. */
  readonly intoCycleId: string | null;
};

const grade = z.number().nullable();

const schema = z.object({
  suggested: grade,
  reason: z.string().nullable(),
  keyResults: z.array(z.object({ keyResultId: z.string(), suggested: grade, grade, reason: z.string().nullable() })),
  causes: z.array(z.enum(causes)),
  causeWords: z.string(),
  learned: z.string(),
  nextStep: z.enum(nextSteps),
  intoCycleId: z.string().nullable(),
});

export const closingText = (closing: ClosingRecord): string => JSON.stringify(closing);

export const parseClosing = (text: string | null): ClosingRecord | null => (text === null ? null : schema.parse(JSON.parse(text)));
