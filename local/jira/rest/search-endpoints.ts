/**
 * Search by JQL: pages of issues, an approximate count, and which of some issues match. All of it reads the index, so
 * it lags where the site is told to; what the asker may not browse is left out without a word.
 */
import { compileJql } from '../jql/compile-jql';
import type { CompiledJql } from '../jql/compile-jql';
import { parseJql } from '../jql/parse-jql';
import { JiraError } from '../jira-error';
import type { Issue } from '../model';
import { browser } from './access';
import { accountIdOf, queryList, queryNumber, readBody, readNumber, readText, readTexts } from './endpoint';
import type { Answer, Call, Endpoint } from './endpoint';
import { presentFieldExpansion, presentIssue, selectFields } from './present-issue';

const defaultPage = 50;
/** Jira gives long pages only to those who ask for ids and keys alone. */
const longestBarePage = 5000;
const longestPage = 100;
const maxReconciled = 50;
const maxMatched = { issues: 1000, queries: 1000 };

const compile = (call: Call, jql: string): CompiledJql =>
  compileJql(parseJql(jql), { store: call.store, accountId: accountIdOf(call.principal), now: call.clock.now(), sees: browser(call) });

const compileBounded = (call: Call, jql: string): CompiledJql => {
  const compiled = compile(call, jql);
  if (!compiled.bounded)
    throw new JiraError(400, ['Unbounded JQL queries are not allowed here. Please add a search restriction to your query.']);
  return compiled;
};

/** The issues a query finds, in its order. */
const findIssues = (call: Call, compiled: CompiledJql, current?: ReadonlySet<string>): readonly Issue[] => {
  const sees = browser(call);
  return compiled.sort(call.index.issues(current).filter((issue) => sees(issue.projectId) && compiled.matches(issue)));
};

export const searchJql = (call: Call, jql: string): readonly Issue[] => findIssues(call, compile(call, jql));

type Cursor = { readonly jql: string; readonly after: string; readonly offset: number };

const writeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

const readCursor = (token: string, jql: string): Cursor => {
  const invalid = new JiraError(400, ['The nextPageToken is not valid for this query.']);
  try {
    const value: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (typeof value !== 'object' || value === null || !('jql' in value) || !('after' in value) || !('offset' in value)) throw invalid;
    const { after, offset } = value;
    if (value.jql !== jql || typeof after !== 'string' || typeof offset !== 'number') throw invalid;
    return { jql, after, offset };
  } catch {
    throw invalid;
  }
};

type Search = {
  readonly jql: string;
  readonly nextPageToken: string | null;
  readonly maxResults: number;
  readonly fields: readonly string[];
  readonly expand: ReadonlySet<string>;
  readonly reconcile: readonly string[];
};

const runSearch = (call: Call, search: Search): Answer => {
  if (search.reconcile.length > maxReconciled) throw new JiraError(400, [`At most ${String(maxReconciled)} issues can be reconciled.`]);
  const compiled = compileBounded(call, search.jql);
  const cursor = search.nextPageToken === null ? null : readCursor(search.nextPageToken, search.jql);
  const found = findIssues(call, compiled, new Set(search.reconcile));
  // A page starts after the last issue of the one before; where that issue has left the results, at its old place.
  const last = cursor === null ? -1 : found.findIndex((issue) => issue.id === cursor.after);
  const start = cursor === null ? 0 : last >= 0 ? last + 1 : cursor.offset;
  const onlyIds = search.fields.every((field) => field === 'id');
  const bare = search.fields.every((field) => field === 'id' || field === 'key');
  const size = Math.max(1, Math.min(search.maxResults, bare ? longestBarePage : longestPage));
  const page = found.slice(start, start + size);
  const isLast = start + size >= found.length;
  const tail = page[page.length - 1];
  const selected = bare ? new Set<string>() : selectFields(call, search.fields);
  const present = (issue: Issue) => {
    if (onlyIds && search.expand.size === 0) return { id: issue.id };
    const { fields, ...rest } = presentIssue(call, issue, selected, search.expand);
    return bare ? rest : { ...rest, fields };
  };
  return {
    status: 200,
    body: {
      issues: page.map(present),
      isLast,
      ...(isLast || !tail ? {} : { nextPageToken: writeCursor({ jql: search.jql, after: tail.id, offset: start + size }) }),
      ...presentFieldExpansion(call, selected, search.expand),
    },
    extraPoints: page.length,
  };
};

