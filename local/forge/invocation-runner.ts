/**
 * Runs a handler of the app the way Forge does: JSON in and out, within its size and time, with the real SDK finding
 * its platform through this invocation only. Keeps the records.
 */
import type { Clock, InvocationRecord } from '../seams';
import { outsideScope, runInScope } from './globals';
import type { FetchMeta } from './globals';
import { contextAri } from './identity';
import { InvocationTimedOut, startInvocation } from './invocation';
import type { Invocation, ModuleType } from './invocation';
import type { ForgeLimits } from './limits';
import type { AppManifest } from './manifest';

type InvocationRequest = {
  readonly functionKey: string;
  readonly moduleType: ModuleType;
  readonly moduleKey: string;
  readonly resolverName: string | null;
  readonly accountId: string | null;
  /** The handler's first argument. */
  readonly payload: unknown;
};

export type PlatformCall = (invocation: Invocation, meta: FetchMeta, path: string, init: RequestInit | undefined) => Promise<Response>;

export type InvocationRunner = {
  /** The handler's result after a JSON round trip; rejects as the handler does, or with the limit that was passed. */
  run(request: InvocationRequest): Promise<unknown>;
  records(): readonly InvocationRecord[];
  onRecord(listener: (record: InvocationRecord) => void): () => void;
};

type Handler = (payload: unknown, context: unknown) => unknown;

const keptRecords = 1000;

const isHandler = (value: unknown): value is Handler => typeof value === 'function';

const toJson = (value: unknown): string | undefined => JSON.stringify(value);
const sizeOf = (json: string | undefined): number => (json === undefined ? 0 : Buffer.byteLength(json));
const fromJson = (json: string | undefined): unknown => (json === undefined ? undefined : JSON.parse(json));

/** Every handler the manifest names, from the app's exports. Throws with the names that are missing. */
export const findHandlers = (manifest: AppManifest, exports: Readonly<Record<string, unknown>>): ReadonlyMap<string, Handler> => {
  const handlers = new Map<string, Handler>();
  const missing: string[] = [];
  for (const { key, exportName } of manifest.functions.values()) {
    const handler = exports[exportName];
    if (isHandler(handler)) handlers.set(key, handler);
    else missing.push(exportName);
  }
  if (missing.length > 0) throw new Error(`The manifest names handlers that the app does not export as functions: ${missing.join(', ')}.`);
  return handlers;
};

export const createInvocationRunner = (options: {
  readonly manifest: AppManifest;
  readonly handlers: ReadonlyMap<string, Handler>;
  readonly clock: Clock;
  readonly limits: ForgeLimits;
  readonly platformCall: PlatformCall;
}): InvocationRunner => {
  const { manifest, handlers, clock, limits, platformCall } = options;
  const records: InvocationRecord[] = [];
  const listeners = new Set<(record: InvocationRecord) => void>();

  const timeoutOf = (moduleType: ModuleType, timeoutSeconds: number | null): number => {
    const isBackground = moduleType === 'consumer' || moduleType === 'scheduledTrigger';
    if (!isBackground) return limits.invocationMs;
    return timeoutSeconds === null ? limits.backgroundMs : timeoutSeconds * 1000;
  };

  const keep = (record: InvocationRecord): void => {
    records.push(record);
    if (records.length > keptRecords) records.shift();
    outsideScope(() => {
      for (const listener of listeners) listener(record);
    });
  };

  const withinTime = async (invocation: Invocation, timeoutMs: number, work: Promise<unknown>): Promise<unknown> => {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        const error = new InvocationTimedOut(timeoutMs);
        invocation.end(error);
        reject(error);
      }, timeoutMs);
    });
    try {
      return await Promise.race([work, timeout]);
    } finally {
      clearTimeout(timer);
    }
  };

  return {
    run: async (request) => {
      const appFunction = manifest.functions.get(request.functionKey);
      const handler = handlers.get(request.functionKey);
      if (!appFunction || !handler) throw new Error(`No function "${request.functionKey}" in the manifest.`);
      const payload = toJson(request.payload);
      const timeoutMs = timeoutOf(request.moduleType, appFunction.timeoutSeconds);
      const invocation = startInvocation({
        manifest,
        appFunction,
        moduleType: request.moduleType,
        moduleKey: request.moduleKey,
        resolverName: request.resolverName,
        accountId: request.accountId,
        startedAt: clock.now(),
        timeoutMs,
        maxLogLines: limits.logLines,
        requestBytes: sizeOf(payload),
      });
      const context = {
        installContext: contextAri,
        ...(request.accountId === null ? {} : { principal: { accountId: request.accountId } }),
      };
      const scope = {
        runtime: invocation.runtime,
        log: invocation.log,
        now: () => clock.now(),
        platformFetch: async (meta: FetchMeta, path: string, init: RequestInit | undefined) => {
          invocation.assertAlive();
          return outsideScope(() => platformCall(invocation, meta, path, init));
        },
      };

      let responseBytes = 0;
      try {
        if (sizeOf(payload) > limits.requestBytes) throw new Error(`The request is larger than ${limits.requestBytes} bytes.`);
        const work = runInScope(scope, async () => handler(fromJson(payload), context));
        const result = toJson(await withinTime(invocation, timeoutMs, work));
        invocation.assertAlive();
        responseBytes = sizeOf(result);
        if (responseBytes > limits.responseBytes) throw new Error(`The response is larger than ${limits.responseBytes} bytes.`);
        keep(invocation.record({ responseBytes, error: null }));
        return fromJson(result);
      } catch (error) {
        keep(invocation.record({ responseBytes, error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }));
        throw error;
      } finally {
        invocation.end(new Error('InvocationOver: a platform call after the handler had returned; await what you start'));
      }
    },
    records: () => records,
    onRecord: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
