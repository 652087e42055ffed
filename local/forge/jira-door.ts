/**
 * Jira as the app reaches it: as the app or as the person at the screen, within the manifest's scopes.
 * What the person may see is the site's business, not this file's.
 */
import type { JiraPrincipal, JiraReply, JiraSite } from '../seams';
import type { FetchMeta } from './globals';
import type { Invocation } from './invocation';
import { jsonReply } from './json-reply';
import { NotEmulated } from './not-emulated';

const proxyError = (status: number, code: string): Response => new Response(null, { status, headers: { 'forge-proxy-error': code } });

const reply = ({ status, headers, body }: Pick<JiraReply, 'status' | 'headers' | 'body'>): Response =>
  body === undefined ? new Response(null, { status, headers: { ...headers } }) : jsonReply(JSON.stringify(body), status, headers);

const principalOf = (meta: FetchMeta, invocation: Invocation): JiraPrincipal | null => {
  if (meta.provider === 'app') return { type: 'app' };
  if (meta.provider !== 'user') throw new NotEmulated(`requestJira without asUser or asApp`);
  if (meta.accountId !== undefined) throw new NotEmulated('asUser(accountId): acting for someone who is not at the screen');
  return invocation.accountId === null ? null : { type: 'user', accountId: invocation.accountId };
};

export const callJira = (
  site: JiraSite,
  scopes: ReadonlySet<string>,
  invocation: Invocation,
  meta: FetchMeta,
  path: string,
  init: RequestInit | undefined,
): Response => {
  const method = (init?.method ?? 'GET').toUpperCase();
  const principal = principalOf(meta, invocation);
  if (principal === null) return proxyError(401, 'NEEDS_AUTHENTICATION_ERR');

  const answer = (result: Pick<JiraReply, 'status' | 'headers' | 'body' | 'points'>): Response => {
    invocation.noteJira({ method, path, as: principal.type, status: result.status, points: result.points });
    return reply(result);
  };
  const needed = site.scopesFor(method, path);
  if (needed === null) throw new NotEmulated(`${method} ${path}`);
  if (needed.some((scope) => !scopes.has(scope))) {
    return answer({ status: 401, headers: {}, body: { code: 401, message: 'Unauthorized; scope does not match' }, points: 0 });
  }
  const { body } = init ?? {};
  if (body === undefined || body === null) return answer(site.request(principal, { method, path }));
  if (typeof body !== 'string') throw new NotEmulated(`${method} ${path} with a body that is not a string`);
  if (!new Headers(init?.headers).get('content-type')?.startsWith('application/json')) {
    return answer({
      status: 415,
      headers: {},
      body: { errorMessages: ['Unsupported Media Type: send content-type application/json'] },
      points: 1,
    });
  }
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return answer({ status: 400, headers: {}, body: { errorMessages: ['The request body is not valid JSON.'], errors: {} }, points: 1 });
  }
  return answer(site.request(principal, { method, path, body: json }));
};
