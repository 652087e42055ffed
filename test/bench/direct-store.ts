/** The store straight on an engine, without the platform in between: how the bench fills large sites in seconds. */
import type { SqlEngine } from '../../local/seams';
import { createStore, type Store } from '../../src/store/store';

export const directStore = (engine: SqlEngine): Store =>
  createStore({
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
