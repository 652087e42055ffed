/**
 * The ledger of a scope: one row a stay of an issue in it, with when and by whom it began and ended. Rows follow from the scope itself, in two
 * statements that can be run at any time: they write down whatever the scope says and the ledger does not.
 */
import { numberOf, numberOrNull, textOf, textOrNull } from './row';
import type { SqlClient } from './sql-client';
import { marks } from './statement';

export type StayRecord = {
  readonly issueId: string;
  /** Epoch ms. */
  readonly enteredAt: number;
  readonly enteredBy: string | null;
  readonly leftAt: number | null;
  readonly leftBy: string | null;
};

export const createScopeStayStore = (sql: SqlClient) => ({
  /**
   * Brings the ledger of these key results in line with their scopes. `by`: who has just changed a source; where nobody has, it is whoever
   * changed the issue, as the note of its change says. Issues that Jira no longer has are in no scope.
   */
  async follow(keyResultIds: readonly string[], at: number, by: string | null): Promise<void> {
    if (keyResultIds.length === 0) return;
    const ids = marks(keyResultIds.length);
    const inScope = (keyResultId: string, issueId: string): string =>
      `SELECT 1 FROM scope_issue i JOIN scope_source s ON s.id = i.source_id AND s.removed_at IS NULL
       JOIN issue_fact f ON f.issue_id = i.issue_id AND f.gone = 0 WHERE i.key_result_id = ${keyResultId} AND i.issue_id = ${issueId}`;
    await sql.run(
      `UPDATE scope_stay SET left_at = ?, left_by = COALESCE(?, (SELECT p.changed_by FROM pending_issue p WHERE p.issue_id = scope_stay.issue_id))
       WHERE key_result_id IN (${ids}) AND left_at IS NULL AND NOT EXISTS (${inScope('scope_stay.key_result_id', 'scope_stay.issue_id')})`,
      [at, by, ...keyResultIds],
    );
    await sql.run(
      `REPLACE INTO scope_stay (key_result_id, issue_id, entered_at, entered_by, left_at, left_by)
       SELECT DISTINCT i.key_result_id, i.issue_id, ?, COALESCE(?, p.changed_by), NULL, NULL
       FROM scope_issue i JOIN scope_source s ON s.id = i.source_id AND s.removed_at IS NULL
       JOIN issue_fact f ON f.issue_id = i.issue_id AND f.gone = 0
       LEFT JOIN pending_issue p ON p.issue_id = i.issue_id
       WHERE i.key_result_id IN (${ids}) AND NOT EXISTS (
         SELECT 1 FROM scope_stay t WHERE t.key_result_id = i.key_result_id AND t.issue_id = i.issue_id AND t.left_at IS NULL)`,
      [at, by, ...keyResultIds],
    );
  },

  /** The stays in a key result's scope that began or ended after `since` (epoch ms), by issue, then begin. */
  async listSince(keyResultId: string, since: number): Promise<readonly StayRecord[]> {
    const rows = await sql.query(
      `SELECT issue_id, entered_at, entered_by, left_at, left_by FROM scope_stay
       WHERE key_result_id = ? AND (entered_at > ? OR left_at > ?) ORDER BY issue_id, entered_at`,
      [keyResultId, since, since],
    );
    return rows.map((row) => ({
      issueId: textOf(row, 'issue_id'),
      enteredAt: numberOf(row, 'entered_at'),
      enteredBy: textOrNull(row, 'entered_by'),
      leftAt: numberOrNull(row, 'left_at'),
      leftBy: textOrNull(row, 'left_by'),
    }));
  },
});
