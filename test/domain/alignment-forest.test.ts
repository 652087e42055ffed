/** The forest that alignment makes, whatever the data: order, loops, links that do not hold, levels that are passed over, and lines to the top. */
import fc from 'fast-check';
import { alignmentForest, type Aligned, type LinkState } from '../../src/domain/alignment-forest';
import type { Home } from '../../src/domain/home';
import { inReadingOrder, linesThrough, linksToLookAt, lineToTop, reachingCompany } from '../../src/domain/line-of-sight';

const company: Home = { level: 'company' };
const group = (groupId = 'g'): Home => ({ level: 'group', groupId });
const project = (projectId = 'p'): Home => ({ level: 'project', projectId });

const at = (number: number, home: Home, parent: number | null = null, rest: Partial<Aligned> = {}): Aligned => ({
  id: `o-${number}`,
  rank: 0,
  number,
  home,
  parentId: parent === null ? null : `o-${parent}`,
  ...rest,
});

const ids = (objectives: readonly Aligned[]): string => objectives.map(({ number }) => number).join(' ');

/** Each objective with those under it in brackets: `1(2 3(4))`. */
const drawn = (objectives: readonly Aligned[], groups: Parameters<typeof alignmentForest>[1] = []): string => {
  const forest = alignmentForest(objectives, groups);
  const draw = ({ id, number }: Aligned): string => {
    const under = (forest.childrenOf.get(id) ?? []).map(draw).join(' ');
    return under === '' ? String(number) : `${number}(${under})`;
  };
  return forest.roots.map(draw).join(' ');
};

describe('who stands under whom', () => {
  test.each([
    ['nobody', [], ''],
    ['each under its own', [at(1, company), at(2, group(), 1), at(3, project(), 2), at(4, project(), 2)], '1(2(3 4))'],
    [
      'the widest level first, then by place, then by number',
      [at(1, project('b')), at(2, project('a')), at(3, group()), at(5, company), at(4, project('a'))],
      '5 3 2 4 1',
    ],
    ['by rank before number', [at(1, company), at(2, company, null, { rank: -1 })], '2 1'],
    ['a narrow one may have a wide one under it', [at(1, project()), at(2, company, 1)], '1(2)'],
    ['alone when the one above is not at hand', [at(2, project(), 9)], '2'],
    ['a loop opens at its widest, first one', [at(3, project(), 2), at(2, group(), 1), at(1, company, 3)], '1(2(3))'],
    ['a loop among equals opens at the lowest number', [at(4, project(), 3), at(3, project(), 5), at(5, project(), 4)], '3(4(5))'],
    ['one that is aligned to itself stands alone', [at(1, project(), 1), at(2, project(), 1)], '1(2)'],
    ['what hangs below a loop stays below it', [at(1, project(), 2), at(2, project(), 1), at(9, project(), 2)], '1(2(9))'],
  ])('%s', (_name, objectives, expected) => {
    expect(drawn(objectives)).toBe(expected);
    expect(drawn(objectives.toReversed())).toBe(expected);
  });
});

describe('links', () => {
  const stateOf = (objective: Aligned, ...others: readonly Aligned[]): LinkState | undefined =>
    alignmentForest([objective, ...others], []).linkOf.get(objective.id)?.state;

  test.each([
    ['nothing', at(2, project()), undefined],
    ['an objective at hand', at(2, project(), 1), 'held'],
    ['one whose owner has accepted it', at(2, project(), 1, { contribution: 'accepted' }), 'held'],
    ['one whose owner has not answered', at(2, project(), 1, { contribution: 'waiting' }), 'waiting'],
    ['one whose owner has declined it', at(2, project(), 1, { contribution: 'declined' }), 'declined'],
    ['an archived one', at(2, project(), 9, { missing: 'archived' }), 'archived'],
    ['one of another cycle', at(2, project(), 9, { missing: 'other-cycle' }), 'other-cycle'],
    ['one that is nowhere', at(2, project(), 9), 'gone'],
    ['one that may not be named', at(2, project(), null, { missing: 'unseen' }), 'unseen'],
    ['itself', at(2, project(), 2), 'loop'],
  ])('to %s', (_name, objective, expected) => {
    expect(stateOf(objective, at(1, company))).toBe(expected);
  });

  test.each([
    ['straight to the company while its group has objectives', project('p'), company, [group('g')], true],
    ['straight to the company while its group has none', project('p'), company, [], false],
    ['straight to the company from a project in no group', project('q'), company, [group('g')], false],
    ['straight to the company while only another group has some', project('p'), company, [group('h')], false],
    ['to its group', project('p'), group('g'), [group('g')], false],
    ['from a group to the company', group('g'), company, [], false],
  ])('pass over a level: %s', (_name, home, above, others, skips) => {
    const objectives = [at(1, above), at(2, home, 1), ...others.map((other, index) => at(10 + index, other))];
    const forest = alignmentForest(objectives, [
      { id: 'g', projectIds: ['p'] },
      { id: 'h', projectIds: ['r'] },
    ]);
    expect(forest.linkOf.get('o-2')?.skipsLevel).toBe(skips);
    expect(linksToLookAt(forest).map(({ objective }) => objective.id)).toEqual(skips ? ['o-2'] : []);
  });
});

