/**
 * Random scopes and counting rules for the properties of work.
 * Points are quarters, so that sums are exact in any order; ancestors are drawn freely and may form circles.
 */
import fc from 'fast-check';
import type { CountingRule, IssueFacts } from '../../src/domain/model';

const sometimes = fc.integer({ min: 1, max: 5 }).map((n) => n === 1);

/** Few ids, so that issues often name each other; some are never in scope. */
const issueId = fc.integer({ min: 1, max: 16 }).map(String);

const quarters = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: max * 4 }).map((n) => n / 4);

const issue: fc.Arbitrary<IssueFacts> = fc.record({
  issueId,
  statusCategory: fc.constantFrom('todo', 'in-progress', 'done'),
  cancelled: sometimes,
  gone: sometimes,
  points: fc.option(quarters(20)),
  ancestorIds: fc.array(issueId, { maxLength: 3 }),
});

/** Issues in scope, each id once; one in five is gone, one in five cancelled. */
export const arbitraryScope: fc.Arbitrary<readonly IssueFacts[]> = fc.uniqueArray(issue, {
  selector: (facts) => facts.issueId,
  maxLength: 12,
});

export const arbitraryRule: fc.Arbitrary<CountingRule> = fc.record({
  weightBy: fc.constantFrom('count', 'points'),
  unestimated: fc.oneof(fc.constant('leave-out' as const), quarters(5)),
  inProgressCredit: fc.constantFrom(0, 0.25, 0.5),
});
