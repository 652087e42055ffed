/**
 * Holds an explanation against itself: its parts must add up to the number it explains, and every issue and every part must be somewhere. Says
 * in words what does not; knows neither the app nor Jira.
 */
import type { Explanation, RollUpExplanation, WorkExplanation } from '../../src/contract/explanation';
import { agrees, asNumber, dividedBy, exact, isZero, sum, times, type Exact } from './exact';
import { bandTruth, metricTruth, milestonesTruth } from './outcome-truth';

type Say = (what: string) => void;

const shown = (truth: Exact | null): string => (truth === null ? 'not measured' : String(asNumber(truth)));
const valueOf = (value: number | null): Exact | null => (value === null ? null : exact(value));

function expectNumber(say: Say, what: string, found: number | null, truth: Exact | null): void {
  if (!agrees(found, truth)) say(`${what} is ${found ?? 'not measured'}, its parts say ${shown(truth)}`);
}

/** What the parts of the work say, which must be what its sums and counts say. */
function workProgress(work: WorkExplanation, say: Say): Exact | null {
  const { rule, counts, issues, hidden, elsewhere } = work;
  const counted = issues.filter(({ standing }) => standing === 'counted');
  const credit = sum([
    ...counted.map((issue) => times(exact(issue.weight ?? 0), exact(issue.credit ?? 0))),
    exact(hidden.credit),
    exact(elsewhere.credit),
  ]);
  const weight = sum([...counted.map((issue) => exact(issue.weight ?? 0)), exact(hidden.weight), exact(elsewhere.weight)]);
  const listed = issues.filter(({ standing }) => standing !== 'gone').length;
  const inScope = listed + hidden.issues + elsewhere.issues;
  const countedIssues = counted.length + hidden.counted + elsewhere.counted;
  for (const issue of issues) {
    const isCounted = issue.standing === 'counted';
    if ((issue.weight !== null) !== isCounted || (issue.credit !== null) !== isCounted)
      say(`${issue.key} is ${issue.standing} with weight ${issue.weight} and credit ${issue.credit}`);
  }
  expectNumber(say, 'the sum of credit', work.creditSum, credit);
  expectNumber(say, 'what it is divided by', work.divisor, rule.wanted === null ? weight : exact(rule.wanted));
  if (inScope !== counts.inScope) say(`${counts.inScope} issues are in scope, ${inScope} are listed, hidden or elsewhere`);
  if (countedIssues !== counts.counted) say(`${counts.counted} issues count, ${countedIssues} are listed, hidden or elsewhere`);
  const { counted: ones, cancelled, throughChildren, unestimated } = counts;
  if (ones + cancelled + throughChildren + unestimated !== counts.inScope) say('the counts do not add up to what is in scope');
  if (rule.wanted !== null) return inScope === 0 ? null : dividedBy(credit, exact(rule.wanted));
  return isZero(weight) ? null : dividedBy(credit, weight);
}

function rollUpProgress(rollUp: RollUpExplanation, say: Say): Exact | null {
  const { parts, hidden, measured } = rollUp;
  const own = parts.filter(({ progress }) => progress !== null);
  const weight = sum([...own.map((part) => exact(part.weight)), exact(hidden.weight)]);
  const credit = sum([...own.map((part) => times(exact(part.weight), exact(part.progress ?? 0))), exact(hidden.credit)]);
  expectNumber(say, 'the sum of weights', rollUp.weightSum, weight);
  const total = parts.length + hidden.parts;
  if (measured.measured !== own.length + hidden.measured || measured.total !== total)
    say(`${measured.measured} of ${measured.total} parts are measured, its parts say ${own.length + hidden.measured} of ${total}`);
  return isZero(weight) ? null : dividedBy(credit, weight);
}

function progressOf(explanation: Explanation, say: Say): Exact | null {
  switch (explanation.by) {
    case 'work':
      return workProgress(explanation.work, say);
    case 'metric': {
      const { start, target, current } = explanation.value;
      if (explanation.work !== null) workProgress(explanation.work, say);
      return metricTruth(start, target, valueOf(current));
    }
    case 'band': {
      const { low, high, current } = explanation.value;
      if (explanation.work !== null) workProgress(explanation.work, say);
      return bandTruth(low, high, valueOf(current));
    }
    case 'milestones':
      return milestonesTruth(explanation.milestones);
    case 'roll-up':
      return rollUpProgress(explanation.rollUp, say);
    case 'override': {
      expectNumber(say, 'the computed progress', explanation.computed, rollUpProgress(explanation.rollUp, say));
      return exact(explanation.override.progress);
    }
  }
}

/** What is wrong with the explanation of a number (`shown`, as a page shows it), one line each; empty when all is well. */
export function faultsOf(explanation: Explanation, onPage: number | null): readonly string[] {
  const faults: string[] = [];
  const say = (what: string): void => void faults.push(`${explanation.key || explanation.title}: ${what}`);
  expectNumber(say, 'the number explained', explanation.progress, progressOf(explanation, say));
  expectNumber(say, 'the number on the page', onPage, valueOf(explanation.progress));
  return faults;
}
