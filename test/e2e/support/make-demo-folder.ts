/**
 * Before the browser tests: builds what they open, and the demo company's data folder once, for every suite to copy. Living through the demo's
 * quarter takes a while.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from './start-server';

export default async function makeDemoFolder(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'okr-e2e-demo-'));
  const server = await startServer(folder);
  await server.stop();
  process.env.OKR_E2E_DEMO_FOLDER = folder;
}
