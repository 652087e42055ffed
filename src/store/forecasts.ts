/**
 * Forecasts: which key results are due for one, the past they are drawn from, and writing them. Everything here is derived: a row that is not
 * written is due again. `chance` and `forecast` are brought up to date with the other numbers in key-result-numbers.ts; the weeks are read here.
 */
import type { FlowDay } from '../domain/forecast/weekly-flow';
import type { ReadValue } from '../domain/forecast/weekly-changes';
import { cycleColumns, parseCycle, type CycleRecord } from './cycles';
import { forecastText, parseForecast, type KeptForecast } from './forecast-columns';
import { keyResultColumns, parseKeyResult, type KeyResultRecord } from './key-result-row';
import { numberOf, numberOrNull, textOf } from './row';
import type { Row, SqlClient, SqlValue } from './sql-client';
import { marks, updateEach } from './statement';

export type DueForecast = { readonly keyResult: KeyResultRecord; readonly cycle: CycleRecord; readonly dirtyMark: number };

/** Ascending by day. */
export type ForecastPast = { readonly days: readonly FlowDay[]; readonly values: readonly ReadValue[] };

export type WrittenForecast = {
  readonly id: string;
  /** The mark its numbers were read under. */
  readonly dirtyMark: number;
  readonly forecast: KeptForecast;
  readonly chance: number | null;
  readonly firstChance: number | null;
};

/** A condition on key result `k` in cycle `c`: it has a forecast at all, and no numbers that are about to be computed. */
const forecastable = `k.archived_at IS NULL AND o.archived_at IS NULL AND c.state <> 'closed' AND k.kind <> 'milestones'
  AND k.dirty_mark = k.computed_mark`;

const select = `SELECT ${keyResultColumns('k')}, k.dirty_mark AS dirty_mark, ${cycleColumns('c')}
  FROM key_result k JOIN objective o ON o.id = k.objective_id JOIN cycle c ON c.id = o.cycle_id`;

const parseDue = (row: Row): DueForecast => ({
  keyResult: parseKeyResult(row),
  cycle: parseCycle(row),
  dirtyMark: numberOf(row, 'dirty_mark'),
});

export const createForecastStore = (sql: SqlClient) => ({
  /**
   * Those that have had no forecast today, or whose past was told anew or whose value somebody said since; at most `limit` after `afterId`, ascending
   * by id.
   */
  async listDue(today: string, afterId: string, limit: number): Promise<readonly DueForecast[]> {
    const rows = await sql.query(
      `${select} WHERE k.id > ? AND ${forecastable} 
       AND (k.forecast_day IS NULL OR k.forecast_day < ? OR (k.value_measure = 'hand' AND k.current_day >= k.forecast_day)) ORDER BY k.id LIMIT ${limit}`,
      [afterId, today],
    );
    return rows.map(parseDue);
  },

  /** The one that is kept of a key result; null before the first one, or without the key result. */
  async find(id: string): Promise<KeptForecast | null> {
    const [row] = await sql.query('SELECT k.forecast AS forecast FROM key_result k WHERE k.id = ?', [id]);
    return row === undefined ? null : parseForecast(row);
  },

  /** These, as far as they have forecasts, whether or not they are due; ascending by id. */
  async list(ids: readonly string[]): Promise<readonly DueForecast[]> {
    if (ids.length === 0) return [];
    const rows = await sql.query(`${select} WHERE k.id IN (${marks(ids.length)}) AND ${forecastable} ORDER BY k.id`, ids);
    return rows.map(parseDue);
  },

  /**
   * What is kept of these on these days, and every value that people have said from `fromDay` on, by key result; one statement. `values` has the
   * one where people say the value, and the kept days of the others.
   */
  async listPasts(
    keyResults: readonly KeyResultRecord[],
    days: readonly string[],
    fromDay: string,
  ): Promise<ReadonlyMap<string, ForecastPast>> {
    const byHand = keyResults.filter((one) => 'source' in one && one.source.by === 'hand').map(({ id }) => id);
    const others = keyResults.map(({ id }) => id).filter((id) => !byHand.includes(id));
    const parts: { readonly statement: string; readonly params: readonly SqlValue[] }[] = [];
    if (others.length > 0 && days.length > 0) {
      parts.push({
        statement: `SELECT s.subject_id AS id, s.day AS day, s.credit_sum AS credit_sum, s.weight_sum AS weight_sum, s.value AS value, 0 AS entered
          FROM snapshot s WHERE s.subject_id IN (${marks(others.length)}) AND s.day IN (${marks(days.length)})`,
        params: [...others, ...days],
      });
    }
    if (byHand.length > 0) {
      parts.push({
        statement: `SELECT ci.key_result_id AS id, ci.day AS day, NULL AS credit_sum, NULL AS weight_sum, ci.value AS value, ci.created_at AS entered
          FROM check_in ci WHERE ci.key_result_id IN (${marks(byHand.length)}) AND ci.day >= ? AND ci.value IS NOT NULL`,
        params: [...byHand, fromDay],
      });
    }
    const pasts = new Map<string, { days: FlowDay[]; values: ReadValue[] }>();
    if (parts.length === 0) return pasts;
    const rows = await sql.query(
      `SELECT p.id AS id, p.day AS day, p.credit_sum AS credit_sum, p.weight_sum AS weight_sum, p.value AS value
       FROM (${parts.map(({ statement }) => statement).join(' UNION ALL ')}) p ORDER BY p.id, p.day, p.entered`,
      parts.flatMap(({ params }) => params),
    );
    for (const row of rows) {
      const past = pasts.get(textOf(row, 'id')) ?? { days: [], values: [] };
      pasts.set(textOf(row, 'id'), past);
      const day = textOf(row, 'day');
      const [creditSum, weightSum, value] = [numberOrNull(row, 'credit_sum'), numberOrNull(row, 'weight_sum'), numberOrNull(row, 'value')];
      if (creditSum !== null && weightSum !== null) past.days.push({ day, creditSum, weightSum });
      if (value === null) continue;
      // Of several entries on a day the last one holds.
      if (past.values.at(-1)?.day === day) past.values.pop();
      past.values.push({ day, value });
    }
    return pasts;
  },

  /** Writes what was forecast, except where the numbers are about to move: that row is forecast after them. */
  async write(written: readonly WrittenForecast[], day: string): Promise<void> {
    if (written.length === 0) return;
    const { statement, params } = updateEach(
      'key_result',
      ['forecast', 'chance', 'first_chance', 'forecast_day'],
      written.map(({ id, dirtyMark, forecast, chance, firstChance }) => ({
        id,
        readWith: dirtyMark,
        values: [forecastText(forecast), chance, firstChance, day],
      })),
      'dirty_mark',
    );
    await sql.run(statement, params);
  },

  /** Says that the days of these cycles' key results have moved: they are due again. */
  async makeDue(cycleId: string): Promise<void> {
    await sql.run('UPDATE key_result SET forecast_day = NULL WHERE objective_id IN (SELECT o.id FROM objective o WHERE o.cycle_id = ?)', [
      cycleId,
    ]);
  },
});
