/** The store's SqlClient straight on an engine, without the platform in between: for what is filled in bulk or played statement by statement. */
import type { SqlEngine } from '../../local/seams';
import type { SqlClient } from '../../src/store/sql-client';

export const directSql = (engine: SqlEngine): SqlClient => ({
  query: async (statement, params) => {
    const answer = await engine.execute(statement, params);
    if (!('rows' in answer)) throw new Error('A SELECT answered without rows.');
    return answer.rows;
  },
  run: async (statement, params) => {
    const answer = await engine.execute(statement, params);
    if (!('affectedRows' in answer)) throw new Error('A write answered without a count.');
    return answer.affectedRows;
  },
});
