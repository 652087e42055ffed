/**
 * The numbers of key results: derived, so that writing them leaves `version` alone. `dirty_mark` rises before facts change;
 * `computed_mark` follows once the numbers are right again, so a row is dirty while the first is ahead of the second.
 * What was read under an older mark is never written over what was read under a newer one. `open_writes` counts those who have marked and
 * not yet computed: nobody clears another one's, so one who dies in between leaves a trace that the recovery pass finds.
 */
import type { Home } from '../domain/home';
import type { WorkCounts } from '../domain/model';
import { cycleColumns, parseCycle, type CycleRecord } from './cycles';
import { forecastText, parseForecast, type KeptForecast } from './forecast-columns';
import { parseHome } from './home-columns';
import { countColumns, keyResultColumns, parseKeyResult, type KeyResultRecord } from './key-result-row';
import { numberOf, numberOrNull, textOf } from './row';
import type { SqlClient } from './sql-client';
import { marks, updateEach } from './statement';

/** What recomputing needs to know of a key result, and how many scope rows it will have to read. */
export type RecomputeRecord = {
  readonly keyResult: KeyResultRecord;
  readonly home: Home;
  readonly cycle: CycleRecord;
  /** The one that is kept; null before the first one. */
  readonly forecast: KeptForecast | null;
  readonly dirtyMark: number;
  readonly scopeRows: number;
  /** When somebody last checked in, epoch ms. */
  readonly checkedInAt: number | null;
  /** What says the current value: the latest check-in with a value (by day, then entry) or the latest reading of its query; null when there is none. */
  readonly latest: { readonly value: number; readonly day: string } | null;
};

export type Measured = {
  readonly id: string;
  /** The mark the facts were read under. */
  readonly dirtyMark: number;
  readonly progress: number | null;
  /** From the weeks that are kept; null where none are. */
  readonly forecast: KeptForecast | null;
  readonly chance: number | null;
  readonly workProgress: number | null;
  readonly creditSum: number;
  readonly divisor: number;
  readonly counts: WorkCounts;
  readonly current: { readonly value: number; readonly day: string } | null;
  readonly checkedInAt: number | null;
};

/** A condition: the key result of this table or alias is in a cycle that is not closed. */
const isOpen = (alias: string): string =>
  `NOT EXISTS (SELECT 1 FROM objective io JOIN cycle ic ON ic.id = io.cycle_id AND ic.state = 'closed' WHERE io.id = ${alias}.objective_id)`;

