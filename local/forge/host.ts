/**
 * The Forge runtime of the local site: calls the app's handlers for resolvers, events, queues and schedules, and
 * answers their platform calls. Strict where Forge is strict; what it does not model it refuses by name.
 */
import { z } from 'zod';
import type { Clock, ForgeHost, JiraSite, RealtimeMessage, SqlEngine } from '../seams';
import { backgroundContext, createDeliveries, outcomeOf } from './deliveries';
import { createEventChannel, eventChannelState } from './event-channel';
import { installForgeGlobals } from './globals';
import { appVersion, cloudId, environmentId, environmentType, installationAri, siteUrl, timezone } from './identity';
import { createInvocationRunner, findHandlers } from './invocation-runner';
import type { PlatformCall } from './invocation-runner';
import { callJira } from './jira-door';
import { forgeLimits } from './limits';
import type { ForgeLimits } from './limits';
import { readManifest } from './manifest';
import type { Schedule } from './manifest';
import { NotEmulated } from './not-emulated';
import { createForgeQueue, queueState } from './queue';
import { publishRealtime } from './realtime-door';
import { createSchedules } from './schedules';
import { createSqlDoor } from './sql-door';
import { createSqlService, forgeSqlRates } from './sql/sql-service';
import type { SqlRates } from './sql/sql-service';

export type ForgeHostOptions = {
  readonly manifestPath: string;
  /** Imports the app's entry; called once, after the globals the SDK captures are in place. */
  readonly app: () => Promise<Readonly<Record<string, unknown>>>;
  readonly jira: JiraSite;
  readonly sql: SqlEngine;
  readonly clock: Clock;
  /** What `dump` gave. */
  readonly state?: unknown;
  /** Other limits than Forge's, for tests of the limits themselves. */
  readonly limits?: Partial<ForgeLimits>;
  readonly sqlRates?: Partial<SqlRates>;
};

const hostState = z.object({ events: eventChannelState, queue: queueState, lastRuns: z.record(z.string(), z.number()) });

export const createForgeHost = async (options: ForgeHostOptions): Promise<ForgeHost> => {
  const { jira, clock } = options;
  const manifest = readManifest(options.manifestPath);
  const saved = options.state === undefined ? undefined : hostState.parse(options.state);
  installForgeGlobals();
  const handlers = findHandlers(manifest, await options.app());

  const sqlService = createSqlService(options.sql, { ...forgeSqlRates, dataPerSecond: null, ...options.sqlRates });
  const sqlDoor = createSqlDoor(sqlService, manifest.hasSql);
  const events = createEventChannel(saved?.events);
  const queue = createForgeQueue(clock, saved?.queue);
  const schedules = createSchedules(manifest.schedules, clock, saved?.lastRuns);
  const queueNames = new Set(manifest.consumers.map((consumer) => consumer.queue));
  const realtimeListeners = new Set<(message: RealtimeMessage) => void>();

  const callAtlassian: PlatformCall = async (invocation, meta, path, init) => {
    if (meta.provider !== 'app' || !path.startsWith('/webhook/queue/publish/')) throw new NotEmulated(`Atlassian API ${path}`);
    invocation.noteQueuePush();
    const reply = queue.push(String(init?.body), queueNames);
    return Response.json(reply.body, { status: reply.status });
  };

  const publish = (message: RealtimeMessage): void => {
    for (const listener of realtimeListeners) listener(message);
  };

  const answer: PlatformCall = async (invocation, meta, path, init) => {
    if (meta.type === 'sql') return sqlDoor.call(invocation, meta, path, init);
    if (meta.type === 'realtime') return publishRealtime(invocation, clock, publish, init);
    if (meta.type === 'fpp' && meta.remote === 'jira') return callJira(jira, manifest.scopes, invocation, meta, path, init);
    if (meta.type === 'fpp' && meta.remote === 'stargate') return callAtlassian(invocation, meta, path, init);
    throw new NotEmulated(`platform call ${meta.type} ${meta.remote ?? ''} ${path}`);
  };

  const platformCall: PlatformCall = async (invocation, meta, path, init) => {
    try {
      return await answer(invocation, meta, path, init);
    } catch (error) {
      // Handlers turn unknown errors into polite answers; a gap of the host must not hide behind one.
      if (error instanceof Error && error.name === 'NotEmulated') invocation.end(error);
      throw error;
    }
  };

  const runner = createInvocationRunner({ manifest, handlers, clock, limits: { ...forgeLimits, ...options.limits }, platformCall });

  const surfaceContext = (moduleKey: string, accountId: string, extension: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
    accountId,
    cloudId,
    environmentId,
    environmentType,
    extension,
    localId: `${installationAri}/${moduleKey}`,
    locale: 'en-US',
    moduleKey,
    siteUrl,
    timezone,
  });

  const deliveries = createDeliveries({ manifest, runner, events, queue, clock });

  const runSchedule = async ({ key, functionKey }: Schedule): Promise<void> => {
    schedules.noteRun(key);
    await runner.run({
      functionKey,
      moduleType: 'scheduledTrigger',
      moduleKey: key,
      resolverName: null,
      accountId: null,
      payload: backgroundContext(key),
    });
  };

  const findFunction = (functions: ReadonlyMap<string, string>, moduleKey: string, what: string): string => {
    const functionKey = functions.get(moduleKey);
    if (functionKey === undefined)
      throw new Error(`The module "${moduleKey}" has no ${what} in the manifest; these have: ${[...functions.keys()].join(', ')}.`);
    return functionKey;
  };

  return {
    invoke: async (resolverName, payload, { accountId, surface }) =>
      runner.run({
        functionKey: findFunction(manifest.resolvers, surface.moduleKey, 'resolver'),
        moduleType: 'resolver',
        moduleKey: surface.moduleKey,
        resolverName,
        accountId,
        payload: { call: { functionKey: resolverName, payload }, context: surfaceContext(surface.moduleKey, accountId, surface.extension) },
      }),

    dynamicProperties: async (moduleKey, accountId, extension) =>
      runner.run({
        functionKey: findFunction(manifest.dynamicProperties, moduleKey, 'dynamicProperties'),
        moduleType: 'dynamicProperties',
        moduleKey,
        resolverName: null,
        accountId,
        payload: { cloudId, extension },
      }),

    install: () =>
      deliveries.deliverEvent({
        name: 'avi:forge:installed:app',
        payload: { id: installationAri, app: { id: manifest.appId, version: appVersion } },
      }),

    schedule: async (moduleKey) => runSchedule(schedules.get(moduleKey)),

    runDueSchedules: async () => {
      for (const schedule of schedules.listDue()) await outcomeOf(runSchedule(schedule));
    },

    acceptEvent: events.accept,
    setEventMode: events.setMode,

    drain: deliveries.drain,

    onInvocation: runner.onRecord,
    onRealtime: (listener) => {
      realtimeListeners.add(listener);
      return () => realtimeListeners.delete(listener);
    },
    invocations: runner.records,
    dieAfterStatement: sqlDoor.dieAfterStatement,
    dump: () => ({ events: events.state(), queue: queue.state(), lastRuns: schedules.state() }),
  };
};
