/**
 * The close of objectives: what was said of each, saved in one statement under its version, and where copies of them went. What of it a report
 * needs besides is cycle-reports.ts.
 */
import { closingText } from './closing-text';
import type { GradedRecord } from './objective-row';
import { numberOf, textOf } from './row';
import type { SqlClient } from './sql-client';
import { visibleTo } from './visible';

export type CopyRecord = {
  readonly fromId: string;
  readonly id: string;
  readonly number: number;
  readonly cycleId: string;
  readonly cycleName: string;
};

export const createClosingStore = (sql: SqlClient) => ({
  /** False when somebody else was faster. The number does not follow, so no mark rises. */
  async save(
    objectiveId: string,
    version: number,
    { grade, at, byAccountId, changeId, ...closing }: GradedRecord & { readonly changeId: string },
  ): Promise<boolean> {
    const touched = await sql.run(
      `UPDATE objective SET grade = ?, closing = ?, graded_at = ?, graded_by = ?, change_id = ?, version = version + 1
       WHERE id = ? AND version = ? AND archived_at IS NULL`,
      [grade, closingText(closing), at, byAccountId, changeId, objectiveId, version],
    );
    return touched === 1;
  },

  /** Live copies of a cycle's objectives in other cycles that the person may know of, by number. */
  async listCopies(accountId: string, cycleId: string): Promise<readonly CopyRecord[]> {
    const visible = visibleTo(accountId, 'c');
    const rows = await sql.query(
      `SELECT c.copied_from_id AS from_id, c.id AS id, c.number AS number, c.cycle_id AS cycle_id, y.name AS cycle_name
       FROM objective c JOIN objective o ON o.id = c.copied_from_id JOIN cycle y ON y.id = c.cycle_id
       WHERE o.cycle_id = ? AND c.cycle_id <> o.cycle_id AND c.archived_at IS NULL AND ${visible.sql} ORDER BY c.number`,
      [cycleId, ...visible.params],
    );
    return rows.map((row) => ({
      fromId: textOf(row, 'from_id'),
      id: textOf(row, 'id'),
      number: numberOf(row, 'number'),
      cycleId: textOf(row, 'cycle_id'),
      cycleName: textOf(row, 'cycle_name'),
    }));
  },
});
