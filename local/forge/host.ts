/**
 * The Forge runtime of the local site: calls the app's handlers for resolvers, events, queues and schedules, and
 * answers their platform calls. Strict where Forge is strict; what it does not model it refuses by name.
 */
import { z } from 'zod';
import type { Clock, ForgeHost, JiraEvent, JiraSite, RealtimeMessage, SqlEngine } from '../seams';
import { createEventChannel, eventChannelState } from './event-channel';
import { installForgeGlobals, outsideScope } from './globals';
import { appVersion, cloudId, environmentId, environmentType, installationAri, siteUrl, timezone } from './identity';
import { InvocationKilled } from './invocation';
import { createInvocationRunner, findHandlers } from './invocation-runner';
import type { PlatformCall } from './invocation-runner';
import { callJira } from './jira-door';
import { forgeLimits } from './limits';
import type { ForgeLimits } from './limits';
import { readManifest } from './manifest';
import type { Schedule, Trigger } from './manifest';
import { NotEmulated } from './not-emulated';
import { createForgeQueue, queueState } from './queue';
import type { DeliveryOutcome, QueueJob } from './queue';
import { publishRealtime } from './realtime-door';
import { createSchedules } from './schedules';
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

const asksForRetry = (result: unknown): boolean =>
  typeof result === 'object' && result !== null && '_retry' in result && result._retry === true;

/** A drain does not wait for real: what is due within this time counts as due. */
const drainLooksAheadMs = 60_000;
const retriesPerDrain = 4;
const deliveriesPerDrain = 20_000;

export const createForgeHost = async (options: ForgeHostOptions): Promise<ForgeHost> => {
  const { jira, clock } = options;
  const manifest = readManifest(options.manifestPath);
  const saved = options.state === undefined ? undefined : hostState.parse(options.state);
  installForgeGlobals();
  const handlers = findHandlers(manifest, await options.app());

  const sql = createSqlService(options.sql, { ...forgeSqlRates, dataPerSecond: null, ...options.sqlRates });
  const events = createEventChannel(saved?.events);
  const queue = createForgeQueue(clock, saved?.queue);
  const schedules = createSchedules(manifest.schedules, clock, saved?.lastRuns);
  const queueNames = new Set(manifest.consumers.map((consumer) => consumer.queue));
  const realtimeListeners = new Set<(message: RealtimeMessage) => void>();
  let statementsToLive: number | null = null;

  const callSql: PlatformCall = async (invocation, _meta, path, init) => {
    if (!manifest.hasSql)
      return Response.json({ code: 'APP_NOT_ENABLED', message: 'The manifest declares no sql module.' }, { status: 403 });
    if (path !== '/api/v1/execute' && path !== '/api/v1/execute/ddl') throw new NotEmulated(`SQL endpoint ${path}`);
    const die = (): InvocationKilled => {
      const death = new InvocationKilled();
      invocation.end(death);
      statementsToLive = null;
      return death;
    };
    if (statementsToLive === 0) throw die();
    const requestBody = String(init?.body);
    const began = performance.now();
    const reply = await sql.execute(path.endsWith('/ddl') ? 'ddl' : 'execute', requestBody);
    invocation.noteSql({ query: sql.queryOf(requestBody), ms: performance.now() - began, rows: reply.rows, ddl: reply.ddl });
    if (statementsToLive !== null) statementsToLive -= 1;
    if (statementsToLive === 0) die();
    return Response.json(reply.body, { status: reply.status });
  };

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
    if (meta.type === 'sql') return callSql(invocation, meta, path, init);
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

  const backgroundContext = (moduleKey: string): Record<string, unknown> => ({
    context: { cloudId, moduleKey },
    contextToken: `local-${moduleKey}`,
  });

  /** What a background handler throws is in its record; Forge logs it and goes on, and so does the host. */
  const outcomeOf = async (run: Promise<unknown>): Promise<DeliveryOutcome> => {
    try {
      return { type: 'returned', result: await run };
    } catch (error) {
      return { type: 'failed', reason: error instanceof Error ? error.message : String(error) };
    }
  };

  const deliverTo = async (trigger: Trigger, event: JiraEvent): Promise<void> => {
    if (trigger.ignoreSelf && event.payload.selfGenerated === true) return;
    const outcome = await outcomeOf(
      runner.run({
        functionKey: trigger.functionKey,
        moduleType: 'trigger',
        moduleKey: trigger.key,
        resolverName: null,
        accountId: null,
        payload: { eventType: event.name, ...event.payload, ...backgroundContext(trigger.key) },
      }),
    );
    if (outcome.type === 'returned' && asksForRetry(outcome.result))
      throw new NotEmulated(`a retry asked for by the trigger "${trigger.key}"`);
  };

  const deliverEvent = async (event: JiraEvent): Promise<void> => {
    for (const trigger of manifest.triggers.filter((candidate) => candidate.events.includes(event.name))) await deliverTo(trigger, event);
  };

  /** True when the job was put back for a retry. */
  const deliverJob = async (job: QueueJob): Promise<boolean> => {
    const consumer = manifest.consumers.find((candidate) => candidate.queue === job.queueName);
    if (!consumer) throw new Error(`A job waits on the queue "${job.queueName}", which has no consumer any more.`);
    const { body, queueName, jobId, eventId, retryContext } = job;
    const outcome = await outcomeOf(
      runner.run({
        functionKey: consumer.functionKey,
        moduleType: 'consumer',
        moduleKey: consumer.key,
        resolverName: null,
        accountId: null,
        payload: { body, queueName, jobId, eventId, ...(retryContext ? { retryContext } : {}) },
      }),
    );
    return queue.settle(job, outcome);
  };

  const deliverAll = async (flushHeld: boolean): Promise<void> => {
    const retries = new Map<string, number>();
    if (flushHeld) events.flushHeld();
    for (let delivered = 0; delivered < deliveriesPerDrain; delivered += 1) {
      const event = events.take();
      if (event) {
        await deliverEvent(event);
        continue;
      }
      const job = queue.take(clock.now() + drainLooksAheadMs, ({ eventId }) => (retries.get(eventId) ?? 0) <= retriesPerDrain);
      if (!job) return;
      if (await deliverJob(job)) retries.set(job.eventId, (retries.get(job.eventId) ?? 0) + 1);
    }
    throw new Error(`The queue did not come to rest after ${deliveriesPerDrain} deliveries: does a consumer push to itself for ever?`);
  };

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

  /** Drains wait for each other: two at once would deliver a coalesced job's events out of order. */
  let lastDrain: Promise<void> = Promise.resolve();

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
      deliverEvent({
        name: 'avi:forge:installed:app',
        payload: { id: installationAri, app: { id: manifest.appId, version: appVersion } },
      }),

    schedule: async (moduleKey) => runSchedule(schedules.get(moduleKey)),

    runDueSchedules: async () => {
      for (const schedule of schedules.listDue()) await outcomeOf(runSchedule(schedule));
    },

    acceptEvent: events.accept,
    setEventMode: events.setMode,

    drain: async ({ flushHeld = false } = {}) => {
      const turn = lastDrain.then(() => deliverAll(flushHeld));
      lastDrain = turn.catch(() => undefined);
      return outsideScope(() => turn);
    },

    onInvocation: runner.onRecord,
    onRealtime: (listener) => {
      realtimeListeners.add(listener);
      return () => realtimeListeners.delete(listener);
    },
    invocations: runner.records,
    dieAfterStatement: (n) => {
      statementsToLive = n;
    },
    dump: () => ({ events: events.state(), queue: queue.state(), lastRuns: schedules.state() }),
  };
};
