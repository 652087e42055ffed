/**
 * Reads typed values out of a row by column name. Forge returns BIGINT and DECIMAL as strings and the embedded engine may not,
 * so numbers are accepted in both forms. A column of the wrong kind is a bug and throws.
 */
import type { Row } from './sql-client';

const wrong = (row: Row, column: string, wanted: string): Error =>
  new Error(`Column ${column} is ${column in row ? typeof row[column] : 'missing'}, not ${wanted}`);

export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw wrong(row, column, 'text');
  return value;
}

export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : textOf(row, column);
}

export function numberOf(row: Row, column: string): number {
  const value = row[column];
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || Number.isNaN(number)) throw wrong(row, column, 'a number');
  return number;
}

export function numberOrNull(row: Row, column: string): number | null {
  return row[column] === null ? null : numberOf(row, column);
}

/** Flags are stored as 0 and 1. */
export function flagOf(row: Row, column: string): boolean {
  return numberOf(row, column) !== 0;
}

/** A column that holds one of a closed set of words. */
export function wordOf<T extends string>(row: Row, column: string, words: readonly T[]): T {
  const value = textOf(row, column);
  const word = words.find((candidate) => candidate === value);
  if (word === undefined) throw wrong(row, column, `one of ${words.join(', ')}`);
  return word;
}
