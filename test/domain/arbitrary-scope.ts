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
  estimate: fc.option(quarters(40)),
  numbers: fc.option(quarters(9)).map((value): Readonly<Record<string, number>> => (value === null ? {} : { f: value })),
  sharedBy: fc.constantFrom(1, 1, 2, 4),
  ancestorIds: fc.array(issueId, { maxLength: 3 }),
});

/** Issues in scope, each id once; one in five is gone, one in five cancelled. */
export const arbitraryScope: fc.Arbitrary<readonly IssueFacts[]> = fc.uniqueArray(issue, {
  selector: (facts) => facts.issueId,
  maxLength: 12,
});

const howMuch = {
  unestimated: fc.oneof(fc.constant('leave-out' as const), quarters(5)),
  inProgressCredit: fc.constantFrom(0, 0.25, 0.5),
};

const weighing = {
  plain: fc.constantFrom('count' as const, 'points' as const, 'estimate' as const),
  field: { weightBy: fc.constant('field' as const), fieldId: fc.constant('f') },
};

/** Rules of every weight; by share of the scope, shared or split. */
export const arbitraryRule: fc.Arbitrary<CountingRule> = fc.oneof(
  fc.record({
    weightBy: weighing.plain,
    ...howMuch,
    wanted: fc.constant(null),
    shared: fc.constantFrom('repeat' as const, 'split' as const),
  }),
  fc.record({ ...weighing.field, ...howMuch, wanted: fc.constant(null), shared: fc.constantFrom('repeat' as const, 'split' as const) }),
);

/** Rules that want an amount. */
export const arbitraryWanting: fc.Arbitrary<CountingRule> = fc.record({
  weightBy: weighing.plain,
  ...howMuch,
  wanted: fc.integer({ min: 1, max: 40 }),
  shared: fc.constantFrom('repeat' as const, 'split' as const),
});
