/**
 * The SQL service behind `@forge/sql`: checks policy, sizes and rates, runs the statement on an engine and answers
 * with the HTTP status and body the SDK expects. Knows nothing of invocations.
 */
import type { SqlAnswer, SqlEngine } from '../../seams';
import { bareSql } from './bare-sql';
import { SqlEngineError } from './sql-engine-error';
import { findPolicyViolation } from './statement-policy';
import type { SqlEndpoint } from './statement-policy';

type SqlReply = { readonly status: number; readonly body: unknown; readonly rows: number; readonly ddl: boolean };

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

const refusal = (status: number, code: string, message: string, ddl: boolean, debug?: unknown): SqlReply => ({
  status,
  body: { code, message, ...(debug === undefined ? {} : { debug }) },
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
  /** The statement in a request body. */
  queryOf(requestBody: string): string;
};

export const createSqlService = (engine: SqlEngine, rates: SqlRates): SqlService => {
  const ddlRate = createRate(rates.ddlPerMinute, 60_000);
  const dataRate = createRate(rates.dataPerSecond, 1_000);

  return {
    queryOf: (requestBody) => parseRequest(requestBody)?.query ?? '',
    execute: async (endpoint, requestBody) => {
      const request = parseRequest(requestBody);
      if (request === null) return refusal(400, 'INVALID_SQL_QUERY', 'The request holds no query.', endpoint === 'ddl');
      const ddl = endpoint === 'ddl' && !/^\s*SELECT\b/i.test(bareSql(request.query));
      if (Buffer.byteLength(requestBody) > maxRequestBytes)
        return refusal(413, 'SQL_EXECUTION_ERROR', 'The request is larger than 1 MiB.', ddl);
      const violation = findPolicyViolation(request.query, endpoint);
      if (violation !== null) return refusal(400, 'SQL_POLICY_VIOLATION', violation, ddl);
      if (!(ddl ? ddlRate() : dataRate()))
        return refusal(
          429,
          'RATE_LIMIT_EXCEEDED',
          ddl ? `More than ${rates.ddlPerMinute} DDL requests in a minute.` : `More than ${rates.dataPerSecond} requests in a second.`,
          ddl,
        );
      try {
        const answer = await engine.execute(request.query, request.params);
        const body = toBody(answer);
        if (Buffer.byteLength(JSON.stringify(body)) > maxResponseBytes)
          return refusal(413, 'SQL_EXECUTION_ERROR', 'The result is larger than 4 MiB.', ddl);
        return { status: 200, body, rows: 'rows' in answer ? answer.rows.length : answer.affectedRows, ddl };
      } catch (error) {
        if (!(error instanceof SqlEngineError)) throw error;
        const isSyntax = error.details.code === 'ER_PARSE_ERROR';
        return refusal(
          400,
          isSyntax ? 'INVALID_SQL_QUERY' : 'SQL_EXECUTION_ERROR',
          isSyntax ? 'The SQL query is not valid.' : 'The SQL query failed.',
          ddl,
          error.details,
        );
      }
    },
  };
};
