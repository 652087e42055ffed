/**
 * The key results that the radar looks at, with what is summed up over their check-ins and scopes: one statement, and no more of each than its rules
 * need, so that thousands fit into an answer. Reading only. `which` narrows their objectives, under the alias `o`.
 */
import { parseDismissedRules } from './dismissed-rules';
import { parseForecast } from './forecast-columns';
import { parseIds } from './id-list';
import { parseMilestones } from './milestones';
import { flagOf, numberOf, numberOrNull, textOf, textOrNull, wordOf } from './row';
import type { Row, SqlClient } from './sql-client';
import type { Condition } from './visible';

type Measure =
  | { readonly kind: 'work' }
  | { readonly kind: 'milestones'; readonly count: number }
  | { readonly kind: 'metric'; readonly start: number; readonly target: number; readonly unit: string }
  | { readonly kind: 'band'; readonly low: number; readonly high: number; readonly unit: string };

export type RadarKeyResultRecord = {
  readonly id: string;
  readonly number: number;
  readonly objectiveId: string;
  readonly title: string;
  readonly measure: Measure;
  readonly ownerAccountId: string | null;
  readonly ownerInactive: boolean;
  readonly contributorIds: readonly string[];
  readonly dismissed: readonly string[];
  readonly startDay: string | null;
  readonly dueDay: string | null;
  readonly createdAt: number;
  readonly progress: number | null;
  /** The day of the latest value, where people say it; null where Jira does, or its issues do. */
  readonly valueDay: string | null;
  readonly checkedInAt: number | null;
  readonly chance: number | null;
  readonly firstChance: number | null;
  /** Needed ÷ recent pace; only of one whose chance is below even. */
  readonly strain: number | null;
  readonly hasPast: boolean;
  readonly checkIns: number;
  readonly wordedCheckIns: number;
  readonly blockedSince: string | null;
  readonly openIssues: number;
  /** Of these, assigned to its owner or a contributor. */
  readonly ownIssues: number;
  /** When an issue of its scope last moved, epoch ms; null without any. */
  readonly movedAt: number | null;
};

function parseStrain(row: Row): number | null {
  const told = parseForecast(row)?.told ?? null;
  return told?.kind === 'forecast' ? told.strain : null;
}

function parseMeasure(row: Row): Measure {
  const kind = wordOf(row, 'kind', ['work', 'metric', 'band', 'milestones']);
  switch (kind) {
    case 'work':
      return { kind };
    case 'milestones':
      return { kind, count: parseMilestones(textOf(row, 'milestones')).length };
    case 'metric':
      return { kind, start: numberOf(row, 'start_value'), target: numberOf(row, 'target_value'), unit: textOf(row, 'unit') };
    case 'band':
      return { kind, low: numberOf(row, 'low_value'), high: numberOf(row, 'high_value'), unit: textOf(row, 'unit') };
  }
}

const parse = (row: Row): RadarKeyResultRecord => ({
  id: textOf(row, 'id'),
  number: numberOf(row, 'number'),
  objectiveId: textOf(row, 'objective_id'),
  title: textOf(row, 'title'),
  measure: parseMeasure(row),
  ownerAccountId: textOrNull(row, 'owner_account_id'),
  ownerInactive: flagOf(row, 'owner_inactive'),
  contributorIds: parseIds(textOf(row, 'contributors')),
  dismissed: parseDismissedRules(row).map(({ rule }) => rule),
  startDay: textOrNull(row, 'start_day'),
  dueDay: textOrNull(row, 'due_day'),
  createdAt: numberOf(row, 'created_at'),
  progress: numberOrNull(row, 'progress'),
  valueDay: textOrNull(row, 'value_day'),
  checkedInAt: numberOrNull(row, 'checked_in_at'),
  chance: numberOrNull(row, 'chance'),
  firstChance: numberOrNull(row, 'first_chance'),
  strain: parseStrain(row),
  hasPast: flagOf(row, 'has_past'),
  checkIns: numberOf(row, 'check_ins'),
  wordedCheckIns: numberOf(row, 'worded'),
  blockedSince: textOrNull(row, 'blocked_since'),
  openIssues: numberOrNull(row, 'open_issues') ?? 0,
  ownIssues: numberOrNull(row, 'own_issues') ?? 0,
  movedAt: numberOrNull(row, 'moved_at'),
});

