/** Cycles: the dated periods OKRs are set for, and whether they are being prepared, kept or over. */
import type { CycleState } from '../domain/cycle';
import { insertOnce } from './insert-once';
import { numberOf, textOf, textOrNull, wordOf } from './row';
import type { Row, SqlClient } from './sql-client';
import { changedColumns } from './statement';

export type CycleRecord = {
  readonly id: string;
  readonly name: string;
  readonly startDay: string;
  readonly endDay: string;
  readonly state: CycleState;
  /** Not null while it is closed. */
  readonly closedDay: string | null;
  readonly changeId: string | null;
  readonly version: number;
};

type CycleEdit = {
  readonly name?: string | undefined;
  readonly startDay?: string | undefined;
  readonly endDay?: string | undefined;
  readonly state?: CycleState | undefined;
  readonly closedDay?: string | null | undefined;
  readonly changeId?: string | undefined;
};

const columnNames = ['id', 'name', 'start_day', 'end_day', 'state', 'closed_day', 'change_id', 'version'] as const;

/** The columns `parseCycle` reads, of the table under this alias, each under `cycle_` and its name. */
export const cycleColumns = (alias: string): string => columnNames.map((name) => `${alias}.${name} AS cycle_${name}`).join(', ');

export const parseCycle = (row: Row): CycleRecord => ({
  id: textOf(row, 'cycle_id'),
  name: textOf(row, 'cycle_name'),
  startDay: textOf(row, 'cycle_start_day'),
  endDay: textOf(row, 'cycle_end_day'),
  state: wordOf(row, 'cycle_state', ['draft', 'running', 'closed']),
  closedDay: textOrNull(row, 'cycle_closed_day'),
  changeId: textOrNull(row, 'cycle_change_id'),
  version: numberOf(row, 'cycle_version'),
});

export const createCycleStore = (sql: SqlClient) => ({
  /** Every cycle, earliest start first. */
  async list(): Promise<readonly CycleRecord[]> {
    const rows = await sql.query(`SELECT ${cycleColumns('c')} FROM cycle c ORDER BY c.start_day, c.id`, []);
    return rows.map(parseCycle);
  },

  /** Adds a cycle. False when one with this id is there already; it stays as it is. */
  add(cycle: CycleRecord): Promise<boolean> {
    return insertOnce(sql, `INSERT INTO cycle (${columnNames.join(', ')}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, [
      cycle.id,
      cycle.name,
      cycle.startDay,
      cycle.endDay,
      cycle.state,
      cycle.closedDay,
      cycle.changeId,
      cycle.version,
    ]);
  },

  /** Edits one row if it still has this version; false when somebody else was faster. */
  async update(id: string, version: number, edit: CycleEdit): Promise<boolean> {
    const { sets, params } = changedColumns({
      name: edit.name,
      start_day: edit.startDay,
      end_day: edit.endDay,
      state: edit.state,
      closed_day: edit.closedDay,
      change_id: edit.changeId,
    });
    const touched = await sql.run(`UPDATE cycle SET ${[...sets, 'version = version + 1'].join(', ')} WHERE id = ? AND version = ?`, [
      ...params,
      id,
      version,
    ]);
    return touched === 1;
  },

  /** Removes a cycle that nobody has written into; false when somebody has, or somebody else was faster. */
  async remove(id: string, version: number): Promise<boolean> {
    const touched = await sql.run(
      'DELETE FROM cycle WHERE id = ? AND version = ? AND NOT EXISTS (SELECT 1 FROM objective o WHERE o.cycle_id = ?)',
      [id, version, id],
    );
    return touched === 1;
  },
});
