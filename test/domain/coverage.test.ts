import fc from 'fast-check';
import { piecesOfWork, shareOf, sumOf } from '../../src/domain/coverage';
import { goldenTable, readIssues, readNumber, readRatio } from '../support/golden-tables';
import { arbitraryScope } from './arbitrary-scope';

describe('work, row by row', () => {
  test.each(goldenTable('coverage').map((row) => [row.title, row] as const))('%s', (_title, { cell }) => {
    const pieces = piecesOfWork(readIssues(cell('issues')).filter(({ gone }) => !gone));
    const inState = (state: string): number => pieces.filter((piece) => piece.state === state).length;
    expect({ now: inState('in-progress'), finished: inState('finished') }).toEqual({
      now: readNumber(cell('in progress')),
      finished: readNumber(cell('finished')),
    });
    expect(shareOf({ work: readNumber(cell('in progress')), serving: readNumber(cell('serving')) })).toBe(readRatio(cell('share')));
  });
});

describe('the pieces of work', () => {
  it('do not depend on the order of the issues', () => {
    const ids = (issues: Parameters<typeof piecesOfWork>[0]) =>
      piecesOfWork(issues)
        .map(({ issueId }) => issueId)
        .sort();
    fc.assert(
      fc.property(
        arbitraryScope.map((scope) => [...new Map(scope.map((issue) => [issue.issueId, issue])).values()]),
        (scope) => expect(ids([...scope].reverse())).toEqual(ids(scope)),
      ),
    );
  });

  it('are never an issue and one above it in the same state, unless they stand in a circle', () => {
    const pieces = piecesOfWork(readIssues('A<B doing, B<A doing, C<B<A doing'));
    expect(pieces.map(({ issueId }) => issueId)).toEqual(['C']);
    expect(piecesOfWork(readIssues('A<B doing, B<A doing')).map(({ issueId }) => issueId)).toEqual(['A', 'B']);
  });
});

describe('several projects', () => {
  it('are added up piece by piece, not averaged', () => {
    expect(
      shareOf(
        sumOf([
          { work: 1, serving: 1 },
          { work: 3, serving: 0 },
        ]),
      ),
    ).toBe(1 / 4);
  });

  it('without work are not measured', () => {
    expect(shareOf(sumOf([]))).toBeNull();
  });
});
