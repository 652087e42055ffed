/** The real `npm start` in a process of its own, on a given data folder. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const repositoryRoot = join(__dirname, '../../..');
const startWithinMs = 180_000;

type Server = {
  /** Without a slash at its end. */
  readonly url: string;
  /** Saves, and resolves when the process has ended. */
  stop(): Promise<void>;
};

/** Resolves when the site answers; rejects with what the server printed when it does not come up in time. */
export async function startServer(folder: string): Promise<Server> {
  const server = spawn(process.execPath, ['--import', 'tsx', 'local/start.ts', '--data', folder, '--port', '0'], {
    cwd: repositoryRoot,
    // On the embedded store, which lies in the folder, so that a copy of the folder is a copy of the site.
    env: { ...process.env, OKR_MYSQL_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(server, 'exit');
  let printed = '';
  const url = await new Promise<string>((resolve, reject) => {
    const giveUp = (why: string) => reject(new Error(`The local site ${why}:\n${printed}`));
    const timer = setTimeout(() => giveUp('did not start in time'), startWithinMs);
    const hear = (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(printed);
      if (found) {
        clearTimeout(timer);
        resolve(found[0]);
      }
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    server.on('exit', () => giveUp('ended early'));
  });
  return {
    url,
    stop: async () => {
      server.kill('SIGINT');
      await ended;
    },
  };
}
