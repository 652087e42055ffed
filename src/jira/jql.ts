/**
 * Working on JQL that a person wrote, as text: quotes are respected, nothing is understood beyond that. Jira itself judges the query.
 */

/** The query with everything inside quotes blanked out, character for character, so that positions still hold. */
function outsideQuotes(jql: string): string {
  let quote: string | null = null;
  let escaped = false;
  return Array.from(jql, (char) => {
    if (quote === null) {
      if (char === '"' || char === "'") quote = char;
      return char;
    }
    if (escaped) escaped = false;
    else if (char === '\\') escaped = true;
    else if (char === quote) {
      quote = null;
      return char;
    }
    return ' '.repeat(char.length);
  }).join('');
}

/** The query without its ORDER BY, so that it can be combined with other clauses. */
export function withoutOrderBy(jql: string): string {
  const at = outsideQuotes(jql).search(/(^|\s)order\s+by\s/i);
  return (at === -1 ? jql : jql.slice(0, at)).trim();
}

/** Functions that mean something else for each person who asks; a scope must mean the same for everyone. */
export function personalFunctionIn(jql: string): string | null {
  return /\b(currentUser|currentLogin|lastLogin|issueHistory|votedIssues|watchedIssues)\s*\(/i.exec(outsideQuotes(jql))?.[1] ?? null;
}

/** `(a) AND (b)`; each side keeps its own meaning. */
export const bothOf = (a: string, b: string): string => `(${withoutOrderBy(a)}) AND (${b})`;
