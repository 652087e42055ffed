/**
 * Holds the manifest against what the code does: handlers exist, scopes are exactly those the calls need, nothing leaves Atlassian.
 * Pure: it is told what the code does by its callers.
 */
import type { Manifest } from './manifest';

/** Something the code does that needs a scope. */
export type ScopedCall = { readonly call: string; readonly scopes: readonly string[] };

/** Each function's handler is `file.export`; all of ours live in the file `index`. */
export function handlerProblems(manifest: Manifest, exported: ReadonlySet<string>): string[] {
  return manifest.modules.function.flatMap(({ key, handler }) => {
    const [file, name = ''] = handler.split('.');
    return file === 'index' && exported.has(name) ? [] : [`function "${key}": the handler ${handler} is not exported by src/index.ts`];
  });
}

/** A call without its scope fails at run time; a scope without a call asks administrators for more than we need. */
export function scopeProblems(manifest: Manifest, calls: readonly ScopedCall[]): string[] {
  const declared = manifest.permissions.scopes;
  const needed = new Set(calls.flatMap(({ scopes }) => scopes));
  const missing = calls.flatMap(({ call, scopes }) =>
    scopes.filter((scope) => !declared.includes(scope)).map((scope) => `${call} needs the scope ${scope}, which is not declared`),
  );
  return [
    ...missing,
    ...declared.filter((scope) => !needed.has(scope)).map((scope) => `the scope ${scope} is declared, but no call needs it`),
  ];
}

/** Whatever could carry data out of Atlassian, or loosen the content security policy. */
export function egressProblems(manifest: Manifest): string[] {
  const { permissions, modules, remotes } = manifest;
  return [
    ...(remotes === undefined ? [] : ['remotes are declared: data could leave Atlassian']),
    ...['external', 'content']
      .filter((door) => door in permissions)
      .map((door) => `permissions.${door} is declared: data could leave Atlassian, or foreign code come in`),
    ...['webtrigger', 'endpoint'].filter((door) => door in modules).map((door) => `a ${door} is declared: it is open to the outside`),
  ];
}
