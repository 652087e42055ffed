/**
 * Check-ins: dated updates of key results, one row a time somebody looked. What was said is corrected by its author only, and what it was
 * before stays in the record of changes.
 */
import { insertOnce } from './insert-once';
import { numberOf, numberOrNull, textOf, textOrNull } from './row';
import type { Row, SqlClient } from './sql-client';
import { changedColumns, marks } from './statement';

export type CheckInRecord = {
  readonly id: string;
  readonly keyResultId: string;
  /** The day it speaks of. */
  readonly day: string;
  /** The value of a metric or band on that day; null where none was given. */
  readonly value: number | null;
  /** 1 to 10; null where none was given. */
  readonly confidence: number | null;
  readonly words: string;
  /** What stands in the way; empty where nothing does. */
  readonly blockers: string;
  /** Progress as it was known when it was made. */
  readonly progress: number | null;
  /** Epoch ms. */
  readonly createdAt: number;
  readonly createdBy: string;
  /** The record of its last correction; see plan-changes.ts. */
  readonly changeId: string | null;
  readonly version: number;
};

export type NewCheckIn = Omit<CheckInRecord, 'changeId' | 'version'>;

type Correction = {
  readonly value?: number | null | undefined;
  readonly confidence?: number | null | undefined;
  readonly words?: string | undefined;
  readonly blockers?: string | undefined;
  readonly changeId: string;
};

const columnNames = [
  'id', 'key_result_id', 'day', 'value', 'confidence', 'words', 'blockers', 'progress', 'created_at', 'created_by', 'change_id', 'version',
] as const; // prettier-ignore
const columns = columnNames.join(', ');

const parse = (row: Row): CheckInRecord => ({
  id: textOf(row, 'id'),
  keyResultId: textOf(row, 'key_result_id'),
  day: textOf(row, 'day'),
  value: numberOrNull(row, 'value'),
  confidence: numberOrNull(row, 'confidence'),
  words: textOf(row, 'words'),
  blockers: textOf(row, 'blockers'),
  progress: numberOrNull(row, 'progress'),
  createdAt: numberOf(row, 'created_at'),
  createdBy: textOf(row, 'created_by'),
  changeId: textOrNull(row, 'change_id'),
  version: numberOf(row, 'version'),
});

const saysTheSame = (a: CheckInRecord, b: NewCheckIn): boolean =>
  a.keyResultId === b.keyResultId &&
  a.day === b.day &&
  a.value === b.value &&
  a.confidence === b.confidence &&
  a.words === b.words &&
  a.blockers === b.blockers;

export const createCheckInStore = (sql: SqlClient) => {
  const find = async (id: string): Promise<CheckInRecord | null> => {
    const [row] = await sql.query(`SELECT ${columns} FROM check_in WHERE id = ?`, [id]);
    return row === undefined ? null : parse(row);
  };

  return {
    find,

    /** Adds one. False when one with this id is there already and says something else; the same again is no second one. */
    async add(checkIn: NewCheckIn): Promise<boolean> {
      const added = await insertOnce(sql, `INSERT INTO check_in (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, 1)`, [
        checkIn.id,
        checkIn.keyResultId,
        checkIn.day,
        checkIn.value,
        checkIn.confidence,
        checkIn.words,
        checkIn.blockers,
        checkIn.progress,
        checkIn.createdAt,
        checkIn.createdBy,
      ]);
      if (added) return true;
      const existing = await find(checkIn.id);
      return existing !== null && saysTheSame(existing, checkIn);
    },

    /** Corrects one row if it still has this version; false when somebody else was faster. */
    async correct(id: string, version: number, correction: Correction): Promise<boolean> {
      const { changeId, ...said } = correction;
      const { sets, params } = changedColumns({ ...said, change_id: changeId });
      const touched = await sql.run(`UPDATE check_in SET ${[...sets, 'version = version + 1'].join(', ')} WHERE id = ? AND version = ?`, [
        ...params,
        id,
        version,
      ]);
      return touched === 1;
    },

    /** Every check-in on these key results, by day, then as they were made. */
    async listByKeyResults(keyResultIds: readonly string[]): Promise<readonly CheckInRecord[]> {
      if (keyResultIds.length === 0) return [];
      const rows = await sql.query(
        `SELECT ${columns} FROM check_in WHERE key_result_id IN (${marks(keyResultIds.length)}) ORDER BY day, created_at, id`,
        keyResultIds,
      );
      return rows.map(parse);
    },

    /** The last check-in on each of these key results, in no order; one statement. */
    async listLast(keyResultIds: readonly string[]): Promise<readonly CheckInRecord[]> {
      if (keyResultIds.length === 0) return [];
      const rows = await sql.query(
        `SELECT ${columnNames.map((name) => `c.${name} AS ${name}`).join(', ')} FROM check_in c
         WHERE c.key_result_id IN (${marks(keyResultIds.length)}) AND NOT EXISTS (
           SELECT 1 FROM check_in n WHERE n.key_result_id = c.key_result_id
             AND (n.created_at > c.created_at OR (n.created_at = c.created_at AND n.id > c.id)))`,
        keyResultIds,
      );
      return rows.map(parse);
    },
  };
};
