/** Which people may know of an objective, asked of the one condition that says so. Whether they may see where it lives is asked of Jira. */
import { textOf } from './row';
import type { SqlClient } from './sql-client';
import { visibleTo } from './visible';

export const createAudienceStore = (sql: SqlClient) => ({
  /** Those of these accounts, in no order. */
  async listKnowing(objectiveId: string, accountIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (accountIds.length === 0) return new Set();
    const each = accountIds.map((accountId) => ({ accountId, visible: visibleTo(accountId, 'o') }));
    const rows = await sql.query(
      each.map(({ visible }) => `SELECT ? AS account_id FROM objective o WHERE o.id = ? AND ${visible.sql}`).join(' UNION ALL '),
      each.flatMap(({ accountId, visible }) => [accountId, objectiveId, ...visible.params]),
    );
    return new Set(rows.map((row) => textOf(row, 'account_id')));
  },
});
