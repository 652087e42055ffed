/**
 * Key results whose past is to be rebuilt. A note is written open before the facts change and again, not open, after: an open one may be
 * ahead of its change and is left alone until whoever wrote it can no longer be under way. Each note carries a fresh mark, so one that is
 * written again while the past is being rebuilt stays.
 */
import { textOf } from './row';
import type { SqlClient } from './sql-client';
import { replaceRows } from './statement';

export type PendingHistory = { readonly keyResultId: string; readonly mark: string };

type Note = {
  readonly mark: string;
  /** Epoch ms. */
  readonly at: number;
  /** The change it tells of may be still to come. */
  readonly isOpen: boolean;
};

export const createPendingHistoryStore = (sql: SqlClient) => ({
  note(keyResultIds: readonly string[], { mark, at, isOpen }: Note): Promise<void> {
    return replaceRows(
      sql,
      'pending_history',
      ['key_result_id', 'mark', 'marked_at', 'is_open'],
      keyResultIds.map((id) => [id, mark, at, isOpen ? 1 : 0]),
    );
  },

  /** The one that waits the longest, open ones only if written before `openBefore` (epoch ms); null when none waits. */
  async findNext(openBefore: number): Promise<PendingHistory | null> {
    const [row] = await sql.query(
      'SELECT key_result_id, mark FROM pending_history WHERE is_open = 0 OR marked_at < ? ORDER BY marked_at, key_result_id LIMIT 1',
      [openBefore],
    );
    return row === undefined ? null : { keyResultId: textOf(row, 'key_result_id'), mark: textOf(row, 'mark') };
  },

  /** Puts a note behind all others. */
  async postpone({ keyResultId, mark }: PendingHistory, at: number): Promise<void> {
    await sql.run('UPDATE pending_history SET marked_at = ? WHERE key_result_id = ? AND mark = ?', [at, keyResultId, mark]);
  },

  /** Strikes off exactly this note; one written again since carries another mark and stays. */
  async strike({ keyResultId, mark }: PendingHistory): Promise<void> {
    await sql.run('DELETE FROM pending_history WHERE key_result_id = ? AND mark = ?', [keyResultId, mark]);
  },
});
