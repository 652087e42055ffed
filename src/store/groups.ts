/** Groups of projects, with who leads them: one row each, edited under its version. */
import { parseIds, writeIds } from './id-list';
import { insertOnce } from './insert-once';
import { numberOf, numberOrNull, textOf, textOrNull } from './row';
import type { Row, SqlClient } from './sql-client';
import { changedColumns } from './statement';

export type GroupRecord = {
  readonly id: string;
  readonly name: string;
  readonly projectIds: readonly string[];
  readonly leadIds: readonly string[];
  readonly archivedAt: number | null;
  readonly createdBy: string;
  /** The record of its last change; see plan-changes.ts. */
  readonly changeId: string | null;
  readonly version: number;
};

const columns = 'id, name, projects, leads, archived_at, created_by, change_id, version';

const parse = (row: Row): GroupRecord => ({
  id: textOf(row, 'id'),
  name: textOf(row, 'name'),
  projectIds: parseIds(textOf(row, 'projects')),
  leadIds: parseIds(textOf(row, 'leads')),
  archivedAt: numberOrNull(row, 'archived_at'),
  createdBy: textOf(row, 'created_by'),
  changeId: textOrNull(row, 'change_id'),
  version: numberOf(row, 'version'),
});

type GroupEdit = {
  readonly name?: string | undefined;
  readonly projectIds?: readonly string[] | undefined;
  readonly leadIds?: readonly string[] | undefined;
  readonly changeId?: string | undefined;
};

export const createGroupStore = (sql: SqlClient) => ({
  /** False when a group with this id exists already; then nothing was written. `createdAt` in epoch ms. */
  insert(
    group: Pick<GroupRecord, 'id' | 'name' | 'projectIds' | 'leadIds' | 'createdBy'> & { readonly createdAt: number },
  ): Promise<boolean> {
    return insertOnce(
      sql,
      'INSERT INTO okr_group (id, name, projects, leads, created_at, created_by, version) VALUES (?, ?, ?, ?, ?, ?, 1)',
      [group.id, group.name, writeIds(group.projectIds), writeIds(group.leadIds), group.createdAt, group.createdBy],
    );
  },

  /** Archived ones too; null when there is none. */
  async find(id: string): Promise<GroupRecord | null> {
    const [row] = await sql.query(`SELECT ${columns} FROM okr_group WHERE id = ?`, [id]);
    return row === undefined ? null : parse(row);
  },

  /** Live groups, by name. */
  async list(): Promise<readonly GroupRecord[]> {
    const rows = await sql.query(`SELECT ${columns} FROM okr_group WHERE archived_at IS NULL ORDER BY name, id`, []);
    return rows.map(parse);
  },

  /** Edits one row if it still has this version; false when somebody else was faster. */
  async update(id: string, version: number, edit: GroupEdit): Promise<boolean> {
    const { sets, params } = changedColumns({
      name: edit.name,
      projects: edit.projectIds === undefined ? undefined : writeIds(edit.projectIds),
      leads: edit.leadIds === undefined ? undefined : writeIds(edit.leadIds),
      change_id: edit.changeId,
    });
    const touched = await sql.run(
      `UPDATE okr_group SET ${[...sets, 'version = version + 1'].join(', ')} WHERE id = ? AND version = ? AND archived_at IS NULL`,
      [...params, id, version],
    );
    return touched === 1;
  },

  /** False when it has another version, or live objectives live in it. `at` in epoch ms. */
  async archive(id: string, version: number, { at, changeId }: { readonly at: number; readonly changeId: string }): Promise<boolean> {
    const touched = await sql.run(
      `UPDATE okr_group SET archived_at = ?, change_id = ?, version = version + 1 WHERE id = ? AND version = ? AND archived_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM objective o WHERE o.level = 'group' AND o.home_id = ? AND o.archived_at IS NULL)`,
      [at, changeId, id, version, id],
    );
    return touched === 1;
  },
});
