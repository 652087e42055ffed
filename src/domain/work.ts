/**
 * The progress of a `work` key result: credit by weight over the issues in its scope, with the part each issue plays.
 * Works on facts alone; where they come from, who may see them and how a number is shown are not its business.
 */
import { issuesAboveOthers } from './ancestry';
import type { CountingRule, IssueFacts, IssueStanding, WorkCounts } from './model';

/** What one issue does for the number. `weight` (its part, where the rule splits) and `credit` (0..1) are null unless the issue is counted. */
export type IssueMeasure = {
  readonly issueId: string;
  readonly standing: IssueStanding;
  readonly weight: number | null;
  readonly credit: number | null;
};

export type WorkMeasure = {
  /** `creditSum` ÷ `divisor`, unrounded, 0 or more; above 1 only past a wanted amount. Null (not measured): see `measureWork`. */
  readonly progress: number | null;
  /** Σ credit × weight over counted issues, in the unit of the weights. */
  readonly creditSum: number;
  /** Σ weight over counted issues. */
  readonly weightSum: number;
  /** The wanted amount, or `weightSum`; in the unit of the weights. 0 where there is nothing to divide by. */
  readonly divisor: number;
  readonly counts: WorkCounts;
  /** One entry per issue id, in the order of the input; a repeated id stands where it came first. */
  readonly issues: readonly IssueMeasure[];
};

/**
 * Measures a scope. By share it is not measured when nothing carries weight; against a wanted amount when nothing is in scope. Expects `rule` within its documented ranges, and `ancestorIds` that reach all the way up.
 * An id that comes more than once counts once, with the facts it came with first. Weights below 0 are no estimate.
 * An issue is judged in this order: gone, cancelled, through its children, unestimated, counted. Only issues that are neither gone nor
 * cancelled can stand in for an ancestor; an unestimated one can, since the work is known to lie there. Ancestors in a circle: see
 * `issuesAboveOthers`.
 */
export function measureWork(issues: readonly IssueFacts[], rule: CountingRule): WorkMeasure {
  const scope = oncePerId(issues);
  const parents = issuesAboveOthers(scope.filter((issue) => !issue.gone && !issue.cancelled));

  const tally: Record<IssueStanding, number> = { counted: 0, 'through-children': 0, cancelled: 0, unestimated: 0, gone: 0 };
  const measures: IssueMeasure[] = [];
  let creditSum = 0;
  let weightSum = 0;
  let done = 0;
  let inProgress = 0;
  for (const issue of scope) {
    const measure = measureIssue(issue, rule, parents.has(issue.issueId));
    measures.push(measure);
    tally[measure.standing] += 1;
    if (measure.weight === null || measure.credit === null) continue;
    creditSum += measure.credit * measure.weight;
    weightSum += measure.weight;
    if (issue.statusCategory === 'done') done += 1;
    if (issue.statusCategory === 'in-progress') inProgress += 1;
  }

  const inScope = scope.length - tally.gone;
  const divisor = rule.wanted ?? weightSum;
  const isMeasured = rule.wanted === null ? weightSum > 0 : inScope > 0 && divisor > 0;
  return {
    progress: isMeasured ? creditSum / divisor : null,
    creditSum,
    weightSum,
    divisor,
    counts: {
      inScope,
      counted: tally.counted,
      done,
      inProgress,
      cancelled: tally.cancelled,
      throughChildren: tally['through-children'],
      unestimated: tally.unestimated,
    },
    issues: measures,
  };
}

function oncePerId(issues: readonly IssueFacts[]): readonly IssueFacts[] {
  const byId = new Map<string, IssueFacts>();
  for (const issue of issues) {
    if (!byId.has(issue.issueId)) byId.set(issue.issueId, issue);
  }
  return [...byId.values()];
}

function measureIssue(issue: IssueFacts, rule: CountingRule, isParent: boolean): IssueMeasure {
  const leftOut = (standing: IssueStanding): IssueMeasure => ({ issueId: issue.issueId, standing, weight: null, credit: null });
  if (issue.gone) return leftOut('gone');
  if (issue.cancelled) return leftOut('cancelled');
  if (isParent) return leftOut('through-children');
  const weight = weightOf(issue, rule);
  if (weight === null) return leftOut('unestimated');
  return { issueId: issue.issueId, standing: 'counted', weight, credit: creditOf(issue, rule) };
}

/** Null: the issue says no weight, and the rule assumes none. */
function weightOf(issue: IssueFacts, rule: CountingRule): number | null {
  const said = saidWeight(issue, rule);
  const whole = said !== null && Number.isFinite(said) && said >= 0 ? said : rule.unestimated === 'leave-out' ? null : rule.unestimated;
  if (whole === null || rule.shared === 'repeat') return whole;
  return whole / Math.max(1, issue.sharedBy);
}

function saidWeight(issue: IssueFacts, rule: CountingRule): number | null {
  switch (rule.weightBy) {
    case 'count':
      return 1;
    case 'points':
      return issue.points;
    case 'estimate':
      return issue.estimate;
    case 'field':
      return Object.hasOwn(issue.numbers, rule.fieldId) ? (issue.numbers[rule.fieldId] ?? null) : null;
  }
}

function creditOf(issue: IssueFacts, rule: CountingRule): number {
  switch (issue.statusCategory) {
    case 'done':
      return 1;
    case 'in-progress':
      return rule.inProgressCredit;
    case 'todo':
      return 0;
  }
}
