/** What a reader has chosen to see: in the address and back, and the lines that follow from it. */
import { companyRows, searchOfView, seen, viewOfSearch, type CompanyView } from '../../../static/features/company-okrs/company-view';
import { objective, work } from '../project-okrs/sample-okrs';

const everything: CompanyView = viewOfSearch('');
const company = objective('O-1', 'Win the market', [work('KR-1', 'Share')], {
  home: { level: 'company' },
  ownerAccountId: null,
  progress: 0.9,
});
const shops = objective('O-2', 'Shops', [], { home: { level: 'group', groupId: 'g-2' }, progress: null, health: 'not-measured' });
const stores = objective('O-3', 'Stores', [], { home: { level: 'group', groupId: 'g-1' }, contributorIds: ['me'] });
const web = objective('O-4', 'Checkout', [work('KR-4', 'Mine', { ownerAccountId: 'me' }), work('KR-5', 'Others')], { progress: 0.2 });
const web2 = objective('O-5', 'A cart', [], { progress: 0.1, health: 'off-track' });
const all = [web, web2, shops, company, stores];
const groups = [
  { id: 'g-1', name: 'Stores' },
  { id: 'g-2', name: 'Shops' },
];

describe('the address', () => {
  it('holds every choice, and other parameters stay', () => {
    const view: CompanyView = {
      cycleId: '2026-q3',
      filter: { text: 'cart', owner: 'mia', health: 'at-risk', kind: null },
      level: 'group',
      mine: true,
      order: 'health',
    };
    const search = searchOfView(view, '?x=1');
    expect(new URLSearchParams(search).get('x')).toBe('1');
    expect(viewOfSearch(search)).toEqual(view);
  });

  it('is empty where nothing is chosen, and what it does not understand is no choice', () => {
    expect(searchOfView(everything, '?level=group&mine=yes')).toBe('');
    expect(viewOfSearch('?level=planet&mine=perhaps&order=mood')).toEqual(everything);
  });
});

describe('the order within a place', () => {
  const keysOf = (order: CompanyView['order'], names: ReadonlyMap<string | null, string> = new Map()) =>
    seen(
      [
        objective('O-1', 'b', [work('KR-1', 'Seen', { attention: { lastDay: '2026-11-20', dueDay: null, isStale: false } })], {
          ownerAccountId: 'mia',
        }),
        objective('O-2', 'a', [work('KR-2', 'Not for long', { attention: { lastDay: '2026-11-02', dueDay: null, isStale: true } })], {
          ownerAccountId: null,
        }),
        objective('O-3', 'c', [work('KR-3', 'Never', { attention: { lastDay: null, dueDay: '2026-11-02', isStale: true } })], {
          ownerAccountId: 'jan',
        }),
      ],
      { ...everything, order },
      'me',
      names,
    ).map(({ objective: { key } }) => key);

  it('goes by the names of the owners, what nobody owns last', () => {
    const names = new Map([
      ['mia', 'Mia Berg'],
      ['jan', 'Jan Lind'],
    ]);
    expect(keysOf('owner', names)).toEqual(['O-3', 'O-1', 'O-2']);
  });

  it('goes by what nobody has looked at for the longest time', () => {
    expect(keysOf('checked-in')).toEqual(['O-3', 'O-2', 'O-1']);
  });

  it('goes by title', () => {
    expect(keysOf('title')).toEqual(['O-2', 'O-1', 'O-3']);
  });
});

describe('the lines', () => {
  const placesOf = (view: Partial<CompanyView>) =>
    companyRows(seen(all, { ...everything, ...view }, 'me'), groups).map((row) => (row.type === 'place' ? (row.name ?? row.id) : row.id));

  it('are the company, then groups by name, then projects, each with its objectives', () => {
    expect(placesOf({})).toEqual([
      'Company', 'o-1', 'kr-1', 'Stores', 'o-3', 'o-3/none', 'Shops', 'o-2', 'o-2/none',
      'project 10000', 'o-4', 'kr-4', 'kr-5', 'o-5', 'o-5/none',
    ]); // prettier-ignore
  });

  it('are of one level alone', () => {
    expect(placesOf({ level: 'company' })).toEqual(['Company', 'o-1', 'kr-1']);
  });

  it('are what I own or contribute to: all of an objective of mine, else my key results in theirs', () => {
    expect(placesOf({ mine: true })).toEqual(['Stores', 'o-3', 'o-3/none', 'project 10000', 'o-4', 'kr-4']);
    expect(seen(all, { ...everything, mine: true }, null)).toEqual([]);
  });

  it.each([
    ['progress', ['o-5', 'o-4']],
    ['health', ['o-5', 'o-4']],
    ['title', ['o-5', 'o-4']],
    ['key', ['o-4', 'o-5']],
  ] as const)('come by %s within their place', (order, wanted) => {
    expect(placesOf({ order, level: 'project' }).filter((id) => wanted.some((one) => one === id))).toEqual(wanted);
  });
});
