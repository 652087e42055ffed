/**
 * Lets one process at a time use a data folder. The lock is an open exclusive transaction on a small SQLite file, so the
 * operating system lets go of it when the process dies, however it dies.
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'libsql';

const askEveryMs = 100;

const tryLock = (file: string): (() => void) | null => {
  const database = new Database(file);
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Error && /locked|busy/i.test(error.message)) return null;
    throw error;
  }
  return () => {
    database.exec('ROLLBACK');
    database.close();
  };
};

/** Waits for the folder, then resolves with the way to let it go. Rejects when it is still taken after `waitMs`. */
export const lockFolder = async (folder: string, waitMs: number): Promise<() => void> => {
  const deadline = Date.now() + waitMs;
  for (;;) {
    const release = tryLock(join(folder, 'lock.db'));
    if (release) return release;
    if (Date.now() >= deadline) {
      throw new Error(`${folder} is in use by another command. Wait until it has ended, or name another folder with --data DIR.`);
    }
    await sleep(askEveryMs);
  }
};
