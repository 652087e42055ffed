/** Contributions that wait for an answer of the side they are aligned to, as far as the person may know of them. Reading only. */
import { objectiveWithParent } from './alignment-columns';
import { quoted } from './id-list';
import { objectiveColumns, parseObjective, type ObjectiveRecord } from './objective-row';
import { flagOf } from './row';
import type { SqlClient } from './sql-client';
import { visibleTo } from './visible';

export type WaitingContribution = {
  readonly objective: ObjectiveRecord;
  /** It would enter the parent's number: that one counts what is aligned to it. */
  readonly wouldCount: boolean;
  /** The person owns the parent, or the key result of it that is meant. */
  readonly isOwner: boolean;
  /** The person leads the group of the parent, or holds the app's role. */
  readonly isLead: boolean;
};

export const createContributionStore = (sql: SqlClient) => ({
  /**
   * Of live objectives in open cycles, the longest waiting first, at most `limit`: those this person owns the parent of, and those whose parent
   * nobody owns any more, whoever may answer for it. With a project, only what is aligned to its objectives.
   */
  async listWaiting(accountId: string, projectId: string | null, limit: number): Promise<readonly WaitingContribution[]> {
    const visible = visibleTo(accountId, 'o');
    const rows = await sql.query(
      `SELECT ${objectiveColumns('o')}, CASE WHEN a.roll_up = 'with-children' THEN 1 ELSE 0 END AS would_count,
         CASE WHEN a.owner_account_id = ? OR k.owner_account_id = ? THEN 1 ELSE 0 END AS is_owner,
         CASE WHEN EXISTS (SELECT 1 FROM okr_group g WHERE a.level = 'group' AND g.id = a.home_id AND INSTR(g.leads, ?) > 0)
           OR EXISTS (SELECT 1 FROM okr_admin r WHERE r.account_id = ? AND r.revoked_at IS NULL) THEN 1 ELSE 0 END AS is_lead
       FROM ${objectiveWithParent('o')}
       JOIN objective a ON a.id = o.parent_id AND a.private = 0 AND a.archived_at IS NULL
       JOIN cycle ac ON ac.id = a.cycle_id AND ac.state <> 'closed'
       JOIN cycle c ON c.id = o.cycle_id AND c.state <> 'closed'
       LEFT JOIN key_result k ON k.id = o.parent_key_result_id AND k.objective_id = a.id AND k.archived_at IS NULL
       WHERE o.contribution = 'waiting' AND o.archived_at IS NULL AND ${visible.sql}${projectId === null ? '' : " AND a.level = 'project' AND a.home_id = ?"}
         AND (a.owner_account_id = ? OR k.owner_account_id = ? OR a.owner_account_id IS NULL
           OR EXISTS (SELECT 1 FROM inactive_account i WHERE i.account_id = a.owner_account_id))
       ORDER BY o.contribution_at, o.number LIMIT ${limit}`,
      [
        accountId,
        accountId,
        quoted(accountId),
        accountId,
        ...visible.params,
        ...(projectId === null ? [] : [projectId]),
        accountId,
        accountId,
      ],
    );
    return rows.map((row) => ({
      objective: parseObjective(row),
      wouldCount: flagOf(row, 'would_count'),
      isOwner: flagOf(row, 'is_owner'),
      isLead: flagOf(row, 'is_lead'),
    }));
  },
});
