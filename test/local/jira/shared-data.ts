/**
 * Real data that lies beside the repository and is never part of it. Tests that read it are skipped, by name, where the
 * folder is absent.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(__dirname, '../../../../shared/data');

export const hasSharedData = (): boolean => existsSync(folder);

export const sharedText = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

/** The names in a folder, sorted. */
export const sharedFiles = (inFolder: string): readonly string[] => readdirSync(path.join(folder, inFolder)).sort();

/** Declares a group of tests over the shared data. Without the data the group is not even looked into: it may read while it declares. */
export const describeWithData = (name: string, tests: () => void): void => {
  if (hasSharedData()) describe(name, tests);
  else describe.skip(name, () => it('cannot run: ../shared/data is absent', tests));
};
