/**
 * A MySQL-family server as the engine, by `mysql2`: what runs the store's contract against something closer to TiDB.
 * Column types are brought to what Forge returns; error names come from the server.
 */
import { createConnection, createPool, raw } from 'mysql2/promise';
import type { FieldPacket, ResultSetHeader, RowDataPacket } from 'mysql2/promise';
import type { SqlAnswer, SqlEngine } from '../../seams';
import { boundParams } from './bound-params';
import type { SqlScalar } from './bound-params';
import { SqlEngineError, sqlEngineError } from './sql-engine-error';

const integerTypes: ReadonlySet<number | undefined> = new Set([1, 2, 3, 9]);

const isHeader = (answer: unknown): answer is ResultSetHeader => typeof answer === 'object' && answer !== null && 'affectedRows' in answer;

/** A fraction goes in with an exponent, which makes it a DOUBLE; written plainly it would be a DECIMAL, and come back as text. */
const toLiteral = (value: SqlScalar): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? raw(value.toExponential()) : value;

const readDouble = (digits: string | null): number | null => (digits === null ? null : Number(digits));

/** A small integer keeps its number only as a column of a table; an expression's size is the server's choice, so it is text. */
const asForgeReturnsIt = (row: RowDataPacket, fields: readonly FieldPacket[]): Record<string, unknown> =>
  Object.fromEntries(
    fields.map((field): [string, unknown] => {
      const value: unknown = row[field.name];
      const isExpression = field.orgTable === '';
      return [field.name, typeof value === 'number' && isExpression && integerTypes.has(field.columnType) ? String(value) : value];
    }),
  );

const toEngineError = (error: unknown): Error => {
  if (error instanceof SqlEngineError || !(error instanceof Error)) return error instanceof Error ? error : new Error(String(error));
  if (!('sqlMessage' in error)) return error;
  const { code, errno, sqlState, sqlMessage } = { code: '', errno: 0, sqlState: '', ...error };
  if (code === '') return sqlEngineError('ER_UNKNOWN_ERROR', String(sqlMessage));
  return new SqlEngineError({ code, errno, sqlState, sqlMessage: String(sqlMessage) });
};

/** Uses the database the URL names (`mysql://user:password@host:port/database`). */
export const createMysqlEngine = (url: string): SqlEngine => {
  const pool = createPool({
    uri: url,
    connectionLimit: 4,
    charset: 'utf8mb4_bin',
    supportBigNumbers: true,
    bigNumberStrings: true,
    dateStrings: true,
    timezone: 'Z',
    // The driver's own reading of a DOUBLE may miss its last digit.
    typeCast: (field, next) => (field.type === 'DOUBLE' ? readDouble(field.string()) : next()),
  });

  const run = async (query: string, params: readonly unknown[]): Promise<SqlAnswer> => {
    const [answer, fields] = await pool.query<RowDataPacket[] | ResultSetHeader>(query, boundParams(query, params).map(toLiteral));
    if (isHeader(answer)) return { affectedRows: answer.affectedRows, insertId: answer.insertId };
    return { rows: answer.map((row) => asForgeReturnsIt(row, fields)) };
  };

  return {
    name: 'mysql',
    execute: async (query, params) => {
      try {
        return await run(query, params);
      } catch (error) {
        throw toEngineError(error);
      }
    },
    close: () => pool.end(),
  };
};

/** Makes a database on the server unless it is there, with the collation Forge has, and says how to reach and drop it. */
export const createMysqlDatabase = async (serverUrl: string, name: string): Promise<{ readonly url: string; drop(): Promise<void> }> => {
  if (!/^\w{1,60}$/.test(name)) throw new Error(`"${name}" is no name for a database: letters, digits and _ only.`);
  const onServer = async (statement: string): Promise<void> => {
    const server = new URL(serverUrl);
    server.pathname = '/';
    const connection = await createConnection(server.href);
    try {
      await connection.query(statement);
    } finally {
      await connection.end();
    }
  };
  await onServer(`CREATE DATABASE IF NOT EXISTS ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(`DROP DATABASE IF EXISTS ${name}`) };
};
