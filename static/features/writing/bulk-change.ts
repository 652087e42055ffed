/** The requests that the same change of many rows makes, one for the objectives and one for the key results, and those that take it back. Pure. */
import type { Input } from '../../../src/contract/api';
import type { KeyResultView, ObjectiveView } from '../../../src/contract/okr';
import type { BulkOutcome } from '../../../src/contract/writing';
import { thingOf, type MovableRow } from './order';

type Request = Input<'changeMany'>;
export type BulkChange = Request['change'];

const most = 100;

/** What the change is not for is left out: key results have no cycle of their own, objectives no due day. */
const isFor = (change: BulkChange, type: MovableRow['type']): boolean =>
  change.type === 'due-day' ? type === 'key-result' : change.type === 'cycle' ? type === 'objective' : true;

/** Key results go with their objective where that goes too. */
const goesAlong = (row: MovableRow, rows: readonly MovableRow[], change: BulkChange): boolean =>
  change.type === 'archive' &&
  row.type === 'key-result' &&
  rows.some((other) => other.type === 'objective' && other.id === row.objective.id);

export const subjectsOf = (rows: readonly MovableRow[], change: BulkChange): readonly MovableRow[] =>
  rows.filter((row) => isFor(change, row.type) && !goesAlong(row, rows, change));

const requestsOver = (
  subjects: readonly { readonly type: MovableRow['type']; readonly id: string; readonly version: number }[],
  change: BulkChange,
  reason: string,
  newId: () => string,
): readonly Request[] =>
  (['objective', 'key-result'] as const).flatMap((of) => {
    const own = subjects.filter(({ type }) => type === of).map(({ id, version }) => ({ id, version }));
    const parts: Request[] = [];
    for (let from = 0; from < own.length; from += most)
      parts.push({ id: newId(), of, subjects: own.slice(from, from + most), change, ...(reason === '' ? {} : { reason }) });
    return parts;
  });

export const bulkRequests = (rows: readonly MovableRow[], change: BulkChange, reason: string, newId: () => string): readonly Request[] =>
  requestsOver(
    subjectsOf(rows, change).map((row) => ({ type: row.type, id: row.id, version: thingOf(row).version })),
    change,
    reason,
    newId,
  );

const former = (change: BulkChange, thing: ObjectiveView | KeyResultView): BulkChange => {
  switch (change.type) {
    case 'owner':
      return { type: 'owner', ownerAccountId: thing.ownerAccountId };
    case 'due-day':
      return { type: 'due-day', dueDay: 'dueDay' in thing ? thing.dueDay : null };
    case 'cycle':
      return { type: 'cycle', cycleId: 'cycleId' in thing ? thing.cycleId : change.cycleId };
    case 'archive':
      return { type: 'restore' };
    case 'restore':
      return { type: 'archive' };
  }
};

/** One request for each former value, under the versions that the change has left. */
export const takeBackRequests = (
  rows: readonly MovableRow[],
  change: BulkChange,
  outcomes: readonly BulkOutcome[],
  reason: string,
  newId: () => string,
): readonly Request[] => {
  const byValue = new Map<
    string,
    { readonly change: BulkChange; readonly subjects: { type: MovableRow['type']; id: string; version: number }[] }
  >();
  for (const outcome of outcomes) {
    const row = rows.find(({ id }) => id === outcome.id);
    if (row === undefined || outcome.outcome !== 'changed') continue;
    const back = former(change, thingOf(row));
    const group = byValue.get(JSON.stringify(back)) ?? { change: back, subjects: [] };
    byValue.set(JSON.stringify(back), group);
    group.subjects.push({ type: row.type, id: row.id, version: outcome.version });
  }
  return [...byValue.values()].flatMap((group) => requestsOver(group.subjects, group.change, reason, newId));
};
