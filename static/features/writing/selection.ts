/** Which rows are selected, one by one and by ranges. Pure; knows rows by their place in the list. */
import type { OkrRow } from '../project-okrs/okr-rows';
import { isMovable } from './order';

export type Selection = {
  readonly ids: ReadonlySet<string>;
  /** The last one, from which the next range goes. */
  readonly anchorId: string | null;
};

export const nothingSelected: Selection = { ids: new Set(), anchorId: null };

export const toggled = ({ ids }: Selection, id: string): Selection => {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchorId: id };
};

/** Everything from the last one to this row as well; without one the row alone. */
export const extended = (selection: Selection, rows: readonly OkrRow[], id: string): Selection => {
  const [from, to] = [rows.findIndex((row) => row.id === selection.anchorId), rows.findIndex((row) => row.id === id)];
  if (from === -1 || to === -1) return toggled(selection, id);
  const between = rows.slice(Math.min(from, to), Math.max(from, to) + 1).filter(isMovable);
  return { ids: new Set([...selection.ids, ...between.map((row) => row.id)]), anchorId: id };
};

/** Without what is not there any more. */
export const present = (selection: Selection, rows: readonly OkrRow[]): Selection => {
  if (selection.ids.size === 0) return selection;
  const there = new Set(rows.map(({ id }) => id));
  const ids = [...selection.ids].filter((id) => there.has(id));
  return ids.length === selection.ids.size ? selection : { ...selection, ids: new Set(ids) };
};
