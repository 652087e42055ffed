/**
 * A refusal of the database, named the MySQL way whichever engine gave it, so that the app's error handling
 * meets the same codes on the embedded engine as on TiDB.
 */
export type SqlErrorDetails = {
  /** MySQL's symbolic name: `ER_DUP_ENTRY`. */
  readonly code: string;
  readonly errno: number;
  readonly sqlState: string;
  readonly sqlMessage: string;
};

export class SqlEngineError extends Error {
  constructor(readonly details: SqlErrorDetails) {
    super(details.sqlMessage);
    this.name = 'SqlEngineError';
  }
}

const known = {
  ER_DUP_ENTRY: [1062, '23000'],
  ER_BAD_NULL_ERROR: [1048, '23000'],
  ER_NO_DEFAULT_FOR_FIELD: [1364, 'HY000'],
  ER_DATA_TOO_LONG: [1406, '22001'],
  ER_TRUNCATED_WRONG_VALUE_FOR_FIELD: [1366, '22007'],
  ER_CONSTRAINT_FAILED: [4025, '23000'],
  ER_NO_SUCH_TABLE: [1146, '42S02'],
  ER_BAD_TABLE_ERROR: [1051, '42S02'],
  ER_TABLE_EXISTS_ERROR: [1050, '42S01'],
  ER_DUP_KEYNAME: [1061, '42000'],
  ER_DUP_FIELDNAME: [1060, '42S21'],
  ER_CANT_DROP_FIELD_OR_KEY: [1091, '42000'],
  ER_BAD_FIELD_ERROR: [1054, '42S22'],
  ER_NON_UNIQ_ERROR: [1052, '23000'],
  ER_WRONG_VALUE_COUNT_ON_ROW: [1136, '21S01'],
  ER_WRONG_ARGUMENTS: [1210, 'HY000'],
  ER_SP_DOES_NOT_EXIST: [1305, '42000'],
  ER_PARSE_ERROR: [1064, '42000'],
  ER_UNKNOWN_ERROR: [1105, 'HY000'],
} as const satisfies Record<string, readonly [errno: number, sqlState: string]>;

export type KnownSqlError = keyof typeof known;

/** An engine error by its MySQL name; number and state follow from the name. */
export const sqlEngineError = (code: KnownSqlError, sqlMessage: string): SqlEngineError => {
  const [errno, sqlState] = known[code];
  return new SqlEngineError({ code, errno, sqlState, sqlMessage });
};
