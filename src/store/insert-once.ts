/** Inserts under a key that the caller brings: doing it again makes nothing twice. For rows that take the next free number see numbered.ts. */
import { isSqlError, type SqlClient, type SqlValue } from './sql-client';

/** Runs one INSERT. False when a row with such a key is there already, whatever it says; then nothing was written. */
export async function insertOnce(sql: SqlClient, statement: string, params: readonly SqlValue[]): Promise<boolean> {
  try {
    await sql.run(statement, params);
    return true;
  } catch (error) {
    if (!isSqlError(error, 'duplicate-key')) throw error;
    return false;
  }
}
