/** Typed-in values of metric key results: one row an entry, never overwritten. */
import { isSqlError, type SqlClient } from './sql-client';

export type CheckInRecord = {
  readonly id: string;
  readonly keyResultId: string;
  readonly value: number;
  readonly day: string;
  readonly createdAt: number;
  readonly createdBy: string;
};

export const createCheckInStore = (sql: SqlClient) => ({
  /** Adds an entry; one with this id that is there already stays as it is. */
  async add(checkIn: CheckInRecord): Promise<void> {
    try {
      await sql.run('INSERT INTO check_in (id, key_result_id, value, day, created_at, created_by) VALUES (?, ?, ?, ?, ?, ?)', [
        checkIn.id,
        checkIn.keyResultId,
        checkIn.value,
        checkIn.day,
        checkIn.createdAt,
        checkIn.createdBy,
      ]);
    } catch (error) {
      if (!isSqlError(error, 'duplicate-key')) throw error;
    }
  },
});
