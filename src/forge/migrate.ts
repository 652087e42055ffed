/**
 * Brings the schema up to date with Atlassian's own migration runner. It has no lock, and two runs may overlap: every statement of ours
 * can run twice, and a run that is stopped goes on where it stood.
 */
import { migrationRunner } from '@forge/sql';
import { migrations } from '../store/migrations';

export async function migrate(): Promise<void> {
  // The runner is one per container and keeps what it was given.
  if (migrationRunner.getEnqueued().length === 0) {
    for (const { name, statement } of migrations) migrationRunner.enqueue(name, statement);
  }
  await migrationRunner.run();
}
