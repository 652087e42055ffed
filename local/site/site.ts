/**
 * Joins the Jira stand-in and the Forge runtime to one site, and keeps it in a folder between runs (or in memory only).
 * The first opening installs the app, and on request fills both with the demo company.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { dayOf } from '../../src/domain/calendar';
import { createForgeHost } from '../forge/host';
import type { ForgeHostOptions } from '../forge/host';
import { readManifest } from '../forge/manifest';
import type { AppManifest } from '../forge/manifest';
import { createLibsqlEngine } from '../forge/sql/libsql-engine';
import { defaultCatalog } from '../jira/default-catalog';
import { createJiraSite } from '../jira/jira-site';
import type { SiteState } from '../jira/model';
import type { Clock, ForgeHost, JiraStandIn, SqlEngine } from '../seams';
import { createFrozenClock, createTickingClock } from './clock';
import { lockFolder } from './folder-lock';
import { readJsonFile, writeJsonFile } from './json-file';
import { watchTrouble } from './watch-trouble';

export type Site = {
  readonly jira: JiraStandIn;
  readonly host: ForgeHost;
  readonly clock: Clock;
  readonly engine: SqlEngine;
  readonly manifest: AppManifest;
  /** Writes everything to the folder; nothing to do for a site in memory. */
  save(): void;
  /** Lets go of the database and the folder. Does not save. */
  close(): Promise<void>;
};

export type SiteOptions = {
  /** Null: in memory, gone when closed. */
  readonly dataDir: string | null;
  /** A frozen clock at this instant (ISO); without it the machine's time, moved as it was left. */
  readonly frozenAt?: string;
  /** By default a file in the folder, or the server OKR_MYSQL_URL names. */
  readonly engine?: SqlEngine;
  /** Fill a new site with the demo company. */
  readonly demo?: boolean;
  /** What the Jira stand-in starts with where the folder has nothing. */
  readonly jiraState?: unknown;
  readonly sqlRates?: ForgeHostOptions['sqlRates'];
  /** How long to wait for another process to leave the folder. */
  readonly lockWaitMs?: number;
};

const projectRoot = resolve(__dirname, '../..');
const manifestPath = join(projectRoot, 'manifest.yml');
const files = { jira: 'jira.json', runtime: 'runtime.json', clock: 'clock.json', database: 'app.db' } as const;

/** On a server each folder has a database of its own. */
const mysqlDatabase = (dataDir: string): string =>
  `throughline_${createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 12)}`;

/** A site nobody has worked in: one administrator, so that there is someone to act as. */
const emptyCompany: SiteState = {
  ...defaultCatalog,
  users: [
    { accountId: 'site-admin', displayName: 'Site Administrator', emailAddress: 'admin@site.example', active: true, siteAdmin: true },
  ],
};

const savedClock = z.object({ offsetMs: z.number() }).optional();

/** The driver is loaded where there is a server. */
const onServer = () => import('../forge/sql/mysql-engine');

const removeDatabase = async (dataDir: string): Promise<void> => {
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(dataDir, files.database + suffix), { force: true });
  const server = process.env.OKR_MYSQL_URL ?? '';
  if (server === '') return;
  const { createMysqlDatabase } = await onServer();
  await (await createMysqlDatabase(server, mysqlDatabase(dataDir))).drop();
};

const openDatabase = async (dataDir: string | null): Promise<SqlEngine> => {
  if (dataDir === null) return createLibsqlEngine(':memory:');
  const server = process.env.OKR_MYSQL_URL ?? '';
  if (server === '') return createLibsqlEngine(join(dataDir, files.database));
  const { createMysqlDatabase, createMysqlEngine } = await onServer();
  return createMysqlEngine((await createMysqlDatabase(server, mysqlDatabase(dataDir))).url);
};

/** Installs the app. What it logs meanwhile goes into the error, since nobody sees the records of a site that did not open. */
const setUp = async (site: Site, demo: boolean): Promise<void> => {
  const trouble = watchTrouble(site.host);
  try {
    await site.host.install();
    if (demo) await (await import('../demo/load-demo')).loadDemo(site);
    await site.host.drain();
  } catch (error) {
    throw new Error([error instanceof Error ? error.message : String(error), ...trouble.lines()].join('\n'), { cause: error });
  } finally {
    trouble.stop();
  }
  site.save();
};

const openWith = async (options: SiteOptions, release: () => void): Promise<Site> => {
  const { dataDir, demo = false } = options;
  const read = (file: string): unknown => (dataDir === null ? undefined : readJsonFile(join(dataDir, file)));

  const ticking = createTickingClock(savedClock.parse(read(files.clock))?.offsetMs ?? 0);
  const clock = options.frozenAt === undefined ? ticking : createFrozenClock(Date.parse(options.frozenAt));
  const runtime = read(files.runtime);
  const isNew = runtime === undefined;
  // The demo company lives a quarter in seconds, and the rates go by real time.
  const sqlRates = options.sqlRates ?? (isNew && demo ? { ddlPerMinute: null } : undefined);

  const startingJira = async (): Promise<unknown> => {
    if (!demo) return options.jiraState ?? emptyCompany;
    const { demoJira } = await import('../demo/demo-issues');
    return demoJira(dayOf(clock.now()));
  };
  const jiraState = read(files.jira) ?? (await startingJira());
  const jira = createJiraSite({ clock, state: jiraState });
  // A first opening that was cut short leaves a database without the rest of its site.
  if (isNew && dataDir !== null && !options.engine) await removeDatabase(dataDir);
  const engine = options.engine ?? (await openDatabase(dataDir));

  try {
    const host = await createForgeHost({
      manifestPath,
      app: () => import('../../src/index'),
      jira,
      sql: engine,
      clock,
      ...(runtime === undefined ? {} : { state: runtime }),
      ...(sqlRates === undefined ? {} : { sqlRates }),
    });
    jira.subscribe(host.acceptEvent);
    const site: Site = {
      jira,
      host,
      clock,
      engine,
      manifest: readManifest(manifestPath),
      save: () => {
        if (dataDir === null) return;
        writeJsonFile(join(dataDir, files.jira), jira.dump());
        writeJsonFile(join(dataDir, files.clock), { offsetMs: clock.now() - Date.now() });
        // Last, because its presence says that the site is complete.
        writeJsonFile(join(dataDir, files.runtime), host.dump());
      },
      close: async () => {
        try {
          await engine.close();
        } finally {
          release();
        }
      },
    };
    if (isNew) await setUp(site, demo);
    return site;
  } catch (error) {
    await engine.close();
    throw error;
  }
};

/** Opens the site in its folder, or makes it there. Rejects where another process holds the folder, and where the app cannot be loaded. */
export const openSite = async (options: SiteOptions): Promise<Site> => {
  if (options.dataDir === null) return openWith(options, () => undefined);
  mkdirSync(options.dataDir, { recursive: true });
  const release = await lockFolder(options.dataDir, options.lockWaitMs ?? 30_000);
  try {
    return await openWith(options, release);
  } catch (error) {
    release();
    throw error;
  }
};

/** Removes what `openSite` keeps, so that the next opening makes a new site. */
export const removeSite = async (dataDir: string, lockWaitMs = 30_000): Promise<void> => {
  mkdirSync(dataDir, { recursive: true });
  const release = await lockFolder(dataDir, lockWaitMs);
  try {
    for (const file of [files.runtime, files.jira, files.clock]) rmSync(join(dataDir, file), { force: true });
    await removeDatabase(dataDir);
  } finally {
    release();
  }
};
