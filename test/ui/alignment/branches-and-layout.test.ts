/** What is to be seen of the forest, where its cards lie, and where keys lead. */
import fc from 'fast-check';
import { alignmentForest, type Aligned } from '../../../src/domain/alignment-forest';
import type { Home } from '../../../src/domain/home';
import { branchesOf, flat, foldedAtFirst, type Branch } from '../../../static/features/alignment/branches';
import { listKey } from '../../../static/features/alignment/list-keys';
import { cardAfterKey } from '../../../static/features/alignment/map-keys';
import { layOut, linkPath, sizesAt } from '../../../static/features/alignment/map-layout';

/** As large as text is by itself. */
const sizes = sizesAt(16);
const { card, gap } = sizes;

const company: Home = { level: 'company' };
const group: Home = { level: 'group', groupId: 'g' };
const project: Home = { level: 'project', projectId: 'p' };

const at = (number: number, home: Home, parent: number | null = null): Aligned => ({
  id: String(number),
  rank: 0,
  number,
  home,
  parentId: parent === null ? null : String(parent),
});

const none: ReadonlySet<string> = new Set();
/** 1 company: 2 group: 3, 4 project; 5 company; 6 project under 1, past the groups; 7 project alone. */
const objectives = [
  at(1, company),
  at(2, group, 1),
  at(3, project, 2),
  at(4, project, 2),
  at(5, company),
  at(6, project, 1),
  at(7, project),
];
const forest = alignmentForest(objectives, []);
const ids = (branches: readonly Branch<Aligned>[]) => flat(branches).map(({ objective }) => objective.id);

describe('what is to be seen', () => {
  it('is everything in reading order, with where each line sits', () => {
    const rows = flat(branchesOf(forest, null, none));
    expect(rows.map(({ objective, depth, position, siblings, under }) => [objective.id, depth, position, siblings, under])).toEqual([
      ['1', 1, 1, 3, 4],
      ['2', 2, 1, 2, 2],
      ['3', 3, 1, 2, 0],
      ['4', 3, 2, 2, 0],
      ['6', 2, 2, 2, 0],
      ['5', 1, 2, 3, 0],
      ['7', 1, 3, 3, 0],
    ]);
  });

  it('leaves out what is folded away and says how much that is', () => {
    const rows = branchesOf(forest, null, new Set(['2']));
    expect(ids(rows)).toEqual(['1', '2', '6', '5', '7']);
    expect(flat(rows)[1]).toMatchObject({ isOpen: false, under: 2 });
  });

  it('counts only what may be seen at all', () => {
    const rows = branchesOf(forest, new Set(['1', '2', '4']), new Set(['2']));
    expect(ids(rows)).toEqual(['1', '2']);
    expect(flat(rows)[1]).toMatchObject({ under: 1, siblings: 1 });
  });

  test.each([
    [7, []],
    [6, ['2']],
    [5, ['2']],
    [4, ['1', '2']],
    [1, ['1', '2']],
  ])('at first, of seven with room for %d, folds in %j', (most, folded) => {
    expect([...foldedAtFirst(forest, null, most)].sort()).toEqual(folded);
  });
});

