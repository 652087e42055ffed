/**
 * Opens the real store over the real `@forge/sql` inside the local Forge runtime: each statement is an invocation of its own, so that
 * calls made at the same time interleave statement by statement, as they do on Forge. Knows nothing of use cases or Jira.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { createForgeHost } from '../../../local/forge/host';
import type { Clock, ForgeHost, SqlEngine } from '../../../local/seams';
import { migrate } from '../../../src/forge/migrate';
import { forgeSqlClient } from '../../../src/forge/sql-client';
import type { Row, SqlClient } from '../../../src/store/sql-client';
import { createStore, type Store } from '../../../src/store/store';
import { createFakeJira } from '../../local/forge/fake-jira';

export type OpenStore = {
  readonly store: Store;
  /** The client the store runs on. */
  readonly sql: SqlClient;
  readonly host: ForgeHost;
  /** What all of it runs on. */
  readonly engine: SqlEngine;
  /** Brings the schema up to date in one invocation, as the app's own handlers do. */
  migrate(): Promise<void>;
  /** Rows straight from the engine, for what the store writes and never reads. */
  select(query: string, ...params: readonly unknown[]): Promise<readonly Row[]>;
  /** Empties every table that anything was put into since. */
  clear(): Promise<void>;
  close(): Promise<void>;
};

const callSchema = z.object({ call: z.object({ functionKey: z.string() }) });

/** A host whose resolver runs what it is handed; the app's other handlers do nothing. */
async function openHost(sql: SqlEngine, clock: Clock) {
  const tasks = new Map<string, () => Promise<void>>();
  const nothing = (): undefined => undefined;
  const host = await createForgeHost({
    manifestPath: join(__dirname, '../../../manifest.yml'),
    app: async () => ({
      resolver: async (payload: unknown) => tasks.get(callSchema.parse(payload).call.functionKey)?.(),
      issueLozenge: nothing,
      onIssueEvent: nothing,
      onLifecycle: nothing,
      onProjectEvent: nothing,
      syncIssues: nothing,
      rebuildPasts: nothing,
      countWork: nothing,
      hourly: nothing,
      daily: nothing,
    }),
    jira: createFakeJira(),
    sql,
    clock,
    sqlRates: { ddlPerMinute: null },
  });

  let lastTask = 0;
  const inInvocation = async <T>(work: () => Promise<T>): Promise<T> => {
    lastTask += 1;
    const taskId = `task-${lastTask}`;
    let outcome: { readonly value: T } | null = null;
    tasks.set(taskId, async () => {
      outcome = { value: await work() };
    });
    try {
      await host.invoke(taskId, {}, { accountId: 'store-suite', surface: { moduleKey: 'project-okrs', extension: {} } });
    } finally {
      tasks.delete(taskId);
    }
    return valueOf(outcome);
  };
  return { host, inInvocation };
}

function valueOf<T>(outcome: { readonly value: T } | null): T {
  if (outcome === null) throw new Error('The invocation returned without having run its task.');
  return outcome.value;
}

/** The engine, and the tables into which rows were put. */
function watchingFills(engine: SqlEngine): { readonly engine: SqlEngine; readonly filled: Set<string> } {
  const filled = new Set<string>();
  const execute: SqlEngine['execute'] = (query, params) => {
    const table = /^\s*(?:INSERT|REPLACE)\s+INTO\s+(\w+)/i.exec(query)?.[1];
    if (table !== undefined && table !== '__migrations') filled.add(table);
    return engine.execute(query, params);
  };
  return { engine: { ...engine, execute }, filled };
}

/** The engine is closed with the store. Migrated unless told otherwise. */
export async function openStore(database: SqlEngine, options: { readonly migrated: boolean } = { migrated: true }): Promise<OpenStore> {
  const { engine, filled } = watchingFills(database);
  const { host, inInvocation } = await openHost(engine, { now: () => Date.now(), set: () => undefined });
  const sql: SqlClient = {
    query: (statement, params) => inInvocation(() => forgeSqlClient.query(statement, params)),
    run: (statement, params) => inInvocation(() => forgeSqlClient.run(statement, params)),
  };
  const open: OpenStore = {
    store: createStore(sql),
    sql,
    host,
    engine,
    migrate: () => inInvocation(migrate),
    select: async (query, ...params) => {
      const answer = await engine.execute(query, params);
      if (!('rows' in answer)) throw new Error('expected rows');
      return answer.rows;
    },
    clear: async () => {
      for (const table of filled) await engine.execute(`DELETE FROM ${table}`, []);
      filled.clear();
    },
    close: () => engine.close(),
  };
  if (options.migrated) await open.migrate();
  return open;
}
