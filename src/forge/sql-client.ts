/** The store's SqlClient over Forge SQL: binds, runs, and tells the store which failures it can react to. */
import { sql, ForgeSQLAPIError } from '@forge/sql';
import { SqlError, type Row, type SqlClient, type SqlFailure, type SqlValue } from '../store/sql-client';

/** By MySQL's error number; the last three are TiDB's own for a write that lost against another. */
const failures: ReadonlyMap<unknown, SqlFailure> = new Map([
  [1062, 'duplicate-key'],
  [1146, 'missing-table'],
  [1205, 'conflict'],
  [1213, 'conflict'],
  [8002, 'conflict'],
  [8022, 'conflict'],
  [9007, 'conflict'],
]);

/** The engine's number and name of a failure (1062, `ER_DUP_ENTRY`), where Forge passes them on. */
function engineError(error: ForgeSQLAPIError): { readonly errno: unknown; readonly code: unknown } {
  const debug = error.context?.debug;
  return { errno: null, code: null, ...(typeof debug === 'object' ? debug : null) };
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
    const { errno, code } = engineError(error);
    const words = typeof code === 'string' ? `${error.code} (${code})` : error.code;
    throw new SqlError(failures.get(errno) ?? 'other', words, { cause: error });
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
