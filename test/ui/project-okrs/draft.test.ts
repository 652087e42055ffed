/** What a second saver’s form becomes, and what forms send. */
import { changed, rebased } from '../../../static/features/project-okrs/draft';
import {
  checkKeyResult,
  createKeyResultInput,
  editKeyResultInput,
  keyResultDraftOf,
} from '../../../static/features/project-okrs/key-result-draft';
import { inputs } from '../../../src/contract/inputs';
import { metric, work } from './sample-okrs';

const base = { title: 'A', owner: 'mia', weight: '1' };

it('sends nothing of a form nobody touched', () => {
  expect(changed(base, base)).toEqual({});
});

it('takes over what only they changed and keeps what only I changed', () => {
  const { draft, clashes } = rebased(base, { ...base, title: 'Mine' }, { ...base, weight: '3' });
  expect(draft).toEqual({ title: 'Mine', owner: 'mia', weight: '3' });
  expect(clashes).toEqual([]);
});

it('asks about what both changed differently, and starts from mine', () => {
  const { draft, clashes } = rebased(base, { ...base, title: 'Mine' }, { ...base, title: 'Theirs' });
  expect(draft.title).toBe('Mine');
  expect(clashes).toEqual([{ field: 'title', mine: 'Mine', theirs: 'Theirs' }]);
});

it('asks nothing where both made the same change', () => {
  expect(rebased(base, { ...base, title: 'Same' }, { ...base, title: 'Same' }).clashes).toEqual([]);
});

it('sends a whole rule when one part of it changed', () => {
  const keyResult = work('KR-1', 'One', {
    rule: { weightBy: 'points', unestimated: 2, inProgressCredit: 0.5, wanted: null, shared: 'repeat' },
  });
  const input = editKeyResultInput(keyResult, { unestimated: '' });
  expect(input).toEqual({
    id: 'kr-1',
    version: 1,
    rule: { weightBy: 'points', unestimated: 'leave-out', inProgressCredit: 0.5, wanted: null, shared: 'repeat' },
  });
  expect(inputs.editKeyResult.safeParse(input).success).toBe(true);
});

it('sends null for a date that was emptied, so that the cycle’s counts again', () => {
  expect(editKeyResultInput(work('KR-1', 'One'), { dueDay: '' })).toEqual({ id: 'kr-1', version: 1, dueDay: null });
});

it.each([
  ['work', work('KR-1', 'One')],
  ['metric', metric('KR-2', 'Two')],
] as const)('makes a %s key result the backend accepts', (kind, keyResult) => {
  const parsed = inputs.createKeyResult.safeParse(createKeyResultInput('new-id-0001', 'o-7', kind, keyResultDraftOf(keyResult)));
  expect(parsed.error?.issues ?? []).toEqual([]);
});

it.each([
  ['a title', 'work', { title: ' ' }, 'title'],
  ['a weight above 0', 'work', { weight: '0' }, 'weight'],
  ['a due day from the start on', 'work', { startDay: '2026-12-01', dueDay: '2026-11-30' }, 'dueDay'],
  ['points that are not negative', 'work', { weightBy: 'points', unestimated: '-1' }, 'unestimated'],
  ['a start', 'metric', { start: '' }, 'start'],
  ['a target', 'metric', { target: 'x' }, 'target'],
  ['a target that is not the start', 'metric', { start: '5', target: '5.0' }, 'target'],
] as const)('asks for %s', (_name, kind, over, field) => {
  const draft = { ...keyResultDraftOf(kind === 'work' ? work('KR-1', 'One') : metric('KR-2', 'Two')), ...over };
  expect(Object.keys(checkKeyResult(kind)(draft))).toEqual([field]);
});

it('accepts a target of 0', () => {
  expect(checkKeyResult('metric')({ ...keyResultDraftOf(metric('KR-2', 'Two')), target: '0' })).toEqual({});
});
