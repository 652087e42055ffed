/** Runs work that needs the tables; where they are missing (just installed, or a newer version) they are made first, and the work tried once more. */
import { OkrError } from '../usecases/okr-error';
import { isSqlError } from '../store/sql-client';
import { migrate } from './migrate';

const settingUp = (): OkrError => new OkrError('SETTING_UP', 'The app is being set up. This usually takes less than a minute.');

export async function withTables<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isSqlError(error, 'missing-table')) throw error;
  }
  try {
    await migrate();
  } catch {
    throw settingUp();
  }
  try {
    return await work();
  } catch (error) {
    throw isSqlError(error, 'missing-table') ? settingUp() : error;
  }
}
