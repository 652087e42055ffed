/**
 * Issues that Jira says have changed and that we have not read again yet: the durable half of the event queue.
 * Each note carries a fresh mark, so an issue that changes again while being read stays noted.
 */
import { textOf } from './row';
import type { SqlClient } from './sql-client';
import { marks, replaceRows } from './statement';

export type PendingIssue = { readonly issueId: string; readonly mark: string };

/** With who changed the issue, as far as Jira says. */
export type NotedIssue = PendingIssue & { readonly changedBy?: string | null };

export const createPendingIssueStore = (sql: SqlClient) => ({
  note(pending: readonly NotedIssue[], at: number): Promise<void> {
    return replaceRows(
      sql,
      'pending_issue',
      ['issue_id', 'mark', 'marked_at', 'changed_by'],
      pending.map(({ issueId, mark, changedBy }) => [issueId, mark, at, changedBy ?? null]),
    );
  },

  /** Notes every known issue of a project that is not gone, in one statement. */
  async noteProject(projectId: string, mark: string, at: number): Promise<void> {
    await sql.run(
      `REPLACE INTO pending_issue (issue_id, mark, marked_at, changed_by) SELECT issue_id, ?, ?, NULL FROM issue_fact WHERE project_id = ? AND gone = 0`,
      [mark, at, projectId],
    );
  },

  /** Notes every issue in the scope of a key result, in one statement. */
  async noteScope(keyResultId: string, mark: string, at: number): Promise<void> {
    await sql.run(
      `REPLACE INTO pending_issue (issue_id, mark, marked_at, changed_by)
       SELECT DISTINCT issue_id, ?, ?, NULL FROM scope_issue WHERE key_result_id = ?`,
      [mark, at, keyResultId],
    );
  },

  /** The ones that wait the longest, oldest first. */
  async list(limit: number): Promise<readonly PendingIssue[]> {
    const rows = await sql.query(`SELECT issue_id, mark FROM pending_issue ORDER BY marked_at, issue_id LIMIT ${limit}`, []);
    return rows.map((row) => ({ issueId: textOf(row, 'issue_id'), mark: textOf(row, 'mark') }));
  },

  /** Strikes off exactly these notes; an issue noted again since carries another mark and stays. */
  async strike(pending: readonly PendingIssue[]): Promise<void> {
    if (pending.length === 0) return;
    await sql.run(`DELETE FROM pending_issue WHERE issue_id IN (${marks(pending.length)}) AND mark IN (${marks(pending.length)})`, [
      ...pending.map(({ issueId }) => issueId),
      ...pending.map(({ mark }) => mark),
    ]);
  },
});
