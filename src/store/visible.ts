/**
 * Which objectives a person may know of, as an SQL condition: every one that is not private, and of the private ones those they own, contribute
 * to (the objective or a key result of it), own a key result of, or are named for, and all of them to OKR admins. Whether the person may see
 * where it lives is asked of Jira, elsewhere.
 */
import { quoted } from './id-list';
import type { SqlValue } from './sql-client';

export type Condition = { readonly sql: string; readonly params: readonly SqlValue[] };

/** For the `objective` under this alias. */
export function visibleTo(accountId: string, alias: string): Condition {
  const name = quoted(accountId);
  return {
    sql: `(${alias}.private = 0 OR ${alias}.owner_account_id = ? OR INSTR(${alias}.audience, ?) > 0 OR INSTR(${alias}.contributors, ?) > 0
      OR EXISTS (SELECT 1 FROM key_result vk WHERE vk.objective_id = ${alias}.id AND vk.archived_at IS NULL
        AND (vk.owner_account_id = ? OR INSTR(vk.contributors, ?) > 0))
      OR EXISTS (SELECT 1 FROM okr_admin va WHERE va.account_id = ? AND va.revoked_at IS NULL))`,
    params: [accountId, name, name, accountId, name, accountId],
  };
}
