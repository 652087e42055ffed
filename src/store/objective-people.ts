/** Whose work an objective is: owners and contributors of its key results, and who has issues in their scope. Its own people are in its row. Reading only. */
import { parseIds } from './id-list';
import { textOf, textOrNull } from './row';
import type { SqlClient } from './sql-client';
import type { Condition } from './visible';

export type PeopleAtWork = {
  /** Owners and contributors of its live key results. */
  readonly keyResultPeople: ReadonlySet<string>;
  /** Who has an issue in their scope, whatever its status; not of one that is cancelled or gone. */
  readonly assignees: ReadonlySet<string>;
};

export const createObjectivePeopleStore = (sql: SqlClient) => ({
  async list(objectiveId: string): Promise<PeopleAtWork> {
    const rows = await sql.query(
      `SELECT k.owner_account_id AS account_id, k.contributors AS contributors FROM key_result k WHERE k.objective_id = ? AND k.archived_at IS NULL
       UNION ALL SELECT DISTINCT f.assignee_account_id AS account_id, '' AS contributors FROM key_result k
         JOIN scope_issue i ON i.key_result_id = k.id JOIN scope_source s ON s.id = i.source_id AND s.removed_at IS NULL
         JOIN issue_fact f ON f.issue_id = i.issue_id AND f.gone = 0 AND f.cancelled = 0 AND f.assignee_account_id IS NOT NULL
         WHERE k.objective_id = ? AND k.archived_at IS NULL`,
      [objectiveId, objectiveId],
    );
    const [keyResultPeople, assignees] = [new Set<string>(), new Set<string>()];
    for (const row of rows) {
      const contributors = textOf(row, 'contributors');
      const accountId = textOrNull(row, 'account_id');
      if (contributors === '' && accountId !== null) assignees.add(accountId);
      if (contributors === '') continue;
      for (const id of [accountId, ...parseIds(contributors)]) if (id !== null) keyResultPeople.add(id);
    }
    return { keyResultPeople, assignees };
  },

  /** Who has an issue in the scope of these objectives (`which` narrows them, under the alias `o`), as `assignees` above. */
  async listAssignees(cycleId: string, which: Condition): Promise<readonly { readonly objectiveId: string; readonly accountId: string }[]> {
    const rows = await sql.query(
      `SELECT DISTINCT k.objective_id AS objective_id, f.assignee_account_id AS account_id
       FROM objective o JOIN key_result k ON k.objective_id = o.id AND k.archived_at IS NULL
       JOIN scope_issue i ON i.key_result_id = k.id JOIN scope_source s ON s.id = i.source_id AND s.removed_at IS NULL
       JOIN issue_fact f ON f.issue_id = i.issue_id AND f.gone = 0 AND f.cancelled = 0 AND f.assignee_account_id IS NOT NULL
       WHERE o.cycle_id = ? AND o.archived_at IS NULL AND ${which.sql} ORDER BY k.objective_id, f.assignee_account_id`,
      [cycleId, ...which.params],
    );
    return rows.map((row) => ({ objectiveId: textOf(row, 'objective_id'), accountId: textOf(row, 'account_id') }));
  },
});