export const createKeyResultNumberStore = (sql: SqlClient) => ({
  /** Says that the facts behind these numbers are about to change; `clearMarks` closes what this opens. `at` in epoch ms. */
  async markDirty(ids: readonly string[], at: number): Promise<void> {
    if (ids.length === 0) return;
    await sql.run(
      `UPDATE key_result SET dirty_mark = dirty_mark + 1, open_writes = open_writes + 1, marked_at = ? WHERE id IN (${marks(ids.length)})`,
      [at, ...ids],
    );
  },

  /** Makes everybody who has read these key results before give way to a reading that comes now. */
  async raiseMarks(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await sql.run(`UPDATE key_result SET dirty_mark = dirty_mark + 1 WHERE id IN (${marks(ids.length)})`, ids);
  },

  /**
   * Key results whose numbers may be behind their facts: dirty ones, and ones marked before `abandonedBefore` (epoch ms) by somebody who never
   * computed. At most `limit` ids after `afterId`, ascending.
   */
  async listDirtyIds(afterId: string, abandonedBefore: number, limit: number): Promise<readonly string[]> {
    const rows = await sql.query(
      `SELECT id FROM key_result WHERE id > ? AND (dirty_mark > computed_mark OR (open_writes > 0 AND marked_at < ?))
       AND ${isOpen('key_result')} ORDER BY id LIMIT ${limit}`,
      [afterId, abandonedBefore],
    );
    return rows.map((row) => textOf(row, 'id'));
  },

  /** Closes what was opened before `abandonedBefore` (epoch ms) on these key results and never closed; comes after computing them. */
  async closeAbandoned(ids: readonly string[], abandonedBefore: number): Promise<void> {
    if (ids.length === 0) return;
    await sql.run(`UPDATE key_result SET open_writes = 0 WHERE id IN (${marks(ids.length)}) AND marked_at < ?`, [...ids, abandonedBefore]);
  },

  /** These key results, archived ones too, by id; those of closed cycles are left out, because their numbers stand still. */
  async listForRecompute(ids: readonly string[]): Promise<readonly RecomputeRecord[]> {
    if (ids.length === 0) return [];
    const checkIn = (column: string): string =>
      `(SELECT c.${column} FROM check_in c WHERE c.key_result_id = k.id AND c.value IS NOT NULL ORDER BY c.day DESC, c.created_at DESC, c.id DESC LIMIT 1)`;
    const reading = (column: string): string =>
      `(SELECT r.${column} FROM value_reading r WHERE r.key_result_id = k.id AND r.value_source_id = k.value_source_id ORDER BY r.day DESC LIMIT 1)`;
    const latest = (column: string): string => `CASE WHEN k.value_measure = 'hand' THEN ${checkIn(column)} ELSE ${reading(column)} END`;
    const rows = await sql.query(
      `SELECT ${keyResultColumns('k')}, o.level AS level, o.home_id AS home_id, ${cycleColumns('c')}, k.forecast AS forecast, k.dirty_mark AS dirty_mark,
         (SELECT COUNT(*) FROM scope_issue s WHERE s.key_result_id = k.id) AS scope_rows,
         (SELECT MAX(c.created_at) FROM check_in c WHERE c.key_result_id = k.id) AS last_check_in,
         ${latest('value')} AS latest_value, ${latest('day')} AS latest_day
       FROM key_result k JOIN objective o ON o.id = k.objective_id JOIN cycle c ON c.id = o.cycle_id
       WHERE k.id IN (${marks(ids.length)}) AND c.state <> 'closed' ORDER BY k.id`,
      ids,
    );
    return rows.map((row) => {
      const value = numberOrNull(row, 'latest_value');
      return {
        keyResult: parseKeyResult(row),
        home: parseHome(row),
        cycle: parseCycle(row),
        forecast: parseForecast(row),
        dirtyMark: numberOf(row, 'dirty_mark'),
        scopeRows: numberOf(row, 'scope_rows'),
        checkedInAt: numberOrNull(row, 'last_check_in'),
        latest: value === null ? null : { value, day: textOf(row, 'latest_day') },
      };
    });
  },

  /**
   * Writes what was computed, except where the mark has risen since: that row's next reading is somebody else's. `at` in epoch ms.
   * Does not clear the marks: the objectives above come first.
   */
  async writeMeasures(measured: readonly Measured[], at: number): Promise<void> {
    if (measured.length === 0) return;
    const { statement, params } = updateEach(
      'key_result',
      [
        'progress',
        'forecast',
        'chance',
        'work_progress',
        'credit_sum',
        'weight_sum',
        ...countColumns,
        'current_value',
        'current_day',
        'checked_in_at',
        'computed_at',
      ],
      measured.map(({ id, dirtyMark, progress, forecast, chance, workProgress, creditSum, divisor, counts, current, checkedInAt }) => ({
        id,
        readWith: dirtyMark,
        values: [
          progress,
          forecastText(forecast),
          chance,
          workProgress,
          creditSum,
          divisor,
          counts.inScope,
          counts.counted,
          counts.done,
          counts.inProgress,
          counts.cancelled,
          counts.throughChildren,
          counts.unestimated,
          current?.value ?? null,
          current?.day ?? null,
          checkedInAt,
          at,
        ],
      })),
      'dirty_mark',
    );
    await sql.run(statement, params);
  },

  /**
   * Marks as computed what is still under the dirty mark that was read before computing; a row whose mark has risen since stays dirty.
   * `closes` one `markDirty` of each, for those who did it.
   */
  async clearMarks(computed: readonly { readonly id: string; readonly dirtyMark: number }[], closes: 'own' | 'none'): Promise<void> {
    if (computed.length === 0) return;
    const read = `CASE id ${computed.map(() => 'WHEN ? THEN ?').join(' ')} END`;
    const open = closes === 'own' ? ', open_writes = CASE WHEN open_writes > 0 THEN open_writes - 1 ELSE 0 END' : '';
    await sql.run(
      `UPDATE key_result SET computed_mark = CASE WHEN dirty_mark = ${read} THEN dirty_mark ELSE computed_mark END${open}
       WHERE id IN (${marks(computed.length)})`,
      [...computed.flatMap(({ id, dirtyMark }) => [id, dirtyMark]), ...computed.map(({ id }) => id)],
    );
  },

  /** Says that every number that is not behind its facts and does not stand still was true at this moment (epoch ms): the facts have just been held against Jira. */
  async confirm(at: number): Promise<void> {
    await sql.run(
      `UPDATE key_result SET computed_at = ? WHERE archived_at IS NULL AND dirty_mark = computed_mark AND open_writes = 0 AND computed_at < ?
       AND ${isOpen('key_result')}`,
      [at, at],
    );
  },
});
