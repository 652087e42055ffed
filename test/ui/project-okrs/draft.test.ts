/** What a second saver’s form becomes. */
import { rebased, sameValue } from '../../../static/features/project-okrs/draft';

const base = { title: 'A', owner: 'mia', weight: '1', steps: [{ id: 'a', title: 'One' }] };

it('takes over what only they changed and keeps what only I changed', () => {
  const { draft, clashes } = rebased(base, { ...base, title: 'Mine' }, { ...base, weight: '3' });
  expect(draft).toEqual({ ...base, title: 'Mine', weight: '3' });
  expect(clashes).toEqual([]);
});

it('asks about what both changed differently, and starts from mine', () => {
  const { draft, clashes } = rebased(base, { ...base, title: 'Mine' }, { ...base, title: 'Theirs' });
  expect(draft.title).toBe('Mine');
  expect(clashes).toEqual([{ field: 'title', mine: 'Mine', theirs: 'Theirs' }]);
});

it('asks nothing where both made the same change', () => {
  const same = { ...base, title: 'Same', steps: [{ id: 'a', title: 'Two' }] };
  expect(rebased(base, same, { ...base, title: 'Same', steps: [{ id: 'a', title: 'Two' }] }).clashes).toEqual([]);
});

it('treats a list as one value', () => {
  const mine = [
    { id: 'a', title: 'One' },
    { id: 'b', title: 'Two' },
  ];
  const theirs = [{ id: 'a', title: 'First' }];
  expect(rebased(base, { ...base, steps: mine }, { ...base, steps: theirs }).clashes).toEqual([{ field: 'steps', mine, theirs }]);
  expect(sameValue(base.steps, [...base.steps])).toBe(true);
});
