/**
 * Before each test file: no connection leaves this machine, and the globals of the Forge SDK stand before anything
 * imports it, since the SDK keeps the `fetch` it finds first.
 */
import { Socket } from 'node:net';
import { installForgeGlobals } from '../../local/forge/globals';

type Guard = { refused: string[] };
const guardKey = Symbol.for('test.outbound-guard');

const isLocal = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.');

/** Hosts that something tried to reach since this was last asked. */
export const takeRefusedHosts = (): string[] => outboundGuard().refused.splice(0);

const hostOf = (args: unknown): string => {
  const first: unknown = Array.isArray(args) ? args[0] : args;
  if (Array.isArray(first)) return hostOf(first);
  if (typeof first !== 'object' || first === null || ('path' in first && typeof first.path === 'string')) return 'localhost';
  return 'host' in first && typeof first.host === 'string' ? first.host : 'localhost';
};

/** The guard sits on a class of Node's own, which test files of one worker share; it is set there once. */
const outboundGuard = (): Guard => {
  const prototype: Socket & { [guardKey]?: Guard } = Socket.prototype;
  const existing = prototype[guardKey];
  if (existing) return existing;
  const guard: Guard = { refused: [] };
  prototype[guardKey] = guard;
  const connect: unknown = Reflect.get(prototype, 'connect');
  if (typeof connect !== 'function') throw new Error('Socket.connect is not where this guard expects it.');
  prototype.connect = function guarded(this: Socket, ...args: unknown[]): Socket {
    const host = hostOf(args);
    if (isLocal(host)) return Reflect.apply(connect, this, args);
    guard.refused.push(host);
    throw new Error(`A test tried to reach ${host}.`);
  };
  return guard;
};

outboundGuard();
installForgeGlobals();
