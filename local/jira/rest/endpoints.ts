/**
 * Every endpoint the stand-in has, and finding the one a request means. A path written out beats one with a
 * placeholder, so `issue/picker` is not an issue called picker.
 */
import { catalogEndpoints } from './catalog-endpoints';
import type { Endpoint } from './endpoint';
import { issueEndpoints } from './issue-endpoints';
import { issuePicker } from './issue-picker';
import { permissionEndpoints } from './permission-endpoints';
import { projectEndpoints } from './project-endpoints';
import { searchEndpoints } from './search-endpoints';
import { userEndpoints } from './user-endpoints';

export const endpoints: readonly Endpoint[] = [
  ...searchEndpoints,
  ...issueEndpoints,
  issuePicker,
  ...userEndpoints,
  ...permissionEndpoints,
  ...projectEndpoints,
  ...catalogEndpoints,
];

export type Route = { readonly endpoint: Endpoint; readonly params: Readonly<Record<string, string>>; readonly query: URLSearchParams };

const match = (template: string, path: string): Readonly<Record<string, string>> | null => {
  const [wanted, given] = [template.split('/'), path.split('/')];
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const segment = given[index] ?? '';
    if (part.startsWith('{')) params[part.slice(1, -1)] = decode(segment);
    else if (part !== segment) return null;
  }
  return params;
};

/** The text itself where it is no valid percent-encoding. */
const decode = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

const placeholders = (endpoint: Endpoint) => endpoint.path.split('{').length;
const mostExactFirst = [...endpoints].sort((a, b) => placeholders(a) - placeholders(b));
/** Words that stand where an issue's key could: paths of other endpoints, never issues. */
const fixedSegments = new Set(endpoints.flatMap(({ path }) => path.split('/')).filter((part) => part !== '' && !part.startsWith('{')));

/** Null when the stand-in has no such endpoint. */
export const findRoute = (method: string, pathWithQuery: string): Route | null => {
  const { pathname, searchParams } = new URL(pathWithQuery, 'http://jira.invalid');
  for (const endpoint of mostExactFirst) {
    if (endpoint.method !== method.toUpperCase()) continue;
    const params = match(endpoint.path, pathname);
    if (params && !Object.values(params).some((value) => fixedSegments.has(value))) return { endpoint, params, query: searchParams };
  }
  return null;
};
