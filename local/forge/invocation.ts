/**
 * One run of one handler: its identity, deadline and record. Platform calls pass its gate, which shuts when the
 * invocation is killed or out of time. Knows nothing of what the calls do.
 */
import { randomUUID } from 'node:crypto';
import type { InvocationRecord } from '../seams';
import type { ForgeRuntime } from './globals';
import { appVersion, contextAri, environmentId, environmentType, installationId } from './identity';
import type { AppFunction, AppManifest } from './manifest';

export class InvocationKilled extends Error {
  constructor() {
    super('InvocationKilled: the invocation died between two statements');
    this.name = 'InvocationKilled';
  }
}

export class InvocationTimedOut extends Error {
  constructor(ms: number) {
    super(`InvocationTimedOut: the handler ran longer than ${ms} ms`);
    this.name = 'InvocationTimedOut';
  }
}

export type ModuleType = InvocationRecord['moduleType'];

export type InvocationStart = {
  readonly manifest: AppManifest;
  readonly appFunction: AppFunction;
  readonly moduleType: ModuleType;
  readonly moduleKey: string;
  readonly resolverName: string | null;
  readonly accountId: string | null;
  readonly startedAt: number;
  readonly timeoutMs: number;
  readonly maxLogLines: number;
  readonly requestBytes: number;
};

type Calls = Pick<InvocationRecord, 'sql' | 'jira' | 'realtime' | 'logs'>;
type Open<T extends readonly unknown[]> = T[number][];

export type Invocation = {
  readonly id: string;
  readonly accountId: string | null;
  readonly moduleType: ModuleType;
  readonly runtime: ForgeRuntime;
  /** Throws once the invocation is dead; platform calls ask before they start and after they end. */
  assertAlive(): void;
  end(reason: Error): void;
  noteSql(statement: Calls['sql'][number]): void;
  noteJira(call: Calls['jira'][number]): void;
  noteQueuePush(): void;
  noteRealtime(channel: string): void;
  log(level: string, text: string): void;
  record(outcome: { readonly responseBytes: number; readonly error: string | null }): InvocationRecord;
};

const ignoredMetrics: ForgeRuntime['metrics'] = {
  counter: () => ({ incr: () => undefined, incrBy: () => undefined, decr: () => undefined, decrBy: () => undefined }),
  timing: () => ({ measure: () => ({ stop: () => undefined }) }),
  gauge: () => ({ set: () => undefined }),
};

/** Realtime channels are tied to the surface a person has open, so only calls from a surface carry a token. */
const hasSurface = (moduleType: ModuleType): boolean => moduleType === 'resolver' || moduleType === 'dynamicProperties';

export const startInvocation = (start: InvocationStart): Invocation => {
  const id = randomUUID();
  const began = performance.now();
  const calls: { [K in keyof Calls]: Open<Calls[K]> } = { sql: [], jira: [], realtime: [], logs: [] };
  let queuePushes = 0;
  let dead: Error | null = null;

  const runtime: ForgeRuntime = {
    proxy: { token: '', url: 'http://not-emulated.invalid' },
    contextAri,
    container: { runtime: 'nodejs', handler: `index.${start.appFunction.exportName}` },
    appContext: {
      appId: start.manifest.appId,
      appVersion,
      environmentId,
      environmentType,
      invocationId: id,
      installationId,
      functionKey: start.appFunction.key,
      moduleType: start.moduleType,
      moduleKey: start.moduleKey,
      permissions: { scopes: [...start.manifest.scopes], external: {}, format: () => [...start.manifest.scopes].join(', ') },
    },
    ...(start.accountId === null ? {} : { aaid: start.accountId }),
    lambdaContext: { awsRequestId: id, getRemainingTimeInMillis: () => Math.max(0, start.timeoutMs - (performance.now() - began)) },
    tracing: { traceId: id, spanId: id.slice(0, 16) },
    realtime: hasSurface(start.moduleType) ? { contextToken: id } : {},
    metrics: ignoredMetrics,
    featureFlags: () => false,
  };

  return {
    id,
    accountId: start.accountId,
    moduleType: start.moduleType,
    runtime,
    assertAlive: () => {
      if (dead) throw dead;
    },
    end: (reason) => {
      dead ??= reason;
    },
    noteSql: (statement) => calls.sql.push(statement),
    noteJira: (call) => calls.jira.push(call),
    noteQueuePush: () => {
      queuePushes += 1;
    },
    noteRealtime: (channel) => calls.realtime.push(channel),
    log: (level, text) => {
      if (calls.logs.length < start.maxLogLines) calls.logs.push({ level, text });
    },
    record: ({ responseBytes, error }) => ({
      id,
      functionKey: start.appFunction.key,
      resolverName: start.resolverName,
      moduleType: start.moduleType,
      accountId: start.accountId,
      startedAt: start.startedAt,
      durationMs: performance.now() - began,
      ...calls,
      queuePushes,
      requestBytes: start.requestBytes,
      responseBytes,
      error,
    }),
  };
};
