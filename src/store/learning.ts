/**
 * What closed cycles have left to learn from: chances as they were forecast, what was said with check-ins, words, and grades. For everybody, so nothing
 * that is private is among it, and nothing of it is about a person. Reading only.
 */
import { parseClosing, type ClosingRecord } from './closing-text';
import { parseDismissedRules } from './dismissed-rules';
import { parseMilestones } from './milestones';
import { flagOf, numberOf, numberOrNull, textOf, textOrNull, wordOf } from './row';
import type { Row, SqlClient } from './sql-client';
import { marks } from './statement';
import type { DismissedRule } from '../domain/quality/dismissed-rule';
import type { MeasureWording } from '../domain/quality/key-result-wording';

export type ClosedObjective = {
  readonly id: string;
  readonly title: string;
  readonly dismissedRules: readonly DismissedRule[];
  readonly grade: number | null;
  /** Null: nobody has graded it. */
  readonly closing: ClosingRecord | null;
};

export type ClosedKeyResult = {
  readonly id: string;
  readonly objectiveId: string;
  readonly title: string;
  readonly measure: MeasureWording;
  readonly hasOwner: boolean;
  readonly dismissedRules: readonly DismissedRule[];
  readonly startDay: string;
  readonly dueDay: string;
  /** As it stood at the close. */
  readonly progress: number | null;
  /** Σ and number of the confidences said with its check-ins, 1 to 10 each. */
  readonly confidenceSum: number;
  readonly confidences: number;
};

export type PastChance = { readonly keyResultId: string; readonly day: string; readonly chance: number };

const closed = `c.state = 'closed' AND o.private = 0 AND o.archived_at IS NULL`;

function parseMeasure(row: Row): MeasureWording {
  const kind = wordOf(row, 'kind', ['work', 'metric', 'band', 'milestones']);
  const unit = textOf(row, 'unit');
  switch (kind) {
    case 'work':
      return { kind };
    case 'metric':
      return { kind, start: numberOrNull(row, 'start_value'), target: numberOrNull(row, 'target_value'), unit };
    case 'band':
      return { kind, low: numberOrNull(row, 'low_value'), high: numberOrNull(row, 'high_value'), unit };
    case 'milestones':
      return { kind, count: parseMilestones(textOf(row, 'milestones')).length };
  }
}

export const createLearningStore = (sql: SqlClient) => ({
  async listObjectives(): Promise<readonly ClosedObjective[]> {
    const rows = await sql.query(
      `SELECT o.id AS id, o.title AS title, o.dismissed_rules AS dismissed_rules, o.grade AS grade, o.closing AS closing
       FROM objective o JOIN cycle c ON c.id = o.cycle_id WHERE ${closed} ORDER BY o.number`,
      [],
    );
    return rows.map((row) => ({
      id: textOf(row, 'id'),
      title: textOf(row, 'title'),
      dismissedRules: parseDismissedRules(row),
      grade: numberOrNull(row, 'grade'),
      closing: parseClosing(textOrNull(row, 'closing')),
    }));
  },

  async listKeyResults(): Promise<readonly ClosedKeyResult[]> {
    const said = 'FROM check_in i WHERE i.key_result_id = k.id AND i.confidence IS NOT NULL';
    const rows = await sql.query(
      `SELECT k.id AS id, k.objective_id AS objective_id, k.title AS title, k.kind AS kind, k.start_value AS start_value,
         k.target_value AS target_value, k.low_value AS low_value, k.high_value AS high_value, k.unit AS unit, k.milestones AS milestones,
         CASE WHEN k.owner_account_id IS NULL THEN 0 ELSE 1 END AS has_owner, k.dismissed_rules AS dismissed_rules,
         COALESCE(k.start_day, c.start_day) AS start_day, COALESCE(k.due_day, c.end_day) AS due_day, k.progress AS progress,
         (SELECT COALESCE(SUM(i.confidence), 0) ${said}) AS confidence_sum, (SELECT COUNT(*) ${said}) AS confidences
       FROM key_result k JOIN objective o ON o.id = k.objective_id JOIN cycle c ON c.id = o.cycle_id
       WHERE ${closed} AND k.archived_at IS NULL ORDER BY k.number`,
      [],
    );
    return rows.map((row) => ({
      id: textOf(row, 'id'),
      objectiveId: textOf(row, 'objective_id'),
      title: textOf(row, 'title'),
      measure: parseMeasure(row),
      hasOwner: flagOf(row, 'has_owner'),
      dismissedRules: parseDismissedRules(row),
      startDay: textOf(row, 'start_day'),
      dueDay: textOf(row, 'due_day'),
      progress: numberOrNull(row, 'progress'),
      confidenceSum: numberOf(row, 'confidence_sum'),
      confidences: numberOf(row, 'confidences'),
    }));
  },

  /** Chances of those key results on these days, as far as there was one. */
  async listChances(days: readonly string[]): Promise<readonly PastChance[]> {
    if (days.length === 0) return [];
    const rows = await sql.query(
      `SELECT s.subject_id AS id, s.day AS day, s.chance AS chance
       FROM snapshot s JOIN key_result k ON k.id = s.subject_id AND k.archived_at IS NULL
       JOIN objective o ON o.id = k.objective_id JOIN cycle c ON c.id = o.cycle_id
       WHERE ${closed} AND s.day IN (${marks(days.length)}) AND s.chance IS NOT NULL ORDER BY s.subject_id, s.day`,
      days,
    );
    return rows.map((row) => ({ keyResultId: textOf(row, 'id'), day: textOf(row, 'day'), chance: numberOf(row, 'chance') }));
  },
});
