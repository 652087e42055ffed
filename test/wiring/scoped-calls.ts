/**
 * Every call of the code that needs a scope: the backend's from its own table, the browser's from the paths written in its one door
 * to Jira. The scopes of a browser's call are those the Jira stand-in asks for, which its own tests hold against Atlassian's API document.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createJiraSite } from '../../local/jira/jira-site';
import { endpoints } from '../../src/jira/endpoints';
import { repositoryRoot, type Manifest } from './manifest';
import type { ScopedCall } from './manifest-problems';

export const backendCalls = (): ScopedCall[] =>
  Object.values(endpoints).map(({ method, path, scope }) => ({ call: `${method} ${path}`, scopes: scope === null ? [] : [scope] }));

/** Throws when a path is not one the stand-in knows, or when the browser asks Jira by another door. */
export function browserCalls(): ScopedCall[] {
  const source = readFileSync(join(repositoryRoot, 'static/api.ts'), 'utf8');
  if (source.split('requestJira(').length !== 2)
    throw new Error('static/api.ts calls requestJira in other places than askJira; teach browserCalls to tell their methods.');
  const jira = createJiraSite({ clock: { now: () => 0, set: () => undefined } });
  const calls = [...source.matchAll(/(getFrom|postTo)Jira\(\s*`([^?`]+)/g)].map(([, door, path = '']) => ({
    method: door === 'postTo' ? 'POST' : 'GET',
    path: path.replace(/\$\{.+?\}/g, '1'),
  }));
  return calls.map(({ method, path }) => {
    const scopes = jira.scopesFor(method, path);
    if (scopes === null) throw new Error(`static/api.ts asks Jira for ${method} ${path}, which the stand-in does not know.`);
    return { call: `${method} ${path}`, scopes };
  });
}

/** Storage is used where the manifest has a database. */
export const storageCalls = (manifest: Manifest): ScopedCall[] =>
  manifest.modules.sql ? [{ call: 'the sql module', scopes: ['storage:app'] }] : [];
