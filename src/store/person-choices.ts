/** What a person has chosen for themselves: reminders and the weekly digest. Whoever has chosen nothing has no row, and gets both. */
import { insertOnce } from './insert-once';
import { flagOf, numberOf, textOf } from './row';
import type { SqlClient } from './sql-client';

export type PersonChoice = {
  readonly reminders: boolean;
  readonly digest: boolean;
  /** 0 where nothing was ever chosen. */
  readonly version: number;
};

const unchosen: PersonChoice = { reminders: true, digest: true, version: 0 };

export const createPersonChoiceStore = (sql: SqlClient) => ({
  async find(accountId: string): Promise<PersonChoice> {
    const [row] = await sql.query('SELECT reminders, digest, version FROM person_choice WHERE account_id = ?', [accountId]);
    if (row === undefined) return unchosen;
    return { reminders: flagOf(row, 'reminders'), digest: flagOf(row, 'digest'), version: numberOf(row, 'version') };
  },

  /** Who has chosen to get no digest, or to get one, where they have chosen at all; in no order. */
  async listDigest(): Promise<ReadonlyMap<string, boolean>> {
    const rows = await sql.query('SELECT account_id, digest FROM person_choice', []);
    return new Map(rows.map((row) => [textOf(row, 'account_id'), flagOf(row, 'digest')]));
  },

  /** Writes a choice if the row still has this version; false when the person was faster elsewhere. */
  async change(accountId: string, { reminders, digest, version }: PersonChoice): Promise<boolean> {
    const params = [reminders ? 1 : 0, digest ? 1 : 0, accountId];
    if (version === 0)
      return insertOnce(sql, 'INSERT INTO person_choice (reminders, digest, account_id, version) VALUES (?, ?, ?, 1)', params);
    const touched = await sql.run(
      'UPDATE person_choice SET reminders = ?, digest = ?, version = version + 1 WHERE account_id = ? AND version = ?',
      [...params, version],
    );
    return touched === 1;
  },
});
