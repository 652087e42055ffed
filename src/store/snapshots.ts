/**
 * Snapshots: a day's numbers of every active objective and key result, written in two statements however many there are. The row of a day is
 * written again while the day lasts, so that what stays is its end.
 */
import { numberOrNull, textOf, wordOf } from './row';
import type { SqlClient } from './sql-client';
import { marks } from './statement';

export type SnapshotDay = {
  readonly day: string;
  readonly progress: number | null;
  /** What the credit is divided by, and the credit, in the unit of the rule; null without issues in scope. */
  readonly scope: number | null;
  readonly done: number | null;
  readonly value: number | null;
  readonly origin: 'seen' | 'rebuilt';
};

const columns = 'subject_id, day, subject_type, progress, in_scope, counted, done, cancelled, credit_sum, weight_sum, value, origin';

export const createSnapshotStore = (sql: SqlClient) => ({
  /** Takes (or takes again) the snapshot of a day: subjects that are live and whose cycle spans the day. */
  async take(day: string): Promise<void> {
    const spans = 'c.start_day <= ? AND c.end_day >= ?';
    await sql.run(
      `REPLACE INTO snapshot (${columns})
       SELECT k.id, ?, 'key_result', k.progress, k.in_scope, k.counted, k.done, k.cancelled,
         CASE WHEN k.in_scope > 0 THEN k.credit_sum END, CASE WHEN k.in_scope > 0 THEN k.weight_sum END, k.current_value, 'seen'
       FROM key_result k JOIN objective o ON o.id = k.objective_id JOIN cycle c ON c.id = o.cycle_id
       WHERE k.archived_at IS NULL AND o.archived_at IS NULL AND ${spans}`,
      [day, day, day],
    );
    await sql.run(
      `REPLACE INTO snapshot (${columns})
       SELECT o.id, ?, 'objective', CASE WHEN o.override_until >= ? THEN o.override_progress ELSE o.progress END,
         NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'seen'
       FROM objective o JOIN cycle c ON c.id = o.cycle_id WHERE o.archived_at IS NULL AND ${spans}`,
      [day, day, day, day],
    );
  },

  /** The days of one objective or key result from a day on, ascending. */
  async listDays(subjectId: string, fromDay: string): Promise<readonly SnapshotDay[]> {
    const rows = await sql.query(
      'SELECT day, progress, credit_sum, weight_sum, value, origin FROM snapshot WHERE subject_id = ? AND day >= ? ORDER BY day',
      [subjectId, fromDay],
    );
    return rows.map((row) => ({
      day: textOf(row, 'day'),
      progress: numberOrNull(row, 'progress'),
      scope: numberOrNull(row, 'weight_sum'),
      done: numberOrNull(row, 'credit_sum'),
      value: numberOrNull(row, 'value'),
      origin: wordOf(row, 'origin', ['seen', 'rebuilt']),
    }));
  },

  /** Progress of these subjects on these days, by subject, ascending by day; one statement. */
  async listTrends(
    subjectIds: readonly string[],
    days: readonly string[],
  ): Promise<ReadonlyMap<string, readonly { readonly day: string; readonly progress: number | null }[]>> {
    const trends = new Map<string, { day: string; progress: number | null }[]>();
    if (subjectIds.length === 0 || days.length === 0) return trends;
    const rows = await sql.query(
      `SELECT subject_id, day, progress FROM snapshot
       WHERE subject_id IN (${marks(subjectIds.length)}) AND day IN (${marks(days.length)}) ORDER BY subject_id, day`,
      [...subjectIds, ...days],
    );
    for (const row of rows) {
      const subjectId = textOf(row, 'subject_id');
      const trend = trends.get(subjectId) ?? [];
      trends.set(subjectId, trend);
      trend.push({ day: textOf(row, 'day'), progress: numberOrNull(row, 'progress') });
    }
    return trends;
  },
});
