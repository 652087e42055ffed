/**
 * Opens a host around a small app of the test's own: a manifest in a temporary file, handlers that use the real SDK,
 * a fake Jira and the embedded database.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createForgeHost } from '../../../local/forge/host';
import type { ForgeHostOptions } from '../../../local/forge/host';
import { createLibsqlEngine } from '../../../local/forge/sql/libsql-engine';
import type { Clock, ForgeHost, SqlEngine } from '../../../local/seams';
import { createFakeJira } from './fake-jira';
import type { FakeJira } from './fake-jira';

const manifest = (scopes: readonly string[], hasSql: boolean): string => `
app: { id: 'ari:cloud:ecosystem::app/11111111-2222-3333-4444-555555555555' }
permissions: { scopes: [${scopes.join(', ')}] }
modules:
  jira:issueContext:
    - { key: panel, resolver: { function: resolver }, dynamicProperties: { function: lozenge } }
  trigger:
    - { key: changed, function: trigger, events: ['avi:jira:updated:issue', 'avi:forge:installed:app'] }
  consumer:
    - { key: worker, queue: work, function: consumer }
  scheduledTrigger:
    - { key: hourly, function: hourly, interval: hour }
    - { key: daily, function: daily, interval: day }
${hasSql ? '  sql: [{ key: main, engine: mysql }]' : ''}
  function:
    - { key: resolver, handler: index.resolver }
    - { key: lozenge, handler: index.lozenge }
    - { key: trigger, handler: index.trigger }
    - { key: consumer, handler: index.consumer, timeoutSeconds: 300 }
    - { key: hourly, handler: index.hourly }
    - { key: daily, handler: index.daily }
`;

export type Handler = (payload: never, context: never) => unknown;

export type FakeApp = {
  readonly host: ForgeHost;
  readonly jira: FakeJira;
  readonly clock: Clock;
  readonly sql: SqlEngine;
  /** The resolver function `name`, called by `accountId` in the panel of issue 10001. */
  invoke(name: string, payload?: unknown, accountId?: string): Promise<unknown>;
  close(): Promise<void>;
};

export const issueExtension = { type: 'jira:issueContext', issue: { id: '10001', key: 'WEB-1' }, project: { id: '10000', key: 'WEB' } };

export const noon = Date.parse('2026-10-05T12:00:00Z');

const frozenClock = (): Clock => {
  let now = noon;
  return {
    now: () => now,
    set: (epochMs) => {
      now = epochMs;
    },
  };
};

export const openFakeApp = async (
  handlers: Readonly<Record<string, Handler>>,
  options: Partial<Pick<ForgeHostOptions, 'limits' | 'sqlRates' | 'state'>> & {
    readonly scopes?: readonly string[];
    readonly hasSql?: boolean;
  } = {},
): Promise<FakeApp> => {
  const folder = mkdtempSync(join(tmpdir(), 'fake-app-'));
  const manifestPath = join(folder, 'manifest.yml');
  writeFileSync(manifestPath, manifest(options.scopes ?? ['read:jira-work', 'storage:app'], options.hasSql ?? true));
  const jira = createFakeJira();
  const sql = createLibsqlEngine(':memory:');
  const clock = frozenClock();
  const nothing = (): undefined => undefined;
  const host = await createForgeHost({
    manifestPath,
    app: async () => ({
      resolver: nothing,
      lozenge: nothing,
      trigger: nothing,
      consumer: nothing,
      hourly: nothing,
      daily: nothing,
      ...handlers,
    }),
    jira,
    sql,
    clock,
    ...options,
  });
  rmSync(folder, { recursive: true });
  return {
    host,
    jira,
    clock,
    sql,
    invoke: (name, payload = {}, accountId = 'user-1') =>
      host.invoke(name, payload, { accountId, surface: { moduleKey: 'panel', extension: issueExtension } }),
    close: () => sql.close(),
  };
};
