/**
 * Which queues have been asked for a run that has not begun: whoever finds that one is on its way need not ask again. Only saves requests; what
 * there is to do is written elsewhere, and an ask that came to nothing is forgotten when its time is over.
 */
import type { SqlClient } from './sql-client';

export const createAskedRunStore = (sql: SqlClient) => ({
  /** True for whoever has to ask: nobody has who is still believed in `now`. Then the ask is believed in until `until` (both epoch ms). */
  async claim(queue: string, now: number, until: number): Promise<boolean> {
    const touched = await sql.run(
      `REPLACE INTO asked_run (queue, believed_until) SELECT ?, ? FROM (SELECT 1 AS one) x
       WHERE NOT EXISTS (SELECT 1 FROM asked_run a WHERE a.queue = ? AND a.believed_until >= ?)`,
      [queue, until, queue, now],
    );
    return touched > 0;
  },

  /** A run is certain to come by itself: nobody has to ask before `until` (epoch ms). */
  async hold(queue: string, until: number): Promise<void> {
    await sql.run('REPLACE INTO asked_run (queue, believed_until) VALUES (?, ?)', [queue, until]);
  },

  /** The run begins, or could not be asked for: from now on whoever has something for it asks again. */
  async release(queue: string): Promise<void> {
    await sql.run('DELETE FROM asked_run WHERE queue = ?', [queue]);
  },
});
