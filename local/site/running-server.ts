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

/** The port of the server that has the folder open; null when there is none (also when it died and left its file). */
export const findServerPort = (dataDir: string): number | null => {
  const found = serverFile.safeParse(readJsonFile(join(dataDir, 'server.json')));
  return found.success && isAlive(found.data.pid) ? found.data.port : null;
};

export const sendToServer = async (port: number, argv: readonly string[]): Promise<CommandOutcome> => {
  const [command = '', ...args] = argv;
  const response = await fetch(`http://127.0.0.1:${port}/__site/command`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ command, args }),
  });
  if (!response.ok) throw new Error(`The server on port ${port} refused the command: ${response.status} ${await response.text()}`);
  return outcome.parse(await response.json());
};
