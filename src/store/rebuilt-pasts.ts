/** What is known of the past of key results: whether it is being rebuilt, and which of its queries the last rebuilding could not tell. */
import { z } from 'zod';
import { flagOf, textOf, textOrNull } from './row';
import type { SqlClient } from './sql-client';

export type PastRecord = { readonly keyResultId: string; readonly isPending: boolean; readonly untold: readonly string[] };

const untoldSchema = z.array(z.string());

export const createRebuiltPastStore = (sql: SqlClient) => ({
  /** Leaves the version alone: nobody edits it. A forecast that was drawn from the past as it was told before is due again. */
  async write(keyResultId: string, untold: readonly string[]): Promise<void> {
    await sql.run('UPDATE key_result SET untold = ?, forecast_day = NULL WHERE id = ?', [JSON.stringify(untold), keyResultId]);
  },

  /** Of one key result, or of the live ones of an objective, by number. */
  async list(subject: { readonly type: 'key-result' | 'objective'; readonly id: string }): Promise<readonly PastRecord[]> {
    const which = subject.type === 'key-result' ? 'k.id = ?' : 'k.objective_id = ? AND k.archived_at IS NULL';
    const rows = await sql.query(
      `SELECT k.id AS id, EXISTS (SELECT 1 FROM pending_history p WHERE p.key_result_id = k.id) AS pending, k.untold AS untold
       FROM key_result k WHERE ${which} ORDER BY k.number`,
      [subject.id],
    );
    return rows.map((row) => ({
      keyResultId: textOf(row, 'id'),
      isPending: flagOf(row, 'pending'),
      untold: untoldSchema.parse(JSON.parse(textOrNull(row, 'untold') ?? '[]')),
    }));
  },
});
