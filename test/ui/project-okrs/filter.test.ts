/** Which objectives and key results the filters leave, and how filters travel in an address. */
import { filtered, filterOfSearch, noFilter, searchOfFilter } from '../../../static/features/project-okrs/filter';
import { objective, twoObjectives, work } from './sample-okrs';

const keysOf = (filter: Partial<typeof noFilter>, objectives = twoObjectives) =>
  filtered(objectives, { ...noFilter, ...filter }).flatMap(({ objective: { key }, keyResults }) => [
    key,
    ...keyResults.map((each) => each.key),
  ]);

it('leaves everything without a filter', () => {
  expect(keysOf({})).toEqual(['O-7', 'KR-31', 'KR-32', 'O-9', 'KR-41']);
});

it.each([
  ['words in a key result bring it and its objective', { text: 'payment' }, ['O-7', 'KR-32']],
  ['words in an objective bring all its key results', { text: 'INSTANT' }, ['O-7', 'KR-31', 'KR-32']],
  ['a key is found too', { text: 'kr-41' }, ['O-9', 'KR-41']],
  ['an owner of the objective only keeps the objective', { owner: 'mia' }, ['O-7', 'O-9']],
  ['nobody is an owner to look for', { owner: 'nobody' }, ['O-9', 'KR-41']],
  ['a health is looked for on both levels', { health: 'at-risk' as const }, ['O-7', 'KR-31']],
  ['a kind is one of key results only', { kind: 'work' as const }, ['O-7', 'KR-32']],
  ['words and choices must both fit', { text: 'instant', kind: 'metric' as const }, ['O-7', 'KR-31']],
])('%s', (_name, filter, keys) => {
  expect(keysOf(filter)).toEqual(keys);
});

it('leaves the objective itself whole: its numbers are of all its key results', () => {
  const [found] = filtered(twoObjectives, { ...noFilter, text: 'payment' });
  expect(found?.objective).toBe(twoObjectives[0]);
});

it('keeps an objective without key results when it fits itself', () => {
  expect(keysOf({ text: 'empty' }, [objective('O-1', 'Empty', []), objective('O-2', 'Full', [work('KR-1', 'One')])])).toEqual(['O-1']);
});

it('comes back from an address as it went in, and leaves the address’s other parameters alone', () => {
  const filter = { text: 'a & b', owner: 'mia', health: 'off-track', kind: 'metric' } as const;
  const search = searchOfFilter(filter, '2026-q3', '?from=mail');
  expect(filterOfSearch(search)).toEqual(filter);
  expect(new URLSearchParams(search).get('from')).toBe('mail');
  expect(searchOfFilter(noFilter, null, search)).toBe('?from=mail');
});

it('takes what it does not understand in an address for no filter', () => {
  expect(filterOfSearch('?health=splendid&kind=tune')).toEqual(noFilter);
});
