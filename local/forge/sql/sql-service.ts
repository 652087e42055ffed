/**
 * The SQL service behind `@forge/sql`: checks policy, sizes and rates, runs the statement on an engine and answers
 * with the HTTP status and body the SDK expects. Knows nothing of invocations.
 */
import type { SqlAnswer, SqlEngine } from '../../seams';
import { bareSql } from './bare-sql';
import { SqlEngineError } from './sql-engine-error';
import { findPolicyViolation } from './statement-policy';
import type { SqlEndpoint } from './statement-policy';

type SqlReply = {
  readonly status: number;
  /** The body. */
  readonly json: string;
  /** The statement that was asked for; empty where the request holds none. */
  readonly query: string;
  readonly rows: number;
  readonly ddl: boolean;
};

/** Rates by real time; null: counted by nobody. */
export type SqlRates = { readonly ddlPerMinute: number | null; readonly dataPerSecond: number | null };
export const forgeSqlRates: SqlRates = { ddlPerMinute: 25, dataPerSecond: 150 };

const maxRequestBytes = 1024 * 1024;
const maxResponseBytes = 4 * 1024 * 1024;

const createRate = (limit: number | null, windowMs: number): (() => boolean) => {
  const times: number[] = [];
  return () => {
    if (limit === null) return true;
    const now = Date.now();
    while (times[0] !== undefined && times[0] <= now - windowMs) times.shift();
    if (times.length >= limit) return false;
    times.push(now);
    return true;
  };
};

type Refusal = { readonly status: number; readonly code: string; readonly message: string; readonly debug?: unknown };

const refusal = (query: string, ddl: boolean, { status, ...body }: Refusal): SqlReply => ({
  status,
  json: JSON.stringify(body),
  query,
  rows: 0,
  ddl,
});

const toBody = (answer: SqlAnswer): unknown =>
  'rows' in answer
    ? { rows: answer.rows, metadata: {} }
    : {
        rows: { affectedRows: answer.affectedRows, insertId: answer.insertId, fieldCount: 0, info: '', serverStatus: 2, warningStatus: 0 },
        metadata: {},
      };

const parseRequest = (text: string): { readonly query: string; readonly params: readonly unknown[] } | null => {
  const request: unknown = JSON.parse(text);
  if (typeof request !== 'object' || request === null || !('query' in request) || typeof request.query !== 'string') return null;
  const params = 'params' in request && Array.isArray(request.params) ? request.params : [];
  return { query: request.query, params };
};

export type SqlService = {
  /** Takes the request body as sent. Rejects only for what is not emulated or a broken connection. */
  execute(endpoint: SqlEndpoint, requestBody: string): Promise<SqlReply>;
};

export const createSqlService = (engine: SqlEngine, rates: SqlRates): SqlService => {
  const ddlRate = createRate(rates.ddlPerMinute, 60_000);
  const dataRate = createRate(rates.dataPerSecond, 1_000);

  return {
    execute: async (endpoint, requestBody) => {
      const request = parseRequest(requestBody);
      if (request === null)
        return refusal('', endpoint === 'ddl', { status: 400, code: 'INVALID_SQL_QUERY', message: 'The request holds no query.' });
      const { query, params } = request;
      const ddl = endpoint === 'ddl' && !/^\s*SELECT\b/i.test(bareSql(query));
      const refuse = (status: number, code: string, message: string, debug?: unknown): SqlReply =>
        refusal(query, ddl, { status, code, message, ...(debug === undefined ? {} : { debug }) });
      if (Buffer.byteLength(requestBody) > maxRequestBytes) return refuse(413, 'SQL_EXECUTION_ERROR', 'The request is larger than 1 MiB.');
      const violation = findPolicyViolation(query, endpoint);
      if (violation !== null) return refuse(400, 'SQL_POLICY_VIOLATION', violation);
      if (!(ddl ? ddlRate() : dataRate()))
        return refuse(
          429,
          'RATE_LIMIT_EXCEEDED',
          ddl ? `More than ${rates.ddlPerMinute} DDL requests in a minute.` : `More than ${rates.dataPerSecond} requests in a second.`,
        );
      try {
        const answer = await engine.execute(query, params);
        const json = JSON.stringify(toBody(answer));
        if (Buffer.byteLength(json) > maxResponseBytes) return refuse(413, 'SQL_EXECUTION_ERROR', 'The result is larger than 4 MiB.');
        return { status: 200, json, query, rows: 'rows' in answer ? answer.rows.length : answer.affectedRows, ddl };
      } catch (error) {
        if (!(error instanceof SqlEngineError)) throw error;
        const isSyntax = error.details.code === 'ER_PARSE_ERROR';
        return refuse(
          400,
          isSyntax ? 'INVALID_SQL_QUERY' : 'SQL_EXECUTION_ERROR',
          isSyntax ? 'The SQL query is not valid.' : 'The SQL query failed.',
          error.details,
        );
      }
    },
  };
};
