/** Collects what went wrong in invocations while something else was going on: background work fails without a word elsewhere. */
import type { ForgeHost, InvocationRecord } from '../seams';

const troubleOf = ({ moduleType, resolverName, functionKey, error, logs }: InvocationRecord): string[] => {
  const who = `${moduleType} ${resolverName ?? functionKey}`;
  const logged = logs
    .filter(({ level }) => level === 'error' || level === 'warn')
    .map(({ level, text }) => `${who} logged ${level}: ${text}`);
  return error === null ? logged : [...logged, `${who} failed: ${error}`];
};

/** Errors and warnings of every invocation until `stop`, one line each, oldest first. */
export const watchTrouble = (host: Pick<ForgeHost, 'onInvocation'>): { lines(): readonly string[]; stop(): void } => {
  const lines: string[] = [];
  const stop = host.onInvocation((record) => lines.push(...troubleOf(record)));
  return { lines: () => lines, stop };
};
