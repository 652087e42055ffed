/** Runs work that needs the tables; where they are missing (just installed, or a newer version) they are made first, and the work tried once more. */
import { OkrError } from '../usecases/okr-error';
import { isSqlError } from '../store/sql-client';
import { migrate } from './migrate';

const settingUp = (): OkrError =>
  new OkrError('SETTING_UP', 'The app is being set up, which usually takes a minute or two. Try again in a minute.');

export async function withTables<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isSqlError(error, 'missing-table')) throw error;
  }
  try {
    await migrate();
  } catch (error) {
    // The runner's own message names a statement of ours, and nothing that people wrote.
    console.warn(`The tables could not be made: ${error instanceof Error ? error.message : 'unknown'}`);
    throw settingUp();
  }
  try {
    return await work();
  } catch (error) {
    throw isSqlError(error, 'missing-table') ? settingUp() : error;
  }
}
