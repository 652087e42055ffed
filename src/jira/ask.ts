/** One call to Jira: what it answers, or the failure that a use case can react to. */
import { z } from 'zod';
import type { endpoints } from './endpoints';
import { JiraRejected, JiraUnavailable } from './jira-error';
import type { JiraRequest } from './request';

const errorSchema = z.object({ errorMessages: z.array(z.string()).optional(), errors: z.record(z.string(), z.string()).optional() });

/** Answers the body. Throws JiraRejected for a 400 and JiraUnavailable for everything that may pass. */
export type Ask = (endpoint: (typeof endpoints)[keyof typeof endpoints], body?: unknown, query?: URLSearchParams) => Promise<unknown>;

export const createAsk =
  (request: JiraRequest): Ask =>
  async (endpoint, body, query) => {
    const path = query === undefined ? endpoint.path : `${endpoint.path}?${query.toString()}`;
    const answer = await request({ method: endpoint.method, path, ...(body === undefined ? {} : { body }) });
    if (answer.status >= 200 && answer.status < 300) return answer.body;
    const said = errorSchema.safeParse(answer.body);
    const messages = said.success ? [...(said.data.errorMessages ?? []), ...Object.values(said.data.errors ?? {})] : [];
    if (answer.status === 400) throw new JiraRejected(messages);
    throw new JiraUnavailable(
      `Jira answered ${answer.status} to ${endpoint.method} ${endpoint.path}. ${messages.join(' ')}`.trim(),
      answer.retryAfterSeconds,
    );
  };

/** A reply as its schema says. Throws JiraUnavailable where it is something else. */
export function parsed<T>(schema: z.ZodType<T>, body: unknown, what: string): T {
  const result = schema.safeParse(body);
  if (!result.success) throw new JiraUnavailable(`Jira's reply to ${what} is not what its documentation says.`, null);
  return result.data;
}

export function batches<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}
