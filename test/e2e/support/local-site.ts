/** A local site of its own for a suite: the real `npm start` in a process of its own, on a temporary folder, with the demo company in it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const repositoryRoot = join(__dirname, '../../..');
const startWithinMs = 120_000;

const commandAnswer = z.object({ stdout: z.string(), stderr: z.string(), exitCode: z.number() });

export type LocalSite = {
  /** Without a slash at its end. */
  readonly url: string;
  /** Runs a command of the headless door on the open site; resolves to its output, rejects with its complaint. */
  command(name: string, ...args: readonly string[]): Promise<string>;
  /** Ends the server and removes its data. */
  stop(): Promise<void>;
};

/** Resolves when the site answers; rejects with what the server printed when it does not come up in time. */
export async function startLocalSite(): Promise<LocalSite> {
  const folder = mkdtempSync(join(tmpdir(), 'okr-e2e-'));
  const server = spawn(process.execPath, ['--import', 'tsx', 'local/start.ts', '--data', folder, '--port', '0'], {
    cwd: repositoryRoot,
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
    command: async (command, ...args) => {
      const response = await fetch(`${url}/__site/command`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ command, args }),
      });
      const { stdout, stderr, exitCode } = commandAnswer.parse(await response.json());
      if (exitCode !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
      return stdout;
    },
    stop: async () => {
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
