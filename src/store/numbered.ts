/**
 * Human numbers (`O-7`, `KR-31`): taken as MAX + 1 inside the INSERT itself, under a unique index, and tried again when two inserts collide. What is
 * new stands last.
 * An insert whose id is there already has happened before: that is success.
 */
import { RANK_GAP } from '../domain/rank';
import { isSqlError, type SqlClient, type SqlValue } from './sql-client';
import { marks } from './statement';

const ATTEMPTS = 8;

/**
 * Inserts a row whose `number` column takes the next free value and whose `sort_rank` is beyond all others. Returns false when a row with this id was there already.
 * `columns` and `values` exclude these two and start with `id`.
 */
export async function insertNumbered(
  sql: SqlClient,
  table: 'objective' | 'key_result',
  columns: readonly string[],
  values: readonly SqlValue[],
): Promise<boolean> {
  const statement = `INSERT INTO ${table} (number, sort_rank, ${columns.join(', ')})
    SELECT COALESCE(MAX(number), 0) + 1, COALESCE(MAX(sort_rank), 0) + ${RANK_GAP}, ${marks(values.length)} FROM ${table}`;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await sql.run(statement, values);
      return true;
    } catch (error) {
      if (!isSqlError(error, 'duplicate-key')) throw error;
      const existing = await sql.query(`SELECT id FROM ${table} WHERE id = ?`, [values[0] ?? null]);
      if (existing.length > 0) return false;
      if (attempt === ATTEMPTS) throw error;
    }
  }
}
