import { asApp, route } from '@forge/api';
import { Queue } from '@forge/events';
import { migrationRunner, sql } from '@forge/sql';
import Resolver from '@forge/resolver';
import { openFakeApp } from './fake-app';
import type { FakeApp, Handler } from './fake-app';

type Functions = Parameters<Resolver['define']>[1];

let app: FakeApp;
afterEach(() => app.close());

const open = async (
  functions: Readonly<Record<string, Functions>>,
  options: Parameters<typeof openFakeApp>[1] = {},
  more: Readonly<Record<string, Handler>> = {},
) => {
  const resolver = new Resolver();
  for (const [name, run] of Object.entries(functions)) resolver.define(name, run);
  app = await openFakeApp({ resolver: resolver.getDefinitions(), ...more }, options);
  await app.sql.execute('CREATE TABLE thing (id VARCHAR(36) NOT NULL PRIMARY KEY, big BIGINT)', []);
};

const insert = (id: string) => sql.prepare('INSERT INTO thing (id, big) VALUES (?, ?)').bindParams(id, 5).execute();
const ids = async (): Promise<unknown> => {
  const answer = await app.sql.execute('SELECT id FROM thing ORDER BY id', []);
  return 'rows' in answer ? answer.rows.map((row) => row.id) : [];
};

/** What the SDK throws, as far as an app looks at it. */
const attempt = async (run: () => Promise<unknown>): Promise<unknown> => {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { name, message, code, context } = { code: undefined, context: undefined, ...error, name: error.name, message: error.message };
    return { name, message, code, context };
  }
};

describe('@forge/sql', () => {
  test('reads and writes, and each request is in the record', async () => {
    await open({
      go: async () => {
        const written = await insert('a');
        const read = await sql.prepare('SELECT id, big FROM thing').execute();
        return { written: written.rows, read: read.rows };
      },
    });
    await expect(app.invoke('go')).resolves.toEqual({
      written: { affectedRows: 1, insertId: 0, fieldCount: 0, info: '', serverStatus: 2, warningStatus: 0 },
      read: [{ id: 'a', big: '5' }],
    });
    expect(app.host.invocations().at(-1)?.sql).toEqual([
      { query: 'INSERT INTO thing (id, big) VALUES (?, ?)', ms: expect.any(Number), rows: 1, bytes: expect.any(Number), ddl: false },
      { query: 'SELECT id, big FROM thing', ms: expect.any(Number), rows: 1, bytes: expect.any(Number), ddl: false },
    ]);
  });

  test("runs the SDK's migrations once", async () => {
    await open({
      migrate: () =>
        migrationRunner.enqueue('v1', 'CREATE TABLE other (id INT)').enqueue('v2', 'CREATE INDEX other_id ON other (id)').run(),
    });
    await expect(app.invoke('migrate')).resolves.toEqual(['v1', 'v2']);
    await expect(app.invoke('migrate')).resolves.toEqual([]);
    expect(app.host.invocations()[0]?.sql.map(({ ddl }) => ddl)).toEqual([true, false, true, false, true, false]);
  });

  test('throws errors with the code and the MySQL details', async () => {
    await open({ go: () => attempt(async () => [await insert('a'), await insert('a')]) });
    await expect(app.invoke('go')).resolves.toMatchObject({
      name: 'ForgeSQLError',
      code: 'SQL_EXECUTION_ERROR',
      context: { debug: { code: 'ER_DUP_ENTRY', errno: 1062, sqlState: '23000', sqlMessage: expect.any(String) } },
    });
  });

  test.each([
    ['two statements in one call', 'SELECT 1; DELETE FROM thing', 'SQL_POLICY_VIOLATION'],
    ['a schema change on the data endpoint', 'DROP TABLE thing', 'SQL_POLICY_VIOLATION'],
    ['words that are no SQL', 'SELECT FROM WHERE', 'INVALID_SQL_QUERY'],
  ])('is refused %s', async (_, query, code) => {
    await open({ go: () => attempt(() => sql.executeRaw(query)) });
    await expect(app.invoke('go')).resolves.toMatchObject({ name: 'ForgeSQLError', code });
  });

  test('is not there without an sql module in the manifest', async () => {
    await open({ go: () => attempt(() => sql.executeRaw('SELECT 1')) }, { hasSql: false });
    await expect(app.invoke('go')).resolves.toMatchObject({ name: 'ForgeSQLError', code: 'APP_NOT_ENABLED' });
  });

  test('is refused a request above 1 MiB', async () => {
    await open({
      ask: () =>
        attempt(() =>
          sql
            .prepare('SELECT ? AS t')
            .bindParams('x'.repeat(1024 * 1024))
            .execute(),
        ),
    });
    await expect(app.invoke('ask')).resolves.toMatchObject({ message: 'The request is larger than 1 MiB.' });
  });

  test('is refused an answer above 4 MiB', async () => {
    await open({ read: () => attempt(() => sql.executeRaw('SELECT a.t FROM long_text a CROSS JOIN long_text b')) });
    await app.sql.execute('CREATE TABLE long_text (t TEXT)', []);
    for (let n = 0; n < 10; n += 1) await app.sql.execute('INSERT INTO long_text (t) VALUES (?)', ['x'.repeat(60_000)]);
    await expect(app.invoke('read')).resolves.toMatchObject({ message: 'The result is larger than 4 MiB.' });
  });

  test('takes 25 schema changes a minute, and as many as it likes where the limit is off', async () => {
    const changes = async (): Promise<null> => {
      for (let n = 0; n < 26; n += 1) await sql.executeDDL(`CREATE TABLE t${n} (a INT)`);
      return null;
    };
    await open({ changes });
    await expect(app.invoke('changes')).rejects.toThrow('More than 25 DDL requests in a minute.');
    await app.close();
    await open({ changes }, { sqlRates: { ddlPerMinute: null } });
    await expect(app.invoke('changes')).resolves.toBeNull();
  });

  test('takes 150 requests a second where that limit is on', async () => {
    await open(
      {
        many: async () => {
          for (let n = 0; n < 4; n += 1) await sql.executeRaw('SELECT 1');
          return null;
        },
      },
      { sqlRates: { dataPerSecond: 3 } },
    );
    await expect(app.invoke('many')).rejects.toThrow('More than 3 requests in a second.');
  });
});

