/**
 * The globals the real SDK looks for, set once per process. Each answers for the invocation that asks, found through
 * AsyncLocalStorage, so that several hosts and many users can run side by side without seeing each other.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { format } from 'node:util';
import type { __getRuntime } from '@forge/api';

export type ForgeRuntime = ReturnType<typeof __getRuntime>;

/** The SDK's description of a platform call: which service, and as whom. */
export type FetchMeta = {
  readonly type: string;
  readonly provider?: string;
  readonly remote?: string;
  readonly accountId?: string;
  readonly contextAri?: string;
};

/** What a running invocation offers the app's code. */
export type InvocationScope = {
  readonly runtime: ForgeRuntime;
  /** The site's time, epoch ms: what `Date` tells the app's code. */
  now(): number;
  platformFetch(meta: FetchMeta, path: string, init: RequestInit | undefined): Promise<Response>;
  log(level: string, text: string): void;
};

type ForgeGlobals = { __forge_fetch__?: (meta: FetchMeta, path: string, init?: RequestInit) => Promise<Response> };

const scopes = new AsyncLocalStorage<InvocationScope>();
const consoleLevels = ['debug', 'log', 'info', 'warn', 'error'] as const;
const target: typeof globalThis & ForgeGlobals = globalThis;

const install = (): void => {
  Object.defineProperty(target, '__forge_runtime__', { configurable: true, get: () => scopes.getStore()?.runtime });
  target.__forge_fetch__ = async (meta, path, init) => {
    const scope = scopes.getStore();
    if (!scope) throw new Error(`A platform call (${meta.type} ${path}) outside any invocation.`);
    return scope.platformFetch(meta, path, init);
  };

  // The site's clock can be set; the app knows only Date, so Date follows it while the app runs. The clock itself asks Date too, from outside.
  const siteNow = (): number | undefined => {
    const scope = scopes.getStore();
    return scope && scopes.exit(() => scope.now());
  };
  globalThis.Date = new Proxy(Date, {
    construct: (date, args, newTarget) => {
      const now = args.length === 0 ? siteNow() : undefined;
      return Reflect.construct(date, now === undefined ? args : [now], newTarget);
    },
    get: (date, property, receiver) => (property === 'now' ? () => siteNow() ?? date.now() : Reflect.get(date, property, receiver)),
  });

  const outsideFetch = globalThis.fetch;
  // @forge/api keeps the fetch it finds when it is first imported, so this must stand before that.
  globalThis.fetch = async (input, init) => {
    if (!scopes.getStore()) return outsideFetch(input, init);
    const url = input instanceof Request ? input.url : String(input);
    const refusal = new Error(`${url} is not in the manifest's permissions.external.fetch.backend`);
    refusal.name = 'REQUEST_EGRESS_ALLOWLIST_ERR';
    throw refusal;
  };

  for (const level of consoleLevels) {
    const print = console[level].bind(console);
    console[level] = (...args: unknown[]) => {
      const scope = scopes.getStore();
      if (scope) scope.log(level, format(...args));
      else print(...args);
    };
  }
};

/** Sets the globals; safe to call again. */
export const installForgeGlobals = (): void => {
  if (!target.__forge_fetch__) install();
};

/** Runs the app's code so that the SDK finds this scope, and no other, for as long as its asynchronous work goes on. */
export const runInScope = <T>(scope: InvocationScope, run: () => T): T => scopes.run(scope, run);

/** Runs host code (listeners, drivers) outside the invocation it was called from. */
export const outsideScope = <T>(run: () => T): T => scopes.exit(run);
