/**
 * A statement without what could hide words from a check: comments are dropped, quoted text becomes an empty
 * literal of the same kind. Reads MySQL's lexical rules (three quotes, backslash escapes, three comment forms).
 */
const hidden = /'(?:[^'\\]|\\[\s\S]|'')*'|"(?:[^"\\]|\\[\s\S]|"")*"|`(?:[^`]|``)*`|\/\*[\s\S]*?\*\/|--[^\n]*|#[^\n]*/g;

const strip = (query: string): string =>
  query
    .replace(hidden, (text) => {
      const quote = text[0] ?? '';
      if (quote === '`') return text.slice(1, -1).replace(/\W/g, '_');
      return quote === "'" || quote === '"' ? quote + quote : ' ';
    })
    .replace(/;\s*$/, '')
    .trim();

/** The app has a few hundred statements and asks them over and over. */
const known = new Map<string, string>();
const MOST_KNOWN = 1000;

export const bareSql = (query: string): string => {
  const found = known.get(query);
  if (found !== undefined) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const bare = strip(query);
  known.set(query, bare);
  return bare;
};

/** How many `?` placeholders the statement has. */
export const countPlaceholders = (query: string): number => bareSql(query).split('?').length - 1;
