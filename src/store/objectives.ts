/** Objectives: what a project wants in a cycle. `progress` is derived from the key results and can be recomputed at any time. */
import { insertNumbered } from './numbered';
import { numberOf, numberOrNull, textOf, textOrNull } from './row';
import type { Row, SqlClient } from './sql-client';
import { changedColumns } from './statement';

export type ObjectiveRecord = {
  readonly id: string;
  readonly number: number;
  readonly projectId: string;
  readonly cycleId: string;
  readonly title: string;
  readonly description: string;
  readonly ownerAccountId: string | null;
  readonly weight: number;
  readonly archivedAt: number | null;
  readonly createdBy: string;
  readonly version: number;
};

export type NewObjective = Omit<ObjectiveRecord, 'number' | 'archivedAt' | 'version'> & { readonly createdAt: number };

export type ObjectiveEdit = {
  readonly cycleId?: string | undefined;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly ownerAccountId?: string | null | undefined;
  readonly weight?: number | undefined;
};

const columnNames = [
  'id', 'number', 'project_id', 'cycle_id', 'title', 'description', 'owner_account_id', 'weight', 'archived_at', 'created_by', 'version',
] as const; // prettier-ignore

const columns = columnNames.join(', ');

const parse = (row: Row): ObjectiveRecord => ({
  id: textOf(row, 'id'),
  number: numberOf(row, 'number'),
  projectId: textOf(row, 'project_id'),
  cycleId: textOf(row, 'cycle_id'),
  title: textOf(row, 'title'),
  description: textOf(row, 'description'),
  ownerAccountId: textOrNull(row, 'owner_account_id'),
  weight: numberOf(row, 'weight'),
  archivedAt: numberOrNull(row, 'archived_at'),
  createdBy: textOf(row, 'created_by'),
  version: numberOf(row, 'version'),
});

export const createObjectiveStore = (sql: SqlClient) => ({
  /** False when an objective with this id exists already; then nothing was written. */
  insert(objective: NewObjective): Promise<boolean> {
    return insertNumbered(
      sql,
      'objective',
      ['id', 'project_id', 'cycle_id', 'title', 'description', 'owner_account_id', 'weight', 'created_at', 'created_by', 'version'],
      [
        objective.id,
        objective.projectId,
        objective.cycleId,
        objective.title,
        objective.description,
        objective.ownerAccountId,
        objective.weight,
        objective.createdAt,
        objective.createdBy,
        1,
      ],
    );
  },

  /** Archived ones too; null when there is none. */
  async find(id: string): Promise<ObjectiveRecord | null> {
    const [row] = await sql.query(`SELECT ${columns} FROM objective WHERE id = ?`, [id]);
    return row === undefined ? null : parse(row);
  },

  /** A page of a project's live objectives of a cycle, by number, after a given number; and how many there are in all. */
  async page(query: {
    readonly projectId: string;
    readonly cycleId: string;
    readonly afterNumber: number;
    readonly limit: number;
  }): Promise<{ readonly objectives: readonly ObjectiveRecord[]; readonly total: number }> {
    const live = 'project_id = ? AND cycle_id = ? AND archived_at IS NULL';
    // The count is a row of its own, joined to the page, so that it is there when the page is empty.
    const rows = await sql.query(
      `SELECT t.total AS total, ${columnNames.map((name) => `o.${name} AS ${name}`).join(', ')}
       FROM (SELECT COUNT(*) AS total FROM objective WHERE ${live}) t
       LEFT JOIN (SELECT ${columns} FROM objective WHERE ${live} AND number > ? ORDER BY number LIMIT ${query.limit}) o ON 1 = 1
       ORDER BY o.number`,
      [query.projectId, query.cycleId, query.projectId, query.cycleId, query.afterNumber],
    );
    const [first] = rows;
    if (first === undefined) throw new Error('A count answered without a row.');
    return { objectives: rows.filter((row) => row.id !== null).map(parse), total: numberOf(first, 'total') };
  },

  /** Edits one row if it still has this version; false when somebody else was faster. */
  async update(id: string, version: number, edit: ObjectiveEdit): Promise<boolean> {
    const { sets, params } = changedColumns({
      cycle_id: edit.cycleId,
      title: edit.title,
      description: edit.description,
      owner_account_id: edit.ownerAccountId,
      weight: edit.weight,
    });
    const touched = await sql.run(
      `UPDATE objective SET ${[...sets, 'version = version + 1'].join(', ')} WHERE id = ? AND version = ? AND archived_at IS NULL`,
      [...params, id, version],
    );
    return touched === 1;
  },

  async archive(id: string, version: number, at: number): Promise<boolean> {
    const touched = await sql.run(
      'UPDATE objective SET archived_at = ?, version = version + 1 WHERE id = ? AND version = ? AND archived_at IS NULL',
      [at, id, version],
    );
    return touched === 1;
  },
});
