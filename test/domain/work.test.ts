import fc from 'fast-check';
import type { CountingRule, IssueFacts } from '../../src/domain/model';
import { measureWork } from '../../src/domain/work';
import { goldenTable, readIssues, readList, readNumber, readRatio, readRule } from '../support/golden-tables';
import { arbitraryRule, arbitraryScope, arbitraryWanting } from './arbitrary-scope';

const byCount: CountingRule = { weightBy: 'count', unestimated: 'leave-out', inProgressCredit: 0, wanted: null, shared: 'repeat' };

const shuffled = (issues: readonly IssueFacts[]): fc.Arbitrary<readonly IssueFacts[]> =>
  fc.shuffledSubarray([...issues], { minLength: issues.length, maxLength: issues.length });

describe('work, row by row', () => {
  test.each(goldenTable('work').map((row) => [row.title, row] as const))('%s', (_title, { cell }) => {
    const leftOut = new Map(
      readList(cell('left out')).map((text) => {
        const [number = '', ...standing] = text.split(' ');
        return [standing.join(' '), readNumber(number)];
      }),
    );
    const measure = measureWork(readIssues(cell('issues')), readRule(cell('rule')));
    expect(measure.progress).toBe(readRatio(cell('progress')));
    expect(measure.counts).toEqual({
      inScope: readNumber(cell('in scope')),
      counted: readNumber(cell('counted')),
      done: readNumber(cell('done')),
      inProgress: readNumber(cell('in progress')),
      cancelled: leftOut.get('cancelled') ?? 0,
      throughChildren: leftOut.get('through children') ?? 0,
      unestimated: leftOut.get('unestimated') ?? 0,
    });
  });
});

describe('the issues behind the number', () => {
  it('come in the order of the input, each with its standing, weight and credit', () => {
    const rule: CountingRule = { weightBy: 'points', unestimated: 'leave-out', inProgressCredit: 0.5, wanted: null, shared: 'repeat' };
    const issues = readIssues('D done gone, S<E doing 4p, E todo 9p, C done 1p cancelled, U todo, T todo 2p, F done 3p');
    expect(measureWork(issues, rule).issues).toEqual([
      { issueId: 'D', standing: 'gone', weight: null, credit: null },
      { issueId: 'S', standing: 'counted', weight: 4, credit: 0.5 },
      { issueId: 'E', standing: 'through-children', weight: null, credit: null },
      { issueId: 'C', standing: 'cancelled', weight: null, credit: null },
      { issueId: 'U', standing: 'unestimated', weight: null, credit: null },
      { issueId: 'T', standing: 'counted', weight: 2, credit: 0 },
      { issueId: 'F', standing: 'counted', weight: 3, credit: 1 },
    ]);
  });

  it('show an id that comes twice once, where it came first', () => {
    const { issues } = measureWork(readIssues('A done, B todo, A todo'), byCount);
    expect(issues.map((issue) => issue.issueId)).toEqual(['A', 'B']);
    expect(issues[0]?.credit).toBe(1);
  });

  it('add up to the number', () => {
    fc.assert(
      fc.property(arbitraryScope, arbitraryRule, (scope, rule) => {
        const { progress, creditSum, weightSum, issues } = measureWork(scope, rule);
        const counted = issues.filter((issue) => issue.standing === 'counted');
        const weights = counted.reduce((sum, issue) => sum + (issue.weight ?? NaN), 0);
        const credits = counted.reduce((sum, issue) => sum + (issue.weight ?? NaN) * (issue.credit ?? NaN), 0);
        expect([creditSum, weightSum]).toEqual([credits, weights]);
        expect(progress).toBe(weights === 0 ? null : credits / weights);
      }),
    );
  });
});

