/** Grades, causes and what becomes of a goal, in words. */
import type { Ambition } from '../../../src/domain/closing/ambition';
import { causes, nextSteps, type Cause, type NextStep } from '../../../src/domain/closing/cause';
import { gradeShown, type GradeVerdict } from '../../../src/domain/closing/grade';
import type { Format } from '../../ui/format';

export const verdictWords = (verdict: GradeVerdict, ambition: Ambition): string => {
  switch (verdict) {
    case 'met':
      return ambition === 'aspirational' ? 'A success' : 'Kept';
    case 'part':
      return ambition === 'aspirational' ? 'Part of the way' : 'Partly kept';
    case 'missed':
      return 'Missed';
    case 'learned':
      return 'Learned';
    case 'not-graded':
      return 'Not graded';
  }
};

/** `0.7`; of none: `not graded`. */
export const gradeText = (grade: number | null, format: Format): string => {
  const shown = gradeShown(grade);
  return shown === null ? 'not graded' : format.tenths(shown);
};

export const causeWords: Readonly<Record<Cause, string>> = {
  'too-ambitious': 'We had set it too high',
  'other-priorities': 'Something else went first',
  dependency: 'We waited for others',
  capacity: 'We had fewer people or less time than planned',
  'wrong-measure': 'The measure did not show what we wanted',
  'scope-grew': 'There was more to do than planned',
  'started-late': 'We began late',
  'not-ours-to-move': 'It was not ours to move',
  other: 'Something else',
};

export const causeChoices = causes.map((cause) => ({ cause, label: causeWords[cause] }));

export const nextStepWords: Readonly<Record<NextStep, string>> = { keep: 'Keep', change: 'Change', drop: 'Drop' };

const nextStepHelp: Readonly<Record<NextStep, string>> = {
  keep: 'It is still wanted as it is.',
  change: 'It is still wanted, with another goal, measure or scope.',
  drop: 'It is reached, or not wanted any more.',
};

export const nextStepChoices = nextSteps.map((value) => ({ value, label: nextStepWords[value], help: nextStepHelp[value] }));
