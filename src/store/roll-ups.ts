/**
 * The numbers of objectives: rolled up from key results and aligned objectives, so that writing them leaves `version` alone. `roll_mark`
 * rises whenever something below has a new number; `rolled_mark` follows once the objective and everything above it is right again. What was
 * read under an older mark is never written over what was read under a newer one.
 * A private objective enters no other number, and none enters its own: whoever saw the parent could work the child out.
 */
import { countsAbove, joinAbove } from './join-above';
import { numberOf, numberOrNull, textOf, textOrNull } from './row';
import type { SqlClient } from './sql-client';
import { marks, updateEach } from './statement';

/** What rolls up: a key result, or an aligned objective with an override that may hold. */
export type PartRecord = {
  readonly weight: number;
  readonly progress: number | null;
  readonly override: { readonly progress: number; readonly untilDay: string } | null;
  /** The day an aligned objective's cycle was closed, on which it stands still. */
  readonly closedDay: string | null;
};

/** An objective with what rolls up into it, and the mark it was read under. */
export type RollUpRecord = { readonly id: string; readonly rollMark: number; readonly parts: readonly PartRecord[] };

export type RolledUp = {
  readonly id: string;
  readonly rollMark: number;
  readonly progress: number | null;
  readonly measured: number;
  readonly total: number;
};

export const createRollUpStore = (sql: SqlClient) => ({
  /** Says that what rolls up into these objectives has new numbers; comes after those are written. */
  async mark(objectiveIds: readonly string[]): Promise<void> {
    if (objectiveIds.length === 0) return;
    await sql.run(`UPDATE objective SET roll_mark = roll_mark + 1 WHERE id IN (${marks(objectiveIds.length)})`, objectiveIds);
  },

  /** What rolls up into these objectives, by objective. Archived parts are left out, and aligned objectives where the objective does not ask for them. */
  async list(objectiveIds: readonly string[]): Promise<readonly RollUpRecord[]> {
    if (objectiveIds.length === 0) return [];
    const ids = marks(objectiveIds.length);
    const rows = await sql.query(
      `SELECT o.id AS id, o.roll_mark AS roll_mark, p.weight AS weight, p.progress AS progress,
         p.override_progress AS override_progress, p.override_until AS override_until, p.closed_day AS closed_day
       FROM objective o LEFT JOIN (
         SELECT k.objective_id AS of_id, 0 AS kind, k.number AS number, k.weight AS weight, k.progress AS progress,
           NULL AS override_progress, NULL AS override_until, NULL AS closed_day
         FROM key_result k WHERE k.objective_id IN (${ids}) AND k.archived_at IS NULL
         UNION ALL
         SELECT c.parent_id AS of_id, 1 AS kind, c.number AS number, c.weight AS weight, c.progress AS progress,
           c.override_progress AS override_progress, c.override_until AS override_until, cc.closed_day AS closed_day
         FROM objective c ${joinAbove}
         WHERE c.parent_id IN (${ids}) AND ${countsAbove} AND c.archived_at IS NULL
       ) p ON p.of_id = o.id
       WHERE o.id IN (${ids}) ORDER BY o.id, p.kind, p.number`,
      [...objectiveIds, ...objectiveIds, ...objectiveIds],
    );
    const objectives = new Map<string, { id: string; rollMark: number; parts: PartRecord[] }>();
    for (const row of rows) {
      const id = textOf(row, 'id');
      const objective = objectives.get(id) ?? { id, rollMark: numberOf(row, 'roll_mark'), parts: [] };
      objectives.set(id, objective);
      const weight = numberOrNull(row, 'weight');
      if (weight === null) continue;
      const override = numberOrNull(row, 'override_progress');
      objective.parts.push({
        weight,
        progress: numberOrNull(row, 'progress'),
        override: override === null ? null : { progress: override, untilDay: textOf(row, 'override_until') },
        closedDay: textOrNull(row, 'closed_day'),
      });
    }
    return [...objectives.values()];
  },

  /** Says that objectives that count others may count them otherwise: which cycles enclose which has changed. */
  async markCounting(): Promise<void> {
    await sql.run(`UPDATE objective SET roll_mark = roll_mark + 1 WHERE roll_up = 'with-children'`, []);
  },

  /** Writes rolled-up numbers, except where something below has got a new one since it was read. */
  async write(rows: readonly RolledUp[]): Promise<void> {
    if (rows.length === 0) return;
    const { statement, params } = updateEach(
      'objective',
      ['progress', 'measured', 'parts'],
      rows.map(({ id, rollMark, progress, measured, total }) => ({ id, readWith: rollMark, values: [progress, measured, total] })),
      'roll_mark',
    );
    await sql.run(statement, params);
  },

  /** The objectives that these roll up into, ascending; also where a part has become private, for it is to be taken out. */
  async listAbove(objectiveIds: readonly string[]): Promise<readonly string[]> {
    if (objectiveIds.length === 0) return [];
    const rows = await sql.query(
      `SELECT DISTINCT above.id AS id FROM objective c ${joinAbove}
       WHERE c.id IN (${marks(objectiveIds.length)}) ORDER BY above.id`,
      objectiveIds,
    );
    return rows.map((row) => textOf(row, 'id'));
  },

  /** Marks as rolled up what is still under the mark it was read with; comes when everything above is written too. */
  async clear(rows: readonly { readonly id: string; readonly rollMark: number }[]): Promise<void> {
    if (rows.length === 0) return;
    const read = `CASE id ${rows.map(() => 'WHEN ? THEN ?').join(' ')} END`;
    await sql.run(`UPDATE objective SET rolled_mark = roll_mark WHERE id IN (${marks(rows.length)}) AND roll_mark = ${read}`, [
      ...rows.map(({ id }) => id),
      ...rows.flatMap(({ id, rollMark }) => [id, rollMark]),
    ]);
  },

  /** At most `limit` objectives after `afterId` that may be behind what is below them, ascending. */
  async listUnrolled(afterId: string, limit: number): Promise<readonly string[]> {
    const rows = await sql.query(`SELECT id FROM objective WHERE id > ? AND roll_mark > rolled_mark ORDER BY id LIMIT ${limit}`, [afterId]);
    return rows.map((row) => textOf(row, 'id'));
  },

  /** Takes away the overrides that held through a day before `today`, and marks their objectives; in closed cycles they stay. */
  async endOverrides(today: string): Promise<void> {
    await sql.run(
      `UPDATE objective SET override_progress = NULL, override_reason = NULL, override_until = NULL, override_by = NULL,
         roll_mark = roll_mark + 1
       WHERE override_until < ? AND NOT EXISTS (SELECT 1 FROM cycle c WHERE c.id = objective.cycle_id AND c.state = 'closed')`,
      [today],
    );
  },

  /** The projects these objectives are in, ascending. */
  async listProjectIds(objectiveIds: readonly string[]): Promise<readonly string[]> {
    if (objectiveIds.length === 0) return [];
    const rows = await sql.query(
      `SELECT DISTINCT home_id FROM objective WHERE level = 'project' AND id IN (${marks(objectiveIds.length)}) ORDER BY home_id`,
      objectiveIds,
    );
    return rows.map((row) => textOf(row, 'home_id'));
  },
});
