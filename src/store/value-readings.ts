/** Values of metrics and bands as Jira said them: one row a key result and day, the last reading of the day. */
import { flagOf, numberOf, numberOrNull, textOf } from './row';
import type { Row, SqlClient } from './sql-client';
import { marks, replaceRows } from './statement';

export type ReadingRecord = {
  readonly keyResultId: string;
  readonly day: string;
  /** Says which query was asked; a reading counts while the key result carries the same. */
  readonly valueSourceId: string;
  /** Null: no issue carried a number. */
  readonly value: number | null;
  readonly issues: number;
  /** Jira only estimated the number of issues. */
  readonly approximate: boolean;
  /** Epoch ms. */
  readonly readAt: number;
};

const columns = ['key_result_id', 'day', 'value_source_id', 'value', 'issues', 'approximate', 'read_at'] as const;

const parse = (row: Row): ReadingRecord => ({
  keyResultId: textOf(row, 'key_result_id'),
  day: textOf(row, 'day'),
  valueSourceId: textOf(row, 'value_source_id'),
  value: numberOrNull(row, 'value'),
  issues: numberOf(row, 'issues'),
  approximate: flagOf(row, 'approximate'),
  readAt: numberOf(row, 'read_at'),
});

export const createValueReadingStore = (sql: SqlClient) => ({
  /** Writes a reading, in the place of an earlier one of the day. */
  write(reading: ReadingRecord): Promise<void> {
    const { keyResultId, day, valueSourceId, value, issues, approximate, readAt } = reading;
    return replaceRows(sql, 'value_reading', columns, [[keyResultId, day, valueSourceId, value, issues, approximate ? 1 : 0, readAt]]);
  },

  /** Every reading of these key results, of former queries too, by day. */
  async listByKeyResults(keyResultIds: readonly string[]): Promise<readonly ReadingRecord[]> {
    if (keyResultIds.length === 0) return [];
    const rows = await sql.query(
      `SELECT ${columns.join(', ')} FROM value_reading WHERE key_result_id IN (${marks(keyResultIds.length)}) ORDER BY day, key_result_id`,
      keyResultIds,
    );
    return rows.map(parse);
  },

  /**
   * Live key results that Jira measures, in a cycle that spans `today` and is not closed, whose query was last asked before `before` (epoch ms) or never; the
   * longest ago first, at most `limit`.
   */
  async listDue(today: string, before: number, limit: number): Promise<readonly string[]> {
    const rows = await sql.query(
      `SELECT k.id AS id, MAX(r.read_at) AS read_at FROM key_result k
       JOIN objective o ON o.id = k.objective_id AND o.archived_at IS NULL
       JOIN cycle c ON c.id = o.cycle_id AND c.start_day <= ? AND c.end_day >= ? AND c.state <> 'closed'
       LEFT JOIN value_reading r ON r.key_result_id = k.id AND r.value_source_id = k.value_source_id
       WHERE k.value_measure <> 'hand' AND k.archived_at IS NULL
       GROUP BY k.id HAVING MAX(r.read_at) IS NULL OR MAX(r.read_at) < ? ORDER BY read_at, id LIMIT ${limit}`,
      [today, today, before],
    );
    return rows.map((row) => textOf(row, 'id'));
  },
});
