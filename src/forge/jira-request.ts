/** The Jira port over Forge's product fetch, bound to the app or to the person who invoked us. */
import api, { assumeTrustedRoute } from '@forge/api';
import type { JiraRequest } from '../jira/request';

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const over =
  (client: 'asApp' | 'asUser'): JiraRequest =>
  async ({ method, path, body }) => {
    // Paths come from our own table of endpoints, never from input: what varies travels in the body or, encoded, in the query.
    const response = await api[client]().requestJira(assumeTrustedRoute(path), {
      method,
      headers: { Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const retryAfter = Number(response.headers.get('retry-after') ?? NaN);
    return {
      status: response.status,
      retryAfterSeconds: Number.isFinite(retryAfter) ? retryAfter : null,
      body: jsonOrNull(await response.text()),
    };
  };

export const jiraAsApp = over('asApp');
export const jiraAsUser = over('asUser');
