/**
 * Issues that Jira says have changed and that we have not read again yet: the durable half of the event queue.
 * Each note carries a fresh mark, so an issue that changes again while being read stays noted.
 */
import { textOf } from './row';
import type { SqlClient } from './sql-client';
import { followedBy } from './sources';
import { marks, replaceRows } from './statement';

export type PendingIssue = { readonly issueId: string; readonly mark: string };

/** With who changed the issue, as far as Jira says. */
export type NotedIssue = PendingIssue & { readonly changedBy?: string | null };

/** Besides an issue that is known: what makes an event on an unknown one matter. */
export type EventReach = { readonly throughChildren: boolean; readonly throughJql: boolean };

const columns = 'issue_id, mark, marked_at, changed_by';

export const createPendingIssueStore = (sql: SqlClient) => ({
  /**
   * Notes those of these issues that are known, or all if a live source follows children or queries and may concern them. False where nobody
   * cares. One statement, so that the events that end here, most of them, cost one SQL request.
   */
  async noteIfFollowed(pending: readonly NotedIssue[], { throughChildren, throughJql }: EventReach, at: number): Promise<boolean> {
    const matters = [
      'EXISTS (SELECT 1 FROM issue_fact f WHERE f.issue_id = ?)',
      ...(throughChildren ? [followedBy('children')] : []),
      ...(throughJql ? [followedBy('jql')] : []),
    ].join(' OR ');
    const touched = await sql.run(
      `REPLACE INTO pending_issue (${columns}) ${pending.map(() => `SELECT ?, ?, ?, ? FROM (SELECT 1 AS one) x WHERE ${matters}`).join(' UNION ALL ')}`,
      pending.flatMap(({ issueId, mark, changedBy }) => [issueId, mark, at, changedBy ?? null, issueId]),
    );
    return touched > 0;
  },

  note(pending: readonly NotedIssue[], at: number): Promise<void> {
    return replaceRows(
      sql,
      'pending_issue',
      ['issue_id', 'mark', 'marked_at', 'changed_by'],
      pending.map(({ issueId, mark, changedBy }) => [issueId, mark, at, changedBy ?? null]),
    );
  },

  /** Notes every known issue of a project, also the gone ones, which may be back. False where none is known. One statement. */
  async noteProject(projectId: string, mark: string, at: number): Promise<boolean> {
    const touched = await sql.run(
      `REPLACE INTO pending_issue (${columns}) SELECT issue_id, ?, ?, NULL FROM issue_fact WHERE project_id = ?`,
      [mark, at, projectId],
    );
    return touched > 0;
  },

  /** Notes the known issues right below these that are not gone, in one statement. */
  async noteChildren(parentIds: readonly string[], mark: string, at: number): Promise<void> {
    if (parentIds.length === 0) return;
    await sql.run(
      `REPLACE INTO pending_issue (${columns})
       SELECT issue_id, ?, ?, NULL FROM issue_fact WHERE parent_id IN (${marks(parentIds.length)}) AND gone = 0`,
      [mark, at, ...parentIds],
    );
  },

  /** Notes every known issue that is not gone, in one statement. */
  async noteAll(mark: string, at: number): Promise<void> {
    await sql.run(
      `REPLACE INTO pending_issue (issue_id, mark, marked_at, changed_by) SELECT issue_id, ?, ?, NULL FROM issue_fact WHERE gone = 0`,
      [mark, at],
    );
  },

  /** Notes every issue in the scopes of these key results, in one statement. */
  async noteScopes(keyResultIds: readonly string[], mark: string, at: number): Promise<void> {
    if (keyResultIds.length === 0) return;
    await sql.run(
      `REPLACE INTO pending_issue (${columns})
       SELECT DISTINCT issue_id, ?, ?, NULL FROM scope_issue WHERE key_result_id IN (${marks(keyResultIds.length)})`,
      [mark, at, ...keyResultIds],
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
