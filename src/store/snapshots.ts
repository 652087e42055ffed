/**
 * Snapshots: a day's numbers of every active objective and key result, written in two statements however many there are. The row of a day is
 * written again while the day lasts, so that what stays is its end. Days that are over are written again only by the rebuilding of a past.
 */
import type { WorkCounts } from '../domain/model';
import { countsAbove, joinAbove } from './join-above';
import { numberOf, numberOrNull, textOf, wordOf } from './row';
import type { SqlClient, SqlValue } from './sql-client';
import { marks, replaceRows } from './statement';

export type SnapshotDay = {
  readonly day: string;
  readonly progress: number | null;
  /** What the credit is divided by, and the credit, in the unit of the rule; null without issues in scope. */
  readonly scope: number | null;
  readonly done: number | null;
  readonly value: number | null;
  readonly origin: 'seen' | 'rebuilt';
};

/** A day of a key result as it was rebuilt. */
export type RebuiltDay = {
  readonly day: string;
  readonly progress: number | null;
  readonly counts: WorkCounts;
  readonly creditSum: number;
  readonly divisor: number;
  readonly value: number | null;
};

/** A part of an objective on one day. */
export type PartDay = { readonly day: string; readonly weight: number; readonly progress: number | null };

const columnNames = [
  'subject_id',
  'day',
  'subject_type',
  'progress',
  'in_scope',
  'counted',
  'done',
  'cancelled',
  'credit_sum',
  'weight_sum',
  'value',
  'chance',
  'origin',
  'overridden',
] as const;
const columns = columnNames.join(', ');

