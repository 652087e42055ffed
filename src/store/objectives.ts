/**
 * Objectives as people write them: what a project wants in a cycle, what it is aligned to and how it rolls up. Every edit bumps `version`, and
 * raises the roll-up mark in the same statement because the number may follow; the numbers themselves are roll-ups.ts.
 */
import type { Override, RollUpMode } from '../domain/model';
import { healthOverrideText, parseHealthOverride, type HealthOverrideRecord } from './health-override';
import { cycleColumns, parseCycle, type CycleRecord } from './cycles';
import { insertNumbered } from './numbered';
import { numberOf, numberOrNull, textOf, textOrNull, wordOf } from './row';
import type { Row, SqlClient } from './sql-client';
import { changedColumns, marks } from './statement';

export type ObjectiveRecord = {
  readonly id: string;
  readonly number: number;
  readonly projectId: string;
  readonly cycleId: string;
  readonly title: string;
  readonly description: string;
  readonly ownerAccountId: string | null;
  readonly weight: number;
  /** The objective it is aligned to, of a cycle that encloses its own. */
  readonly parentId: string | null;
  readonly rollUp: RollUpMode;
  readonly override: OverrideRecord | null;
  readonly healthOverride: HealthOverrideRecord | null;
  /** The computed progress, without the override. */
  readonly progress: number | null;
  /** Of how many parts it was computed, and how many of them carried a number. */
  readonly measured: number;
  readonly parts: number;
  readonly changeId: string | null;
  readonly archivedAt: number | null;
  readonly createdBy: string;
  readonly version: number;
};

export type OverrideRecord = Override & { readonly byAccountId: string };

export type NewObjective = Pick<
  ObjectiveRecord,
  'id' | 'projectId' | 'cycleId' | 'title' | 'description' | 'ownerAccountId' | 'weight' | 'createdBy'
> & { readonly createdAt: number };

export type ObjectiveEdit = {
  readonly cycleId?: string | undefined;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly ownerAccountId?: string | null | undefined;
  readonly weight?: number | undefined;
  readonly parentId?: string | null | undefined;
  readonly rollUp?: RollUpMode | undefined;
  readonly override?: OverrideRecord | null | undefined;
  readonly healthOverride?: HealthOverrideRecord | null | undefined;
  /** The record of this change; see plan-changes.ts. */
  readonly changeId?: string | undefined;
};

const columnNames = [
  'id', 'number', 'project_id', 'cycle_id', 'title', 'description', 'owner_account_id', 'weight', 'parent_id', 'roll_up',
  'override_progress', 'override_reason', 'override_until', 'override_by', 'health_override', 'progress', 'measured', 'parts',
  'change_id', 'archived_at', 'created_by', 'version',
] as const; // prettier-ignore

const columns = columnNames.join(', ');

function parseOverride(row: Row): OverrideRecord | null {
  const progress = numberOrNull(row, 'override_progress');
  if (progress === null) return null;
  return {
    progress,
    reason: textOf(row, 'override_reason'),
    untilDay: textOf(row, 'override_until'),
    byAccountId: textOf(row, 'override_by'),
  };
}

const parse = (row: Row): ObjectiveRecord => ({
  id: textOf(row, 'id'),
  number: numberOf(row, 'number'),
  projectId: textOf(row, 'project_id'),
  cycleId: textOf(row, 'cycle_id'),
  title: textOf(row, 'title'),
  description: textOf(row, 'description'),
  ownerAccountId: textOrNull(row, 'owner_account_id'),
  weight: numberOf(row, 'weight'),
  parentId: textOrNull(row, 'parent_id'),
  rollUp: wordOf(row, 'roll_up', ['key-results', 'with-children']),
  override: parseOverride(row),
  healthOverride: parseHealthOverride(row),
  progress: numberOrNull(row, 'progress'),
  measured: numberOf(row, 'measured'),
  parts: numberOf(row, 'parts'),
  changeId: textOrNull(row, 'change_id'),
  archivedAt: numberOrNull(row, 'archived_at'),
  createdBy: textOf(row, 'created_by'),
  version: numberOf(row, 'version'),
});

