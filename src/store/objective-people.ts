/** Whose work an objective is: owners and contributors of its key results, and who has issues in their scope. Its own people are in its row. Reading only. */
import { parseIds } from './id-list';
import { textOf, textOrNull } from './row';
import type { SqlClient } from './sql-client';

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
});