describe('the map', () => {
  const layout = layOut(branchesOf(forest, null, none), sizes);
  const placed = (id: string) => {
    const found = layout.cards.find(({ branch }) => branch.objective.id === id);
    if (!found) throw new Error(`${id} is not on the map`);
    return found;
  };
  const column = card.width + gap.x;

  it('has a band a level, from the widest', () => {
    expect(layout.bands).toEqual([
      { level: 'company', x: 0, width: card.width },
      { level: 'group', x: column, width: card.width },
      { level: 'project', x: 2 * column, width: card.width },
    ]);
    expect(['1', '5', '2', '3', '6', '7'].map((id) => placed(id).x / column)).toEqual([0, 0, 1, 2, 2, 2]);
  });

  it('starts at its corner', () => {
    expect(Math.min(...layout.cards.map(({ x }) => x))).toBe(0);
    expect(Math.min(...layout.cards.map(({ y }) => y))).toBe(0);
    expect(layout.width).toBe(2 * column + card.width);
  });

  it('draws one link for each objective that stands under another, also past a column', () => {
    expect(layout.links.map(({ id }) => id).sort()).toEqual(['2', '3', '4', '6']);
    const past = layout.links.find(({ id }) => id === '6');
    expect(past && linkPath(past, sizes)).toMatch(new RegExp(`^M${card.width} [\\d.]+C.* ${column} ([\\d.]+)H${2 * column}$`));
  });

  it('makes room for objectives of one level under each other', () => {
    const chain = alignmentForest([at(1, company), at(2, company, 1), at(3, project, 2)], []);
    expect(layOut(branchesOf(chain, null, none), sizes).bands).toEqual([
      { level: 'company', x: 0, width: card.width + column },
      { level: 'project', x: 2 * column, width: card.width },
    ]);
  });

  it('of nothing is empty', () => {
    expect(layOut([], sizes)).toEqual({ cards: [], links: [], bands: [], width: 0, height: 0, sizes });
  });

  it('is as much larger as text is', () => {
    const [life, twice] = [sizesAt(16), sizesAt(32)].map((at) => layOut(branchesOf(forest, null, none), at));
    expect(twice?.width).toBe(2 * (life?.width ?? 0));
    expect(twice?.cards.map(({ x, y }) => [x, y])).toEqual(life?.cards.map(({ x, y }) => [2 * x, 2 * y]));
  });

  it('never lays two cards over each other, and every card right of the one above it', () => {
    const homes = [company, group, project];
    fc.assert(
      fc.property(fc.array(fc.record({ home: fc.constantFrom(...homes), parent: fc.option(fc.nat(40)) }), { maxLength: 40 }), (all) => {
        const any = alignmentForest(
          all.map(({ home, parent }, number) => at(number, home, parent)),
          [],
        );
        const { cards, links } = layOut(branchesOf(any, null, none), sizes);
        expect(cards).toHaveLength(all.length);
        for (const a of cards) {
          for (const b of cards) expect(a === b || a.x !== b.x || Math.abs(a.y - b.y) >= card.height).toBe(true);
        }
        for (const link of links) expect(link.toX).toBeGreaterThanOrEqual(link.fromX + gap.x);
      }),
    );
  });

  test.each([
    ['1', null, 'ArrowRight', '2'],
    ['1', null, 'ArrowLeft', undefined],
    ['3', '2', 'ArrowLeft', '2'],
    ['3', '2', 'ArrowDown', '4'],
    ['4', '2', 'ArrowDown', '6'],
    ['3', '2', 'ArrowUp', undefined],
    ['3', '2', 'End', '7'],
    ['7', null, 'Home', '3'],
    ['1', null, 'x', undefined],
  ])('from %s under %s, %s leads to %s', (from, parentId, key, to) => {
    expect(cardAfterKey(layout.cards, placed(from), parentId, key)?.branch.objective.id).toBe(to);
  });
});

describe('keys in the list', () => {
  const rows = flat(branchesOf(forest, null, none));
  test.each([
    [0, 'ArrowDown', 1],
    [0, 'ArrowUp', 0],
    [6, 'ArrowDown', 6],
    [3, 'Home', 0],
    [3, 'End', 6],
    [0, 'PageDown', 5],
    [6, 'PageUp', 1],
    [0, 'ArrowRight', 1],
    [2, 'ArrowRight', null],
    [1, 'ArrowLeft', 'toggle'],
    [3, 'ArrowLeft', 1],
    [4, 'ArrowLeft', 0],
    [6, 'ArrowLeft', null],
    [0, 'a', null],
  ])('on line %d, %s leads to %s', (line, key, to) => {
    expect(listKey(rows, line, key, 5)).toBe(to);
  });

  it('a folded line opens on →', () => {
    expect(listKey(flat(branchesOf(forest, null, new Set(['1']))), 0, 'ArrowRight', 5)).toBe('toggle');
  });
});
