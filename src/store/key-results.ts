/**
 * Key results as people write them: titles, owners, goals, rules. Every edit bumps `version`, and marks the row dirty because the number
 * may follow; the numbers themselves are key-result-numbers.ts.
 */
import type { Home } from '../domain/home';
import type { CountingRule, Milestone, ValueSource } from '../domain/model';
import type { DismissedRule } from '../domain/quality/dismissed-rule';
import { writeIds } from './id-list';
import { parseHome } from './home-columns';
import { countColumns, keyResultColumns, parseKeyResult, type KeyResultRecord } from './key-result-row';
import { dismissedRulesText } from './dismissed-rules';
import { healthOverrideText, type HealthOverrideRecord } from './health-override';
import { writeMilestones } from './milestones';
import { cycleColumns, parseCycle, type CycleRecord } from './cycles';
import { parseForecast, type KeptForecast } from './forecast-columns';
import { insertNumbered } from './numbered';
import type { SettingRecord } from './settings';
import { flagOf, numberOf, textOf, textOrNull, wordOf } from './row';
import type { SqlClient, SqlValue } from './sql-client';
import { changedColumns, marks } from './statement';
import { visibleTo, type Condition } from './visible';

/** A value source with the id its readings carry. */
type NewValueSource = { readonly source: ValueSource; readonly valueSourceId: string | null };

export type KeyResultKind =
  | { readonly kind: 'work' }
  | ({ readonly kind: 'metric'; readonly start: number; readonly target: number; readonly unit: string } & NewValueSource)
  | ({ readonly kind: 'band'; readonly low: number; readonly high: number; readonly unit: string } & NewValueSource)
  | { readonly kind: 'milestones'; readonly milestones: readonly Milestone[] };

export type NewKeyResult = Pick<
  KeyResultRecord,
  'id' | 'objectiveId' | 'title' | 'ownerAccountId' | 'weight' | 'dismissedRules' | 'startDay' | 'dueDay' | 'rule' | 'createdBy'
> & {
  readonly createdAt: number;
  readonly of: KeyResultKind;
};

export type KeyResultEdit = {
  readonly objectiveId?: string | undefined;
  readonly rank?: number | undefined;
  readonly title?: string | undefined;
  readonly ownerAccountId?: string | null | undefined;
  readonly contributorIds?: readonly string[] | undefined;
  readonly weight?: number | undefined;
  readonly dismissedRules?: readonly DismissedRule[] | undefined;
  readonly startDay?: string | null | undefined;
  readonly dueDay?: string | null | undefined;
  readonly rule?: CountingRule | undefined;
  readonly start?: number | undefined;
  readonly target?: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly unit?: string | undefined;
  readonly value?: NewValueSource | undefined;
  readonly milestones?: readonly Milestone[] | undefined;
  readonly healthOverride?: HealthOverrideRecord | null | undefined;
  /** The record of this change; see plan-changes.ts. */
  readonly changeId?: string | undefined;
};

/** A key result an issue is in scope of, through one of its sources. */
export type ServedKeyResult = {
  readonly keyResult: KeyResultRecord;
  /** The one that is kept; null before the first one. */
  readonly forecast: KeptForecast | null;
  readonly objective: { readonly id: string; readonly number: number; readonly title: string; readonly home: Home };
  readonly cycle: CycleRecord;
  /** What the person has had to do with the objective so far. */
  readonly reader: { readonly hasOpened: boolean; readonly hasAcknowledged: boolean };
  readonly source: {
    readonly id: string;
    readonly type: 'issue' | 'children' | 'jql';
    readonly issueId: string | null;
    readonly jql: string | null;
  };
};

type Columns = Readonly<Record<string, SqlValue | undefined>>;

const ruleColumns = (rule: CountingRule | undefined): Columns =>
  rule === undefined
    ? {}
    : {
        weight_by: rule.weightBy,
        weight_field: rule.weightBy === 'field' ? rule.fieldId : null,
        unestimated_weight: rule.unestimated === 'leave-out' ? null : rule.unestimated,
        in_progress_credit: rule.inProgressCredit,
        wanted: rule.wanted,
        shared: rule.shared,
      };

const valueColumns = (value: NewValueSource | undefined): Columns =>
  value === undefined
    ? {}
    : {
        value_source_id: value.valueSourceId,
        value_measure: value.source.by === 'hand' ? 'hand' : value.source.measure,
        value_jql: value.source.by === 'hand' ? null : value.source.jql,
        value_field: value.source.by === 'jira' && value.source.measure !== 'count' ? value.source.fieldId : null,
      };

