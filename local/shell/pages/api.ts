/** Calls to the shell's server and, as the session's user, to Jira's REST. A refusal becomes an `ApiFailure` with its words. */
import { z } from 'zod';

export class ApiFailure extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Jira's and the shell's own form of a refusal. */
const refusal = z.object({
  message: z.string().optional(),
  errorMessages: z.array(z.string()).optional(),
  errors: z.record(z.string(), z.string()).optional(),
});

/** Sends JSON and gives back the JSON answer; undefined for an empty one. */
export async function send(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const text = await response.text();
  const answer: unknown = text === '' ? undefined : JSON.parse(text);
  if (response.ok) return answer;
  const said = refusal.safeParse(answer);
  const words = said.success ? [said.data.message ?? [], said.data.errorMessages ?? [], Object.values(said.data.errors ?? {})].flat() : [];
  throw new ApiFailure(response.status, words.length > 0 ? words.join(' ') : `The request failed with status ${response.status}.`);
}

/** The words for a person of whatever was thrown. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
