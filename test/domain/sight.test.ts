import fc from 'fast-check';
import { sightOf, type WorkInHand } from '../../src/domain/sight';
import { goldenTable, readList, readNumber, readRatio } from '../support/golden-tables';

/** `ann*, nobody`. */
const readWork = (text: string): readonly WorkInHand[] =>
  readList(text).map((item, index) => {
    const name = item.replace('*', '');
    return { issueId: String(index), accountId: name === 'nobody' ? null : name, serves: item.endsWith('*') };
  });

describe('line of sight, row by row', () => {
  test.each(goldenTable('line of sight').map((row) => [row.title, row] as const))('%s', (_title, { cell }) => {
    const { people, share, unassigned } = sightOf(readWork(cell('work')));
    expect({
      people: people.map(({ accountId }) => accountId),
      inSight: people.flatMap(({ accountId, serving }) => (serving > 0 ? [accountId] : [])),
      share,
      unassigned,
    }).toEqual({
      people: readList(cell('people')),
      inSight: readList(cell('in sight')),
      share: readRatio(cell('share')),
      unassigned: readNumber(cell("nobody's")),
    });
  });
});

const anyWork = fc.array(
  fc.record({ issueId: fc.nat().map(String), accountId: fc.constantFrom('ann', 'bob', 'cy', null), serves: fc.boolean() }),
);

describe('line of sight', () => {
  it('does not depend on the order of the work, and loses no piece of it', () => {
    fc.assert(
      fc.property(anyWork, (work) => {
        const sight = sightOf(work);
        expect(sightOf(work.toReversed())).toEqual(sight);
        expect(sight.people.reduce((sum, { issues }) => sum + issues, sight.unassigned)).toBe(work.length);
      }),
    );
  });

  it('is never lost by a piece of work that serves', () => {
    fc.assert(
      fc.property(anyWork, (work) => {
        const more = sightOf([...work, { issueId: 'x', accountId: 'ann', serves: true }]);
        expect(more.people.find(({ accountId }) => accountId === 'ann')?.serving).toBeGreaterThan(0);
        expect(more.share).toBeGreaterThanOrEqual(sightOf(work).share ?? 0);
      }),
    );
  });
});