const plain = [
  'id', 'number', 'objective_id', 'title', 'kind', 'owner_account_id', 'contributors', 'dismissed_rules', 'start_day', 'due_day', 'created_at',
  'start_value', 'target_value', 'low_value', 'high_value', 'unit', 'milestones', 'progress', 'checked_in_at', 'chance', 'first_chance',
].map((name) => `k.${name} AS ${name}`); // prettier-ignore

/** A later check-in on the same key result as `c`. */
const isLater = 'n.key_result_id = c.key_result_id AND (n.created_at > c.created_at OR (n.created_at = c.created_at AND n.id > c.id))';

export const createRadarKeyResultStore = (sql: SqlClient) => ({
  /** Live ones of live objectives of a cycle, by number. Check-ins count from `fromDay` on; the past is what lies before `today`. */
  async list(cycleId: string, which: Condition, fromDay: string, today: string): Promise<readonly RadarKeyResultRecord[]> {
    const live = `k.archived_at IS NULL AND o.cycle_id = ? AND o.archived_at IS NULL AND ${which.sql}`;
    const rows = await sql.query(
      `SELECT ${plain.join(', ')},
         CASE WHEN k.kind IN ('metric', 'band') AND k.value_measure = 'hand' THEN k.current_day END AS value_day,
         CASE WHEN k.chance < 0.5 THEN k.forecast END AS forecast,
         CASE WHEN EXISTS (SELECT 1 FROM inactive_account ia WHERE ia.account_id = k.owner_account_id) THEN 1 ELSE 0 END AS owner_inactive,
         CASE WHEN EXISTS (SELECT 1 FROM snapshot s WHERE s.subject_id = k.id AND s.day < ? AND s.progress IS NOT NULL) THEN 1 ELSE 0 END AS has_past,
         (SELECT COUNT(*) FROM check_in c WHERE c.key_result_id = k.id AND c.day >= ?) AS check_ins,
         (SELECT COUNT(*) FROM check_in c WHERE c.key_result_id = k.id AND c.day >= ? AND (c.words <> '' OR c.blockers <> '')) AS worded,
         (SELECT MIN(c.day) FROM check_in c WHERE c.key_result_id = k.id AND c.blockers <> ''
           AND NOT EXISTS (SELECT 1 FROM check_in n WHERE ${isLater} AND n.blockers = '')) AS blocked_since,
         w.open_issues AS open_issues, w.own_issues AS own_issues, w.moved_at AS moved_at
       FROM key_result k JOIN objective o ON o.id = k.objective_id
       LEFT JOIN (
         SELECT d.id AS id, SUM(d.is_open) AS open_issues, SUM(d.is_open * d.is_own) AS own_issues, MAX(d.moved_at) AS moved_at FROM (
           SELECT DISTINCT k.id AS id, f.issue_id AS issue_id, COALESCE(f.moved_at, f.updated_at) AS moved_at,
             CASE WHEN f.status_category <> 'done' THEN 1 ELSE 0 END AS is_open,
             CASE WHEN f.assignee_account_id = k.owner_account_id OR INSTR(k.contributors, f.assignee_account_id) > 0 THEN 1 ELSE 0 END AS is_own
           FROM key_result k JOIN objective o ON o.id = k.objective_id
           JOIN scope_issue i ON i.key_result_id = k.id JOIN scope_source ss ON ss.id = i.source_id AND ss.removed_at IS NULL
           JOIN issue_fact f ON f.issue_id = i.issue_id AND f.gone = 0 AND f.cancelled = 0 WHERE ${live}
         ) d GROUP BY d.id
       ) w ON w.id = k.id
       WHERE ${live} ORDER BY k.number`,
      [today, fromDay, fromDay, cycleId, ...which.params, cycleId, ...which.params],
    );
    return rows.map(parse);
  },

  /** How many live key results of objectives that are not private each person owns in a cycle. */
  async countOwned(cycleId: string): Promise<ReadonlyMap<string, number>> {
    const rows = await sql.query(
      `SELECT k.owner_account_id AS account_id, COUNT(*) AS owned FROM key_result k JOIN objective o ON o.id = k.objective_id
       WHERE k.owner_account_id IS NOT NULL AND k.archived_at IS NULL AND o.cycle_id = ? AND o.archived_at IS NULL AND o.private = 0
       GROUP BY k.owner_account_id`,
      [cycleId],
    );
    return new Map(rows.map((row) => [textOf(row, 'account_id'), numberOf(row, 'owned')]));
  },
});
