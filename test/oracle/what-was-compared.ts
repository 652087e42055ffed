/** What a comparison has covered, in words: kinds, rules, sources and standings of what was held against the truth. */
import type { ToldKeyResult, ToldObjective } from './told';
import type { KeyResultTruth, ObjectiveTruth } from './truth';

export function wordsOfKeyResult(told: ToldKeyResult, truth: KeyResultTruth): readonly string[] {
  const { goal, rule, sources } = told;
  const issues = [...truth.work.issues.values()];
  const value = goal.kind === 'metric' || goal.kind === 'band' ? goal.value : null;
  const words: readonly (readonly [boolean, string])[] = [
    [true, goal.kind],
    [value !== null, `value by ${value?.by === 'jira' ? value.measure : 'hand'}`],
    [issues.length > 0, `weight by ${rule.weightBy}`],
    [issues.length > 0 && rule.shared === 'split', 'split'],
    [issues.length > 0 && rule.wanted !== null, 'wanted'],
    [issues.length > 0 && rule.unestimated !== 'leave-out', 'unestimated assumed'],
    [issues.length > 0 && goal.kind !== 'work', 'work track'],
    [truth.progress === null, 'not measured'],
  ];
  return [
    ...words.flatMap(([holds, word]) => (holds ? [word] : [])),
    ...new Set(Object.values(sources).map(({ type }) => `source ${type}`)),
    ...new Set(issues.map(({ standing }) => `issues ${standing}`)),
  ];
}

export function wordsOfObjective(told: ToldObjective, truth: ObjectiveTruth, keyResults: number): readonly string[] {
  return [
    'objective',
    ...(truth.rollUp.total > keyResults ? ['with aligned objectives'] : []),
    ...(truth.rollUp.measured < truth.rollUp.total ? ['with unmeasured parts'] : []),
    ...(told.aligned === null ? [] : [`contribution ${told.aligned.contribution}`]),
    ...(told.override === null ? [] : [truth.progress === truth.computed ? 'override over' : 'override holds']),
  ];
}
