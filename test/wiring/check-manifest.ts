/**
 * `npm run check:manifest`: what we would hand to `forge deploy` passes Atlassian's own validator, its backend bundles, its handlers
 * exist and its scopes are exactly those the code needs. Prints each problem on a line and exits 1.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { validate } from '@forge/manifest';
import { build } from 'vite';
import { backendBundle, bundleBackend } from './bundle-backend';
import { readManifest, repositoryRoot } from './manifest';
import { egressProblems, handlerProblems, scopeProblems } from './manifest-problems';
import { backendCalls, browserCalls, storageCalls } from './scoped-calls';

async function problems(): Promise<string[]> {
  const manifest = readManifest();
  const bundling = await bundleBackend();
  if (bundling.length > 0) return bundling;
  const bundle: Record<string, unknown> = createRequire(__filename)(backendBundle);
  const exported = new Set(Object.keys(bundle).filter((name) => typeof bundle[name] === 'function'));

  // The validator looks for the built pages.
  if (!existsSync(join(repositoryRoot, 'dist/ui'))) await build({ configFile: join(repositoryRoot, 'vite.config.mts'), logLevel: 'error' });
  const verdict = await validate(false, join(repositoryRoot, 'manifest.yml'));

  return [
    ...(verdict.errors ?? []).map(({ level, line, message }) => `manifest.yml:${line} ${level}: ${message}`),
    ...handlerProblems(manifest, exported),
    ...scopeProblems(manifest, [...backendCalls(), ...browserCalls(), ...storageCalls(manifest)]),
    ...egressProblems(manifest),
  ];
}

problems()
  .then((found) => {
    for (const problem of found) console.error(problem);
    process.exitCode = found.length === 0 ? 0 : 1;
  })
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
