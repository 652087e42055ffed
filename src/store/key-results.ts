/**
 * Key results with what has been computed for them. Facts (title, goal, rule) and derived columns (progress, counts, current value)
 * share a row: editing facts bumps `version`, writing derived numbers does not. `dirty_mark` rises before facts change; `computed_mark` follows
 * once the numbers are right again, so a row is dirty exactly while the first is ahead of the second.
 */
import type { CountingRule, WorkCounts } from '../domain/model';
import { insertNumbered } from './numbered';
import { numberOf, numberOrNull, textOf, textOrNull, wordOf } from './row';
import type { Row, SqlClient } from './sql-client';
import { changedColumns, marks, updateEach } from './statement';

type Shared = {
  readonly id: string;
  readonly number: number;
  readonly objectiveId: string;
  readonly title: string;
  readonly ownerAccountId: string | null;
  readonly weight: number;
  readonly startDay: string | null;
  readonly dueDay: string | null;
  readonly progress: number | null;
  readonly computedAt: number | null;
  readonly archivedAt: number | null;
  readonly createdBy: string;
  readonly version: number;
};

type WorkKeyResultRecord = Shared & { readonly kind: 'work'; readonly rule: CountingRule; readonly counts: WorkCounts };

type MetricKeyResultRecord = Shared & {
  readonly kind: 'metric';
  readonly start: number;
  readonly target: number;
  readonly unit: string;
  readonly current: number | null;
  readonly currentDay: string | null;
};

export type KeyResultRecord = WorkKeyResultRecord | MetricKeyResultRecord;

export type KeyResultKind =
  | { readonly kind: 'work'; readonly rule: CountingRule }
  | { readonly kind: 'metric'; readonly start: number; readonly target: number; readonly unit: string };

export type NewKeyResult = Pick<
  Shared,
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

/** What recomputing needs to know of a key result, and how many scope rows it will have to read. */
export type RecomputeRecord = {
  readonly keyResult: KeyResultRecord;
  readonly projectId: string;
  readonly dirtyMark: number;
  readonly scopeRows: number;
  /** The check-in that says the current value: latest day, then latest entry; null when there is none. */
  readonly latest: { readonly value: number; readonly day: string } | null;
};

export type Measured = {
  readonly id: string;
  readonly progress: number | null;
  readonly counts: WorkCounts;
  readonly current: { readonly value: number; readonly day: string } | null;
};

const columnNames = [
  'id', 'number', 'objective_id', 'kind', 'title', 'owner_account_id', 'weight', 'start_day', 'due_day',
  'weight_by', 'unestimated_weight', 'in_progress_credit', 'start_value', 'target_value', 'unit', 'current_value', 'current_day',
  'progress', 'in_scope', 'counted', 'done', 'in_progress', 'cancelled', 'through_children', 'unestimated',
  'computed_at', 'archived_at', 'created_by', 'version',
] as const; // prettier-ignore

const columnsOf = (alias: string): string => columnNames.map((name) => `${alias}.${name} AS ${name}`).join(', ');

const countColumns = ['in_scope', 'counted', 'done', 'in_progress', 'cancelled', 'through_children', 'unestimated'] as const;

