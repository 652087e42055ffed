/** Named settings as text; what a value means is its owner's business. */
import { textOf } from './row';
import type { SqlClient } from './sql-client';

export const createSettingStore = (sql: SqlClient) => ({
  /** Every setting that has been written. */
  async all(): Promise<ReadonlyMap<string, string>> {
    const rows = await sql.query('SELECT name, value FROM setting', []);
    return new Map(rows.map((row) => [textOf(row, 'name'), textOf(row, 'value')]));
  },

  async write(name: string, value: string): Promise<void> {
    await sql.run('REPLACE INTO setting (name, value) VALUES (?, ?)', [name, value]);
  },
});
