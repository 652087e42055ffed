/**
 * Makes an embedded engine go back: whatever is written after `keep` is written within one open transaction, which `rewind` rolls back. So a test
 * that begins a thousand times from the same rows makes them once. Knows nothing of what the rows are.
 */
import type { SqlEngine } from '../../local/seams';

export type Rewinding = {
  /** From here on `rewind` leads back to what there is now. */
  keep(): Promise<void>;
  rewind(): Promise<void>;
  /** Goes back, and keeps no longer. */
  letGo(): Promise<void>;
};

export function rewinding(engine: SqlEngine): Rewinding {
  if (engine.name !== 'libsql') throw new Error('Only the embedded engine has one connection, to which a transaction could belong.');
  const run = async (statement: string): Promise<void> => {
    await engine.execute(statement, []);
  };
  return {
    keep: () => run('BEGIN'),
    rewind: async () => {
      await run('ROLLBACK');
      await run('BEGIN');
    },
    letGo: () => run('ROLLBACK'),
  };
}
