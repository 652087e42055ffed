/** A site of two projects and two people, made by hand, to try the shell's server without the Jira stand-in and the Forge runtime. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InvocationRecord, JiraEvent, JiraUser, RealtimeMessage, SurfaceContext } from '../../../local/seams';
import type { CommandOutcome, ShellOptions, ShellSite } from '../../../local/shell/server/shell-options';
import { startShell } from '../../../local/shell/server/shell-server';
import { readAppManifest } from '../../../local/shell/surface-modules';

const ana: JiraUser = { accountId: 'ana', displayName: 'Ana Admin', emailAddress: 'ana@example.com', active: true, siteAdmin: true };
const bo: JiraUser = { accountId: 'bo', displayName: 'Bo Member', emailAddress: 'bo@example.com', active: true, siteAdmin: false };

const issues = [
  { id: '10001', key: 'WEB-1', typeId: '1', typeName: 'Story', projectId: '100' },
  { id: '10002', key: 'OPS-1', typeId: '1', typeName: 'Story', projectId: '200' },
];
const projects = [
  { id: '100', key: 'WEB', name: 'Acme Web' },
  { id: '200', key: 'OPS', name: 'Platform Ops' },
];

export const manifestText = `
modules:
  jira:issueContext:
    - { key: panel, resource: main/panel, title: Goals, label: Goals, resolver: { function: resolver }, dynamicProperties: { function: lozenge } }
  jira:issueAction:
    - { key: link, resource: main/panel, title: Link it, resolver: { function: resolver }, viewportSize: large }
  jira:projectPage:
    - { key: page, resource: main/panel, title: Team Goals, resolver: { function: resolver } }
  jira:globalPage:
    - { key: company, resource: main/panel, title: All Goals, resolver: { function: resolver } }
  function:
    - { key: resolver, handler: index.resolver }
resources:
  - { key: main, path: ui, entry: { panel: panel.html } }
permissions:
  scopes: [read:jira-work]
app:
  id: ari:cloud:ecosystem::app/test
`;

type Invoked = { readonly name: string; readonly payload: unknown; readonly accountId: string; readonly surface: SurfaceContext };

/** Opens the shell on a free port over the hand-made site. Ops is closed to Bo. */
export async function openFakeShell(options: { readonly manifest?: string } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'shell-'));
  mkdirSync(join(folder, 'ui'));
  mkdirSync(join(folder, 'pages'));
  writeFileSync(join(folder, 'manifest.yml'), options.manifest ?? manifestText);
  writeFileSync(join(folder, 'secret.txt'), 'not for the browser');
  writeFileSync(
    join(folder, 'ui/panel.html'),
    '<!doctype html><html><head><meta charset="utf-8"><script type="module" src="./app.js"></script></head><body></body></html>',
  );
  writeFileSync(join(folder, 'ui/app.js'), 'export {};');
  writeFileSync(join(folder, 'pages/main.js'), 'export {};');
  writeFileSync(join(folder, 'pages/bridge.js'), '/* bridge */');

  const invoked: Invoked[] = [];
  const records: InvocationRecord[] = [];
  const commands: (readonly string[])[] = [];
  const jiraListeners = new Set<(event: JiraEvent) => void>();
  const realtimeListeners = new Set<(message: RealtimeMessage) => void>();
  let now = Date.parse('2026-11-22T09:00:00Z');
  let drains = 0;
  let saves = 0;
  let scheduleRuns = 0;

  const site: ShellSite = {
    clock: {
      now: () => now,
      set: (instant) => {
        now = instant;
      },
    },
    save: () => {
      saves++;
    },
    jira: {
      request: (principal, { method, path }) => ({
        status: 200,
        headers: { 'x-as': principal.type === 'user' ? principal.accountId : principal.type },
        body: { method, path },
        points: 1,
      }),
      scopesFor: (_method, path) =>
        path.startsWith('/rest/api/3/issue/') ? ['read:jira-work'] : path.startsWith('/rest/api/3/user') ? ['read:jira-user'] : null,
      subscribe: (listener) => {
        jiraListeners.add(listener);
        return () => jiraListeners.delete(listener);
      },
      importIssues: () => ({ issues: 0, changelogEntries: 0, projects: [], users: 0, leftOut: [] }),
      users: () => [ana, bo, { ...bo, accountId: 'gone', active: false }],
      findIssue: (idOrKey) => issues.find(({ id, key }) => id === idOrKey || key === idOrKey) ?? null,
      findProject: (idOrKey) => projects.find(({ id, key }) => id === idOrKey || key === idOrKey) ?? null,
      canBrowse: (accountId, project) => accountId === 'ana' || project === '100' || project === 'WEB',
      setFaults: () => undefined,
      dump: () => null,
    },
    host: {
      invoke: (name, payload, { accountId, surface }) => {
        invoked.push({ name, payload, accountId, surface });
        return name === 'fails' ? Promise.reject(new Error('The function threw.')) : Promise.resolve({ ok: true, value: name });
      },
      dynamicProperties: () => Promise.resolve({ status: { type: 'lozenge', value: { label: '44 %', type: 'success' } } }),
      install: () => Promise.resolve(),
      schedule: () => Promise.resolve(),
      runDueSchedules: () => {
        scheduleRuns++;
        return Promise.resolve();
      },
      acceptEvent: () => undefined,
      setEventMode: () => undefined,
      drain: () => {
        drains++;
        return Promise.resolve();
      },
      onInvocation: () => () => undefined,
      onRealtime: (listener) => {
        realtimeListeners.add(listener);
        return () => realtimeListeners.delete(listener);
      },
      invocations: () => records,
      dieAfterStatement: () => undefined,
      dump: () => null,
    },
  };
  const shellOptions: ShellOptions = {
    site,
    manifest: readAppManifest(join(folder, 'manifest.yml')),
    runCommand: (argv): Promise<CommandOutcome> => {
      commands.push(argv);
      return Promise.resolve({ stdout: argv.join(' '), stderr: '', exitCode: 0 });
    },
    pagesFolder: join(folder, 'pages'),
    themeCss: ':root{--ds-text:#111}',
    port: 0,
  };
  const shell = await startShell(shellOptions);
  return {
    shell,
    options: shellOptions,
    surfaceOrigin: `http://localhost:${shell.port}`,
    invoked,
    records,
    commands,
    counts: () => ({ drains, saves, scheduleRuns }),
    now: () => now,
    emit: (event: JiraEvent) => jiraListeners.forEach((listener) => listener(event)),
    publish: (message: RealtimeMessage) => realtimeListeners.forEach((listener) => listener(message)),
    async close() {
      await shell.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export type FakeShell = Awaited<ReturnType<typeof openFakeShell>>;

/** Calls the shell as a person's browser would; `as` is the cookie. */
export function browserOf({ shell }: FakeShell, as: 'ana' | 'bo') {
  const call = async (method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) => {
    const response = await fetch(shell.url + path, {
      method,
      headers: { cookie: `user=${as}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson && text !== '' ? (JSON.parse(text) as unknown) : undefined,
    };
  };
  return {
    get: (path: string) => call('GET', path),
    post: (path: string, body: unknown, headers?: Readonly<Record<string, string>>) => call('POST', path, body, headers),
  };
}
