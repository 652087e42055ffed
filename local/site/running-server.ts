/** Finds the `npm start` server that holds a data folder, and sends it a command, so that its open pages see the change. */
import { join } from 'node:path';
import { z } from 'zod';
import type { CommandOutcome } from './commands';
import { readJsonFile } from './json-file';

const serverFile = z.object({ port: z.number().int(), pid: z.number().int() });
const outcome = z.object({ stdout: z.string(), stderr: z.string(), exitCode: z.number().int() });

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const findServerPort = (dataDir: string): number | null => {
  const found = serverFile.safeParse(readJsonFile(join(dataDir, 'server.json')));
  return found.success && isAlive(found.data.pid) ? found.data.port : null;
};

/** The answer of the server that has the folder open; null when there is none, also when it died and left its file behind. */
export const askServer = async (dataDir: string, argv: readonly string[]): Promise<CommandOutcome | null> => {
  const port = findServerPort(dataDir);
  if (port === null) return null;
  const [command = '', ...args] = argv;
  let response: Response;
  try {
    response = await fetch(`http://127.0.0.1:${port}/__site/command`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ command, args }),
    });
  } catch (error) {
    // Its number may belong to another process by now. Should it be alive after all, the folder's lock says so.
    if (error instanceof Error && JSON.stringify(error.cause ?? '').includes('ECONNREFUSED')) return null;
    throw error;
  }
  if (!response.ok) throw new Error(`The server on port ${port} refused the command: ${response.status} ${await response.text()}`);
  return outcome.parse(await response.json());
};