it('a link whose key result is gone holds, and is to be looked at', () => {
  const forest = alignmentForest([at(1, company), at(2, group(), 1, { lostKeyResult: true })], []);
  expect(reachingCompany(forest).has('o-2')).toBe(true);
  expect(linksToLookAt(forest).map(({ link }) => link)).toEqual([{ state: 'held', skipsLevel: false, lostKeyResult: true }]);
});

describe('the line of sight', () => {
  const objectives = [
    at(1, company),
    at(2, group(), 1),
    at(3, project(), 2),
    at(4, project(), 2, { contribution: 'declined' }),
    at(5, project(), 4),
    at(6, project(), 2, { contribution: 'waiting' }),
    at(7, group()),
    at(8, project(), 7),
    at(9, project(), null, { missing: 'unseen' }),
  ];
  const forest = alignmentForest(objectives, []);

  it('goes as far as links hold', () => {
    expect([...reachingCompany(forest)]).toEqual(['o-1', 'o-2', 'o-3']);
  });

  test.each([
    ['o-3', '3 2 1'],
    ['o-5', '5 4 2 1'],
    ['o-7', '7'],
    ['o-99', ''],
  ])('from %s to the top: %s', (id, line) => {
    expect(ids(lineToTop(forest, id))).toBe(line);
  });

  it('through some objectives is what stands above and under them', () => {
    expect([...linesThrough(forest, ['o-4', 'o-8'])].sort()).toEqual(['o-1', 'o-2', 'o-4', 'o-5', 'o-7', 'o-8']);
  });

  it('names the links to look at in reading order', () => {
    expect(linksToLookAt(forest).map(({ objective, link }) => `${objective.number} ${link.state}`)).toEqual([
      '4 declined',
      '6 waiting',
      '9 unseen',
    ]);
  });
});

describe('whatever the data', () => {
  const homes = [company, group('g'), group('h'), project('p'), project('q')];
  /** Up to thirty objectives, each aligned to any number, itself and absent ones included. */
  const anyObjectives = fc
    .array(fc.record({ home: fc.constantFrom(...homes), parent: fc.option(fc.nat(34)) }), { maxLength: 30 })
    .map((all) => all.map(({ home, parent }, number) => at(number, home, parent)));

  it('every objective is read once, and after the one it stands under', () => {
    fc.assert(
      fc.property(anyObjectives, (objectives) => {
        const forest = alignmentForest(objectives, []);
        const read = inReadingOrder(forest).map(({ id }) => id);
        expect(read.toSorted()).toEqual(objectives.map(({ id }) => id).toSorted());
        for (const [id, parent] of forest.parentOf) expect(read.indexOf(parent.id)).toBeLessThan(read.indexOf(id));
      }),
    );
  });

  it('the order of the objectives does not matter', () => {
    fc.assert(
      fc.property(
        anyObjectives.chain((objectives) =>
          fc.tuple(fc.constant(objectives), fc.shuffledSubarray([...objectives], { minLength: objectives.length })),
        ),
        ([objectives, shuffled]) => {
          expect(drawn(shuffled)).toBe(drawn(objectives));
        },
      ),
    );
  });

  it('a link to an objective at hand is left out only where it would close a loop', () => {
    fc.assert(
      fc.property(anyObjectives, (objectives) => {
        const forest = alignmentForest(objectives, []);
        for (const { id, parentId } of objectives) {
          if (parentId === null || !forest.byId.has(parentId) || forest.parentOf.has(id)) continue;
          expect(forest.linkOf.get(id)?.state).toBe('loop');
          expect(lineToTop(forest, parentId).at(-1)?.id).toBe(id);
        }
      }),
    );
  });

  it('an objective reaches the company exactly when its line to the top passes one of the company by links that hold', () => {
    fc.assert(
      fc.property(anyObjectives, (objectives) => {
        const forest = alignmentForest(objectives, []);
        const reaching = reachingCompany(forest);
        for (const { id } of objectives) {
          const line = lineToTop(forest, id);
          expect(reaching.has(id)).toBe(line.some(({ home }) => home.level === 'company'));
        }
      }),
    );
  });

  it('ten thousand objectives in one line are no deeper than the program', () => {
    const chain = Array.from({ length: 10_000 }, (_, number) => at(number, project(), number === 0 ? null : number - 1));
    const forest = alignmentForest(chain, []);
    expect(inReadingOrder(forest)).toHaveLength(10_000);
    expect(lineToTop(forest, 'o-9999')).toHaveLength(10_000);
  });
});