export const createSnapshotStore = (sql: SqlClient) => ({
  /**
   * Takes (or takes again) the snapshot of a day: subjects that are live and whose cycle was neither over nor closed before it. Key results of cycles that
   * have not begun are among them, because their forecast needs to know how they move.
   */
  async take(day: string): Promise<void> {
    const isOpen = '(c.closed_day IS NULL OR c.closed_day >= ?) AND c.end_day >= ?';
    await sql.run(
      `REPLACE INTO snapshot (${columns})
       SELECT k.id, ?, 'key_result', k.progress, k.in_scope, k.counted, k.done, k.cancelled,
         CASE WHEN k.in_scope > 0 THEN k.credit_sum END, CASE WHEN k.in_scope > 0 THEN k.weight_sum END, k.current_value, k.chance, 'seen', 0
       FROM key_result k JOIN objective o ON o.id = k.objective_id JOIN cycle c ON c.id = o.cycle_id
       WHERE k.archived_at IS NULL AND o.archived_at IS NULL AND ${isOpen}`,
      [day, day, day],
    );
    await sql.run(
      `REPLACE INTO snapshot (${columns})
       SELECT o.id, ?, 'objective', CASE WHEN o.override_until >= ? THEN o.override_progress ELSE o.progress END,
         NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'seen', CASE WHEN o.override_until >= ? THEN 1 ELSE 0 END
       FROM objective o JOIN cycle c ON c.id = o.cycle_id WHERE o.archived_at IS NULL AND ${isOpen} AND c.start_day <= ?`,
      [day, day, day, day, day, day],
    );
  },

  /** Writes days of a key result in the place of whatever is there, but for the chance: what was forecast on a day was forecast then. */
  async writeKeyResultDays(keyResultId: string, days: readonly RebuiltDay[]): Promise<void> {
    const told = await sql.query('SELECT day, chance FROM snapshot WHERE subject_id = ? AND chance IS NOT NULL', [keyResultId]);
    const chanceOn = new Map(told.map((row) => [textOf(row, 'day'), numberOf(row, 'chance')]));
    await replaceRows(
      sql,
      'snapshot',
      columnNames,
      days.map(({ day, progress, counts, creditSum, divisor, value }): readonly SqlValue[] => {
        const { inScope, counted, done, cancelled } = counts;
        const [credit, weight] = inScope > 0 ? [creditSum, divisor] : [null, null];
        const chance = chanceOn.get(day) ?? null;
        return [keyResultId, day, 'key_result', progress, inScope, counted, done, cancelled, credit, weight, value, chance, 'rebuilt', 0];
      }),
    );
  },

  /** Writes days of an objective in the place of whatever is there. */
  writeObjectiveDays(objectiveId: string, days: readonly { readonly day: string; readonly progress: number | null }[]): Promise<void> {
    return replaceRows(
      sql,
      'snapshot',
      columnNames,
      days.map(({ day, progress }) => [
        objectiveId,
        day,
        'objective',
        progress,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        'rebuilt',
        0,
      ]),
    );
  },

  /** The days on which somebody's word stood in the place of an objective's computed progress, ascending. */
  async listOverriddenDays(objectiveId: string): Promise<readonly string[]> {
    const rows = await sql.query('SELECT day FROM snapshot WHERE subject_id = ? AND overridden = 1 ORDER BY day', [objectiveId]);
    return rows.map((row) => textOf(row, 'day'));
  },

  /**
   * What rolls up into an objective today, as it was on the days from `fromDay` through `toDay`, by day, then in the order in which it rolls up;
   * a part without a row on a day is missing.
   */
  async listPartDays(objectiveId: string, fromDay: string, toDay: string): Promise<readonly PartDay[]> {
    const rows = await sql.query(
      `SELECT s.day AS day, p.weight AS weight, s.progress AS progress
       FROM (
         SELECT k.id AS id, 0 AS kind, k.number AS number, k.weight AS weight FROM key_result k
         WHERE k.objective_id = ? AND k.archived_at IS NULL
         UNION ALL
         SELECT c.id AS id, 1 AS kind, c.number AS number, c.weight AS weight FROM objective c
         ${joinAbove}
         WHERE c.parent_id = ? AND ${countsAbove} AND c.archived_at IS NULL
       ) p JOIN snapshot s ON s.subject_id = p.id AND s.day >= ? AND s.day <= ?
       ORDER BY s.day, p.kind, p.number`,
      [objectiveId, objectiveId, fromDay, toDay],
    );
    return rows.map((row) => ({ day: textOf(row, 'day'), weight: numberOf(row, 'weight'), progress: numberOrNull(row, 'progress') }));
  },

  /** The days of one objective or key result from a day on, ascending. */
  async listDays(subjectId: string, fromDay: string): Promise<readonly SnapshotDay[]> {
    const rows = await sql.query(
      'SELECT day, progress, credit_sum, weight_sum, value, origin FROM snapshot WHERE subject_id = ? AND day >= ? ORDER BY day',
      [subjectId, fromDay],
    );
    return rows.map((row) => ({
      day: textOf(row, 'day'),
      progress: numberOrNull(row, 'progress'),
      scope: numberOrNull(row, 'weight_sum'),
      done: numberOrNull(row, 'credit_sum'),
      value: numberOrNull(row, 'value'),
      origin: wordOf(row, 'origin', ['seen', 'rebuilt']),
    }));
  },

  /** Progress of these subjects on these days, by subject, ascending by day; one statement. */
  async listTrends(
    subjectIds: readonly string[],
    days: readonly string[],
  ): Promise<ReadonlyMap<string, readonly { readonly day: string; readonly progress: number | null }[]>> {
    const trends = new Map<string, { day: string; progress: number | null }[]>();
    if (subjectIds.length === 0 || days.length === 0) return trends;
    const rows = await sql.query(
      `SELECT subject_id, day, progress FROM snapshot
       WHERE subject_id IN (${marks(subjectIds.length)}) AND day IN (${marks(days.length)}) ORDER BY subject_id, day`,
      [...subjectIds, ...days],
    );
    for (const row of rows) {
      const subjectId = textOf(row, 'subject_id');
      const trend = trends.get(subjectId) ?? [];
      trends.set(subjectId, trend);
      trend.push({ day: textOf(row, 'day'), progress: numberOrNull(row, 'progress') });
    }
    return trends;
  },
});
