import { SqlError, type Row, type SqlClient, type SqlFailure } from '../../src/store/sql-client';
import { createStore } from '../../src/store/store';

/** A client that fails so many times for this reason before it answers. */
const failing = (reason: SqlFailure, times: number): { readonly client: SqlClient; readonly asked: () => number } => {
  let asked = 0;
  const answer = async <T>(value: T): Promise<T> => {
    asked += 1;
    if (asked <= times) throw new SqlError(reason, reason);
    return value;
  };
  return { client: { query: () => answer<readonly Row[]>([]), run: () => answer(1) }, asked: () => asked };
};

describe('a statement that lost against another one', () => {
  test.each([1, 4])('is run again, after %i failures too', async (times) => {
    const { client, asked } = failing('conflict', times);
    await expect(createStore(client).cycles.list()).resolves.toEqual([]);
    expect(asked()).toBe(times + 1);
  });

  test('is run again when it writes', async () => {
    const { client, asked } = failing('conflict', 1);
    await createStore(client).settings.write('name', 'value');
    expect(asked()).toBe(2);
  });

  test('fails with its reason after five', async () => {
    const { client, asked } = failing('conflict', 99);
    await expect(createStore(client).cycles.list()).rejects.toMatchObject({ reason: 'conflict' });
    expect(asked()).toBe(5);
  });

  test.each(['missing-table', 'other'] as const)('is not run again for the reason %s', async (reason) => {
    const { client, asked } = failing(reason, 1);
    await expect(createStore(client).cycles.list()).rejects.toMatchObject({ reason });
    expect(asked()).toBe(1);
  });
});
