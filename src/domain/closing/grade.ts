/**
 * Grades at the close, 0..1: what the numbers suggest, how a grade is written, and what it means for the ambition of its objective. Who grades,
 * and what they say about it, is not known here.
 */
import { rollUp } from '../roll-up';
import { successLine, type Ambition } from './ambition';

/** 0.65 × 10 is 6.5, and 0.35 × 10 is 3.4999999999999996, which should round up too. */
const hair = 1e-9;

/** What the progress of a key result at the close suggests, unrounded; null (not graded) where nothing was measured. */
export const suggestedGrade = (progress: number | null): number | null => (progress === null ? null : Math.min(1, Math.max(0, progress)));

/**
 * What the grades of its key results suggest for an objective: their mean by weight, unrounded, of those that are graded. Without any, the
 * progress that was rolled up from elsewhere; null where there is none either.
 */
export const suggestedObjectiveGrade = (
  keyResults: readonly { readonly weight: number; readonly grade: number | null }[],
  progress: number | null,
): number | null => rollUp(keyResults.map(({ weight, grade }) => ({ weight, progress: grade }))).progress ?? suggestedGrade(progress);

/**
 * The tenth a grade is shown as, 0..1, rounded half up; null stays null. As with percent, 0 means nothing and 1 means everything: what lies
 * between shows as 0.1 to 0.9.
 */
export function gradeShown(grade: number | null): number | null {
  if (grade === null) return null;
  if (grade <= 0) return 0;
  if (grade >= 1) return 1;
  return Math.min(9, Math.max(1, Math.floor(grade * 10 + 0.5 + hair))) / 10;
}

/** `met`: what was promised. `part`: a good part of it. `missed`: less. `learned`: nothing but learning was promised. */
export type GradeVerdict = 'met' | 'part' | 'missed' | 'learned' | 'not-graded';

/** From here on what falls short of its line is a good part of it. */
const partOf: Readonly<Record<Ambition, number>> = { committed: 0.7, aspirational: 0.4, learning: 0 };

/** Judged by the tenth that is shown, so that a grade and the word beside it never disagree. */
export function gradeVerdict(grade: number | null, ambition: Ambition): GradeVerdict {
  const line = successLine[ambition];
  if (line === null) return 'learned';
  const shown = gradeShown(grade);
  if (shown === null) return 'not-graded';
  if (shown >= line) return 'met';
  return shown >= partOf[ambition] ? 'part' : 'missed';
}

/** Whether somebody has to say why: below the line, or without a grade. Of learning it is asked what was learned instead. */
export const asksCause = (verdict: GradeVerdict): boolean => verdict !== 'met' && verdict !== 'learned';
