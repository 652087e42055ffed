/**
 * What each person has to do with an objective by their own doing: opened it, acknowledged it, supports it or has a concern. One row a person, made by
 * whichever comes first; each change is one statement.
 */
import { parseHome } from './home-columns';
import { insertOnce } from './insert-once';
import type { Home } from '../domain/home';
import { flagOf, numberOf, numberOrNull, textOf, textOrNull, wordOf } from './row';
import { isSqlError, type Row, type SqlClient, type SqlValue } from './sql-client';
import { marks } from './statement';
import { visibleTo } from './visible';

export type ReaderRecord = {
  readonly accountId: string;
  /** When they first opened it, epoch ms, like the other instants. */
  readonly openedAt: number;
  readonly acknowledgedAt: number | null;
  /** Null: they have said neither, or taken it back. */
  readonly stance: { readonly kind: 'support' | 'concern'; readonly words: string | null; readonly at: number } | null;
  /** Of a concern that needs nothing more. */
  readonly settled: { readonly byAccountId: string; readonly at: number; readonly words: string | null } | null;
  readonly version: number;
};

type Stance = NonNullable<ReaderRecord['stance']>;

const columns = [
  'account_id', 'opened_at', 'acknowledged_at', 'stance', 'stance_words', 'stance_at', 'settled_at', 'settled_by', 'settled_words', 'version',
].join(', '); // prettier-ignore

const parse = (row: Row): ReaderRecord => ({
  accountId: textOf(row, 'account_id'),
  openedAt: numberOf(row, 'opened_at'),
  acknowledgedAt: numberOrNull(row, 'acknowledged_at'),
  stance:
    row.stance === null
      ? null
      : {
          kind: wordOf(row, 'stance', ['support', 'concern']),
          words: textOrNull(row, 'stance_words'),
          at: numberOf(row, 'stance_at'),
        },
  settled:
    row.settled_at === null
      ? null
      : { byAccountId: textOf(row, 'settled_by'), at: numberOf(row, 'settled_at'), words: textOrNull(row, 'settled_words') },
  version: numberOf(row, 'version'),
});

/** Whose row of which objective. */
type Reader = { readonly objectiveId: string; readonly accountId: string };

/** Sets columns of a row, which is made, opened `at`, where it is missing. */
async function write(sql: SqlClient, of: Reader, values: Readonly<Record<string, SqlValue>>, at: number): Promise<void> {
  const [names, params] = [Object.keys(values), Object.values(values)];
  const update = (): Promise<number> =>
    sql.run(
      `UPDATE objective_reader SET ${names.map((name) => `${name} = ?`).join(', ')}, version = version + 1
       WHERE objective_id = ? AND account_id = ?`,
      [...params, of.objectiveId, of.accountId],
    );
  if ((await update()) > 0) return;
  const added = await insertOnce(
    sql,
    `INSERT INTO objective_reader (objective_id, account_id, opened_at, version, ${names.join(', ')}) VALUES (?, ?, ?, 1, ${marks(names.length)})`,
    [of.objectiveId, of.accountId, at, ...params],
  );
  if (!added) await update();
}

export const createObjectiveReaderStore = (sql: SqlClient) => ({
  /** Those of these objectives that the person may know of, with where they live and whether the person has opened them. */
  async listKnown(
    accountId: string,
    objectiveIds: readonly string[],
  ): Promise<readonly { readonly id: string; readonly home: Home; readonly isOpened: boolean }[]> {
    const visible = visibleTo(accountId, 'o');
    const rows = await sql.query(
      `SELECT o.id AS id, o.level AS level, o.home_id AS home_id, CASE WHEN r.objective_id IS NULL THEN 0 ELSE 1 END AS is_opened FROM objective o
       LEFT JOIN objective_reader r ON r.objective_id = o.id AND r.account_id = ?
       WHERE o.id IN (${marks(objectiveIds.length)}) AND o.archived_at IS NULL AND ${visible.sql} ORDER BY o.id`,
      [accountId, ...objectiveIds, ...visible.params],
    );
    return rows.map((row) => ({ id: textOf(row, 'id'), home: parseHome(row), isOpened: flagOf(row, 'is_opened') }));
  },

  /** Writes down, once and for all, when a person first opened these; at least one. `at` in epoch ms. */
  async addOpened(accountId: string, objectiveIds: readonly string[], at: number): Promise<void> {
    const add = (): Promise<number> =>
      sql.run(
        `INSERT INTO objective_reader (objective_id, account_id, opened_at, version)
         SELECT o.id, ?, ?, 1 FROM objective o WHERE o.id IN (${marks(objectiveIds.length)})
           AND NOT EXISTS (SELECT 1 FROM objective_reader r WHERE r.objective_id = o.id AND r.account_id = ?)`,
        [accountId, at, ...objectiveIds, accountId],
      );
    try {
      await add();
    } catch (error) {
      if (!isSqlError(error, 'duplicate-key')) throw error;
      // Another window of theirs came first with one of them: its row is there now, the others are not.
      await add();
    }
  },

  /** Everybody's, by account id. */
  async list(objectiveId: string): Promise<readonly ReaderRecord[]> {
    const rows = await sql.query(`SELECT ${columns} FROM objective_reader WHERE objective_id = ? ORDER BY account_id`, [objectiveId]);
    return rows.map(parse);
  },

  async find({ objectiveId, accountId }: Reader): Promise<ReaderRecord | null> {
    const [row] = await sql.query(`SELECT ${columns} FROM objective_reader WHERE objective_id = ? AND account_id = ?`, [
      objectiveId,
      accountId,
    ]);
    return row === undefined ? null : parse(row);
  },

  /** `acknowledgedAt` null takes it back. `at` in epoch ms. */
  acknowledge(of: Reader, acknowledgedAt: number | null, at: number): Promise<void> {
    return write(sql, of, { acknowledged_at: acknowledgedAt }, at);
  },

  /** Says where a person stands, or (null) that they say nothing any more. What was settled about it before is over. `at` in epoch ms. */
  takeStance(of: Reader, stance: Stance | null, at: number): Promise<void> {
    const values = {
      stance: stance?.kind ?? null,
      stance_words: stance?.words ?? null,
      stance_at: stance?.at ?? null,
      settled_at: null,
      settled_by: null,
      settled_words: null,
    };
    return write(sql, of, values, at);
  },

  /** False when it is no open concern any more, or its words have changed since it had this version. */
  async settle(of: Reader, version: number, settled: NonNullable<ReaderRecord['settled']>): Promise<boolean> {
    const touched = await sql.run(
      `UPDATE objective_reader SET settled_at = ?, settled_by = ?, settled_words = ?, version = version + 1
       WHERE objective_id = ? AND account_id = ? AND version = ? AND stance = 'concern' AND settled_at IS NULL`,
      [settled.at, settled.byAccountId, settled.words, of.objectiveId, of.accountId, version],
    );
    return touched === 1;
  },
});
