/**
 * Work, straight from docs/progress.md and by brute force: who is above whom is found by walking every pair, sums are exact. Knows plain
 * issues and a rule; where they come from is told elsewhere.
 */
import type { CountingRule, IssueStanding, WorkCounts } from '../../src/domain/model';
import { dividedBy, exact, isZero, one, sum, times, zero, type Exact } from './exact';

export type ScopeIssue = {
  readonly id: string;
  readonly category: 'todo' | 'in-progress' | 'done';
  readonly cancelled: boolean;
  readonly gone: boolean;
  readonly points: number | null;
  readonly estimate: number | null;
  readonly numbers: Readonly<Record<string, number>>;
  /** How many key results of the cycle have it in scope, this one included. */
  readonly sharedBy: number;
  /** Whatever is above it, in scope or not. */
  readonly above: readonly string[];
};

type IssueTruth = { readonly standing: IssueStanding; readonly weight: Exact | null; readonly credit: Exact | null };

export type WorkTruth = {
  readonly progress: Exact | null;
  readonly creditSum: Exact;
  readonly weightSum: Exact;
  readonly counts: WorkCounts;
  readonly issues: ReadonlyMap<string, IssueTruth>;
};

/** Whether one can go from the one issue upwards to the other, through any number of issues in scope. */
function reaches(scope: ReadonlyMap<string, ScopeIssue>, from: string, to: string): boolean {
  const seen = new Set<string>();
  const waiting = [...(scope.get(from)?.above ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === to) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(scope.get(next)?.above ?? []));
  }
  return false;
}

function writtenEstimate(issue: ScopeIssue, rule: CountingRule): number | null {
  switch (rule.weightBy) {
    case 'count':
      return 1;
    case 'points':
      return issue.points;
    case 'estimate':
      return issue.estimate;
    case 'field':
      return issue.numbers[rule.fieldId] ?? null;
  }
}

function estimateOf(issue: ScopeIssue, rule: CountingRule): Exact | null {
  const written = writtenEstimate(issue, rule);
  if (written !== null && Number.isFinite(written) && written >= 0) return exact(written);
  return rule.unestimated === 'leave-out' ? null : exact(rule.unestimated);
}

function creditOf(issue: ScopeIssue, rule: CountingRule): Exact {
  if (issue.category === 'done') return one;
  return issue.category === 'in-progress' ? exact(rule.inProgressCredit) : zero;
}

export function judgeScope(issues: readonly ScopeIssue[], rule: CountingRule): WorkTruth {
  const scope = new Map<string, ScopeIssue>();
  for (const issue of issues) if (!scope.has(issue.id)) scope.set(issue.id, issue);
  const remaining = new Map([...scope].filter(([, issue]) => !issue.gone && !issue.cancelled));

  // An upper issue steps aside for one below it; in a circle nobody is below anybody.
  const below = [...remaining.values()].filter(({ above }) => above.length > 0).map(({ id }) => id);
  const stepsAside = (upper: string): boolean =>
    below.some((lower) => reaches(remaining, lower, upper) && !reaches(remaining, upper, lower));

  const judge = (issue: ScopeIssue): IssueTruth => {
    const leftOut = (standing: IssueStanding): IssueTruth => ({ standing, weight: null, credit: null });
    if (issue.gone) return leftOut('gone');
    if (issue.cancelled) return leftOut('cancelled');
    if (stepsAside(issue.id)) return leftOut('through-children');
    const estimate = estimateOf(issue, rule);
    if (estimate === null) return leftOut('unestimated');
    const weight = rule.shared === 'split' ? dividedBy(estimate, exact(issue.sharedBy)) : estimate;
    return { standing: 'counted', weight, credit: creditOf(issue, rule) };
  };

  const judged = new Map([...scope.values()].map((issue) => [issue.id, judge(issue)] as const));
  const standing = (wanted: IssueStanding): number => [...judged.values()].filter((truth) => truth.standing === wanted).length;
  const counted = [...scope.values()].filter(({ id }) => judged.get(id)?.standing === 'counted');
  const weightSum = sum([...judged.values()].map(({ weight }) => weight ?? zero));
  const creditSum = sum([...judged.values()].map(({ weight, credit }) => times(weight ?? zero, credit ?? zero)));
  const inScope = scope.size - standing('gone');

  const progress = (): Exact | null => {
    if (rule.wanted !== null) return inScope === 0 ? null : dividedBy(creditSum, exact(rule.wanted));
    return isZero(weightSum) ? null : dividedBy(creditSum, weightSum);
  };

  return {
    progress: progress(),
    creditSum,
    weightSum,
    counts: {
      inScope,
      counted: counted.length,
      done: counted.filter(({ category }) => category === 'done').length,
      inProgress: counted.filter(({ category }) => category === 'in-progress').length,
      cancelled: standing('cancelled'),
      throughChildren: standing('through-children'),
      unestimated: standing('unestimated'),
    },
    issues: judged,
  };
}
