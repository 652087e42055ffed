/** What has been put away: objectives, and key results of live ones, as a person may know of them. Reading only. */
import type { Home } from '../domain/home';
import { parseHome } from './home-columns';
import { numberOf, textOf, textOrNull, wordOf } from './row';
import type { SqlClient } from './sql-client';
import { visibleTo } from './visible';

export type ArchivedRecord = {
  readonly type: 'objective' | 'key-result';
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly home: Home;
  readonly ownerAccountId: string | null;
  /** Its objective's, for a key result. */
  readonly objectiveNumber: number | null;
  /** Epoch ms. */
  readonly archivedAt: number;
  readonly version: number;
};

export const createArchivedStore = (sql: SqlClient) => ({
  /** Of a cycle, in one project or everywhere (null); the last archived first, at most `limit`. */
  async list(query: {
    readonly accountId: string;
    readonly cycleId: string;
    readonly projectId: string | null;
    readonly limit: number;
  }): Promise<readonly ArchivedRecord[]> {
    const visible = visibleTo(query.accountId, 'o');
    const here = `o.cycle_id = ? AND ${visible.sql}${query.projectId === null ? '' : " AND o.level = 'project' AND o.home_id = ?"}`;
    const params = [query.cycleId, ...visible.params, ...(query.projectId === null ? [] : [query.projectId])];
    const columns = ['number', 'title', 'owner_account_id', 'archived_at', 'version'];
    const of = (alias: string): string => columns.map((name) => `${alias}.${name} AS ${name}`).join(', ');
    const rows = await sql.query(
      `SELECT a.* FROM (
         SELECT 'objective' AS type, o.id AS id, o.level AS level, o.home_id AS home_id, NULL AS objective_number, ${of('o')}
         FROM objective o WHERE o.archived_at IS NOT NULL AND ${here}
         UNION ALL
         SELECT 'key-result' AS type, k.id AS id, o.level AS level, o.home_id AS home_id, o.number AS objective_number, ${of('k')}
         FROM key_result k JOIN objective o ON o.id = k.objective_id AND o.archived_at IS NULL
         WHERE k.archived_at IS NOT NULL AND ${here}
       ) a ORDER BY a.archived_at DESC, a.type, a.number LIMIT ${query.limit}`,
      [...params, ...params],
    );
    return rows.map((row) => ({
      type: wordOf(row, 'type', ['objective', 'key-result']),
      id: textOf(row, 'id'),
      number: numberOf(row, 'number'),
      title: textOf(row, 'title'),
      home: parseHome(row),
      ownerAccountId: textOrNull(row, 'owner_account_id'),
      objectiveNumber: row.objective_number === null ? null : numberOf(row, 'objective_number'),
      archivedAt: numberOf(row, 'archived_at'),
      version: numberOf(row, 'version'),
    }));
  },
});
