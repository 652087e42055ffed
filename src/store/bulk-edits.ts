/**
 * The same change of many objectives or of many key results in one statement, each under its own version and with its own record of the change. Who
 * was too late is found by reading back whose record a row names. Archiving and taking back go the same way.
 */
import { alignmentColumns } from './alignment-columns';
import { numberOf, textOf, textOrNull } from './row';
import type { SqlClient, SqlValue } from './sql-client';
import { changedColumns, marks } from './statement';

export type BulkRow = { readonly id: string; readonly version: number; readonly changeId: string };

type Subject = 'objective' | 'key-result';

export type BulkEdit = {
  readonly ownerAccountId?: string | null | undefined;
  /** Of key results. */
  readonly dueDay?: string | null | undefined;
  /** Of objectives, as the one that follows. */
  readonly cycleId?: string | undefined;
  readonly alignment?: null | undefined;
  /** Epoch ms; null takes back what is archived. */
  readonly archivedAt?: number | null | undefined;
};

const tables = { objective: 'objective', 'key-result': 'key_result' } as const;
/** What rises with every change, because the number may follow. */
const raised = { objective: 'roll_mark', 'key-result': 'dirty_mark' } as const;

export const createBulkEditStore = (sql: SqlClient) => ({
  /** Edits the rows that still have their version; answers the new versions of those that it has changed, now or in an earlier try, by id. */
  async run(of: Subject, rows: readonly BulkRow[], edit: BulkEdit): Promise<ReadonlyMap<string, number>> {
    if (rows.length === 0) return new Map();
    const { sets, params } = changedColumns({
      owner_account_id: edit.ownerAccountId,
      due_day: edit.dueDay,
      cycle_id: edit.cycleId,
      ...(edit.alignment === null ? alignmentColumns(null) : {}),
      archived_at: edit.archivedAt,
    });
    const each = `CASE id ${rows.map(() => 'WHEN ? THEN ?').join(' ')} END`;
    const eachOf = (value: (row: BulkRow) => SqlValue): readonly SqlValue[] => rows.flatMap((row) => [row.id, value(row)]);
    const ids = rows.map(({ id }) => id);
    await sql.run(
      `UPDATE ${tables[of]} SET ${[...sets, 'version = version + 1', `${raised[of]} = ${raised[of]} + 1`, `change_id = ${each}`].join(', ')}
       WHERE id IN (${marks(ids.length)}) AND version = ${each} AND archived_at IS ${edit.archivedAt === null ? 'NOT NULL' : 'NULL'}`,
      [...params, ...eachOf(({ changeId }) => changeId), ...ids, ...eachOf(({ version }) => version)],
    );
    const found = await sql.query(`SELECT id, version, change_id FROM ${tables[of]} WHERE id IN (${marks(ids.length)})`, ids);
    const changes = new Map(rows.map(({ id, changeId }) => [id, changeId]));
    return new Map(
      found
        .filter((row) => changes.get(textOf(row, 'id')) === textOrNull(row, 'change_id'))
        .map((row) => [textOf(row, 'id'), numberOf(row, 'version')]),
    );
  },
});
