/** The store's SqlClient over Forge SQL: binds, runs, and tells the store which failures it can react to. */
import { sql, ForgeSQLAPIError } from '@forge/sql';
import { SqlError, type Row, type SqlClient, type SqlFailure, type SqlValue } from '../store/sql-client';

const failures: Readonly<Record<string, SqlFailure>> = { ER_DUP_ENTRY: 'duplicate-key', ER_NO_SUCH_TABLE: 'missing-table' };

/** MySQL's own code of a failure (`ER_DUP_ENTRY`), where Forge passes it on. */
function engineCode(error: ForgeSQLAPIError): string | null {
  const debug = error.context?.debug;
  return typeof debug === 'object' && debug !== null && 'code' in debug && typeof debug.code === 'string' ? debug.code : null;
}

async function execute(statement: string, params: readonly SqlValue[]): Promise<unknown> {
  try {
    const result = await sql
      .prepare<unknown>(statement)
      .bindParams(...params)
      .execute();
    return result.rows;
  } catch (error) {
    if (!(error instanceof ForgeSQLAPIError)) throw error;
    const code = engineCode(error);
    throw new SqlError((code === null ? undefined : failures[code]) ?? 'other', `${error.code}${code === null ? '' : ` (${code})`}`, {
      cause: error,
    });
  }
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;

export const forgeSqlClient: SqlClient = {
  async query(statement, params) {
    const rows = await execute(statement, params);
    if (!Array.isArray(rows) || !rows.every(isRow)) throw new Error('Forge SQL answered a SELECT without rows.');
    return rows;
  },
  async run(statement, params) {
    const answer = await execute(statement, params);
    const affected = isRow(answer) ? Number(answer.affectedRows) : NaN;
    if (Number.isNaN(affected)) throw new Error('Forge SQL answered a write without a count.');
    return affected;
  },
};
