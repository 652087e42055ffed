/**
 * Where objectives stand among those of their place and cycle, and key results among those of their objective. A rank is its own version: it
 * changes only from the one that was seen, and leaves the version of the row alone, so that nobody's open form is in the way of an order.
 */
import type { Home } from '../domain/home';
import { RANK_GAP } from '../domain/rank';
import { homeIdOf } from './home-columns';
import { numberOf, textOf } from './row';
import type { SqlClient, SqlValue } from './sql-client';

/** Those that stand in one order. */
export type Siblings =
  { readonly of: 'objective'; readonly home: Home; readonly cycleId: string } | { readonly of: 'key-result'; readonly objectiveId: string };

export type Ranked = { readonly id: string; readonly rank: number; readonly number: number };

const tableOf = ({ of }: Siblings): string => (of === 'objective' ? 'objective' : 'key_result');

function condition(siblings: Siblings): { readonly sql: string; readonly params: readonly SqlValue[] } {
  return siblings.of === 'objective'
    ? {
        sql: 'level = ? AND home_id = ? AND cycle_id = ? AND archived_at IS NULL',
        params: [siblings.home.level, homeIdOf(siblings.home), siblings.cycleId],
      }
    : { sql: 'objective_id = ? AND archived_at IS NULL', params: [siblings.objectiveId] };
}

/** Those that stand after this one; null: all. */
function after(one: Ranked | null): { readonly sql: string; readonly params: readonly SqlValue[] } {
  return one === null
    ? { sql: '', params: [] }
    : { sql: 'AND (sort_rank > ? OR (sort_rank = ? AND number > ?))', params: [one.rank, one.rank, one.number] };
}

export const createRankStore = (sql: SqlClient) => ({
  /** The one that stands next after `before` (null: the first), `movedId` apart; null when there is none. */
  async findNext(siblings: Siblings, before: Ranked | null, movedId: string): Promise<Ranked | null> {
    const [among, later] = [condition(siblings), after(before)];
    const [row] = await sql.query(
      `SELECT id, sort_rank, number FROM ${tableOf(siblings)} WHERE ${among.sql} AND id <> ? ${later.sql} ORDER BY sort_rank, number LIMIT 1`,
      [...among.params, movedId, ...later.params],
    );
    return row === undefined ? null : { id: textOf(row, 'id'), rank: numberOf(row, 'sort_rank'), number: numberOf(row, 'number') };
  },

  /** The rank of a new last one. */
  async findLast(siblings: Siblings): Promise<number | null> {
    const among = condition(siblings);
    const [row] = await sql.query(
      `SELECT sort_rank FROM ${tableOf(siblings)} WHERE ${among.sql} ORDER BY sort_rank DESC LIMIT 1`,
      among.params,
    );
    return row === undefined ? null : numberOf(row, 'sort_rank');
  },

  /** Moves everything after `before` further on, except the one that is moved. Their order stays what it was. */
  async makeRoom(siblings: Siblings, before: Ranked, movedId: string): Promise<void> {
    const [among, later] = [condition(siblings), after(before)];
    await sql.run(`UPDATE ${tableOf(siblings)} SET sort_rank = sort_rank + ? WHERE ${among.sql} AND id <> ? ${later.sql}`, [
      RANK_GAP,
      ...among.params,
      movedId,
      ...later.params,
    ]);
  },

  /** Gives a live one another rank if it still has this one; false when somebody else was faster. */
  async place(of: Siblings['of'], id: string, seen: number, rank: number): Promise<boolean> {
    const table = of === 'objective' ? 'objective' : 'key_result';
    const touched = await sql.run(`UPDATE ${table} SET sort_rank = ? WHERE id = ? AND sort_rank = ? AND archived_at IS NULL`, [
      rank,
      id,
      seen,
    ]);
    return touched === 1;
  },
});
