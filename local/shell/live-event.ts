/** What travels over the live stream from the server to the shell's pages. */
import type { InvocationRecord } from '../seams';

export type LiveEvent =
  | {
      readonly kind: 'issue';
      readonly change: 'created' | 'updated' | 'deleted';
      readonly issueId: string;
      readonly issueKey: string;
      readonly projectKey: string;
      readonly accountId: string | null;
    }
  | {
      readonly kind: 'realtime';
      readonly channel: string;
      readonly payload: unknown;
      readonly isGlobal: boolean;
      readonly contextKey: string | null;
    }
  | { readonly kind: 'clock'; readonly now: number }
  | { readonly kind: 'invocation'; readonly record: InvocationSummary };

/** One line of the inspector. */
export type InvocationSummary = Pick<
  InvocationRecord,
  | 'id'
  | 'functionKey'
  | 'resolverName'
  | 'moduleType'
  | 'accountId'
  | 'startedAt'
  | 'durationMs'
  | 'requestBytes'
  | 'responseBytes'
  | 'error'
> & { readonly sqlRequests: number; readonly jiraCalls: number; readonly points: number; readonly queuePushes: number };

export function summarise(record: InvocationRecord): InvocationSummary {
  const { id, functionKey, resolverName, moduleType, accountId, startedAt, durationMs, requestBytes, responseBytes, error, queuePushes } =
    record;
  return {
    id,
    functionKey,
    resolverName,
    moduleType,
    accountId,
    startedAt,
    durationMs,
    requestBytes,
    responseBytes,
    error,
    queuePushes,
    sqlRequests: record.sql.length,
    jiraCalls: record.jira.length,
    points: record.jira.reduce((sum, call) => sum + call.points, 0),
  };
}
