/**
 * Copies of objectives with their key results and sources, made inside the database. Key results and sources come first and belong to nothing; the
 * objectives, all in one statement, are the commit. What belongs to nothing for long is a leftover for the recovery pass.
 * Never copied: numbers, days, check-ins, reached milestones, overrides, and what was changed when.
 */
import type { Home } from '../domain/home';
import { RANK_GAP } from '../domain/rank';
import { alignmentColumns, type AlignmentRecord } from './alignment-columns';
import { homeIdOf } from './home-columns';
import { writeIds } from './id-list';
import { countColumns } from './key-result-row';
import { isSqlError, type SqlClient, type SqlValue } from './sql-client';
import { chunksOf, marks } from './statement';

export type ObjectiveCopy = {
  readonly fromId: string;
  readonly id: string;
  readonly home: Home;
  readonly alignment: AlignmentRecord | null;
  readonly audience: readonly string[] | null;
};

export type KeyResultCopy = {
  readonly fromId: string;
  readonly id: string;
  readonly objectiveId: string;
  /** Its own dates go with it. */
  readonly keepsDates: boolean;
  readonly valueSourceId: string | null;
  /** As written by milestones.ts. */
  readonly milestones: string;
};

export type SourceCopy = { readonly fromId: string; readonly id: string; readonly keyResultId: string };

type By = { readonly accountId: string; readonly at: number };

const ATTEMPTS = 8;
/** Each takes a dozen parameters. */
const KEY_RESULTS_AT_ONCE = 200;

/** `CASE column WHEN … THEN … END`: another value for each row. */
function each<T extends { readonly fromId: string }>(
  column: string,
  rows: readonly T[],
  value: (row: T, index: number) => SqlValue,
): { readonly sql: string; readonly params: readonly SqlValue[] } {
  return {
    sql: `CASE ${column} ${rows.map(() => 'WHEN ? THEN ?').join(' ')} END`,
    params: rows.flatMap((row, index) => [row.fromId, value(row, index)]),
  };
}

/** A column of the copy: from the original as it is, or otherwise. */
type Column = readonly [name: string, value?: { readonly sql: string; readonly params: readonly SqlValue[] }];

const fixed = (value: SqlValue) => ({ sql: '?', params: [value] });
const own = (...names: readonly string[]): readonly Column[] => names.map((name) => [name]);

