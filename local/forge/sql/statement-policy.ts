/**
 * What Forge SQL lets through: one statement a call, data statements on one endpoint, schema statements on the other,
 * no session commands, transactions or foreign keys. Knows no engine.
 */
import { bareSql } from './bare-sql';

export type SqlEndpoint = 'execute' | 'ddl';

/** Why the statement is refused; null when it may run. */
export const findPolicyViolation = (query: string, endpoint: SqlEndpoint): string | null => {
  const bare = bareSql(query);
  if (bare === '') return 'The statement is empty.';
  if (bare.includes(';')) return 'One statement a call: the query holds several.';
  const verb = /^\(*\s*(\w+)/.exec(bare)?.[1]?.toUpperCase() ?? bare;
  const isData = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'REPLACE', 'WITH'].includes(verb);
  if (endpoint === 'execute') {
    if (verb === 'SHOW')
      return /^SHOW\s+(FULL\s+)?(TABLES|COLUMNS|INDEX(ES)?)\b/i.test(bare) ? null : 'SHOW is limited to TABLES, COLUMNS and INDEXES.';
    if (!isData) return `${verb} statements are not allowed on this endpoint.`;
    return /\bINTO\s+(OUTFILE|DUMPFILE)\b/i.test(bare) ? 'Writing files is not allowed.' : null;
  }
  if (verb === 'SELECT') return null;
  if (!/^(CREATE\s+(OR\s+REPLACE\s+)?(UNIQUE\s+)?|ALTER\s+|DROP\s+|TRUNCATE\s+|RENAME\s+)(TABLE|INDEX|VIEW)\b/i.test(bare)) {
    return `${verb} is not a schema statement on tables, indexes or views.`;
  }
  return /\bFOREIGN\s+KEY\b|\bREFERENCES\b/i.test(bare) ? 'Foreign keys are not supported.' : null;
};
