/** The app's own roles: OKR admins, each with who made them one and who took it back; leads of groups stand with their group. */
import { quoted } from './id-list';
import { numberOf, numberOrNull, textOf, textOrNull } from './row';
import type { SqlClient } from './sql-client';

type OkrAdminRecord = { readonly accountId: string; readonly grantedAt: number; readonly grantedBy: string };

type Change = { readonly accountId: string; readonly at: number; readonly changeId: string };

export const createRoleStore = (sql: SqlClient) => ({
  /** Whether an account is an OKR admin, and leads the group (null: no group). */
  async find(accountId: string, groupId: string | null): Promise<{ readonly isOkrAdmin: boolean; readonly leads: boolean }> {
    const [row] = await sql.query(
      `SELECT (SELECT COUNT(*) FROM okr_admin WHERE account_id = ? AND revoked_at IS NULL) AS admin,
         (SELECT COUNT(*) FROM okr_group WHERE id = ? AND archived_at IS NULL AND INSTR(leads, ?) > 0) AS leads`,
      [accountId, groupId, quoted(accountId)],
    );
    if (row === undefined) throw new Error('A count answered without a row.');
    return { isOkrAdmin: numberOf(row, 'admin') > 0, leads: numberOf(row, 'leads') > 0 };
  },

  /** Those who hold the role, by when they got it. */
  async listOkrAdmins(): Promise<readonly OkrAdminRecord[]> {
    const rows = await sql.query(
      'SELECT account_id, granted_at, granted_by FROM okr_admin WHERE revoked_at IS NULL ORDER BY granted_at, account_id',
      [],
    );
    return rows.map((row) => ({
      accountId: textOf(row, 'account_id'),
      grantedAt: numberOf(row, 'granted_at'),
      grantedBy: textOf(row, 'granted_by'),
    }));
  },

  /** Whether the account holds the role, and the record of the last change of that; see plan-changes.ts. */
  async findOkrAdmin(accountId: string): Promise<{ readonly isHeld: boolean; readonly changeId: string | null }> {
    const [row] = await sql.query('SELECT revoked_at, change_id FROM okr_admin WHERE account_id = ?', [accountId]);
    return row === undefined
      ? { isHeld: false, changeId: null }
      : { isHeld: numberOrNull(row, 'revoked_at') === null, changeId: textOrNull(row, 'change_id') };
  },

  /** `at` in epoch ms. */
  async grantOkrAdmin(accountId: string, by: Change): Promise<void> {
    await sql.run(
      'REPLACE INTO okr_admin (account_id, granted_at, granted_by, revoked_at, revoked_by, change_id) VALUES (?, ?, ?, NULL, NULL, ?)',
      [accountId, by.at, by.accountId, by.changeId],
    );
  },

  /** Taking back what is not held changes nothing. */
  async revokeOkrAdmin(accountId: string, by: Change): Promise<void> {
    await sql.run('UPDATE okr_admin SET revoked_at = ?, revoked_by = ?, change_id = ? WHERE account_id = ? AND revoked_at IS NULL', [
      by.at,
      by.accountId,
      by.changeId,
      accountId,
    ]);
  },
});