describe('an invocation that dies between two statements', () => {
  const writeTwo = async (): Promise<string> => {
    await insert('a');
    await insert('b');
    return 'done';
  };

  test.each([
    [0, []],
    [1, ['a']],
    [2, ['a', 'b']],
  ])('after %i of 2 has written what came before, and its result is lost', async (n, written) => {
    await open({ writeTwo });
    app.host.dieAfterStatement(n);
    await expect(app.invoke('writeTwo')).rejects.toThrow('InvocationKilled');
    await expect(ids()).resolves.toEqual(written);
  });

  test('is the only one: the next runs to its end', async () => {
    await open({ writeTwo, clear: async () => (await sql.executeRaw('DELETE FROM thing')).rows });
    app.host.dieAfterStatement(1);
    await expect(app.invoke('writeTwo')).rejects.toThrow('InvocationKilled');
    await app.invoke('clear');
    await expect(app.invoke('writeTwo')).resolves.toBe('done');
  });

  test('counts statements over invocations', async () => {
    await open({ one: async () => (await sql.executeRaw('SELECT 1')).rows, writeTwo });
    app.host.dieAfterStatement(2);
    await app.invoke('one');
    await expect(app.invoke('writeTwo')).rejects.toThrow('InvocationKilled');
    await expect(ids()).resolves.toEqual(['a']);
  });

  test('reaches neither Jira nor the queue any more, whatever it catches', async () => {
    await open({
      stubborn: async () => {
        await insert('a');
        await asApp()
          .requestJira(route`/rest/api/3/myself`)
          .catch(() => undefined);
        await new Queue({ key: 'work' }).push({ body: {} }).catch(() => undefined);
        await insert('b').catch(() => undefined);
        return 'all well';
      },
    });
    app.host.dieAfterStatement(1);
    await expect(app.invoke('stubborn')).rejects.toThrow('InvocationKilled');
    expect(app.jira.asked).toEqual([]);
    expect(app.host.dump()).toMatchObject({ queue: { jobs: [] } });
    await expect(ids()).resolves.toEqual(['a']);
  });

  test('of a consumer is tried again', async () => {
    const consumer: Handler = async () => {
      await sql.prepare('REPLACE INTO thing (id, big) VALUES (?, ?)').bindParams('a', 1).execute();
      await sql.prepare('REPLACE INTO thing (id, big) VALUES (?, ?)').bindParams('b', 1).execute();
    };
    await open({ push: () => new Queue({ key: 'work' }).push({ body: {} }) }, {}, { consumer });
    await app.invoke('push');
    app.host.dieAfterStatement(1);
    await app.host.drain();
    await expect(ids()).resolves.toEqual(['a', 'b']);
    expect(
      app.host
        .invocations()
        .filter(({ moduleType }) => moduleType === 'consumer')
        .map(({ error }) => error),
    ).toEqual([expect.stringContaining('InvocationKilled'), null]);
  });
});
