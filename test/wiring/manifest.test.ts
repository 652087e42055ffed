import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseManifest, readManifest, repositoryRoot } from './manifest';
import { egressProblems, handlerProblems, scopeProblems } from './manifest-problems';
import { backendCalls, browserCalls, storageCalls } from './scoped-calls';

const manifest = readManifest();

describe('manifest.yml', () => {
  it('names only handlers that src/index.ts exports', async () => {
    const app: Record<string, unknown> = await import('../../src/index');
    expect(handlerProblems(manifest, new Set(Object.keys(app)))).toEqual([]);
  });

  it('declares exactly the scopes that the calls of the code need', () => {
    expect(scopeProblems(manifest, [...backendCalls(), ...browserCalls(), ...storageCalls(manifest)])).toEqual([]);
  });

  it('lets no data out and no foreign code in', () => {
    expect(egressProblems(manifest)).toEqual([]);
  });

  it('has the pages that screens lead to', () => {
    const [source, modules] = [readFileSync(join(repositoryRoot, 'static/api.ts'), 'utf8'), JSON.stringify(manifest.modules)];
    const named = [...source.matchAll(/moduleKey: '([^']+)'/g)].map(([, key]) => key);
    expect(named).toHaveLength(2);
    for (const key of named) expect(modules).toContain(`"key":"${key}"`);
  });

  it('has every one of its functions used by a module', () => {
    const { function: functions, ...modules } = manifest.modules;
    const used = [...JSON.stringify(modules).matchAll(/"function":"([^"]+)"/g)].map(([, key]) => key);
    expect(new Set(functions.map(({ key }) => key))).toEqual(new Set(used));
  });
});

describe('the manifest checks', () => {
  const faulty = parseManifest(`
modules:
  function:
    - { key: main, handler: index.main }
    - { key: other, handler: elsewhere.main }
  webtrigger: [{ key: hook, function: main }]
permissions:
  scopes: [read:jira-work, manage:jira-project]
  external: { fetch: { backend: ['*'] } }
remotes: [{ key: ours, baseUrl: 'https://acme.example' }]
`);

  it('find a handler that is not exported, or lives in another file', () => {
    expect(handlerProblems(faulty, new Set(['main']))).toEqual([
      'function "other": the handler elsewhere.main is not exported by src/index.ts',
    ]);
    expect(handlerProblems(faulty, new Set())).toHaveLength(2);
  });

  it('find scopes that are missing and scopes that are too many', () => {
    const calls = [{ call: 'GET /rest/api/3/field', scopes: ['read:jira-work', 'read:jira-user'] }];
    expect(scopeProblems(faulty, calls)).toEqual([
      'GET /rest/api/3/field needs the scope read:jira-user, which is not declared',
      'the scope manage:jira-project is declared, but no call needs it',
    ]);
  });

  it('find every door to the outside', () => {
    expect(egressProblems(faulty)).toEqual([
      'remotes are declared: data could leave Atlassian',
      'permissions.external is declared: data could leave Atlassian, or foreign code come in',
      'a webtrigger is declared: it is open to the outside',
    ]);
  });
});
