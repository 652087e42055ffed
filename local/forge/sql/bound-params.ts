/**
 * What may be bound to a statement: the scalars of JSON, one for each placeholder. Both engines check here, because
 * the embedded one would take a missing parameter for NULL and die on a boolean.
 */
import { countPlaceholders } from './bare-sql';
import { sqlEngineError } from './sql-engine-error';

export type SqlScalar = string | number | null;

/** The parameters as scalars, booleans as 1 and 0 as MySQL has them. Throws `ER_WRONG_ARGUMENTS`. */
export const boundParams = (query: string, params: readonly unknown[]): SqlScalar[] => {
  const expected = countPlaceholders(query);
  if (expected !== params.length) {
    throw sqlEngineError('ER_WRONG_ARGUMENTS', `Incorrect arguments to EXECUTE: ${expected} placeholders, ${params.length} parameters`);
  }
  return params.map((value, index) => {
    if (typeof value === 'boolean') return value ? 1 : 0;
    if (value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))) return value;
    throw sqlEngineError('ER_WRONG_ARGUMENTS', `Parameter ${index + 1} is not a string, finite number, boolean or null`);
  });
};
