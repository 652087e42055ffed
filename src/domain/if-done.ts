/**
 * What closing one issue would do for a `work` key result: "closing this moves it from 40 % to 44 %".
 * Asks the same `measureWork` twice, so that the promise and the number that follows can never differ.
 */
import type { CountingRule, IssueFacts } from './model';
import { measureWork, type WorkMeasure } from './work';

type IfDone = {
  /** Progress, 0..1, unrounded. */
  readonly from: number;
  readonly to: number;
  readonly now: WorkMeasure;
  readonly then: WorkMeasure;
};

/**
 * Progress now, and with that one issue done and not cancelled, each with all that was measured.
 * Null where closing it moves nothing: it is not in `issues`, not counted, weighs 0 or is done already.
 */
export function progressIfDone(issues: readonly IssueFacts[], rule: CountingRule, issueId: string): IfDone | null {
  const now = measureWork(issues, rule);
  const issue = now.issues.find((measure) => measure.issueId === issueId);
  if (!issue?.weight || issue.credit === 1) return null;

  const then = measureWork(
    issues.map((facts) => (facts.issueId === issueId ? { ...facts, statusCategory: 'done' } : facts)),
    rule,
  );
  return now.progress === null || then.progress === null ? null : { from: now.progress, to: then.progress, now, then };
}
