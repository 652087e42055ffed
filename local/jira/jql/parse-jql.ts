/**
 * JQL text to a syntax tree, with Atlassian's own parser. Trees are kept (they are immutable to us, and parsing costs
 * milliseconds); the oldest go first. Nothing here knows the site.
 */
import { JastBuilder } from '@atlaskit/jql-ast';
import type { Query } from '@atlaskit/jql-ast';
import { JiraError } from '../jira-error';

const capacity = 500;
const parsed = new Map<string, Query>();

/** Throws a 400 with the position and what was expected where the text is not JQL. */
export const parseJql = (jql: string): Query => {
  const known = parsed.get(jql);
  if (known) {
    parsed.delete(jql);
    parsed.set(jql, known);
    return known;
  }
  const { query, errors } = new JastBuilder().build(jql);
  if (errors.length > 0 || !query) {
    const [first] = errors;
    throw new JiraError(400, [`Error in the JQL Query: ${first?.message ?? 'it could not be parsed'}.`]);
  }
  parsed.set(jql, query);
  const [oldest] = parsed.keys();
  if (parsed.size > capacity && oldest !== undefined) parsed.delete(oldest);
  return query;
};
