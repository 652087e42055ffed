import fc from 'fast-check';
import { progressIfDone } from '../../src/domain/if-done';
import { measureWork } from '../../src/domain/work';
import { goldenTable, readIssues, readRatio, readRule } from '../support/golden-tables';
import { arbitraryRule, arbitraryScope } from './arbitrary-scope';

describe('if done, row by row', () => {
  test.each(goldenTable('if done').map((row) => [row.title, row] as const))('%s', (_title, { cell }) => {
    const from = readRatio(cell('from'));
    const moved = progressIfDone(readIssues(cell('issues')), readRule(cell('rule')), cell('closes'));
    expect(moved && { from: moved.from, to: moved.to }).toEqual(from === null ? null : { from, to: readRatio(cell('to')) });
  });
});

describe('if done, whatever the scope', () => {
  it('starts from the progress shown, always moves up, and ends at what is measured once the issue is done', () => {
    fc.assert(
      fc.property(arbitraryScope, arbitraryRule, (scope, rule) => {
        for (const { issueId } of scope) {
          const moved = progressIfDone(scope, rule, issueId);
          if (moved === null) continue;
          const closed = scope.map((issue) => (issue.issueId === issueId ? { ...issue, statusCategory: 'done' as const } : issue));
          const [now, then] = [measureWork(scope, rule), measureWork(closed, rule)];
          expect(moved).toEqual({ from: now.progress, to: then.progress, now, then });
          expect(moved.to).toBeGreaterThan(moved.from);
        }
      }),
    );
  });

  it('says nothing exactly where closing the issue would move nothing', () => {
    fc.assert(
      fc.property(arbitraryScope, arbitraryRule, (scope, rule) => {
        const { issues } = measureWork(scope, rule);
        for (const { issueId, weight, credit } of issues) {
          const movable = weight !== null && weight > 0 && credit !== 1;
          expect(progressIfDone(scope, rule, issueId) !== null).toBe(movable);
        }
      }),
    );
  });
});
