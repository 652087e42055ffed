/**
 * Working on JQL that a person wrote, as words: quotes and escapes are respected, nothing is understood beyond that. Jira itself judges the
 * query, so whatever is not JQL may come out as it likes.
 */

type Word = { readonly text: string; readonly at: number; readonly quoted: boolean };

/** A quoted text, a word, or a single sign; a backslash takes the next character along, in quotes and outside. */
const wordPattern = /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|(?:[^\s"'()[\]\\,=!<>~&|]|\\.)+|\S/gsu;

const wordsOf = (jql: string): readonly Word[] =>
  Array.from(jql.matchAll(wordPattern), ({ 0: text, index }) => ({
    text,
    at: index,
    quoted: text.startsWith('"') || text.startsWith("'"),
  }));

/** The query without its ORDER BY, so that it can be combined with other clauses. */
export function withoutOrderBy(jql: string): string {
  const words = wordsOf(jql);
  const is = (word: Word | undefined, text: string): boolean => word?.text.toLowerCase() === text;
  const order = words.find((word, index) => is(word, 'order') && is(words[index + 1], 'by'));
  return (order === undefined ? jql : jql.slice(0, order.at)).trim();
}

const personalFunctions = ['currentUser', 'currentLogin', 'lastLogin', 'issueHistory', 'votedIssues', 'watchedIssues'];

/** What a word says: without its quotes, escapes resolved. */
function readWord({ text, quoted }: Word): string {
  const inner = quoted ? text.slice(1, -1) : text;
  return inner.replace(/\\(?:u([0-9a-f]{4})|(.))/gisu, (_, code: string | undefined, char: string | undefined) =>
    code === undefined ? (char ?? '') : String.fromCharCode(parseInt(code, 16)),
  );
}

/**
 * The first function that means something else for each person who asks, in Jira's spelling; null when there is none. A scope must mean the
 * same for everyone. A function's name may stand in quotes.
 */
export function personalFunctionIn(jql: string): string | null {
  const words = wordsOf(jql);
  for (const [index, word] of words.entries()) {
    if (words[index + 1]?.text !== '(') continue;
    const name = readWord(word).toLowerCase();
    const found = personalFunctions.find((candidate) => candidate.toLowerCase() === name);
    if (found !== undefined) return found;
  }
  return null;
}

/** `(a) AND (b)`; each side keeps its own meaning. */
export const bothOf = (a: string, b: string): string => `(${withoutOrderBy(a)}) AND (${b})`;
