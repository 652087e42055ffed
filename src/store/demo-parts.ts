/**
 * The rows of the demo set: whoever asks knows the ids of its cycles, groups and objectives, which were settled before any of them was made.
 * Removing takes everything that hangs off an objective along, and nothing else.
 */
import { textOf, wordOf } from './row';
import type { SqlClient } from './sql-client';
import { marks } from './statement';

const types = ['cycle', 'group', 'objective'] as const;
export type DemoPart = { readonly id: string; readonly type: (typeof types)[number] };

/** Tables whose rows are of a key result, and by which column. */
export const ofKeyResults = [
  ['scope_issue', 'key_result_id'],
  ['scope_source', 'key_result_id'],
  ['scope_stay', 'key_result_id'],
  ['value_reading', 'key_result_id'],
  ['pending_history', 'key_result_id'],
  ['comment', 'key_result_id'],
  ['snapshot', 'subject_id'],
  ['plan_change', 'subject_id'],
  ['inbox_item', 'subject_id'],
  ['check_in', 'key_result_id'],
] as const;

/** Tables whose rows are of an objective, and by which column. */
export const ofObjectives = [
  ['comment', 'subject_id'],
  ['snapshot', 'subject_id'],
  ['plan_change', 'subject_id'],
  ['inbox_item', 'subject_id'],
  ['radar_week', 'subject_id'],
  ['objective_reader', 'objective_id'],
  ['vote_round', 'objective_id'],
] as const;

/** Tables whose rows are of a cycle, objectives apart, and by which column. */
export const ofCycles = [
  ['coverage', 'cycle_id'],
  ['radar_week', 'cycle_id'],
  ['inbox_item', 'subject_id'],
  ['plan_change', 'subject_id'],
] as const;

export const createDemoPartStore = (sql: SqlClient) => ({
  /**
   * What is there of these parts: objectives first, then cycles and groups, by id. A cycle or a group in which other objectives are is theirs by now
   * and no part any more.
   */
  async list(parts: readonly DemoPart[]): Promise<readonly DemoPart[]> {
    if (parts.length === 0) return [];
    const ids = parts.map(({ id }) => id);
    const those = `(${marks(ids.length)})`;
    const rows = await sql.query(
      `SELECT o.id AS id, 'objective' AS type, 1 AS part_order FROM objective o WHERE o.id IN ${those}
       UNION ALL SELECT c.id AS id, 'cycle' AS type, 2 AS part_order FROM cycle c WHERE c.id IN ${those}
         AND NOT EXISTS (SELECT 1 FROM objective co WHERE co.cycle_id = c.id AND co.id NOT IN ${those})
       UNION ALL SELECT g.id AS id, 'group' AS type, 3 AS part_order FROM okr_group g WHERE g.id IN ${those}
         AND NOT EXISTS (SELECT 1 FROM objective go WHERE go.level = 'group' AND go.home_id = g.id AND go.id NOT IN ${those})
       ORDER BY part_order, id`,
      [...ids, ...ids, ...ids, ...ids, ...ids],
    );
    return rows.map((row) => ({ id: textOf(row, 'id'), type: wordOf(row, 'type', types) }));
  },

  /** Takes the alignment to this objective away from those that are none of these parts. */
  async detachOthers(objectiveId: string, parts: readonly DemoPart[]): Promise<void> {
    await sql.run(
      `UPDATE objective SET parent_id = NULL, version = version + 1, roll_mark = roll_mark + 1
       WHERE parent_id = ? AND id NOT IN (${marks(parts.length)})`,
      [objectiveId, ...parts.map(({ id }) => id)],
    );
  },

  /** Key results of this objective, archived ones too, by id. */
  async listKeyResultIds(objectiveId: string): Promise<readonly string[]> {
    const rows = await sql.query('SELECT id FROM key_result WHERE objective_id = ? ORDER BY id', [objectiveId]);
    return rows.map((row) => textOf(row, 'id'));
  },

  /** Removes an archived objective with everything that hangs off it; its row last. */
  async removeObjective(objectiveId: string, keyResultIds: readonly string[]): Promise<void> {
    if (keyResultIds.length > 0) {
      for (const [table, column] of ofKeyResults)
        await sql.run(`DELETE FROM ${table} WHERE ${column} IN (${marks(keyResultIds.length)})`, keyResultIds);
      await sql.run(`DELETE FROM key_result WHERE id IN (${marks(keyResultIds.length)})`, keyResultIds);
    }
    const rounds = '(SELECT r.id FROM vote_round r WHERE r.objective_id = ?)';
    await sql.run(`DELETE FROM confidence_vote WHERE round_id IN ${rounds}`, [objectiveId]);
    await sql.run(`DELETE FROM inbox_item WHERE subject_id IN ${rounds}`, [objectiveId]);
    for (const [table, column] of ofObjectives) await sql.run(`DELETE FROM ${table} WHERE ${column} = ?`, [objectiveId]);
    await sql.run('DELETE FROM objective WHERE id = ?', [objectiveId]);
  },

  /** Removes a group or a cycle, unless somebody's objective is in it: then it stays as theirs. */
  async removePlace({ id, type }: DemoPart): Promise<void> {
    if (type === 'group')
      await sql.run(
        "DELETE FROM okr_group WHERE id = ? AND NOT EXISTS (SELECT 1 FROM objective o WHERE o.level = 'group' AND o.home_id = ?)",
        [id, id],
      );
    else await sql.run('DELETE FROM cycle WHERE id = ? AND NOT EXISTS (SELECT 1 FROM objective o WHERE o.cycle_id = ?)', [id, id]);
    for (const [table, column] of type === 'cycle' ? ofCycles : [])
      await sql.run(`DELETE FROM ${table} WHERE ${column} = ? AND NOT EXISTS (SELECT 1 FROM cycle c WHERE c.id = ?)`, [id, id]);
  },
});
