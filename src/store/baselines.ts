/**
 * Baselines: the scope of a key result as it was frozen, each issue with its weight then. The key result's row names its baseline, and that
 * is the commit: rows that no key result names count for nothing.
 */
import { numberOf, textOf } from './row';
import type { SqlClient } from './sql-client';
import { replaceRows } from './statement';

export type BaselineIssue = { readonly issueId: string; readonly weight: number };

export const createBaselineStore = (sql: SqlClient) => ({
  /**
   * Live key results of running cycles whose scope is to be frozen: without a baseline, begun before `today`, with a first source from before `todayStart` (epoch
   * ms). Ascending by id, at most `limit` after `afterId`.
   */
  async listDue(today: string, todayStart: number, afterId: string, limit: number): Promise<readonly string[]> {
    const rows = await sql.query(
      `SELECT k.id AS id FROM key_result k JOIN objective o ON o.id = k.objective_id AND o.archived_at IS NULL
       JOIN cycle c ON c.id = o.cycle_id AND c.state = 'running'
       WHERE k.id > ? AND k.baseline_id IS NULL AND k.archived_at IS NULL AND COALESCE(k.start_day, c.start_day) < ?
         AND EXISTS (SELECT 1 FROM scope_source s WHERE s.key_result_id = k.id AND s.created_at < ?)
       ORDER BY k.id LIMIT ${limit}`,
      [afterId, today, todayStart],
    );
    return rows.map((row) => textOf(row, 'id'));
  },

  /** Freezes a scope. Does nothing where the key result has a baseline already. */
  async freeze(
    keyResultId: string,
    baseline: { readonly id: string; readonly day: string; readonly issues: readonly BaselineIssue[] },
    at: number,
  ): Promise<void> {
    await replaceRows(
      sql,
      'baseline_issue',
      ['baseline_id', 'issue_id', 'weight', 'frozen_at'],
      baseline.issues.map(({ issueId, weight }) => [baseline.id, issueId, weight, at]),
    );
    await sql.run('UPDATE key_result SET baseline_id = ?, baseline_day = ? WHERE id = ? AND baseline_id IS NULL', [
      baseline.id,
      baseline.day,
      keyResultId,
    ]);
  },

  /** By issue id as text. */
  async list(baselineId: string): Promise<readonly BaselineIssue[]> {
    const rows = await sql.query('SELECT issue_id, weight FROM baseline_issue WHERE baseline_id = ? ORDER BY issue_id', [baselineId]);
    return rows.map((row) => ({ issueId: textOf(row, 'issue_id'), weight: numberOf(row, 'weight') }));
  },

  /** Removes rows frozen before `before` (epoch ms) that no key result names. */
  async removeLeftovers(before: number): Promise<void> {
    await sql.run(
      `DELETE FROM baseline_issue WHERE frozen_at < ?
       AND baseline_id NOT IN (SELECT baseline_id FROM key_result WHERE baseline_id IS NOT NULL)`,
      [before],
    );
  },
});
