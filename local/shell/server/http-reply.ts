/** Small words over node:http: JSON in, JSON or text out, and refusals that carry their status. Knows nothing of Jira or Forge. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A refusal with its HTTP status and words for the person. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const mebibyte = 1024 * 1024;
/** Room for an import sent through the command door; the limits of Forge are the host's business. */
const longestBody = 64 * mebibyte;

/** The request's JSON body; undefined when empty. Refuses other content types (a plain form cannot forge a request), bad JSON and oversize. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > longestBody) throw new Refusal(413, 'The request is larger than 64 MiB.');
    chunks.push(bytes);
  }
  if (size === 0) return undefined;
  if (!(request.headers['content-type'] ?? '').startsWith('application/json'))
    throw new Refusal(415, 'Send JSON with content-type application/json.');
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new Refusal(400, 'The request is not valid JSON.');
  }
}

export function replyJson(response: ServerResponse, value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): void {
  replyText(response, value === undefined ? '' : JSON.stringify(value), 'application/json; charset=utf-8', status, headers);
}

export function replyText(
  response: ServerResponse,
  text: string | Buffer,
  contentType: string,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': contentType, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...headers });
  response.end(text);
}
