/** Accounts that own something and are not active in Jira any more, as the daily look has found them. Recomputable at any time. */
import { textOf } from './row';
import type { SqlClient } from './sql-client';
import { marks, replaceRows } from './statement';

export const createInactiveAccountStore = (sql: SqlClient) => ({
  /** Everybody who owns a live objective or key result, ascending. */
  async listOwners(): Promise<readonly string[]> {
    const rows = await sql.query(
      `SELECT o.owner_account_id AS account_id FROM objective o WHERE o.archived_at IS NULL AND o.owner_account_id IS NOT NULL
       UNION SELECT k.owner_account_id AS account_id FROM key_result k JOIN objective o ON o.id = k.objective_id
       WHERE k.archived_at IS NULL AND o.archived_at IS NULL AND k.owner_account_id IS NOT NULL ORDER BY account_id`,
      [],
    );
    return rows.map((row) => textOf(row, 'account_id'));
  },

  /** These are inactive and no others. `at` in epoch ms. */
  async write(accountIds: readonly string[], at: number): Promise<void> {
    await replaceRows(
      sql,
      'inactive_account',
      ['account_id', 'found_at'],
      accountIds.map((id) => [id, at]),
    );
    const others = accountIds.length === 0 ? '' : ` WHERE account_id NOT IN (${marks(accountIds.length)})`;
    await sql.run(`DELETE FROM inactive_account${others}`, accountIds);
  },
});
