/** A local site of its own for a suite, on a temporary folder, with the demo company in it. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { startServer } from './start-server';

const commandAnswer = z.object({ stdout: z.string(), stderr: z.string(), exitCode: z.number() });

export type LocalSite = {
  /** Without a slash at its end. */
  readonly url: string;
  /** Runs a command of the headless door on the open site; resolves to its output, rejects with its complaint. */
  command(name: string, ...args: readonly string[]): Promise<string>;
  /** Ends the server and removes its data. */
  stop(): Promise<void>;
};

/** Begins with the folder that `make-demo-folder.ts` has made, after `prepare` has added to it. */
export async function startLocalSite(prepare?: (folder: string) => Promise<void>): Promise<LocalSite> {
  const folder = mkdtempSync(join(tmpdir(), 'okr-e2e-'));
  const demo = process.env.OKR_E2E_DEMO_FOLDER;
  if (demo === undefined) throw new Error('The demo folder has not been made: see make-demo-folder.ts.');
  cpSync(demo, folder, { recursive: true });
  await prepare?.(folder);
  const server = await startServer(folder);
  return {
    url: server.url,
    command: async (command, ...args) => {
      const response = await fetch(`${server.url}/__site/command`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ command, args }),
      });
      const { stdout, stderr, exitCode } = commandAnswer.parse(await response.json());
      if (exitCode !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
      return stdout;
    },
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
