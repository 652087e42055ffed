import fc from 'fast-check';
import { bulkRequests, takeBackRequests } from '../../../static/features/writing/bulk-change';
import { reordered, siblingsOf, stepTarget } from '../../../static/features/writing/order';
import { extended, nothingSelected, present, toggled } from '../../../static/features/writing/selection';
import { okrRows } from '../../../static/features/project-okrs/okr-rows';
import { objective, work } from '../project-okrs/sample-okrs';

const objectives = ['O-1', 'O-2', 'O-3'].map((key) => objective(key, key, [work(`KR-${key.slice(2)}`, 'A key result')]));
const rows = okrRows(
  objectives.map((one) => ({ objective: one, keyResults: one.keyResults })),
  new Set(),
);
const rowOf = (id: string) => {
  const row = rows.find((one) => one.id === id);
  if (row?.type !== 'objective' && row?.type !== 'key-result') throw new Error(`There is no row ${id}.`);
  return row;
};

describe('the order on the page', () => {
  const keysAfter = (id: string, afterId: string | null) => reordered(objectives, { type: 'objective', id }, afterId).map(({ key }) => key);

  test('one goes first, last or between', () => {
    expect(keysAfter('o-3', null)).toEqual(['O-3', 'O-1', 'O-2']);
    expect(keysAfter('o-1', 'o-3')).toEqual(['O-2', 'O-3', 'O-1']);
    expect(keysAfter('o-1', 'o-2')).toEqual(['O-2', 'O-1', 'O-3']);
  });

  test('a step leads past one neighbour, and ends at the ends', () => {
    const siblings = siblingsOf(objectives, rowOf('o-2'));
    expect(stepTarget(siblings, 'o-2', -1)).toBeNull();
    expect(stepTarget(siblings, 'o-3', -1)).toBe('o-1');
    expect(stepTarget(siblings, 'o-2', 1)).toBe('o-3');
    expect(stepTarget(siblings, 'o-3', 1)).toBeUndefined();
    expect(stepTarget(siblings, 'o-1', -1)).toBeUndefined();
  });

  test('objectives of other places stay where they are', () => {
    const company = objective('O-9', 'Company', [], { home: { level: 'company' } });
    const all = [company, ...objectives];
    expect(reordered(all, { type: 'objective', id: 'o-3' }, null).map(({ key }) => key)).toEqual(['O-9', 'O-3', 'O-1', 'O-2']);
  });

  test('nothing is lost or doubled, whatever is moved where', () => {
    const ids = objectives.map(({ id }) => id);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...ids), fc.option(fc.constantFrom(...ids)))), (moves) => {
        const after = moves.reduce(
          (all, [id, afterId]) => (id === afterId ? all : reordered(all, { type: 'objective', id }, afterId)),
          objectives as ReturnType<typeof reordered>,
        );
        expect(after.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
      }),
    );
  });
});

describe('what is selected', () => {
  test('is toggled one by one, and extended from the last one', () => {
    const one = toggled(nothingSelected, 'o-1');
    expect([...extended(one, rows, 'o-2').ids]).toEqual(['o-1', 'kr-1', 'o-2']);
    expect([...toggled(one, 'o-1').ids]).toEqual([]);
    expect([...extended(nothingSelected, rows, 'o-2').ids]).toEqual(['o-2']);
  });

  test('does not outlive its row', () => {
    const all = extended(toggled(nothingSelected, 'o-1'), rows, 'o-2');
    expect([...present(all, rows.slice(1)).ids]).toEqual(['kr-1', 'o-2']);
    expect(present(all, rows)).toBe(all);
  });
});

describe('the requests of a change of many', () => {
  let last = 0;
  const id = () => `id-${(last += 1)}`;
  const selected = [rowOf('o-1'), rowOf('kr-1'), rowOf('kr-2')];

  test('are one for objectives and one for key results', () => {
    expect(bulkRequests(selected, { type: 'owner', ownerAccountId: 'mia' }, '', id)).toMatchObject([
      { of: 'objective', subjects: [{ id: 'o-1', version: 1 }] },
      { of: 'key-result', subjects: [{ id: 'kr-1' }, { id: 'kr-2' }] },
    ]);
  });

  test('leave out what has no such thing, and what goes along with its objective', () => {
    expect(bulkRequests(selected, { type: 'cycle', cycleId: 'q1' }, '', id)).toMatchObject([{ of: 'objective' }]);
    expect(bulkRequests(selected, { type: 'due-day', dueDay: null }, 'Why', id)).toMatchObject([{ of: 'key-result', reason: 'Why' }]);
    expect(bulkRequests(selected, { type: 'archive' }, '', id)).toMatchObject([
      { of: 'objective' },
      { of: 'key-result', subjects: [{ id: 'kr-2' }] },
    ]);
  });

  test('are taken back for what was changed, by what each was, under the version that is left', () => {
    const outcomes = [
      { id: 'o-1', outcome: 'changed', version: 5 },
      { id: 'kr-1', outcome: 'changed', version: 2 },
      { id: 'kr-2', outcome: 'conflict', message: 'Too late' },
    ] as const;
    expect(takeBackRequests(selected, { type: 'owner', ownerAccountId: 'new' }, outcomes, '', id)).toMatchObject([
      { of: 'objective', subjects: [{ id: 'o-1', version: 5 }], change: { type: 'owner', ownerAccountId: 'mia' } },
      { of: 'key-result', subjects: [{ id: 'kr-1', version: 2 }], change: { type: 'owner', ownerAccountId: 'jan' } },
    ]);
    expect(takeBackRequests(selected, { type: 'archive' }, outcomes, '', id)).toMatchObject([
      { of: 'objective', change: { type: 'restore' } },
      { of: 'key-result', change: { type: 'restore' } },
    ]);
  });
});
