/** Turns whatever a use case threw into the closed set of failures the browser knows; the unforeseen gets a reference and a log line. */
import { randomUUID } from 'node:crypto';
import type { Failure } from '../contract/result';
import { JiraRejected, JiraUnavailable } from '../jira/jira-error';
import { SqlError } from '../store/sql-client';
import { OkrError } from '../usecases/okr-error';

/** Name and stack frames; never the message, which may carry what people wrote, save for SQL errors: theirs are the engine's codes. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? [];
  return [error instanceof SqlError ? `${error.name} ${error.message}` : error.name, ...frames.slice(0, 8)].join('\n');
}

export function failureOf(error: unknown, what: string): Failure {
  if (error instanceof OkrError)
    return { code: error.code, message: error.message, ...(error.field === null ? {} : { field: error.field }) };
  if (error instanceof JiraUnavailable || error instanceof JiraRejected) {
    console.warn(`${what}: ${error.name}`);
    const wait =
      error instanceof JiraUnavailable && error.retryAfterSeconds !== null ? `in ${error.retryAfterSeconds} seconds` : 'in a moment';
    return { code: 'JIRA_UNAVAILABLE', message: `Jira did not answer as it should. Nothing was lost; try again ${wait}.` };
  }
  const reference = randomUUID().slice(0, 8);
  console.error(`${reference} ${what}: ${traceOf(error)}`);
  return {
    code: 'INTERNAL',
    message: `Something went wrong on our side. Try again; if it stays, report reference ${reference}.`,
    reference,
  };
}
