/**
 * An embedded engine that can go back: whatever is written after `keep` is written within one open transaction, which `rewind` rolls back. So a
 * test that begins a thousand times from the same rows makes them once. The engine outlives the sites that are opened on it.
 */
import { createLibsqlEngine } from '../../local/forge/sql/libsql-engine';
import type { SqlEngine } from '../../local/seams';

export type RewindableEngine = {
  /** Closing it does nothing: the next site goes on with it. */
  readonly engine: SqlEngine;
  /** From here on `rewind` leads back to what there is now. */
  keep(): Promise<void>;
  rewind(): Promise<void>;
  close(): Promise<void>;
};

export function createRewindableEngine(): RewindableEngine {
  const embedded = createLibsqlEngine(':memory:');
  const keep = async (): Promise<void> => {
    await embedded.execute('BEGIN', []);
  };
  return {
    engine: { ...embedded, close: () => Promise.resolve() },
    keep,
    rewind: async () => {
      await embedded.execute('ROLLBACK', []);
      await keep();
    },
    close: () => embedded.close(),
  };
}