function parse(row: Row): KeyResultRecord {
  const shared: Shared = {
    id: textOf(row, 'id'),
    number: numberOf(row, 'number'),
    objectiveId: textOf(row, 'objective_id'),
    title: textOf(row, 'title'),
    ownerAccountId: textOrNull(row, 'owner_account_id'),
    weight: numberOf(row, 'weight'),
    startDay: textOrNull(row, 'start_day'),
    dueDay: textOrNull(row, 'due_day'),
    progress: numberOrNull(row, 'progress'),
    computedAt: numberOrNull(row, 'computed_at'),
    archivedAt: numberOrNull(row, 'archived_at'),
    createdBy: textOf(row, 'created_by'),
    version: numberOf(row, 'version'),
  };
  if (wordOf(row, 'kind', ['work', 'metric']) === 'work') {
    return {
      ...shared,
      kind: 'work',
      rule: {
        weightBy: wordOf(row, 'weight_by', ['count', 'points']),
        unestimated: numberOrNull(row, 'unestimated_weight') ?? 'leave-out',
        inProgressCredit: numberOf(row, 'in_progress_credit'),
      },
      counts: {
        inScope: numberOf(row, 'in_scope'),
        counted: numberOf(row, 'counted'),
        done: numberOf(row, 'done'),
        inProgress: numberOf(row, 'in_progress'),
        cancelled: numberOf(row, 'cancelled'),
        throughChildren: numberOf(row, 'through_children'),
        unestimated: numberOf(row, 'unestimated'),
      },
    };
  }
  return {
    ...shared,
    kind: 'metric',
    start: numberOf(row, 'start_value'),
    target: numberOf(row, 'target_value'),
    unit: textOf(row, 'unit'),
    current: numberOrNull(row, 'current_value'),
    currentDay: textOrNull(row, 'current_day'),
  };
}

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
    const [row] = await sql.query(`SELECT ${columnsOf('k')} FROM key_result k WHERE k.id = ?`, [id]);
    return row === undefined ? null : parse(row);
  },

  /** Live key results of these objectives, by number. */
  async listByObjectives(objectiveIds: readonly string[]): Promise<readonly KeyResultRecord[]> {
    if (objectiveIds.length === 0) return [];
    const rows = await sql.query(
      `SELECT ${columnsOf('k')} FROM key_result k
       WHERE k.objective_id IN (${marks(objectiveIds.length)}) AND k.archived_at IS NULL ORDER BY k.number`,
      objectiveIds,
    );
    return rows.map(parse);
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

  /** Says that the facts behind these numbers are about to change. */
  async markDirty(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await sql.run(`UPDATE key_result SET dirty_mark = dirty_mark + 1 WHERE id IN (${marks(ids.length)})`, ids);
  },

  /** At most `limit` ids of key results whose numbers may be behind their facts. */
  async listDirtyIds(limit: number): Promise<readonly string[]> {
    const rows = await sql.query(`SELECT id FROM key_result WHERE dirty_mark > computed_mark ORDER BY id LIMIT ${limit}`, []);
    return rows.map((row) => textOf(row, 'id'));
  },

  /** These key results, archived ones too, by id. */
  async listForRecompute(ids: readonly string[]): Promise<readonly RecomputeRecord[]> {
    if (ids.length === 0) return [];
    const latest = (column: string): string =>
      `(SELECT c.${column} FROM check_in c WHERE c.key_result_id = k.id ORDER BY c.day DESC, c.created_at DESC, c.id DESC LIMIT 1)`;
    const rows = await sql.query(
      `SELECT ${columnsOf('k')}, o.project_id AS project_id, k.dirty_mark AS dirty_mark,
         (SELECT COUNT(*) FROM scope_issue s WHERE s.key_result_id = k.id) AS scope_rows,
         ${latest('value')} AS latest_value, ${latest('day')} AS latest_day
       FROM key_result k JOIN objective o ON o.id = k.objective_id WHERE k.id IN (${marks(ids.length)}) ORDER BY k.id`,
      ids,
    );
    return rows.map((row) => {
      const value = numberOrNull(row, 'latest_value');
      return {
        keyResult: parse(row),
        projectId: textOf(row, 'project_id'),
        dirtyMark: numberOf(row, 'dirty_mark'),
        scopeRows: numberOf(row, 'scope_rows'),
        latest: value === null ? null : { value, day: textOf(row, 'latest_day') },
      };
    });
  },

  /** Writes what was computed; `computed_at` in epoch ms. Does not clear the marks: the objectives above come first. */
  async writeMeasures(measured: readonly Measured[], at: number): Promise<void> {
    if (measured.length === 0) return;
    const { statement, params } = updateEach(
      'key_result',
      ['progress', ...countColumns, 'current_value', 'current_day', 'computed_at'],
      measured.map(({ id, progress, counts, current }) => ({
        id,
        values: [
          progress,
          counts.inScope,
          counts.counted,
          counts.done,
          counts.inProgress,
          counts.cancelled,
          counts.throughChildren,
          counts.unestimated,
          current?.value ?? null,
          current?.day ?? null,
          at,
        ],
      })),
    );
    await sql.run(statement, params);
  },

  /** Marks as computed up to the dirty mark that was read before computing; a mark that has risen since stays dirty. */
  async clearMarks(computed: readonly { readonly id: string; readonly dirtyMark: number }[]): Promise<void> {
    if (computed.length === 0) return;
    const { statement, params } = updateEach(
      'key_result',
      ['computed_mark'],
      computed.map(({ id, dirtyMark }) => ({ id, values: [dirtyMark] })),
    );
    await sql.run(statement, params);
  },

  /** Says that every number that is not behind its facts was true at this moment (epoch ms): the facts have just been held against Jira. */
  async confirm(at: number): Promise<void> {
    await sql.run('UPDATE key_result SET computed_at = ? WHERE archived_at IS NULL AND dirty_mark = computed_mark AND computed_at < ?', [
      at,
      at,
    ]);
  },

  /** Weight and progress of the live key results under these objectives, for the roll-up. */
  async listParts(
    objectiveIds: readonly string[],
  ): Promise<readonly { readonly objectiveId: string; readonly weight: number; readonly progress: number | null }[]> {
    if (objectiveIds.length === 0) return [];
    const rows = await sql.query(
      `SELECT objective_id, weight, progress FROM key_result WHERE objective_id IN (${marks(objectiveIds.length)}) AND archived_at IS NULL`,
      objectiveIds,
    );
    return rows.map((row) => ({
      objectiveId: textOf(row, 'objective_id'),
      weight: numberOf(row, 'weight'),
      progress: numberOrNull(row, 'progress'),
    }));
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
      `SELECT ${columnsOf('k')}, o.number AS objective_number, o.title AS objective_title, o.project_id AS project_id,
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
      keyResult: parse(row),
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
