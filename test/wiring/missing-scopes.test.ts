/** Each call the code makes, under a manifest that lacks one of its scopes, is refused by the local host; with it, Jira answers. */
import { readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asUser, assumeTrustedRoute } from '@forge/api';
import { createForgeHost } from '../../local/forge/host';
import { createLibsqlEngine } from '../../local/forge/sql/libsql-engine';
import { createJiraSite } from '../../local/jira/jira-site';
import type { ForgeHost } from '../../local/seams';
import { smallCompany } from '../support/small-company';
import { repositoryRoot } from './manifest';
import { backendCalls, browserCalls } from './scoped-calls';

type Ask = { readonly call: { readonly functionKey: string; readonly payload: { readonly method: string; readonly path: string } } };

/** Asks Jira whatever the payload says, as the person, through the real SDK. */
async function resolver({ call: { payload } }: Ask): Promise<number> {
  const { method, path } = payload;
  const body = method === 'GET' ? {} : { headers: { 'Content-Type': 'application/json' }, body: '{}' };
  return (await asUser().requestJira(assumeTrustedRoute(path), { method, ...body })).status;
}

const nothing = (): undefined => undefined;

/** The app's own manifest without one scope, around a resolver that only asks. */
async function hostWithout(scope: string): Promise<ForgeHost> {
  const folder = mkdtempSync(join(tmpdir(), 'missing-scope-'));
  const manifestPath = join(folder, 'manifest.yml');
  const manifest = readFileSync(join(repositoryRoot, 'manifest.yml'), 'utf8');
  writeFileSync(manifestPath, manifest.replace(new RegExp(`^ +- ${scope}\\n`, 'm'), ''));
  const clock = { now: () => Date.parse('2026-11-12T10:00:00Z'), set: nothing };
  const handlers = [
    'issueLozenge',
    'onIssueEvent',
    'onLifecycle',
    'onProjectEvent',
    'syncIssues',
    'rebuildPasts',
    'countWork',
    'hourly',
    'daily',
  ];
  const host = await createForgeHost({
    manifestPath,
    app: async () => ({ ...Object.fromEntries(handlers.map((name) => [name, nothing])), resolver }),
    jira: createJiraSite({ clock, state: smallCompany }),
    sql: createLibsqlEngine(':memory:'),
    clock,
  });
  rmSync(folder, { recursive: true });
  return host;
}

const status = (host: ForgeHost, method: string, path: string): Promise<unknown> =>
  host.invoke(
    'ask',
    { method, path },
    {
      accountId: 'ada',
      surface: { moduleKey: 'project-okrs', extension: { type: 'jira:projectPage', project: { id: '10000', key: 'WEB' } } },
    },
  );

const calls = [...backendCalls(), ...browserCalls()].map(({ call, scopes }) => ({ call, scope: scopes[0] ?? null }));

describe('a call whose scope the manifest lacks', () => {
  test.each(calls.filter(({ scope }) => scope !== null))('is a 401: $call without $scope', async ({ call, scope }) => {
    const [method = '', path = ''] = call.split(' ');
    expect(await status(await hostWithout(scope ?? ''), method, path)).toBe(401);
    expect(await status(await hostWithout('no scope at all'), method, path)).not.toBe(401);
  });

  test.each(calls.filter(({ scope }) => scope === null))('does not exist for $call: Jira asks for none', async ({ call }) => {
    const [method = '', path = ''] = call.split(' ');
    expect(await status(await hostWithout('read:jira-work'), method, path)).not.toBe(401);
  });
});
