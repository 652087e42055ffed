/**
 * Key results as people write them: titles, owners, goals, rules. Every edit bumps `version`, and marks the row dirty because the number
 * may follow; the numbers themselves are key-result-numbers.ts.
 */
import type { CountingRule } from '../domain/model';
import { countColumns, keyResultColumns, parseKeyResult, type KeyResultRecord } from './key-result-row';
import { insertNumbered } from './numbered';
import { numberOf, textOf, textOrNull, wordOf } from './row';
import type { SqlClient } from './sql-client';
import { changedColumns, marks } from './statement';

export type KeyResultKind =
  | { readonly kind: 'work'; readonly rule: CountingRule }
  | { readonly kind: 'metric'; readonly start: number; readonly target: number; readonly unit: string };

export type NewKeyResult = Pick<
  KeyResultRecord,
  'id' | 'objectiveId' | 'title' | 'ownerAccountId' | 'weight' | 'startDay' | 'dueDay' | 'createdBy'
> & {
  readonly createdAt: number;
  readonly of: KeyResultKind;
};

export type KeyResultEdit = {
  readonly title?: string | undefined;
  readonly ownerAccountId?: string | null | undefined;
  readonly weight?: number | undefined;
  readonly startDay?: string | null | undefined;
  readonly dueDay?: string | null | undefined;
  readonly rule?: CountingRule | undefined;
  readonly start?: number | undefined;
  readonly target?: number | undefined;
  readonly unit?: string | undefined;
};

const ruleColumns = (rule: CountingRule | undefined) => ({
  weight_by: rule?.weightBy,
  unestimated_weight: rule === undefined ? undefined : rule.unestimated === 'leave-out' ? null : rule.unestimated,
  in_progress_credit: rule?.inProgressCredit,
});

/** The rule columns of a metric key result carry this; nothing reads it. */
const noRule: CountingRule = { weightBy: 'count', unestimated: 'leave-out', inProgressCredit: 0 };

export const createKeyResultStore = (sql: SqlClient) => ({
  /** False when a key result with this id exists already; then nothing was written. It starts dirty. */
  insert(keyResult: NewKeyResult): Promise<boolean> {
    const rule = ruleColumns(keyResult.of.kind === 'work' ? keyResult.of.rule : noRule);
    const goal = keyResult.of.kind === 'metric' ? keyResult.of : null;
    return insertNumbered(
      sql,
      'key_result',
      [
        'id', 'objective_id', 'kind', 'title', 'owner_account_id', 'weight', 'start_day', 'due_day',
        'weight_by', 'unestimated_weight', 'in_progress_credit', 'start_value', 'target_value', 'unit',
        ...countColumns, 'dirty_mark', 'computed_mark', 'created_at', 'created_by', 'version',
      ], // prettier-ignore
      [
        keyResult.id,
        keyResult.objectiveId,
        keyResult.of.kind,
        keyResult.title,
        keyResult.ownerAccountId,
        keyResult.weight,
        keyResult.startDay,
        keyResult.dueDay,
        rule.weight_by ?? null,
        rule.unestimated_weight ?? null,
        rule.in_progress_credit ?? null,
        goal?.start ?? null,
        goal?.target ?? null,
        goal?.unit ?? '',
        ...countColumns.map(() => 0),
        1,
        0,
        keyResult.createdAt,
        keyResult.createdBy,
        1,
      ],
    );
  },

  /** Archived ones too; null when there is none. */
  async find(id: string): Promise<KeyResultRecord | null> {
    const [row] = await sql.query(`SELECT ${keyResultColumns('k')} FROM key_result k WHERE k.id = ?`, [id]);
    return row === undefined ? null : parseKeyResult(row);
  },

  /** Live key results of these objectives, by number. */
  async listByObjectives(objectiveIds: readonly string[]): Promise<readonly KeyResultRecord[]> {
    if (objectiveIds.length === 0) return [];
    const rows = await sql.query(
      `SELECT ${keyResultColumns('k')} FROM key_result k
       WHERE k.objective_id IN (${marks(objectiveIds.length)}) AND k.archived_at IS NULL ORDER BY k.number`,
      objectiveIds,
    );
    return rows.map(parseKeyResult);
  },

  /** Edits one row if it still has this version, and marks it dirty; false when somebody else was faster. */
  async update(id: string, version: number, edit: KeyResultEdit): Promise<boolean> {
    const { sets, params } = changedColumns({
      title: edit.title,
      owner_account_id: edit.ownerAccountId,
      weight: edit.weight,
      start_day: edit.startDay,
      due_day: edit.dueDay,
      ...ruleColumns(edit.rule),
      start_value: edit.start,
      target_value: edit.target,
      unit: edit.unit,
    });
    const touched = await sql.run(
      `UPDATE key_result SET ${[...sets, 'version = version + 1', 'dirty_mark = dirty_mark + 1'].join(', ')}
       WHERE id = ? AND version = ? AND archived_at IS NULL`,
      [...params, id, version],
    );
    return touched === 1;
  },

  async archive(id: string, version: number, at: number): Promise<boolean> {
    const touched = await sql.run(
      `UPDATE key_result SET archived_at = ?, version = version + 1, dirty_mark = dirty_mark + 1
       WHERE id = ? AND version = ? AND archived_at IS NULL`,
      [at, id, version],
    );
    return touched === 1;
  },

  /** The live key results an issue is in scope of, with their objective and cycle, by number. */
  async listByIssue(issueId: string): Promise<
    readonly {
      readonly keyResult: KeyResultRecord;
      readonly objective: { readonly id: string; readonly number: number; readonly title: string; readonly projectId: string };
      readonly cycle: { readonly id: string; readonly name: string; readonly startDay: string; readonly endDay: string };
      readonly source: {
        readonly id: string;
        readonly type: 'issue' | 'children' | 'jql';
        readonly issueId: string | null;
        readonly jql: string | null;
      };
    }[]
  > {
    const rows = await sql.query(
      `SELECT ${keyResultColumns('k')}, o.number AS objective_number, o.title AS objective_title, o.project_id AS project_id,
         c.id AS cycle_id, c.name AS cycle_name, c.start_day AS cycle_start_day, c.end_day AS cycle_end_day,
         ss.id AS source_id, ss.type AS source_type, ss.issue_id AS source_issue_id, ss.jql AS source_jql
       FROM scope_issue si
       JOIN scope_source ss ON ss.id = si.source_id
       JOIN key_result k ON k.id = ss.key_result_id
       JOIN objective o ON o.id = k.objective_id
       JOIN cycle c ON c.id = o.cycle_id
       WHERE si.issue_id = ? AND k.archived_at IS NULL AND o.archived_at IS NULL
       ORDER BY k.number, ss.created_at, ss.id`,
      [issueId],
    );
    return rows.map((row) => ({
      keyResult: parseKeyResult(row),
      objective: {
        id: textOf(row, 'objective_id'),
        number: numberOf(row, 'objective_number'),
        title: textOf(row, 'objective_title'),
        projectId: textOf(row, 'project_id'),
      },
      cycle: {
        id: textOf(row, 'cycle_id'),
        name: textOf(row, 'cycle_name'),
        startDay: textOf(row, 'cycle_start_day'),
        endDay: textOf(row, 'cycle_end_day'),
      },
      source: {
        id: textOf(row, 'source_id'),
        type: wordOf(row, 'source_type', ['issue', 'children', 'jql']),
        issueId: textOrNull(row, 'source_issue_id'),
        jql: textOrNull(row, 'source_jql'),
      },
    }));
  },
});
