/**
 * Runs a statement again when the engine has rolled it back because another one was in its way. Safe because every statement is a
 * transaction of its own: one that lost has left nothing behind.
 */
import { isSqlError, type SqlClient } from './sql-client';

const ATTEMPTS = 5;

async function withRetries<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (!isSqlError(error, 'conflict') || attempt === ATTEMPTS) throw error;
    }
  }
}

export const retryConflicts = (sql: SqlClient): SqlClient => ({
  query: (statement, params) => withRetries(() => sql.query(statement, params)),
  run: (statement, params) => withRetries(() => sql.run(statement, params)),
});
