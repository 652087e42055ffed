/**
 * The SQL engines the store's contract runs on: always the embedded one, and a MySQL-family server where
 * OKR_MYSQL_URL names one. Without it that half is a skip with a name; with CI set it is a failure.
 */
import { randomUUID } from 'node:crypto';
import { createLibsqlEngine } from '../../local/forge/sql/libsql-engine';
import type { SqlEngine } from '../../local/seams';

/** An empty database; closing it removes it. */
export const openEmptyEngine = async (name: SqlEngine['name']): Promise<SqlEngine> => {
  if (name === 'libsql') return createLibsqlEngine(':memory:');
  const server = process.env.OKR_MYSQL_URL ?? '';
  if (server === '') throw new Error('Set OKR_MYSQL_URL to a MySQL-family server (test/support/start-mariadb.sh starts one).');
  const { createMysqlDatabase, createMysqlEngine } = await import('../../local/forge/sql/mysql-engine');
  const database = await createMysqlDatabase(server, `test_${randomUUID().replaceAll('-', '')}`);
  const engine = createMysqlEngine(database.url);
  return {
    ...engine,
    close: async () => {
      await engine.close();
      await database.drop();
    },
  };
};

type Suite = (open: () => Promise<SqlEngine>, engine: SqlEngine['name']) => void;

/** Declares the suite once for each engine, named by it. */
export const describeOnEveryEngine = (name: string, suite: Suite): void => {
  describe(`${name} (libsql)`, () => suite(() => openEmptyEngine('libsql'), 'libsql'));
  const isUnconfigured = (process.env.OKR_MYSQL_URL ?? '') === '' && (process.env.CI ?? '') === '';
  const declare = isUnconfigured ? describe.skip : describe;
  declare(`${name} (mysql${isUnconfigured ? ': skipped, OKR_MYSQL_URL is not set' : ''})`, () =>
    suite(() => openEmptyEngine('mysql'), 'mysql'),
  );
};
