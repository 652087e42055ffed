/**
 * The whole app on an in-memory site with a frozen clock: the real handlers, the real SDK, the Jira stand-in and an SQL
 * engine. For use cases, triggers, budgets and crash sweeps; nothing in it is mocked.
 */
import type { ApiName, Input, Output } from '../../src/contract/api';
import type { Result } from '../../src/contract/result';
import { findUser } from '../../local/site/find-user';
import { openSite } from '../../local/site/site';
import type { Site } from '../../local/site/site';
import { surfaceOf } from '../../local/site/surface-of';
import type { Place } from '../../local/site/surface-of';
import { transitionIssue } from '../../local/site/transition-issue';
import type { InvocationRecord, JiraReply, SqlEngine } from '../../local/seams';
import { openEmptyEngine } from './engines';
import { findUnexplained } from './find-unexplained';
import { smallCompany } from './small-company';

export type TestSiteOptions = {
  /** Default: the embedded one. `'mysql'` needs OKR_MYSQL_URL. */
  readonly engine?: SqlEngine['name'];
  /** Where the clock stands, ISO. Default: Thursday 2026-11-12, 10:00 UTC, half-way through the quarter. */
  readonly now?: string;
  /** State for the Jira stand-in in place of the small company. */
  readonly jira?: unknown;
  /** The demo company, its OKRs included. */
  readonly demo?: boolean;
};

/** Who does it, by account id, e-mail or display name; default: the site administrator. */
type By = { readonly as?: string };

export type TestSite = {
  readonly site: Site;
  readonly engine: SqlEngine;
  /** Calls a resolver function as the panel of `issue` or the page of `project` would. Delivers nothing: see `settle`. */
  invoke<N extends ApiName>(name: N, input: Input<N>, from?: By & Place): Promise<Result<Output<N>>>;
  /** The same with any input, for what the types forbid. */
  invokeRaw(name: string, input: unknown, from?: By & Place): Promise<unknown>;
  /** Moves an issue and delivers what follows. */
  transition(issueKey: string, status: string, options?: By & { readonly resolution?: string }): Promise<void>;
  /** A call to the stand-in's REST API by a person. Delivers nothing. */
  jira(method: string, path: string, body?: unknown, by?: By): JiraReply;
  /** Delivers events and queue jobs until nothing is due; also what reordering holds back. */
  settle(): Promise<void>;
  sql(query: string, ...params: readonly unknown[]): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** The records of what `run` caused, oldest first. */
  recordsOf(run: () => Promise<unknown>): Promise<readonly InvocationRecord[]>;
  /** Lets this site close with numbers that no explanation adds up to; `because` says what the test has done to them. */
  leaveUnexplained(because: string): void;
  /** Fails where the app cannot explain a number it shows: whatever a test computes is held against its explanation here. */
  close(): Promise<void>;
};

const isResult = <T>(answer: unknown): answer is Result<T> => typeof answer === 'object' && answer !== null && 'ok' in answer;

/** The handles of a test on a site that is open already. */
export const testSiteOver = (site: Site): TestSite => {
  const settle = (): Promise<void> => site.host.drain({ flushHeld: true });

  const invokeRaw: TestSite['invokeRaw'] = async (name, input, { as, ...place } = {}) => {
    const user = findUser(site.jira, as);
    return site.host.invoke(name, input, { accountId: user.accountId, surface: surfaceOf(site, user, place) });
  };

  let unexplained: string | null = null;

  const invoke = async <N extends ApiName>(name: N, input: Input<N>, from?: By & Place): Promise<Result<Output<N>>> => {
    const answer = await invokeRaw(name, input, from);
    if (!isResult<Output<N>>(answer)) throw new Error(`${name} answered with something that is no Result: ${JSON.stringify(answer)}`);
    return answer;
  };

  const testSite: TestSite = {
    site,
    engine: site.engine,
    invoke,
    invokeRaw,
    transition: async (issueKey, status, { as, resolution } = {}) => {
      transitionIssue(site.jira, findUser(site.jira, as), issueKey, status, resolution);
      await settle();
    },
    jira: (method, path, body, { as } = {}) => {
      const { accountId } = findUser(site.jira, as);
      return site.jira.request({ type: 'user', accountId }, { method, path, ...(body === undefined ? {} : { body }) });
    },
    settle,
    sql: async (query, ...params) => {
      const answer = await site.engine.execute(query, params);
      return 'rows' in answer ? answer.rows : [];
    },
    recordsOf: async (run) => {
      const records: InvocationRecord[] = [];
      const stop = site.host.onInvocation((record) => records.push(record));
      try {
        await run();
      } finally {
        stop();
      }
      return records;
    },
    leaveUnexplained: (because) => {
      unexplained = because;
    },
    close: async () => {
      try {
        const faults = unexplained === null ? await findUnexplained(testSite) : [];
        if (faults.length > 0) throw new Error(`Not every number is explained:\n${faults.join('\n')}`);
      } finally {
        await site.close();
      }
    },
  };
  return testSite;
};

export const openTestSite = async (options: TestSiteOptions = {}): Promise<TestSite> =>
  testSiteOver(
    await openSite({
      dataDir: null,
      frozenAt: options.now ?? '2026-11-12T10:00:00.000Z',
      engine: await openEmptyEngine(options.engine ?? 'libsql'),
      jiraState: options.jira ?? smallCompany,
      demo: options.demo ?? false,
      sqlRates: { ddlPerMinute: null },
    }),
  );
