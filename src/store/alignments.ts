/** What objectives are aligned to, also where that is archived or in another cycle. Reading only; objectives.ts writes it. */
import type { Home } from '../domain/home';
import { parseHome } from './home-columns';
import { flagOf, textOf } from './row';
import type { SqlClient } from './sql-client';
import { marks } from './statement';

/** The objective above another one. */
export type AboveRecord = {
  readonly id: string;
  readonly home: Home;
  readonly cycleId: string;
  readonly isArchived: boolean;
};

export const createAlignmentStore = (sql: SqlClient) => ({
  /** By the id of the lower objective; those aligned to nothing, or to what is private, are not among them. */
  async listAbove(objectiveIds: readonly string[]): Promise<ReadonlyMap<string, AboveRecord>> {
    if (objectiveIds.length === 0) return new Map();
    const rows = await sql.query(
      `SELECT c.id AS child_id, a.id AS id, a.level AS level, a.home_id AS home_id, a.cycle_id AS cycle_id,
         CASE WHEN a.archived_at IS NULL THEN 0 ELSE 1 END AS is_archived
       FROM objective c JOIN objective a ON a.id = c.parent_id AND a.private = 0
       WHERE c.id IN (${marks(objectiveIds.length)})`,
      objectiveIds,
    );
    return new Map(
      rows.map((row) => [
        textOf(row, 'child_id'),
        { id: textOf(row, 'id'), home: parseHome(row), cycleId: textOf(row, 'cycle_id'), isArchived: flagOf(row, 'is_archived') },
      ]),
    );
  },
});
