/**
 * The work of projects as it was last counted in Jira, and which counts are wanted. The row of `coverage` is the commit of a count; lines of a count
 * that no row names are leftovers. Counting and asking write columns of their own, so neither undoes the other.
 */
import type { WorkState } from '../domain/coverage';
import { insertOnce } from './insert-once';
import { flagOf, numberOf, numberOrNull, textOf } from './row';
import type { Row, SqlClient, SqlValue } from './sql-client';
import { marks, replaceRows } from './statement';

/** The work of one project in one cycle, as counted at a moment. */
export type WorkCount = {
  readonly projectId: string;
  readonly cycleId: string;
  readonly countId: string;
  /** Epoch ms. */
  readonly countedAt: number;
  /** There was more of it than was read; what was read had changed last. */
  readonly capped: Readonly<Record<WorkState, boolean>>;
};

/** A piece of work with the issues above it, nearest first, and whose it is (null: nobody's). `changedAt`: Jira's own time of the last change, epoch ms. */
export type WorkLine = {
  readonly issueId: string;
  readonly ancestorIds: readonly string[];
  readonly state: WorkState;
  readonly changedAt: number;
  readonly assigneeAccountId: string | null;
};

export type AskedCount = { readonly projectId: string; readonly cycleId: string; readonly mark: string };

/** `count`: the one that stands, null before the first. `askedAt`: since when another one has been waiting, epoch ms; null when none is. */
export type KnownCount = { readonly count: WorkCount | null; readonly askedAt: number | null };

/** Of a row that carries a count. */
const parseCount = (row: Row): WorkCount => ({
  projectId: textOf(row, 'project_id'),
  cycleId: textOf(row, 'cycle_id'),
  countId: textOf(row, 'count_id'),
  countedAt: numberOf(row, 'counted_at'),
  capped: { 'in-progress': flagOf(row, 'capped_now'), finished: flagOf(row, 'capped_done') },
});

/** Sets columns of the row of a project and cycle, which is made where it is missing. */
async function write(sql: SqlClient, projectId: string, cycleId: string, values: Readonly<Record<string, SqlValue>>): Promise<void> {
  const [columns, params] = [Object.keys(values), Object.values(values)];
  const update = (): Promise<number> =>
    sql.run(`UPDATE coverage SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE project_id = ? AND cycle_id = ?`, [
      ...params,
      projectId,
      cycleId,
    ]);
  if ((await update()) > 0) return;
  const added = await insertOnce(
    sql,
    `INSERT INTO coverage (project_id, cycle_id, ${columns.join(', ')}) VALUES (${marks(2 + columns.length)})`,
    [projectId, cycleId, ...params],
  );
  if (!added) await update();
}

export const createWorkCountStore = (sql: SqlClient) => ({
  /** Writes the lines of a count, which mean nothing until `commit`. `begunAt` in epoch ms tells leftovers from work in progress. */
  addLines(countId: string, lines: readonly WorkLine[], begunAt: number): Promise<void> {
    return replaceRows(
      sql,
      'work_line',
      ['count_id', 'issue_id', 'above_id', 'distance', 'state', 'changed_at', 'begun_at', 'assignee_account_id'],
      lines.flatMap(({ issueId, ancestorIds, state, changedAt, assigneeAccountId }) =>
        [...new Set([issueId, ...ancestorIds])].map((aboveId, distance) => [
          countId,
          issueId,
          aboveId,
          distance,
          state,
          changedAt,
          begunAt,
          assigneeAccountId,
        ]),
      ),
    );
  },

  /** From here on this is the project's work in the cycle. */
  commit({ projectId, cycleId, countId, countedAt, capped }: WorkCount): Promise<void> {
    return write(sql, projectId, cycleId, {
      count_id: countId,
      counted_at: countedAt,
      capped_now: capped['in-progress'] ? 1 : 0,
      capped_done: capped.finished ? 1 : 0,
    });
  },

  /** Removes lines of counts that do not stand, begun before `before` (epoch ms). */
  async removeLeftovers(before: number): Promise<void> {
    await sql.run(
      'DELETE FROM work_line WHERE begun_at < ? AND count_id NOT IN (SELECT m.count_id FROM coverage m WHERE m.count_id IS NOT NULL)',
      [before],
    );
  },

  /** What is known of these projects in a cycle, by project; those that were never counted nor asked for are missing. */
  async list(projectIds: readonly string[], cycleId: string): Promise<ReadonlyMap<string, KnownCount>> {
    if (projectIds.length === 0) return new Map();
    const rows = await sql.query(
      `SELECT project_id, cycle_id, count_id, counted_at, capped_now, capped_done, asked_at FROM coverage
       WHERE cycle_id = ? AND project_id IN (${marks(projectIds.length)}) ORDER BY project_id`,
      [cycleId, ...projectIds],
    );
    return new Map(
      rows.map((row) => [
        textOf(row, 'project_id'),
        { count: row.count_id === null ? null : parseCount(row), askedAt: numberOrNull(row, 'asked_at') },
      ]),
    );
  },

  /** Notes that a count is wanted. A fresh mark lets a note that is written again while the count is under way stay. */
  ask({ projectId, cycleId, mark }: AskedCount, at: number): Promise<void> {
    return write(sql, projectId, cycleId, { asked_mark: mark, asked_at: at });
  },

  /** The one that waits the longest; null when none waits. */
  async findAsked(): Promise<AskedCount | null> {
    const [row] = await sql.query(
      'SELECT project_id, cycle_id, asked_mark FROM coverage WHERE asked_at IS NOT NULL ORDER BY asked_at, project_id, cycle_id LIMIT 1',
      [],
    );
    return row === undefined
      ? null
      : { projectId: textOf(row, 'project_id'), cycleId: textOf(row, 'cycle_id'), mark: textOf(row, 'asked_mark') };
  },

  /** Puts a note behind all others. */
  async postpone({ projectId, cycleId, mark }: AskedCount, at: number): Promise<void> {
    await sql.run('UPDATE coverage SET asked_at = ? WHERE project_id = ? AND cycle_id = ? AND asked_mark = ?', [
      at,
      projectId,
      cycleId,
      mark,
    ]);
  },

  /** Strikes off exactly this note; one written again since carries another mark and stays. */
  async strike({ projectId, cycleId, mark }: AskedCount): Promise<void> {
    await sql.run('UPDATE coverage SET asked_mark = NULL, asked_at = NULL WHERE project_id = ? AND cycle_id = ? AND asked_mark = ?', [
      projectId,
      cycleId,
      mark,
    ]);
  },

  /**
   * Projects and cycles whose work is to be counted on a day: those with live objectives that are not private, in running cycles that span it, never
   * counted or not since `before` (epoch ms).
   */
  async listDue(day: string, before: number): Promise<readonly { readonly projectId: string; readonly cycleId: string }[]> {
    const rows = await sql.query(
      `SELECT DISTINCT o.home_id AS project_id, o.cycle_id AS cycle_id FROM objective o JOIN cycle c ON c.id = o.cycle_id
       LEFT JOIN coverage m ON m.project_id = o.home_id AND m.cycle_id = o.cycle_id
       WHERE o.level = 'project' AND o.archived_at IS NULL AND o.private = 0
         AND c.state = 'running' AND c.start_day <= ? AND c.end_day >= ? AND (m.counted_at IS NULL OR m.counted_at < ?)
       ORDER BY o.home_id, o.cycle_id`,
      [day, day, before],
    );
    return rows.map((row) => ({ projectId: textOf(row, 'project_id'), cycleId: textOf(row, 'cycle_id') }));
  },
});
