/** What a piece of work cost, read off the records of its invocations. A failed invocation is no measurement: it throws. */
import type { InvocationRecord } from '../../local/seams';
import type { TestSite } from '../support/test-site';

export type Cost = {
  readonly records: readonly InvocationRecord[];
  readonly invocations: number;
  readonly sql: number;
  readonly jiraCalls: number;
  readonly jiraPoints: number;
  readonly bulkFetches: number;
  /** The largest answer of an invocation. */
  readonly responseBytes: number;
};

export const costOf = (records: readonly InvocationRecord[]): Cost => {
  const failed = records.find(({ error }) => error !== null);
  if (failed) throw new Error(`${failed.functionKey} failed while it was measured: ${failed.error ?? ''}`);
  const jira = records.flatMap((record) => record.jira);
  return {
    records,
    invocations: records.length,
    sql: records.reduce((sum, record) => sum + record.sql.length, 0),
    jiraCalls: jira.length,
    jiraPoints: jira.reduce((sum, { points }) => sum + points, 0),
    bulkFetches: jira.filter(({ path }) => path === '/rest/api/3/issue/bulkfetch').length,
    responseBytes: Math.max(0, ...records.map((record) => record.responseBytes)),
  };
};

export const countCalls = async (site: TestSite, run: () => Promise<unknown>): Promise<Cost> => costOf(await site.recordsOf(run));