const names = (expand: string | null): ReadonlySet<string> =>
  new Set(
    (expand ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
  );

const searchByPost: Endpoint = {
  method: 'POST',
  path: '/rest/api/3/search/jql',
  scopes: ['read:jira-work'],
  handle: (call) => {
    const body = readBody(call, [
      'jql',
      'nextPageToken',
      'maxResults',
      'fields',
      'expand',
      'properties',
      'fieldsByKeys',
      'reconcileIssues',
    ]);
    return runSearch(call, {
      jql: readText(body, 'jql') ?? '',
      nextPageToken: readText(body, 'nextPageToken'),
      maxResults: readNumber(body, 'maxResults') ?? defaultPage,
      fields: readTexts(body, 'fields') ?? ['id'],
      expand: names(readText(body, 'expand')),
      reconcile: readTexts(body, 'reconcileIssues') ?? [],
    });
  },
};

const searchByGet: Endpoint = {
  method: 'GET',
  path: '/rest/api/3/search/jql',
  scopes: ['read:jira-work'],
  handle: (call) => {
    const fields = queryList(call.query, 'fields');
    return runSearch(call, {
      jql: call.query.get('jql') ?? '',
      nextPageToken: call.query.get('nextPageToken'),
      maxResults: queryNumber(call.query, 'maxResults', defaultPage),
      fields: fields.length === 0 ? ['id'] : fields,
      expand: new Set(queryList(call.query, 'expand')),
      reconcile: queryList(call.query, 'reconcileIssues'),
    });
  },
};

const approximateCount: Endpoint = {
  method: 'POST',
  path: '/rest/api/3/search/approximate-count',
  scopes: ['read:jira-work'],
  handle: (call) => {
    const jql = readText(readBody(call, ['jql']), 'jql') ?? '';
    return { status: 200, body: { count: findIssues(call, compileBounded(call, jql)).length } };
  },
};

const matchIssues: Endpoint = {
  method: 'POST',
  path: '/rest/api/3/jql/match',
  scopes: ['read:jira-work'],
  handle: (call) => {
    const body = readBody(call, ['issueIds', 'jqls']);
    const [issueIds, jqls] = [readTexts(body, 'issueIds'), readTexts(body, 'jqls')];
    if (!issueIds || !jqls) throw new JiraError(400, ['Both issueIds and jqls have to be given.']);
    if (issueIds.length > maxMatched.issues || jqls.length > maxMatched.queries)
      throw new JiraError(400, ['Too many issue ids or JQL queries in one request.']);
    const asked = new Set(issueIds);
    const sees = browser(call);
    const candidates = call.index.issues().filter((issue) => asked.has(issue.id) && sees(issue.projectId));
    const match = (jql: string) => {
      try {
        const compiled = compile(call, jql);
        return {
          matchedIssues: candidates
            .filter(compiled.matches)
            .map((issue) => Number(issue.id))
            .sort((a, b) => a - b),
          errors: [],
        };
      } catch (error) {
        if (error instanceof JiraError) return { matchedIssues: [], errors: error.errorMessages };
        throw error;
      }
    };
    const matches = jqls.map(match);
    return { status: 200, body: { matches }, extraPoints: matches.reduce((sum, { matchedIssues }) => sum + matchedIssues.length, 0) };
  },
};

export const searchEndpoints: readonly Endpoint[] = [searchByPost, searchByGet, approximateCount, matchIssues];