describe('work, whatever the scope', () => {
  it('stays between 0 and 1, with any points', () => {
    const points = fc.option(fc.oneof(fc.double({ min: -10, max: 1e6, noNaN: true }), fc.constantFrom(NaN, Infinity, -Infinity)));
    fc.assert(
      fc.property(arbitraryScope, fc.array(points, { minLength: 12, maxLength: 12 }), arbitraryRule, (scope, estimates, rule) => {
        const { progress } = measureWork(
          scope.map((issue, i) => ({ ...issue, points: estimates[i] ?? null })),
          rule,
        );
        if (progress === null) return;
        expect(progress).toBeGreaterThanOrEqual(0);
        expect(progress).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is exactly 1 when all that counts is done', () => {
    fc.assert(
      fc.property(arbitraryScope, arbitraryRule, (scope, rule) => {
        const { progress } = measureWork(
          scope.map((issue) => ({ ...issue, statusCategory: 'done', points: issue.points === null ? null : issue.points / 10 })),
          rule,
        );
        expect([null, 1]).toContain(progress);
      }),
    );
  });

  it('never falls when one more issue gets done', () => {
    fc.assert(
      fc.property(arbitraryScope, arbitraryRule, fc.nat(), (scope, rule, n) => {
        const closed = scope[n % Math.max(1, scope.length)];
        const before = measureWork(scope, rule).progress;
        const after = measureWork(
          scope.map((issue) => (issue === closed ? { ...issue, statusCategory: 'done' } : issue)),
          rule,
        ).progress;
        expect(after === null).toBe(before === null);
        expect(after ?? 0).toBeGreaterThanOrEqual(before ?? 0);
      }),
    );
  });

  it('does not depend on the order of the issues', () => {
    fc.assert(
      fc.property(
        arbitraryScope.chain((scope) => fc.tuple(fc.constant(scope), shuffled(scope))),
        arbitraryRule,
        ([scope, other], rule) => {
          const [a, b] = [measureWork(scope, rule), measureWork(other, rule)];
          expect([b.progress, b.counts]).toEqual([a.progress, a.counts]);
          expect(new Set(b.issues)).toEqual(new Set(a.issues));
        },
      ),
    );
  });

  it('does not change when an ancestor of issues that already count comes into scope', () => {
    fc.assert(
      fc.property(
        arbitraryScope,
        arbitraryRule,
        fc.constantFrom('todo', 'in-progress', 'done'),
        fc.nat(),
        (scope, rule, statusCategory, n) => {
          const live = scope.filter((issue) => !issue.gone && !issue.cancelled);
          const child = live[n % Math.max(1, live.length)];
          fc.pre(child !== undefined);
          const under = scope.map((issue) => (issue === child ? { ...issue, ancestorIds: [...issue.ancestorIds, 'epic'] } : issue));
          const epic: IssueFacts = {
            issueId: 'epic',
            statusCategory,
            cancelled: false,
            gone: false,
            points: 13,
            estimate: null,
            numbers: {},
            sharedBy: 1,
            ancestorIds: [],
          };
          const [before, after] = [measureWork(scope, rule), measureWork([epic, ...under], rule)];
          expect(after.progress).toBe(before.progress);
          expect(after.counts).toEqual({
            ...before.counts,
            inScope: before.counts.inScope + 1,
            throughChildren: before.counts.throughChildren + 1,
          });
        },
      ),
    );
  });

  it('counts every issue in exactly one place', () => {
    fc.assert(
      fc.property(arbitraryScope, arbitraryRule, (scope, rule) => {
        const { counts, issues } = measureWork(scope, rule);
        const gone = scope.filter((issue) => issue.gone).length;
        expect(issues).toHaveLength(scope.length);
        expect(counts.inScope).toBe(scope.length - gone);
        expect(counts.counted + counts.throughChildren + counts.cancelled + counts.unestimated).toBe(counts.inScope);
        expect(counts.done + counts.inProgress).toBeLessThanOrEqual(counts.counted);
      }),
    );
  });

  it('counts at least one issue by count while any is neither gone nor cancelled, even if all name each other', () => {
    fc.assert(
      fc.property(arbitraryScope, (scope) => {
        const live = scope.filter((issue) => !issue.gone && !issue.cancelled);
        expect(measureWork(scope, byCount).counts.counted > 0).toBe(live.length > 0);
      }),
    );
  });

  it('leaves an ancestor to its descendants in every scope without circles', () => {
    fc.assert(
      fc.property(arbitraryScope, (scope) => {
        // Ancestors with smaller numbers only: no circle can close.
        const straight = scope.map((issue) => ({
          ...issue,
          ancestorIds: issue.ancestorIds.filter((id) => Number(id) < Number(issue.issueId)),
        }));
        const named = new Set(straight.filter((issue) => !issue.gone && !issue.cancelled).flatMap((issue) => issue.ancestorIds));
        for (const issue of measureWork(straight, byCount).issues) {
          if (issue.standing === 'counted') expect(named).not.toContain(issue.issueId);
          if (issue.standing === 'through-children') expect(named).toContain(issue.issueId);
        }
      }),
    );
  });

  it('takes a chain of 20,000 ancestors, and the same chain closed to a circle', () => {
    const chain = (last: readonly string[]): readonly IssueFacts[] =>
      Array.from({ length: 20_000 }, (_, i) => ({
        issueId: String(i),
        statusCategory: 'done',
        cancelled: false,
        gone: false,
        points: null,
        estimate: null,
        numbers: {},
        sharedBy: 1,
        ancestorIds: i < 19_999 ? [String(i + 1)] : last,
      }));
    expect(measureWork(chain([]), byCount).counts).toMatchObject({ counted: 1, throughChildren: 19_999 });
    expect(measureWork(chain(['0']), byCount).counts).toMatchObject({ counted: 20_000, throughChildren: 0 });
  });
});

describe('against a wanted amount', () => {
  test('the credit is divided by it, and only an empty scope is not measured', () => {
    fc.assert(
      fc.property(arbitraryScope, arbitraryWanting, (scope, rule) => {
        const { progress, creditSum, divisor, counts } = measureWork(scope, rule);
        expect(divisor).toBe(rule.wanted);
        expect(progress).toBe(counts.inScope === 0 ? null : creditSum / divisor);
      }),
    );
  });

  test('that is all there is, it is the share', () => {
    fc.assert(
      fc.property(arbitraryScope, arbitraryWanting, (scope, rule) => {
        const share = measureWork(scope, { ...rule, wanted: null });
        fc.pre(share.weightSum > 0);
        expect(measureWork(scope, { ...rule, wanted: share.weightSum }).progress).toBe(share.progress);
      }),
    );
  });
});
