/** Joins the pages of a work explanation: what is listed, what the viewer may not see, and what is on pages not loaded yet. Pure. */
import type { UnlistedIssues, WorkExplanation } from '../../../src/contract/explanation';
import type { ScopeIssueView } from '../../../src/contract/okr';

const noIssues: UnlistedIssues = { issues: 0, counted: 0, weight: 0, credit: 0 };

const sum = (a: UnlistedIssues, b: UnlistedIssues): UnlistedIssues => ({
  issues: a.issues + b.issues,
  counted: a.counted + b.counted,
  weight: a.weight + b.weight,
  credit: a.credit + b.credit,
});

const sumOfIssues = (issues: readonly ScopeIssueView[]): UnlistedIssues =>
  issues.reduce(
    (total, { weight, credit }) =>
      sum(
        total,
        weight === null || credit === null ? { ...noIssues, issues: 1 } : { issues: 1, counted: 1, weight, credit: weight * credit },
      ),
    noIssues,
  );

export type JoinedIssues = {
  /** Each issue once, in the backend's order. */
  readonly issues: readonly ScopeIssueView[];
  /** Loaded, but not shown to the viewer. */
  readonly hidden: UnlistedIssues;
  /** Not loaded yet. */
  readonly further: UnlistedIssues;
};

/** The pages of one explanation, from the first on. `issues` + `hidden` + `further` add up to the number whatever is loaded. */
export const joinPages = (pages: readonly WorkExplanation[]): JoinedIssues => {
  const issues = [...new Map(pages.flatMap((page) => page.issues).map((issue) => [issue.issueId, issue])).values()];
  const hidden = pages.map((page) => page.hidden).reduce(sum, noIssues);
  const [first] = pages;
  if (!first) return { issues, hidden, further: noIssues };
  const whole = [sumOfIssues(first.issues), first.hidden, first.elsewhere].reduce(sum, noIssues);
  const loaded = sum(sumOfIssues(issues), hidden);
  return {
    issues,
    hidden,
    further: {
      issues: Math.max(0, whole.issues - loaded.issues),
      counted: Math.max(0, whole.counted - loaded.counted),
      weight: Math.max(0, whole.weight - loaded.weight),
      credit: Math.max(0, whole.credit - loaded.credit),
    },
  };
};
