/** JSON files that are whole or absent: written beside their place and moved there in one step. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Undefined where there is no such file; throws with its name where it is not JSON. */
export const readJsonFile = (path: string): unknown => {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path} is not valid JSON. Repair it, or start afresh with the command "reset".`, { cause: error });
  }
};

export const writeJsonFile = (path: string, value: unknown): void => {
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, JSON.stringify(value));
  renameSync(draft, path);
};