const byHand: NewValueSource = { source: { by: 'hand' }, valueSourceId: null };

/** Every column of a kind; those of other kinds are empty. */
function kindColumns(of: KeyResultKind): Columns {
  const empty = {
    start_value: null,
    target_value: null,
    low_value: null,
    high_value: null,
    unit: '',
    milestones: '[]',
    ...valueColumns(byHand),
  };
  switch (of.kind) {
    case 'work':
      return empty;
    case 'metric':
      return { ...empty, start_value: of.start, target_value: of.target, unit: of.unit, ...valueColumns(of) };
    case 'band':
      return { ...empty, low_value: of.low, high_value: of.high, unit: of.unit, ...valueColumns(of) };
    case 'milestones':
      return { ...empty, milestones: writeMilestones(of.milestones) };
  }
}

export const createKeyResultStore = (sql: SqlClient) => ({
  /** False when a key result with this id exists already; then nothing was written. It starts dirty. */
  insert(keyResult: NewKeyResult): Promise<boolean> {
    const columns: Columns = {
      id: keyResult.id,
      objective_id: keyResult.objectiveId,
      kind: keyResult.of.kind,
      title: keyResult.title,
      owner_account_id: keyResult.ownerAccountId,
      contributors: writeIds([]),
      weight: keyResult.weight,
      dismissed_rules: dismissedRulesText(keyResult.dismissedRules),
      start_day: keyResult.startDay,
      due_day: keyResult.dueDay,
      ...ruleColumns(keyResult.rule),
      ...kindColumns(keyResult.of),
      ...Object.fromEntries(countColumns.map((column) => [column, 0])),
      credit_sum: 0,
      weight_sum: 0,
      dirty_mark: 1,
      computed_mark: 0,
      open_writes: 0,
      marked_at: 0,
      created_at: keyResult.createdAt,
      created_by: keyResult.createdBy,
      version: 1,
    };
    return insertNumbered(
      sql,
      'key_result',
      Object.keys(columns),
      Object.values(columns).map((value) => value ?? null),
    );
  },

  /** Archived ones too; null when there is none. */
  async find(id: string): Promise<KeyResultRecord | null> {
    const [row] = await sql.query(`SELECT ${keyResultColumns('k')} FROM key_result k WHERE k.id = ?`, [id]);
    return row === undefined ? null : parseKeyResult(row);
  },

  /** These, archived ones too, in no order. */
  async list(ids: readonly string[]): Promise<readonly KeyResultRecord[]> {
    if (ids.length === 0) return [];
    const rows = await sql.query(`SELECT ${keyResultColumns('k')} FROM key_result k WHERE k.id IN (${marks(ids.length)})`, ids);
    return rows.map(parseKeyResult);
  },

  /** Live key results of these objectives, in their order. */
  async listByObjectives(objectiveIds: readonly string[]): Promise<readonly KeyResultRecord[]> {
    if (objectiveIds.length === 0) return [];
    const rows = await sql.query(
      `SELECT ${keyResultColumns('k')} FROM key_result k
       WHERE k.objective_id IN (${marks(objectiveIds.length)}) AND k.archived_at IS NULL ORDER BY k.sort_rank, k.number`,
      objectiveIds,
    );
    return rows.map(parseKeyResult);
  },

  /** Edits one row if it still has this version, and marks it dirty; false when somebody else was faster. */
  async update(id: string, version: number, edit: KeyResultEdit): Promise<boolean> {
    const { sets, params } = changedColumns({
      objective_id: edit.objectiveId,
      sort_rank: edit.rank,
      title: edit.title,
      owner_account_id: edit.ownerAccountId,
      contributors: edit.contributorIds === undefined ? undefined : writeIds(edit.contributorIds),
      weight: edit.weight,
      dismissed_rules: dismissedRulesText(edit.dismissedRules),
      start_day: edit.startDay,
      due_day: edit.dueDay,
      ...ruleColumns(edit.rule),
      start_value: edit.start,
      target_value: edit.target,
      low_value: edit.low,
      high_value: edit.high,
      unit: edit.unit,
      ...valueColumns(edit.value),
      milestones: edit.milestones === undefined ? undefined : writeMilestones(edit.milestones),
      health_override: healthOverrideText(edit.healthOverride),
      change_id: edit.changeId,
    });
    const touched = await sql.run(
      `UPDATE key_result SET ${[...sets, 'version = version + 1', 'dirty_mark = dirty_mark + 1'].join(', ')}
       WHERE id = ? AND version = ? AND archived_at IS NULL`,
      [...params, id, version],
    );
    return touched === 1;
  },

  /** `at` in epoch ms. */
  async archive(id: string, version: number, { at, changeId }: { readonly at: number; readonly changeId: string }): Promise<boolean> {
    const touched = await sql.run(
      `UPDATE key_result SET archived_at = ?, change_id = ?, version = version + 1, dirty_mark = dirty_mark + 1
       WHERE id = ? AND version = ? AND archived_at IS NULL`,
      [at, changeId, id, version],
    );
    return touched === 1;
  },

  /** Takes an archived one back if it still has this version, and marks it dirty; false when somebody else was faster. */
  async restore(id: string, version: number, changeId: string): Promise<boolean> {
    const touched = await sql.run(
      `UPDATE key_result SET archived_at = NULL, change_id = ?, version = version + 1, dirty_mark = dirty_mark + 1
       WHERE id = ? AND version = ? AND archived_at IS NOT NULL`,
      [changeId, id, version],
    );
    return touched === 1;
  },

  /**
   * The live key results of cycles that are not closed that an issue is in scope of, with their objective and cycle, by number: those that a person
   * may know of, or, for nobody (null), those that are not private; and the settings of these names that have been written, as far as anything was
   * found.
   */
  async listByIssue(
    accountId: string | null,
    issueId: string,
    settingNames: readonly string[],
  ): Promise<{ readonly serving: readonly ServedKeyResult[]; readonly settings: ReadonlyMap<string, SettingRecord> }> {
    const visible: Condition = accountId === null ? { sql: 'o.private = 0', params: [] } : visibleTo(accountId, 'o');
    const rows = await sql.query(
      `SELECT ${keyResultColumns('k')}, k.forecast AS forecast, o.number AS objective_number, o.title AS objective_title, o.level AS level,
         o.home_id AS home_id, ${cycleColumns('c')},
         ${settingNames.map((_, index) => `(SELECT t.value FROM setting t WHERE t.name = ?) AS setting_${index},`).join(' ')}
         ss.id AS source_id, ss.type AS source_type, ss.issue_id AS source_issue_id, ss.jql AS source_jql,
         CASE WHEN r.objective_id IS NULL THEN 0 ELSE 1 END AS has_opened, CASE WHEN r.acknowledged_at IS NULL THEN 0 ELSE 1 END AS has_acknowledged
       FROM scope_issue si
       JOIN scope_source ss ON ss.id = si.source_id AND ss.removed_at IS NULL
       JOIN key_result k ON k.id = ss.key_result_id
       JOIN objective o ON o.id = k.objective_id
       JOIN cycle c ON c.id = o.cycle_id
       LEFT JOIN objective_reader r ON r.objective_id = o.id AND r.account_id = ?
       WHERE si.issue_id = ? AND k.archived_at IS NULL AND o.archived_at IS NULL AND c.state <> 'closed' AND ${visible.sql}
       ORDER BY k.number, ss.created_at, ss.id`,
      [...settingNames, accountId ?? '', issueId, ...visible.params],
    );
    const [first] = rows;
    const settings = settingNames.flatMap((name, index): readonly SettingRecord[] => {
      const value = first === undefined ? null : textOrNull(first, `setting_${index}`);
      return value === null ? [] : [{ name, value, changeId: null, version: 1 }];
    });
    const serving = rows.map((row) => ({
      keyResult: parseKeyResult(row),
      forecast: parseForecast(row),
      objective: {
        id: textOf(row, 'objective_id'),
        number: numberOf(row, 'objective_number'),
        title: textOf(row, 'objective_title'),
        home: parseHome(row),
      },
      cycle: parseCycle(row),
      reader: { hasOpened: flagOf(row, 'has_opened'), hasAcknowledged: flagOf(row, 'has_acknowledged') },
      source: {
        id: textOf(row, 'source_id'),
        type: wordOf(row, 'source_type', ['issue', 'children', 'jql']),
        issueId: textOrNull(row, 'source_issue_id'),
        jql: textOrNull(row, 'source_jql'),
      },
    }));
    return { serving, settings: new Map(settings.map((setting) => [setting.name, setting])) };
  },
});
