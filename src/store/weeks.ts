/** What a week of key results and objectives is told from: what is standing in their way, what was said of them, and where they were. Reading only. */
import type { Home } from '../domain/home';
import { homeIdOf } from './home-columns';
import { numberOf, numberOrNull, textOf } from './row';
import type { SqlClient } from './sql-client';
import { marks } from './statement';
import { quoted } from './id-list';
import { visibleTo } from './visible';

export type StandingBlocker = {
  readonly keyResultId: string;
  /** When one was named first without a break since; epoch ms. */
  readonly since: number;
  /** As the last check-in names it. */
  readonly words: string;
};

export type DayEnd = {
  readonly subjectId: string;
  readonly day: string;
  readonly progress: number | null;
  /** Of a forecast, 0..1; null without one. */
  readonly chance: number | null;
};

export type SaidCheckIn = {
  readonly keyResultId: string;
  readonly day: string;
  readonly createdBy: string;
  readonly words: string;
  readonly blockers: string;
};

/** Check-ins read for one week; the later ones are left out. */
const MOST_SAID = 500;
const MOST_BLOCKERS = 200;

export const createWeekStore = (sql: SqlClient) => ({
  /** Of live key results of a place and a cycle, as far as the person may know of them; the longest standing first. */
  async listBlockers(accountId: string, home: Home, cycleId: string): Promise<readonly StandingBlocker[]> {
    const visible = visibleTo(accountId, 'o');
    const rows = await sql.query(
      `SELECT k.id AS id, MIN(b.created_at) AS since, MAX(l.blockers) AS words
       FROM objective o JOIN key_result k ON k.objective_id = o.id AND k.archived_at IS NULL
       JOIN check_in b ON b.key_result_id = k.id AND b.blockers <> ''
       JOIN check_in l ON l.key_result_id = k.id AND l.blockers <> ''
       WHERE o.level = ? AND o.home_id = ? AND o.cycle_id = ? AND o.archived_at IS NULL AND ${visible.sql}
         AND NOT EXISTS (SELECT 1 FROM check_in n WHERE n.key_result_id = k.id AND n.blockers = '' AND n.created_at > b.created_at)
         AND NOT EXISTS (SELECT 1 FROM check_in n WHERE n.key_result_id = k.id
           AND (n.created_at > l.created_at OR (n.created_at = l.created_at AND n.id > l.id)))
       GROUP BY k.id, k.number ORDER BY since, k.number LIMIT ${MOST_BLOCKERS}`,
      [home.level, homeIdOf(home), cycleId, ...visible.params],
    );
    return rows.map((row) => ({ keyResultId: textOf(row, 'id'), since: numberOf(row, 'since'), words: textOf(row, 'words') }));
  },

  /** Objectives and key results as they were at the end of these days, in no order; a day without a record is missing. */
  async listEnds(subjectIds: readonly string[], days: readonly string[]): Promise<readonly DayEnd[]> {
    if (subjectIds.length === 0 || days.length === 0) return [];
    const rows = await sql.query(
      `SELECT subject_id, day, progress, chance FROM snapshot WHERE subject_id IN (${marks(subjectIds.length)}) AND day IN (${marks(days.length)})`,
      [...subjectIds, ...days],
    );
    return rows.map((row) => ({
      subjectId: textOf(row, 'subject_id'),
      day: textOf(row, 'day'),
      progress: numberOrNull(row, 'progress'),
      chance: numberOrNull(row, 'chance'),
    }));
  },

  /** What was said of these key results from one instant to before another (epoch ms), the first first. */
  async listSaid(keyResultIds: readonly string[], from: number, before: number): Promise<readonly SaidCheckIn[]> {
    if (keyResultIds.length === 0) return [];
    const rows = await sql.query(
      `SELECT key_result_id, day, created_by, words, blockers FROM check_in
       WHERE key_result_id IN (${marks(keyResultIds.length)}) AND created_at >= ? AND created_at < ? ORDER BY created_at, id LIMIT ${MOST_SAID}`,
      [...keyResultIds, from, before],
    );
    return rows.map((row) => ({
      keyResultId: textOf(row, 'key_result_id'),
      day: textOf(row, 'day'),
      createdBy: textOf(row, 'created_by'),
      words: textOf(row, 'words'),
      blockers: textOf(row, 'blockers'),
    }));
  },

  /**
   * Live objectives that this person owns or contributes to, or owns or contributes to a key result of, and those of groups the person leads, in cycles
   * that run and span a day; by number.
   */
  async listOwnObjectiveIds(accountId: string, day: string): Promise<readonly string[]> {
    const name = quoted(accountId);
    const rows = await sql.query(
      `SELECT o.id AS id FROM objective o JOIN cycle c ON c.id = o.cycle_id AND c.state = 'running' AND c.start_day <= ? AND c.end_day >= ?
       WHERE o.archived_at IS NULL AND (o.owner_account_id = ? OR INSTR(o.contributors, ?) > 0
         OR EXISTS (SELECT 1 FROM key_result k WHERE k.objective_id = o.id AND k.archived_at IS NULL
           AND (k.owner_account_id = ? OR INSTR(k.contributors, ?) > 0))
         OR EXISTS (SELECT 1 FROM okr_group g WHERE o.level = 'group' AND g.id = o.home_id AND g.archived_at IS NULL AND INSTR(g.leads, ?) > 0))
       ORDER BY o.number LIMIT 100`,
      [day, day, accountId, name, accountId, name, name],
    );
    return rows.map((row) => textOf(row, 'id'));
  },
});