const overrideColumns = (override: OverrideRecord | null | undefined) =>
  override === undefined
    ? {}
    : {
        override_progress: override?.progress ?? null,
        override_reason: override?.reason ?? null,
        override_until: override?.untilDay ?? null,
        override_by: override?.byAccountId ?? null,
      };

export const createObjectiveStore = (sql: SqlClient) => ({
  /** False when an objective with this id exists already; then nothing was written. */
  insert(objective: NewObjective): Promise<boolean> {
    return insertNumbered(
      sql,
      'objective',
      [
        'id', 'project_id', 'cycle_id', 'title', 'description', 'owner_account_id', 'weight', 'roll_up',
        'measured', 'parts', 'roll_mark', 'rolled_mark', 'created_at', 'created_by', 'version',
      ], // prettier-ignore
      [
        objective.id,
        objective.projectId,
        objective.cycleId,
        objective.title,
        objective.description,
        objective.ownerAccountId,
        objective.weight,
        'key-results',
        0,
        0,
        0,
        0,
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

  /** Live objectives of these cycles, of all projects, by number. */
  async listByCycles(cycleIds: readonly string[]): Promise<readonly ObjectiveRecord[]> {
    if (cycleIds.length === 0) return [];
    const rows = await sql.query(
      `SELECT ${columns} FROM objective WHERE cycle_id IN (${marks(cycleIds.length)}) AND archived_at IS NULL ORDER BY number`,
      cycleIds,
    );
    return rows.map(parse);
  },

  /** Live objectives aligned to this one, of cycles that its own encloses, with their cycles, by number. */
  async listChildren(id: string): Promise<readonly { readonly objective: ObjectiveRecord; readonly cycle: CycleRecord }[]> {
    const rows = await sql.query(
      `SELECT ${columnNames.map((name) => `c.${name} AS ${name}`).join(', ')}, ${cycleColumns('cc')}
       FROM objective c JOIN objective o ON o.id = c.parent_id JOIN cycle oc ON oc.id = o.cycle_id
       JOIN cycle cc ON cc.id = c.cycle_id AND cc.start_day >= oc.start_day AND cc.end_day <= oc.end_day
       WHERE c.parent_id = ? AND c.archived_at IS NULL ORDER BY c.number`,
      [id],
    );
    return rows.map((row) => ({ objective: parse(row), cycle: parseCycle(row) }));
  },

  /** Each aligned objective with the one it is aligned to, of every cycle and archived ones too: what a loop is looked for in. */
  async listParents(): Promise<ReadonlyMap<string, string | null>> {
    const rows = await sql.query('SELECT id, parent_id FROM objective WHERE parent_id IS NOT NULL', []);
    return new Map(rows.map((row) => [textOf(row, 'id'), textOrNull(row, 'parent_id')]));
  },

  /** Edits one row if it still has this version; false when somebody else was faster. */
  async update(id: string, version: number, edit: ObjectiveEdit): Promise<boolean> {
    const { sets, params } = changedColumns({
      cycle_id: edit.cycleId,
      title: edit.title,
      description: edit.description,
      owner_account_id: edit.ownerAccountId,
      weight: edit.weight,
      parent_id: edit.parentId,
      roll_up: edit.rollUp,
      ...overrideColumns(edit.override),
      health_override: healthOverrideText(edit.healthOverride),
      change_id: edit.changeId,
    });
    const touched = await sql.run(
      `UPDATE objective SET ${[...sets, 'version = version + 1', 'roll_mark = roll_mark + 1'].join(', ')} WHERE id = ? AND version = ? AND archived_at IS NULL`,
      [...params, id, version],
    );
    return touched === 1;
  },

  async archive(id: string, version: number, at: number): Promise<boolean> {
    const touched = await sql.run(
      'UPDATE objective SET archived_at = ?, version = version + 1, roll_mark = roll_mark + 1 WHERE id = ? AND version = ? AND archived_at IS NULL',
      [at, id, version],
    );
    return touched === 1;
  },
});
