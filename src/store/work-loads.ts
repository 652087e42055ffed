/** Open and finished issues of all work key results, summed by the place they live in: one statement, whose answer does not grow with key results. */
import type { Commitment } from '../domain/forecast/load';
import type { Home } from '../domain/home';
import { parseHome } from './home-columns';
import { numberOf, textOf, wordOf } from './row';
import type { SqlClient } from './sql-client';

export type WorkLoad = {
  readonly home: Home;
  readonly commitments: readonly Commitment[];
  /** Issues a week; a week of which nothing is known is missing. */
  readonly finished: readonly number[];
};

/** Live work key results that are not private, of cycles that run on a day. */
const from = `FROM key_result k JOIN objective o ON o.id = k.objective_id AND o.archived_at IS NULL AND o.private = 0
  JOIN cycle c ON c.id = o.cycle_id AND c.state = 'running' AND c.start_day <= ?`;

export const createWorkLoadStore = (sql: SqlClient) => ({
  /**
   * `weekEnds`: days a week apart, the latest first, at least two. Of "close 40 bugs" the rest is what is open, whether or not the bugs are
   * there yet. An issue that serves two key results is in both sums.
   */
  async list(today: string, weekEnds: readonly string[]): Promise<readonly WorkLoad[]> {
    const weeks = weekEnds.slice(0, -1);
    const weekBefore = `CASE s.day ${weeks.map(() => 'WHEN ? THEN ?').join(' ')} END`;
    const rows = await sql.query(
      `SELECT w.level AS level, w.home_id AS home_id, w.part AS part, w.day AS day, w.issues AS issues FROM (
         SELECT o.level AS level, o.home_id AS home_id, 'open' AS part, COALESCE(k.due_day, c.end_day) AS day,
           SUM(CASE WHEN k.wanted IS NULL OR k.weight_by <> 'count' THEN k.counted - k.done
             WHEN k.wanted > k.credit_sum THEN k.wanted - k.credit_sum ELSE 0 END) AS issues
         ${from} WHERE k.kind = 'work' AND k.archived_at IS NULL
         GROUP BY o.level, o.home_id, COALESCE(k.due_day, c.end_day)
         UNION ALL
         SELECT o.level AS level, o.home_id AS home_id, 'finished' AS part, s.day AS day, SUM(s.done - b.done) AS issues
         ${from} JOIN snapshot s ON s.subject_id = k.id AND s.day IN (${weeks.map(() => '?').join(', ')})
         JOIN snapshot b ON b.subject_id = k.id AND b.day = ${weekBefore}
         WHERE k.kind = 'work' AND k.archived_at IS NULL GROUP BY o.level, o.home_id, s.day
       ) w ORDER BY w.level, w.home_id, w.part, w.day`,
      [today, today, ...weeks, ...weeks.flatMap((day, index) => [day, weekEnds[index + 1] ?? ''])],
    );
    const loads = new Map<string, { home: Home; commitments: Commitment[]; finished: number[] }>();
    for (const row of rows) {
      const key = `${textOf(row, 'level')} ${textOf(row, 'home_id')}`;
      const load = loads.get(key) ?? { home: parseHome(row), commitments: [], finished: [] };
      loads.set(key, load);
      if (wordOf(row, 'part', ['open', 'finished']) === 'finished') load.finished.push(numberOf(row, 'issues'));
      else load.commitments.push({ dueDay: textOf(row, 'day'), open: numberOf(row, 'issues') });
    }
    return [...loads.values()];
  },
});
