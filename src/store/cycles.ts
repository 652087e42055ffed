/** Cycles: the dated periods OKRs are set for, whether they are being prepared, kept or over, and what was settled before they began. */
import { z } from 'zod';
import type { CycleState } from '../domain/cycle';
import { insertOnce } from './insert-once';
import { numberOf, textOf, textOrNull, wordOf } from './row';
import type { Row, SqlClient } from './sql-client';
import { changedColumns, marks } from './statement';

/** Somebody looked at what people can do in the cycle beside everything else, and said what they found. */
export type CapacityRecord = {
  readonly words: string;
  /** Epoch ms. */
  readonly at: number;
  readonly byAccountId: string;
};

export type CycleRecord = {
  readonly id: string;
  readonly name: string;
  readonly startDay: string;
  readonly endDay: string;
  readonly state: CycleState;
  /** Not null while it is closed. */
  readonly closedDay: string | null;
  /** What the objectives of the cycle are to be about; empty before anybody has said so. */
  readonly themes: readonly string[];
  readonly capacity: CapacityRecord | null;
  readonly changeId: string | null;
  readonly version: number;
};

type CycleEdit = {
  readonly name?: string | undefined;
  readonly startDay?: string | undefined;
  readonly endDay?: string | undefined;
  readonly state?: CycleState | undefined;
  readonly closedDay?: string | null | undefined;
  readonly themes?: readonly string[] | undefined;
  readonly capacity?: CapacityRecord | null | undefined;
  readonly changeId?: string | undefined;
};

const columnNames = [
  'id', 'name', 'start_day', 'end_day', 'state', 'closed_day', 'themes', 'capacity_words', 'capacity_at', 'capacity_by', 'change_id', 'version',
] as const; // prettier-ignore

const themesSchema = z.array(z.string());
const themesText = (themes: readonly string[]): string | null => (themes.length === 0 ? null : JSON.stringify(themes));

/** The columns `parseCycle` reads, of the table under this alias, each under `cycle_` and its name. */
export const cycleColumns = (alias: string): string => columnNames.map((name) => `${alias}.${name} AS cycle_${name}`).join(', ');

/** As many nulls as `cycleColumns` names, for a part of a union that is no cycle. */
export const noCycleColumns = columnNames.map(() => 'NULL').join(', ');

function parseThemes(row: Row): readonly string[] {
  const text = textOrNull(row, 'cycle_themes');
  return text === null ? [] : themesSchema.parse(JSON.parse(text));
}

function parseCapacity(row: Row): CapacityRecord | null {
  const words = textOrNull(row, 'cycle_capacity_words');
  return words === null ? null : { words, at: numberOf(row, 'cycle_capacity_at'), byAccountId: textOf(row, 'cycle_capacity_by') };
}

export const parseCycle = (row: Row): CycleRecord => ({
  id: textOf(row, 'cycle_id'),
  name: textOf(row, 'cycle_name'),
  startDay: textOf(row, 'cycle_start_day'),
  endDay: textOf(row, 'cycle_end_day'),
  state: wordOf(row, 'cycle_state', ['draft', 'running', 'closed']),
  closedDay: textOrNull(row, 'cycle_closed_day'),
  themes: parseThemes(row),
  capacity: parseCapacity(row),
  changeId: textOrNull(row, 'cycle_change_id'),
  version: numberOf(row, 'cycle_version'),
});

const capacityColumns = (capacity: CapacityRecord | null) => ({
  capacity_words: capacity?.words ?? null,
  capacity_at: capacity?.at ?? null,
  capacity_by: capacity?.byAccountId ?? null,
});

export const createCycleStore = (sql: SqlClient) => ({
  /** Every cycle, earliest start first. */
  async list(): Promise<readonly CycleRecord[]> {
    const rows = await sql.query(`SELECT ${cycleColumns('c')} FROM cycle c ORDER BY c.start_day, c.id`, []);
    return rows.map(parseCycle);
  },

  /** Adds a cycle. False when one with this id is there already; it stays as it is. */
  add(cycle: CycleRecord): Promise<boolean> {
    return insertOnce(sql, `INSERT INTO cycle (${columnNames.join(', ')}) VALUES (${marks(columnNames.length)})`, [
      cycle.id,
      cycle.name,
      cycle.startDay,
      cycle.endDay,
      cycle.state,
      cycle.closedDay,
      themesText(cycle.themes),
      ...Object.values(capacityColumns(cycle.capacity)),
      cycle.changeId,
      cycle.version,
    ]);
  },

  /** Edits one row if it still has this version; false when somebody else was faster. */
  async update(id: string, version: number, edit: CycleEdit): Promise<boolean> {
    const { sets, params } = changedColumns({
      name: edit.name,
      start_day: edit.startDay,
      end_day: edit.endDay,
      state: edit.state,
      closed_day: edit.closedDay,
      themes: edit.themes && themesText(edit.themes),
      ...(edit.capacity === undefined ? {} : capacityColumns(edit.capacity)),
      change_id: edit.changeId,
    });
    const touched = await sql.run(`UPDATE cycle SET ${[...sets, 'version = version + 1'].join(', ')} WHERE id = ? AND version = ?`, [
      ...params,
      id,
      version,
    ]);
    return touched === 1;
  },

  /** Removes a cycle that nobody has written into; false when somebody has, or somebody else was faster. */
  async remove(id: string, version: number): Promise<boolean> {
    const touched = await sql.run(
      'DELETE FROM cycle WHERE id = ? AND version = ? AND NOT EXISTS (SELECT 1 FROM objective o WHERE o.cycle_id = ?)',
      [id, version, id],
    );
    return touched === 1;
  },
});
