/** Named settings as text; what a value means is its owner's business. What the app notes for itself is kept here too. */
import { insertOnce } from './insert-once';
import { numberOf, textOf, textOrNull } from './row';
import type { Row, SqlClient } from './sql-client';

export type SettingRecord = {
  readonly name: string;
  readonly value: string;
  /** The record of its last change; see plan-changes.ts. Null for what the app notes for itself. */
  readonly changeId: string | null;
  readonly version: number;
};

export const parseSetting = (row: Row): SettingRecord => ({
  name: textOf(row, 'name'),
  value: textOf(row, 'value'),
  changeId: textOrNull(row, 'change_id'),
  version: numberOf(row, 'version'),
});

export const createSettingStore = (sql: SqlClient) => ({
  /** Every setting that has been written. */
  async all(): Promise<ReadonlyMap<string, string>> {
    const rows = await sql.query('SELECT name, value, change_id, version FROM setting', []);
    return new Map(rows.map(parseSetting).map(({ name, value }) => [name, value]));
  },

  /** Null for one that has never been written. */
  async find(name: string): Promise<SettingRecord | null> {
    const [row] = await sql.query('SELECT name, value, change_id, version FROM setting WHERE name = ?', [name]);
    return row === undefined ? null : parseSetting(row);
  },

  /** Writes what the app notes for itself, whatever was there. */
  async write(name: string, value: string): Promise<void> {
    await sql.run('REPLACE INTO setting (name, value, version) VALUES (?, ?, 1)', [name, value]);
  },

  /** Writes what a person has changed if it still has this version, 0 where it was never written; false when somebody else was faster. */
  async change(name: string, value: string, version: number, changeId: string | null): Promise<boolean> {
    if (version > 0) {
      const touched = await sql.run('UPDATE setting SET value = ?, change_id = ?, version = version + 1 WHERE name = ? AND version = ?', [
        value,
        changeId,
        name,
        version,
      ]);
      return touched === 1;
    }
    return insertOnce(sql, 'INSERT INTO setting (name, value, change_id, version) VALUES (?, ?, ?, 1)', [name, value, changeId]);
  },
});
