/**
 * The embedded engine: SQLite by the `libsql` package, answering with the types and error names Forge SQL uses.
 * Data statements run as they are; of schema statements only what `sqlite-schema` says is changed.
 */
import Database from 'libsql';
import type { SqlAnswer, SqlEngine } from '../../seams';
import { NotEmulated } from '../not-emulated';
import { boundParams } from './bound-params';
import type { SqlScalar } from './bound-params';
import { SqlEngineError, sqlEngineError } from './sql-engine-error';
import type { KnownSqlError } from './sql-engine-error';
import { toSqliteSchema } from './sqlite-schema';

/** Declared types that reach the app as numbers; any other integer arrives as a string, as do BIGINT and expressions. */
const numberTypes = /^(TINYINT|SMALLINT|MEDIUMINT|INT|BOOLEAN|BOOL|DOUBLE|FLOAT|REAL)\b/i;
const decimalType = /^(?:DECIMAL|NUMERIC)\s*(?:\(\s*\d+\s*(?:,\s*(\d+)\s*)?\))?/i;
const messages: readonly (readonly [pattern: RegExp, code: KnownSqlError])[] = [
  [/UNIQUE constraint failed/, 'ER_DUP_ENTRY'],
  [/NOT NULL constraint failed/, 'ER_BAD_NULL_ERROR'],
  [/CHECK constraint failed: length\(/, 'ER_DATA_TOO_LONG'],
  [/CHECK constraint failed: typeof\(/, 'ER_TRUNCATED_WRONG_VALUE_FOR_FIELD'],
  [/CHECK constraint failed/, 'ER_CONSTRAINT_FAILED'],
  [/no such table/, 'ER_NO_SUCH_TABLE'],
  [/table .* already exists/, 'ER_TABLE_EXISTS_ERROR'],
  [/index .* already exists/, 'ER_DUP_KEYNAME'],
  [/no such index/, 'ER_CANT_DROP_FIELD_OR_KEY'],
  [/duplicate column name/, 'ER_DUP_FIELDNAME'],
  [/no such column|has no column named/, 'ER_BAD_FIELD_ERROR'],
  [/ambiguous column name/, 'ER_NON_UNIQ_ERROR'],
  [/values for \d+ columns|all VALUES must have the same number/, 'ER_WRONG_VALUE_COUNT_ON_ROW'],
  [/no such function/, 'ER_SP_DOES_NOT_EXIST'],
  [/syntax error|incomplete input|unrecognized token/, 'ER_PARSE_ERROR'],
];

const toEngineError = (error: unknown, query: string): SqlEngineError => {
  if (error instanceof SqlEngineError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const code = messages.find(([pattern]) => pattern.test(message))?.[1] ?? 'ER_UNKNOWN_ERROR';
  if (code === 'ER_NO_SUCH_TABLE' && /^\s*DROP\s/i.test(query)) return sqlEngineError('ER_BAD_TABLE_ERROR', message);
  return sqlEngineError(code, message);
};

/** Integers go in as integers: a JavaScript number would be stored as 7.0, which a text column turns into '7.0'. */
const toSqlite = (value: SqlScalar): string | number | bigint | null =>
  typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value;

const asForgeReturnsIt = (value: unknown, declaredType: string | null): unknown => {
  if (typeof value === 'bigint')
    return declaredType !== null && numberTypes.test(declaredType) ? Number(value) : decimalText(value, declaredType);
  if (typeof value === 'number') return decimalText(value, declaredType);
  return value;
};

/** A DECIMAL column's value with the digits its type promises; other reals stay numbers, other integers become text. */
const decimalText = (value: bigint | number, declaredType: string | null): string | number => {
  const decimal = declaredType === null ? null : decimalType.exec(declaredType);
  if (decimal) return Number(value).toFixed(Number(decimal[1] ?? 0));
  return typeof value === 'bigint' ? value.toString() : value;
};

type Column = { readonly name: string; readonly type: string | null };

/** In a plain loop: reading a large scope is tens of thousands of values. */
const asForgeReturnsRow = (values: unknown, columns: readonly Column[]): Readonly<Record<string, unknown>> => {
  if (!Array.isArray(values)) throw new Error('libsql answered with something that is not a row');
  const answer: Record<string, unknown> = {};
  for (const [index, { name, type }] of columns.entries()) answer[name] = asForgeReturnsIt(values[index], type);
  return answer;
};

type Statement = ReturnType<Database.Database['prepare']>;
type Prepared = { readonly statement: Statement } & ({ readonly columns: readonly Column[] } | { readonly numbersItself: boolean });
const MOST_PREPARED = 300;

const answerOf = (taken: Prepared, values: readonly (string | number | bigint | null)[]): SqlAnswer => {
  if ('numbersItself' in taken) {
    const { changes, lastInsertRowid } = taken.statement.run(values);
    return { affectedRows: Number(changes), insertId: taken.numbersItself ? Number(lastInsertRowid) : 0 };
  }
  const { statement, columns } = taken;
  return { rows: statement.all(values).map((row) => asForgeReturnsRow(row, columns)) };
};

/** Opens (or makes) the database file; `':memory:'` for one that lives as long as the engine. */
export const createLibsqlEngine = (file: string): SqlEngine => {
  const database = new Database(file);
  database.defaultSafeIntegers(true);
  // LIKE tells upper from lower case under the collation Forge's databases have.
  database.exec('PRAGMA case_sensitive_like = ON');
  if (file !== ':memory:') {
    database.exec('PRAGMA journal_mode = WAL');
    // Whole after a killed process; only a machine that loses power may lose the last statements.
    database.exec('PRAGMA synchronous = NORMAL');
  }

  /** Whether a table gives its rows a number itself, by its name. */
  const numbering = new Map<string, boolean>();
  const numbersItself = (query: string): boolean => {
    const table = /^\s*(?:INSERT|REPLACE)\s+INTO\s+`?(\w+)/i.exec(query)?.[1];
    if (table === undefined) return false;
    const known = numbering.get(table);
    if (known !== undefined) return known;
    const definition: unknown = database.prepare('SELECT sql FROM sqlite_master WHERE name = ?').get([table]);
    const numbers = JSON.stringify(definition ?? '').includes('AUTOINCREMENT');
    numbering.set(table, numbers);
    return numbers;
  };

  const prepare = (query: string): Prepared => {
    const statement = database.prepare(toSqliteSchema(query));
    return statement.reader
      ? { statement: statement.raw(), columns: statement.columns().map(({ name, type }) => ({ name, type })) }
      : { statement, numbersItself: numbersItself(query) };
  };

  /** Preparing costs more than running; what is prepared goes by the schema, so a change of that ends it. */
  const prepared = new Map<string, Prepared>();
  const isKept = (query: string): boolean => /^\s*(?:SELECT|INSERT|REPLACE|UPDATE|DELETE)\b/i.test(query);
  const schemaVersion = database.prepare('PRAGMA schema_version').raw();
  const readVersion = (): string => String(schemaVersion.get([]));
  let version = readVersion();
  const forgetOldSchema = (): void => {
    const now = readVersion();
    if (now === version) return;
    version = now;
    prepared.clear();
    numbering.clear();
  };

  const take = (query: string): Prepared => {
    if (!isKept(query)) return prepare(query);
    const taken = prepared.get(query) ?? prepare(query);
    // In use by nobody else while it runs; it comes back last, and the one unused for the longest goes.
    prepared.delete(query);
    return taken;
  };
  const giveBack = (query: string, statement: Prepared): void => {
    prepared.set(query, statement);
    const [oldest] = prepared.keys();
    if (prepared.size > MOST_PREPARED && oldest !== undefined) prepared.delete(oldest);
  };

  const run = (query: string, params: readonly unknown[]): SqlAnswer => {
    const values = boundParams(query, params).map(toSqlite);
    const taken = take(query);
    const answer = answerOf(taken, values);
    if (isKept(query)) giveBack(query, taken);
    else forgetOldSchema();
    return answer;
  };

  return {
    name: 'libsql',
    execute: async (query, params) => {
      try {
        return run(query, params);
      } catch (error) {
        throw error instanceof NotEmulated ? error : toEngineError(error, query);
      }
    },
    close: async () => {
      database.close();
    },
  };
};
