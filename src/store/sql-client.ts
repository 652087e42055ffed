/**
 * The only thing the store needs of the world: something that runs one SQL statement with bound parameters.
 * Errors the store reacts to carry a reason; how an engine words them is the client's business.
 */

export type SqlValue = string | number | null;
export type Row = Readonly<Record<string, unknown>>;

export type SqlClient = {
  /** Rows of a SELECT, in the statement's order. */
  query(statement: string, params: readonly SqlValue[]): Promise<readonly Row[]>;
  /** Runs a write; answers how many rows it touched. */
  run(statement: string, params: readonly SqlValue[]): Promise<number>;
};

/** `conflict`: the engine gave the statement up in favour of another one and rolled it back; running it again is right. */
export type SqlFailure = 'duplicate-key' | 'missing-table' | 'conflict' | 'other';

export class SqlError extends Error {
  override readonly name = 'SqlError';
  constructor(
    readonly reason: SqlFailure,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export const isSqlError = (error: unknown, reason: SqlFailure): boolean => error instanceof SqlError && error.reason === reason;
