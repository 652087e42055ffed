/**
 * Small builders for the portable subset: placeholder lists, multi-row writes in chunks, and `UPDATE … CASE` over many rows.
 */
import type { SqlClient, SqlValue } from './sql-client';

/**
 * Well below every engine's limit on bound parameters (SQLite 32,766) and Forge's 1 MiB a request. Enough for the facts of the 500 issues that one
 * run takes up, so that a burst costs one statement.
 */
const MAX_PARAMS = 8000;

/** `?, ?, ?` for n values; n must be positive. */
export const marks = (n: number): string => Array.from({ length: n }, () => '?').join(', ');

export function chunksOf<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const chunks: (readonly T[])[] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
}

/** Runs `REPLACE INTO table (columns) VALUES …` over all rows, several hundred a statement. Replacing makes a repeat harmless. */
export async function replaceRows(
  sql: SqlClient,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly SqlValue[])[],
): Promise<void> {
  const tuple = `(${marks(columns.length)})`;
  for (const chunk of chunksOf(rows, Math.floor(MAX_PARAMS / columns.length))) {
    await sql.run(`REPLACE INTO ${table} (${columns.join(', ')}) VALUES ${chunk.map(() => tuple).join(', ')}`, chunk.flat());
  }
}

/**
 * One `UPDATE table SET c = CASE id WHEN ? THEN ? … END, … WHERE id IN (…)`: sets several columns of several rows, each to its own value.
 * A row is only written while the `unmoved` column still has the value it was read with. `rows` must not be empty and ids must not repeat.
 */
export function updateEach(
  table: string,
  columns: readonly string[],
  rows: readonly { readonly id: string; readonly values: readonly SqlValue[]; readonly readWith: SqlValue }[],
  unmoved: string,
): { readonly statement: string; readonly params: readonly SqlValue[] } {
  const byId = `CASE id ${rows.map(() => 'WHEN ? THEN ?').join(' ')} END`;
  const sets = columns.map((column) => `${column} = ${byId}`).join(', ');
  const params = columns.flatMap((_, index) => rows.flatMap((row) => [row.id, row.values[index] ?? null]));
  const ids = rows.map((row) => row.id);
  return {
    statement: `UPDATE ${table} SET ${sets} WHERE id IN (${marks(rows.length)}) AND ${unmoved} = ${byId}`,
    params: [...params, ...ids, ...rows.flatMap((row) => [row.id, row.readWith])],
  };
}

/** `SET` part of an edit: only the columns that are given; `undefined` leaves a column alone. */
export function changedColumns(values: Readonly<Record<string, SqlValue | undefined>>): {
  readonly sets: readonly string[];
  readonly params: readonly SqlValue[];
} {
  const given = Object.entries(values).filter((entry): entry is [string, SqlValue] => entry[1] !== undefined);
  return { sets: given.map(([column]) => `${column} = ?`), params: given.map(([, value]) => value) };
}
