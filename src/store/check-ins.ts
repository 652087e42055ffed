/** Typed-in values of metric key results: one row an entry, never overwritten. */
import { numberOf, textOf } from './row';
import { isSqlError, type SqlClient } from './sql-client';
import { marks } from './statement';

export type CheckInRecord = {
  readonly id: string;
  readonly keyResultId: string;
  readonly value: number;
  readonly day: string;
  readonly createdAt: number;
  readonly createdBy: string;
};

export const createCheckInStore = (sql: SqlClient) => ({
  /** Adds an entry. False when one with this id is there already and says something else; the same one again is no second entry. */
  async add(checkIn: CheckInRecord): Promise<boolean> {
    try {
      await sql.run('INSERT INTO check_in (id, key_result_id, value, day, created_at, created_by) VALUES (?, ?, ?, ?, ?, ?)', [
        checkIn.id,
        checkIn.keyResultId,
        checkIn.value,
        checkIn.day,
        checkIn.createdAt,
        checkIn.createdBy,
      ]);
      return true;
    } catch (error) {
      if (!isSqlError(error, 'duplicate-key')) throw error;
    }
    const [row] = await sql.query('SELECT key_result_id, value, day FROM check_in WHERE id = ?', [checkIn.id]);
    return (
      row !== undefined &&
      textOf(row, 'key_result_id') === checkIn.keyResultId &&
      numberOf(row, 'value') === checkIn.value &&
      textOf(row, 'day') === checkIn.day
    );
  },

  /** Every entry of these key results, by day, then as they were made. */
  async listByKeyResults(keyResultIds: readonly string[]): Promise<readonly CheckInRecord[]> {
    if (keyResultIds.length === 0) return [];
    const rows = await sql.query(
      `SELECT id, key_result_id, value, day, created_at, created_by FROM check_in
       WHERE key_result_id IN (${marks(keyResultIds.length)}) ORDER BY day, created_at, id`,
      keyResultIds,
    );
    return rows.map((row) => ({
      id: textOf(row, 'id'),
      keyResultId: textOf(row, 'key_result_id'),
      value: numberOf(row, 'value'),
      day: textOf(row, 'day'),
      createdAt: numberOf(row, 'created_at'),
      createdBy: textOf(row, 'created_by'),
    }));
  },
});
