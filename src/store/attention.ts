/** What a person keeps an eye on: their key results of a project, and the issues of those that may have moved. */
import type { Home } from '../domain/home';
import type { StatusCategory } from '../domain/model';
import { cycleColumns, parseCycle, type CycleRecord } from './cycles';
import { parseHome } from './home-columns';
import { keyResultColumns, parseKeyResult, type KeyResultRecord } from './key-result-row';
import { flagOf, numberOf, numberOrNull, textOf, wordOf } from './row';
import type { SqlClient } from './sql-client';
import { marks } from './statement';

export type KeptKeyResult = {
  readonly keyResult: KeyResultRecord;
  readonly objective: { readonly id: string; readonly number: number; readonly title: string; readonly home: Home };
  readonly cycle: CycleRecord;
};

/** An issue in the scope of a key result, changed or open. */
export type WatchedIssue = {
  readonly keyResultId: string;
  readonly issueId: string;
  readonly statusCategory: StatusCategory;
  /** Epoch ms. */
  readonly updatedAt: number;
  /** When it came into scope, epoch ms; null where that is not on record. */
  readonly enteredAt: number | null;
  readonly isCounted: boolean;
};

export const createAttentionStore = (sql: SqlClient) => ({
  /**
   * Live key results of a project, or wherever they live (null), in running cycles that span `today`, owned by this account, or by nobody where the
   * objective is; by number.
   */
  async listKept(projectId: string | null, accountId: string, today: string): Promise<readonly KeptKeyResult[]> {
    const rows = await sql.query(
      `SELECT ${keyResultColumns('k')}, o.number AS objective_number, o.title AS objective_title, o.level AS level, o.home_id AS home_id,
         ${cycleColumns('c')}
       FROM objective o JOIN cycle c ON c.id = o.cycle_id AND c.state = 'running' AND c.start_day <= ? AND c.end_day >= ?
       JOIN key_result k ON k.objective_id = o.id AND k.archived_at IS NULL
       WHERE o.archived_at IS NULL${projectId === null ? '' : " AND o.level = 'project' AND o.home_id = ?"}
         AND (k.owner_account_id = ? OR (k.owner_account_id IS NULL AND o.owner_account_id = ?))
       ORDER BY k.number`,
      [today, today, ...(projectId === null ? [] : [projectId]), accountId, accountId],
    );
    return rows.map((row) => ({
      keyResult: parseKeyResult(row),
      objective: {
        id: textOf(row, 'objective_id'),
        number: numberOf(row, 'objective_number'),
        title: textOf(row, 'objective_title'),
        home: parseHome(row),
      },
      cycle: parseCycle(row),
    }));
  },

  /**
   * Issues in the scope of these key results that changed or came after `since` (epoch ms), and then open ones; the latest changed first, at most
   * `limit`.
   */
  async listWatched(keyResultIds: readonly string[], since: number, limit: number): Promise<readonly WatchedIssue[]> {
    if (keyResultIds.length === 0) return [];
    const rows = await sql.query(
      `SELECT w.key_result_id AS key_result_id, w.issue_id AS issue_id, w.status_category AS status_category, w.updated_at AS updated_at,
         w.cancelled AS cancelled, t.entered_at AS entered_at
       FROM (SELECT DISTINCT i.key_result_id, i.issue_id, f.status_category, f.updated_at, f.cancelled
             FROM scope_issue i JOIN scope_source s ON s.id = i.source_id AND s.removed_at IS NULL
             JOIN issue_fact f ON f.issue_id = i.issue_id AND f.gone = 0
             WHERE i.key_result_id IN (${marks(keyResultIds.length)})) w
       LEFT JOIN scope_stay t ON t.key_result_id = w.key_result_id AND t.issue_id = w.issue_id AND t.left_at IS NULL
       WHERE w.updated_at > ? OR t.entered_at > ? OR w.status_category <> 'done'
       ORDER BY CASE WHEN w.updated_at > ? OR t.entered_at > ? THEN 0 ELSE 1 END, w.updated_at DESC, w.issue_id, w.key_result_id LIMIT ${limit}`,
      [...keyResultIds, since, since, since, since],
    );
    return rows.map((row) => ({
      keyResultId: textOf(row, 'key_result_id'),
      issueId: textOf(row, 'issue_id'),
      statusCategory: wordOf(row, 'status_category', ['todo', 'in-progress', 'done']),
      updatedAt: numberOf(row, 'updated_at'),
      enteredAt: numberOrNull(row, 'entered_at'),
      isCounted: !flagOf(row, 'cancelled'),
    }));
  },
});
