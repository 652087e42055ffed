/** Cycles: the dated periods OKRs are set for. */
import { textOf } from './row';
import { isSqlError, type SqlClient } from './sql-client';

export type CycleRecord = { readonly id: string; readonly name: string; readonly startDay: string; readonly endDay: string };

export const createCycleStore = (sql: SqlClient) => ({
  /** Every cycle, earliest start first. */
  async list(): Promise<readonly CycleRecord[]> {
    const rows = await sql.query('SELECT id, name, start_day, end_day FROM cycle ORDER BY start_day, id', []);
    return rows.map((row) => ({
      id: textOf(row, 'id'),
      name: textOf(row, 'name'),
      startDay: textOf(row, 'start_day'),
      endDay: textOf(row, 'end_day'),
    }));
  },

  /** Adds a cycle; one that is there already stays as it is. */
  async add(cycle: CycleRecord): Promise<void> {
    try {
      await sql.run('INSERT INTO cycle (id, name, start_day, end_day) VALUES (?, ?, ?, ?)', [
        cycle.id,
        cycle.name,
        cycle.startDay,
        cycle.endDay,
      ]);
    } catch (error) {
      if (!isSqlError(error, 'duplicate-key')) throw error;
    }
  },
});