export const createCopyStore = (sql: SqlClient) => {
  /** Inserts numbered rows made from others, again when numbers collide; rows that are there already were inserted by an earlier try. */
  async function insertFrom(
    table: 'objective' | 'key_result',
    rows: readonly { readonly fromId: string; readonly id: string }[],
    columns: readonly Column[],
  ): Promise<void> {
    const ids = rows.map(({ id }) => id);
    const statement = `INSERT INTO ${table} (${columns.map(([name]) => name).join(', ')})
      SELECT ${columns.map(([name, value]) => value?.sql ?? `f.${name}`).join(', ')}
      FROM ${table} f JOIN (SELECT COALESCE(MAX(number), 0) AS number, COALESCE(MAX(sort_rank), 0) AS sort_rank FROM ${table}) top ON 1 = 1
      WHERE f.id IN (${marks(rows.length)})`;
    const params = [...columns.flatMap(([, value]) => value?.params ?? []), ...rows.map(({ fromId }) => fromId)];
    for (let attempt = 1; ; attempt += 1) {
      try {
        await sql.run(statement, params);
        return;
      } catch (error) {
        if (!isSqlError(error, 'duplicate-key')) throw error;
        const existing = await sql.query(`SELECT id FROM ${table} WHERE id IN (${marks(ids.length)})`, ids);
        if (existing.length === ids.length) return;
        if (attempt === ATTEMPTS) throw error;
      }
    }
  }

  return {
    async addKeyResults(copies: readonly KeyResultCopy[], by: By): Promise<void> {
      for (const rows of chunksOf(copies, KEY_RESULTS_AT_ONCE)) {
        const per = (value: (row: KeyResultCopy, index: number) => SqlValue) => each('f.id', rows, value);
        const nth = per((_, index) => index + 1);
        const keeps = per(({ keepsDates }) => (keepsDates ? 1 : 0));
        await insertFrom('key_result', rows, [
          ['number', { sql: `top.number + ${nth.sql}`, params: nth.params }],
          ['id', per(({ id }) => id)],
          ['objective_id', per(({ objectiveId }) => objectiveId)],
          ['value_source_id', per(({ valueSourceId }) => valueSourceId)],
          ['milestones', per(({ milestones }) => milestones)],
          ['start_day', { sql: `CASE WHEN ${keeps.sql} = 1 THEN f.start_day END`, params: keeps.params }],
          ['due_day', { sql: `CASE WHEN ${keeps.sql} = 1 THEN f.due_day END`, params: keeps.params }],
          ...own('sort_rank', 'kind', 'title', 'owner_account_id', 'contributors', 'weight', 'dismissed_rules'),
          ...own('weight_by', 'weight_field', 'unestimated_weight', 'in_progress_credit', 'wanted', 'shared'),
          ...own('start_value', 'target_value', 'low_value', 'high_value', 'unit', 'value_measure', 'value_jql', 'value_field'),
          ...[...countColumns, 'credit_sum', 'weight_sum', 'computed_mark', 'open_writes', 'marked_at'].map((name): Column => [
            name,
            fixed(0),
          ]),
          ['dirty_mark', fixed(1)],
          ['created_at', fixed(by.at)],
          ['created_by', fixed(by.accountId)],
          ['version', fixed(1)],
        ]);
      }
    },

    /** With the issues they bring; `listed_at` is long ago, so that they are compared with Jira first. */
    async addSources(copies: readonly SourceCopy[], by: By): Promise<void> {
      for (const rows of chunksOf(copies, KEY_RESULTS_AT_ONCE)) {
        const ids = rows.map(({ fromId }) => fromId);
        const perSource = (column: string, value: (row: SourceCopy) => SqlValue) => each(column, rows, value);
        const [member, memberOf] = [perSource('i.source_id', ({ id }) => id), perSource('i.source_id', ({ keyResultId }) => keyResultId)];
        await sql.run(
          `REPLACE INTO scope_issue (source_id, issue_id, key_result_id, added_at)
           SELECT ${member.sql}, i.issue_id, ${memberOf.sql}, ? FROM scope_issue i WHERE i.source_id IN (${marks(ids.length)})`,
          [...member.params, ...memberOf.params, by.at, ...ids],
        );
        const [source, of] = [perSource('s.id', ({ id }) => id), perSource('s.id', ({ keyResultId }) => keyResultId)];
        await sql.run(
          `REPLACE INTO scope_source (id, key_result_id, type, issue_id, jql, created_at, created_by, listed_at)
           SELECT ${source.sql}, ${of.sql}, s.type, s.issue_id, s.jql, ?, ?, 0 FROM scope_source s WHERE s.id IN (${marks(ids.length)})`,
          [...source.params, ...of.params, by.at, by.accountId, ...ids],
        );
      }
    },

    /** The commit: all of them or none. They stand last, in the order given. */
    async addObjectives(copies: readonly ObjectiveCopy[], cycleId: string, by: By): Promise<void> {
      const per = (value: (row: ObjectiveCopy, index: number) => SqlValue) => each('f.id', copies, value);
      const nth = per((_, index) => index + 1);
      await insertFrom('objective', copies, [
        ['number', { sql: `top.number + ${nth.sql}`, params: nth.params }],
        ['sort_rank', { sql: `top.sort_rank + ${RANK_GAP} * ${nth.sql}`, params: nth.params }],
        ['id', per(({ id }) => id)],
        ['level', per(({ home }) => home.level)],
        ['home_id', per(({ home }) => homeIdOf(home))],
        ['cycle_id', fixed(cycleId)],
        ...Object.keys(alignmentColumns(null)).map((name): Column => [
          name,
          per(({ alignment }) => alignmentColumns(alignment)[name] ?? null),
        ]),
        ['audience', per(({ audience }) => writeIds(audience ?? []))],
        ['copied_from_id', { sql: 'f.id', params: [] }],
        ...own('title', 'description', 'owner_account_id', 'contributors', 'private', 'weight', 'ambition', 'dismissed_rules', 'roll_up'),
        ...['measured', 'parts', 'rolled_mark'].map((name): Column => [name, fixed(0)]),
        ['roll_mark', fixed(1)],
        ['created_at', fixed(by.at)],
        ['created_by', fixed(by.accountId)],
        ['version', fixed(1)],
      ]);
    },

    /** Removes key results of these objectives that never came to be: an earlier try was cut off. */
    async removeUnfinished(objectiveIds: readonly string[]): Promise<void> {
      await sql.run(
        `DELETE FROM key_result WHERE objective_id IN (${marks(objectiveIds.length)})
         AND NOT EXISTS (SELECT 1 FROM objective o WHERE o.id = key_result.objective_id)`,
        objectiveIds,
      );
    },

    /** Removes key results without an objective and sources without a key result, written before `before` (epoch ms). */
    async removeLeftovers(before: number): Promise<void> {
      await sql.run(
        `DELETE FROM key_result WHERE created_at < ? AND NOT EXISTS (SELECT 1 FROM objective o WHERE o.id = key_result.objective_id)`,
        [before],
      );
      await sql.run(
        `DELETE FROM scope_source WHERE created_at < ? AND NOT EXISTS (SELECT 1 FROM key_result k WHERE k.id = scope_source.key_result_id)`,
        [before],
      );
    },
  };
};
