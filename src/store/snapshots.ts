/** Snapshots: a day's numbers of every active objective and key result, written in two statements however many there are. */
import type { SqlClient } from './sql-client';

const columns = 'subject_id, day, subject_type, progress, in_scope, counted, done, cancelled, value';

export const createSnapshotStore = (sql: SqlClient) => ({
  /** Takes (or takes again) the snapshot of a day: subjects that are live and whose cycle spans the day. */
  async take(day: string): Promise<void> {
    const spans = 'c.start_day <= ? AND c.end_day >= ?';
    await sql.run(
      `REPLACE INTO snapshot (${columns})
       SELECT k.id, ?, 'key_result', k.progress, k.in_scope, k.counted, k.done, k.cancelled, k.current_value
       FROM key_result k JOIN objective o ON o.id = k.objective_id JOIN cycle c ON c.id = o.cycle_id
       WHERE k.archived_at IS NULL AND o.archived_at IS NULL AND ${spans}`,
      [day, day, day],
    );
    await sql.run(
      `REPLACE INTO snapshot (${columns})
       SELECT o.id, ?, 'objective', o.progress, NULL, NULL, NULL, NULL, NULL
       FROM objective o JOIN cycle c ON c.id = o.cycle_id WHERE o.archived_at IS NULL AND ${spans}`,
      [day, day, day],
    );
  },
});
