/**
 * A MySQL schema statement as SQLite takes it: the numbered key of the SDK's migration table, and the refusals of MySQL's
 * strict mode (a text too long for its column, words in a whole-number column), which SQLite lacks, as checks.
 */
import { NotEmulated } from '../not-emulated';

const isSchemaStatement = /^\s*(CREATE\s+TABLE|ALTER)\b/i;
const numberedKey = /\bBIGINT\s+(?:NOT\s+NULL\s+)?PRIMARY\s+KEY\s+AUTO_INCREMENT\b/gi;
const sizedText = /(`?\b\w+\b`?)(\s+(?:VAR)?CHAR\s*\(\s*(\d+)\s*\))/gi;
const longText = /(`?\b\w+\b`?)(\s+TEXT\b)/gi;
const wholeNumber = /(`?\b\w+\b`?)(\s+(?:TINYINT|SMALLINT|MEDIUMINT|INT|BIGINT)\b(?:\s*\(\s*\d+\s*\))?)/gi;
const longestTextBytes = 65_535;

/** Any other statement comes back as it is. */
export const toSqliteSchema = (query: string): string => {
  if (!isSchemaStatement.test(query)) return query;
  const translated = query
    // SQLite numbers rows by itself only in a column declared INTEGER, so the app's own INTEGER becomes its synonym INT.
    .replace(/\bINTEGER\b/gi, 'INT')
    .replace(numberedKey, 'INTEGER PRIMARY KEY AUTOINCREMENT')
    .replace(sizedText, '$1$2 CHECK (length($1) <= $3)')
    .replace(longText, `$1$2 CHECK (length(CAST($1 AS BLOB)) <= ${longestTextBytes})`)
    .replace(wholeNumber, "$1$2 CHECK (typeof($1) <> 'text')");
  if (/\bAUTO_INCREMENT\b/i.test(translated)) {
    throw new NotEmulated('AUTO_INCREMENT other than BIGINT PRIMARY KEY AUTO_INCREMENT on the embedded engine');
  }
  return translated;
};
