/** What is suggested as a parent, and why. */
import fc from 'fast-check';
import { suggestParents, type AlignedWords, type ParentCandidate } from '../../src/domain/suggest-parents';
import type { Home } from '../../src/domain/home';

const company: Home = { level: 'company' };
const group: Home = { level: 'group', groupId: 'g' };
const project: Home = { level: 'project', projectId: '1' };

const child = (title: string, given: Partial<AlignedWords> = {}): AlignedWords => ({
  title,
  description: '',
  keyResultTitles: [],
  home: project,
  groupIds: ['g'],
  ...given,
});
let numbers = 0;
const above = (title: string, given: Partial<ParentCandidate> = {}): ParentCandidate => ({
  id: title,
  number: (numbers += 1),
  title,
  description: '',
  keyResults: [],
  home: company,
  siblings: 0,
  ...given,
});

describe('words in common', () => {
  it.each([
    ['Mobile checkout is fast', 'A checkout people like', ['checkout']],
    ['Mobile checkouts are fast', 'Checkout on mobile', ['mobile', 'checkouts']],
    ['Shipping parcels', 'We ship a parcel in a day', ['shipping', 'parcels']],
    ['The app is better', 'The shop is better than it was', []],
    ['Increase the number we make', 'Increase what we make', []],
    ['PAYMENT!', 'payments, at last', ['payment']],
    ['دفع سريع', 'كل دفع', ['دفع']],
    ['Größe zählt', 'Die größe', ['größe']],
    ['', 'Anything', []],
  ])('of “%s” and “%s” are %j', (title, other, words) => {
    const [suggestion] = suggestParents(child(title, { groupIds: [] }), [above(other), above('X'), above('Y'), above('Z')]);
    expect(suggestion?.words ?? []).toEqual(words);
  });

  it('are looked for in descriptions and key results of both sides', () => {
    const own = child('Fast', { description: 'For merchants', keyResultTitles: ['Refunds in a day'] });
    const [suggestion] = suggestParents(own, [above('Loved', { description: 'Merchants get refunds' })]);
    expect(suggestion?.words).toEqual(['merchants', 'refunds']);
  });

  it('suggest the key result that shares more of them than its objective', () => {
    const keyResults = [
      { id: 'kr-1', title: 'Visits from abroad' },
      { id: 'kr-2', title: 'Checkout on mobile from 2 s to 1 s' },
    ];
    const [suggestion] = suggestParents(child('Mobile checkout'), [above('A checkout people like', { keyResults })]);
    expect(suggestion).toMatchObject({ keyResultId: 'kr-2', words: ['mobile', 'checkout'] });
  });
});

it('more words come first, then where siblings are, then the level just above', () => {
  const all = [
    above('Checkout', { siblings: 2 }),
    above('Mobile checkout payment'),
    above('Of the group', { home: group }),
    above('Siblings', { siblings: 9 }),
    above('Nothing of it'),
  ];
  expect(suggestParents(child('Payment in the mobile checkout'), all).map(({ id }) => id)).toEqual([
    'Mobile checkout payment',
    'Checkout',
    'Siblings',
    'Of the group',
  ]);
});

it('the level just above is the group of a project, and the company of a group or of a project without one', () => {
  const both = [above('C'), above('G', { home: group }), above('Other', { home: { level: 'group', groupId: 'h' } })];
  const ids = (of: AlignedWords) => suggestParents(of, both).map(({ id }) => id);
  expect(ids(child('x'))).toEqual(['G']);
  expect(ids(child('x', { groupIds: [] }))).toEqual(['C']);
  expect(ids(child('x', { home: group, groupIds: [] }))).toEqual(['C']);
  expect(ids(child('x', { home: company, groupIds: [] }))).toEqual([]);
});

it('being just above alone is no reason where many are', () => {
  expect(
    suggestParents(
      child('x'),
      Array.from({ length: 4 }, (_, n) => above(`G${n}`, { home: group })),
    ),
  ).toEqual([]);
});

it('what lives in the same place is not suggested', () => {
  expect(suggestParents(child('Checkout'), [above('Checkout', { home: project })])).toEqual([]);
});

it('the order of what is at hand does not matter, and five are enough', () => {
  const all = ['Pay a', 'Pay fast', 'Pay fast mobile', 'Mobile', 'Fast', 'Pay mobile', 'Nothing'].map((title) => above(title));
  const first = suggestParents(child('Pay fast on mobile'), all);
  expect(first).toHaveLength(5);
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
      expect(suggestParents(child('Pay fast on mobile'), shuffled)).toEqual(first);
    }),
  );
});
