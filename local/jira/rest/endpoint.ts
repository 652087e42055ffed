/**
 * What an endpoint is, and small readers for queries and bodies. A body with a property Jira does not document is
 * refused, as Jira does.
 */
import type { Clock, JiraPrincipal } from '../../seams';
import type { Changes } from '../changes';
import { JiraError } from '../jira-error';
import type { SearchIndex } from '../search-index';
import type { Store } from '../store';

export type Call = {
  readonly store: Store;
  readonly index: SearchIndex;
  readonly clock: Clock;
  readonly changes: Changes;
  readonly baseUrl: string;
  readonly principal: JiraPrincipal;
  /** Values of the template's placeholders. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
};

export type Answer = {
  readonly status: number;
  /** Undefined for an empty reply. */
  readonly body?: unknown;
  /** Points beyond the one every call costs: one for an object, two for a person. */
  readonly extraPoints?: number;
};

export type Endpoint = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** The path as Atlassian's OpenAPI document writes it. */
  readonly path: string;
  /** Classic OAuth scopes; empty where the document asks for none. */
  readonly scopes: readonly string[];
  readonly handle: (call: Call) => Answer;
};

export type Body = Readonly<Record<string, unknown>>;

export const isBody = (value: unknown): value is Body => typeof value === 'object' && value !== null && !Array.isArray(value);

const invalidBody = (): JiraError => new JiraError(400, ['Invalid request payload. Refer to the REST API documentation and try again.']);

/** The body as an object with no other properties than these. */
export const readBody = ({ body }: Call, allowed: readonly string[]): Body => {
  if (!isBody(body) || Object.keys(body).some((key) => !allowed.includes(key))) throw invalidBody();
  return body;
};

export const readText = (body: Body, key: string): string | null => {
  const value = body[key];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw invalidBody();
  return value;
};

/** A list of texts; numbers are taken as texts, as Jira takes them. */
export const readTexts = (body: Body, key: string): readonly string[] | null => {
  const value = body[key];
  if (value === undefined || value === null) return null;
  if (!Array.isArray(value)) throw invalidBody();
  return value
    .filter((item) => item !== null)
    .map((item) => {
      if (typeof item !== 'string' && typeof item !== 'number') throw invalidBody();
      return String(item);
    });
};

export const readNumber = (body: Body, key: string): number | null => {
  const value = body[key];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'number' || !Number.isInteger(value)) throw invalidBody();
  return value;
};

/** Comma-separated or repeated query parameters. */
export const queryList = (query: URLSearchParams, key: string): readonly string[] =>
  query
    .getAll(key)
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');

export const queryNumber = (query: URLSearchParams, key: string, fallback: number): number => {
  const text = query.get(key);
  if (text === null || text === '') return fallback;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0)
    throw new JiraError(400, [`The parameter '${key}' has to be a whole number, not '${text}'.`]);
  return number;
};

export const accountIdOf = (principal: JiraPrincipal): string | null => (principal.type === 'user' ? principal.accountId : null);
