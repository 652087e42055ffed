/**
 * Objectives of cycles as a plan is looked at: where they live, how many key results they have, and whether they have been graded. For one person, or
 * for nobody, who knows of nothing private. Reading only.
 */
import type { Home } from '../domain/home';
import { parseHome } from './home-columns';
import { flagOf, numberOf, textOf } from './row';
import type { SqlClient } from './sql-client';
import { marks } from './statement';
import { visibleTo, type Condition } from './visible';

export type PlannedObjective = {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly home: Home;
  readonly cycleId: string;
  /** Live ones. */
  readonly keyResults: number;
  /** Somebody has graded it, be it without a number. */
  readonly isGraded: boolean;
};

const openToAll: Condition = { sql: 'o.private = 0', params: [] };

export const createPlannedObjectiveStore = (sql: SqlClient) => ({
  /** Live ones of these cycles that the person may know of, or, for nobody (null), those that are not private; by number. */
  async list(accountId: string | null, cycleIds: readonly string[]): Promise<readonly PlannedObjective[]> {
    if (cycleIds.length === 0) return [];
    const visible = accountId === null ? openToAll : visibleTo(accountId, 'o');
    const rows = await sql.query(
      `SELECT o.id AS id, o.number AS number, o.title AS title, o.level AS level, o.home_id AS home_id, o.cycle_id AS cycle_id,
         CASE WHEN o.closing IS NULL THEN 0 ELSE 1 END AS is_graded,
         (SELECT COUNT(*) FROM key_result k WHERE k.objective_id = o.id AND k.archived_at IS NULL) AS key_results
       FROM objective o WHERE o.cycle_id IN (${marks(cycleIds.length)}) AND o.archived_at IS NULL AND ${visible.sql} ORDER BY o.number`,
      [...cycleIds, ...visible.params],
    );
    return rows.map((row) => ({
      id: textOf(row, 'id'),
      number: numberOf(row, 'number'),
      title: textOf(row, 'title'),
      home: parseHome(row),
      cycleId: textOf(row, 'cycle_id'),
      keyResults: numberOf(row, 'key_results'),
      isGraded: flagOf(row, 'is_graded'),
    }));
  },
});
