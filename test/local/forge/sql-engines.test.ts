import type { SqlEngine } from '../../../local/seams';
import { describeOnEveryEngine } from '../../support/engines';

describeOnEveryEngine('an SQL engine answers as Forge SQL does', (open) => {
  let engine: SqlEngine;

  const select = async (query: string, ...params: unknown[]): Promise<readonly Readonly<Record<string, unknown>>[]> => {
    const answer = await engine.execute(query, params);
    if (!('rows' in answer)) throw new Error('expected rows');
    return answer.rows;
  };

  beforeEach(async () => {
    engine = await open();
    await engine.execute(
      'CREATE TABLE thing (id VARCHAR(36) NOT NULL PRIMARY KEY, big BIGINT NOT NULL, small INT, flag TINYINT, ratio DOUBLE, money DECIMAL(10,2), day CHAR(10))',
      [],
    );
    await engine.execute('CREATE TABLE note (words TEXT)', []);
    await engine.execute('CREATE UNIQUE INDEX thing_big ON thing (big)', []);
    await engine.execute('INSERT INTO thing (id, big, small, flag, ratio, money, day) VALUES (?, ?, ?, ?, ?, ?, ?)', [
      'a',
      1_760_000_000_000,
      3,
      true,
      0.25,
      1.5,
      '2026-10-01',
    ]);
  });
  afterEach(() => engine.close());

  test('BIGINT and DECIMAL are strings, smaller integers and DOUBLE are numbers', async () => {
    await expect(select('SELECT * FROM thing')).resolves.toEqual([
      { id: 'a', big: '1760000000000', small: 3, flag: 1, ratio: 0.25, money: '1.50', day: '2026-10-01' },
    ]);
  });

  test('counts, sums and other whole-number expressions are strings', async () => {
    await expect(
      select(
        'SELECT COUNT(*) AS n, SUM(small) AS total, MAX(small) AS most, COALESCE(MAX(small), 0) + 1 AS following, small = 3 AS same, ? AS given FROM thing GROUP BY small',
        7,
      ),
    ).resolves.toEqual([{ n: '1', total: '3', most: '3', following: '4', same: '1', given: '7' }]);
  });

  test('sums and extremes of DOUBLE and bound fractions are numbers', async () => {
    await expect(select('SELECT SUM(ratio) AS total, MAX(ratio) AS most, ? AS given FROM thing', 0.5)).resolves.toEqual([
      { total: 0.25, most: 0.25, given: 0.5 },
    ]);
  });

  test('whole numbers beyond 2^53 keep every digit', async () => {
    await expect(select('SELECT 9007199254740993 AS n')).resolves.toEqual([{ n: '9007199254740993' }]);
  });

  test('NULL is null whatever the type', async () => {
    await engine.execute('INSERT INTO thing (id, big) VALUES (?, ?)', ['b', 2]);
    await expect(select('SELECT small, ratio, money, day FROM thing WHERE id = ?', 'b')).resolves.toEqual([
      { small: null, ratio: null, money: null, day: null },
    ]);
  });

  test('a DOUBLE comes back as the very number that was bound', async () => {
    for (const value of [985389843380.5707, 0.1 + 0.2, 1e-300, -1.7976931348623157e308, 1e21]) {
      await engine.execute('UPDATE thing SET ratio = ?', [value]);
      await expect(select('SELECT ratio FROM thing')).resolves.toEqual([{ ratio: value }]);
    }
  });

  test('a number bound to a text column is its digits', async () => {
    await engine.execute('INSERT INTO thing (id, big) VALUES (?, ?)', [10001, 2]);
    await expect(select('SELECT id FROM thing WHERE big = 2')).resolves.toEqual([{ id: '10001' }]);
  });

  test('a text column takes as many characters as it says, whatever their bytes', async () => {
    await engine.execute('UPDATE thing SET day = ? WHERE id = ?', ['日'.repeat(9) + '😀', 'a']);
    await expect(select('SELECT day FROM thing')).resolves.toEqual([{ day: '日'.repeat(9) + '😀' }]);
  });

  test('a write says how many rows it matched, changed or not', async () => {
    await expect(engine.execute('UPDATE thing SET small = ? WHERE id = ?', [3, 'a'])).resolves.toEqual({ affectedRows: 1, insertId: 0 });
    await expect(engine.execute('UPDATE thing SET small = ? WHERE id = ?', [3, 'nobody'])).resolves.toEqual({
      affectedRows: 0,
      insertId: 0,
    });
  });

  test('comparison and LIKE tell upper from lower case', async () => {
    await expect(select("SELECT 'A' = 'a' AS equal, 'A' LIKE 'a' AS alike")).resolves.toEqual([{ equal: '0', alike: '0' }]);
  });

  test("the SDK's own migration table numbers its rows", async () => {
    await engine.execute(
      'CREATE TABLE IF NOT EXISTS __migrations (id BIGINT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(255) NOT NULL, migratedAt TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP);',
      [],
    );
    await expect(engine.execute('INSERT INTO __migrations (name) VALUES (?);', ['v1'])).resolves.toEqual({ affectedRows: 1, insertId: 1 });
    await expect(engine.execute('INSERT INTO __migrations (name) VALUES (?);', ['v2'])).resolves.toEqual({ affectedRows: 1, insertId: 2 });
    await expect(select('SELECT id, name, migratedAt FROM __migrations;')).resolves.toEqual([
      { id: '1', name: 'v1', migratedAt: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/) },
      { id: '2', name: 'v2', migratedAt: expect.any(String) },
    ]);
  });

  test('a number for a human key comes from one INSERT … SELECT over the same table', async () => {
    await engine.execute('INSERT INTO thing (id, big) SELECT ?, COALESCE(MAX(big), 0) + 1 FROM thing', ['b']);
    await expect(select('SELECT big FROM thing WHERE id = ?', 'b')).resolves.toEqual([{ big: '1760000000001' }]);
  });

  test.each([
    ['a second row under a primary key', 'INSERT INTO thing (id, big) VALUES (?, ?)', ['a', 5], 'ER_DUP_ENTRY', 1062, '23000'],
    [
      'a second row under a unique index',
      'INSERT INTO thing (id, big) VALUES (?, ?)',
      ['b', 1_760_000_000_000],
      'ER_DUP_ENTRY',
      1062,
      '23000',
    ],
    ['a NULL where none may be', 'INSERT INTO thing (id, big) VALUES (?, ?)', ['b', null], 'ER_BAD_NULL_ERROR', 1048, '23000'],
    ['a text too long for its column', 'INSERT INTO thing (id, big) VALUES (?, ?)', ['x'.repeat(37), 5], 'ER_DATA_TOO_LONG', 1406, '22001'],
    ['a text above 64 KB', 'INSERT INTO note (words) VALUES (?)', ['x'.repeat(65_536)], 'ER_DATA_TOO_LONG', 1406, '22001'],
    ['a word in a number column', 'UPDATE thing SET small = ?', ['many'], 'ER_TRUNCATED_WRONG_VALUE_FOR_FIELD', 1366, '22007'],
    ['a table that is not there', 'SELECT 1 FROM nowhere', [], 'ER_NO_SUCH_TABLE', 1146, '42S02'],
    ['a column that is not there', 'SELECT colour FROM thing', [], 'ER_BAD_FIELD_ERROR', 1054, '42S22'],
    ['a column that is not there to write', 'INSERT INTO thing (id, colour) VALUES (?, ?)', ['b', 1], 'ER_BAD_FIELD_ERROR', 1054, '42S22'],
    ['a table that is there already', 'CREATE TABLE thing (id INT)', [], 'ER_TABLE_EXISTS_ERROR', 1050, '42S01'],
    ['an index that is there already', 'CREATE UNIQUE INDEX thing_big ON thing (big)', [], 'ER_DUP_KEYNAME', 1061, '42000'],
    ['a column that is there already', 'ALTER TABLE thing ADD COLUMN big INT', [], 'ER_DUP_FIELDNAME', 1060, '42S21'],
    ['dropping a table that is not there', 'DROP TABLE nowhere', [], 'ER_BAD_TABLE_ERROR', 1051, '42S02'],
    ['too few values', 'INSERT INTO thing (id, big) VALUES (?)', ['b'], 'ER_WRONG_VALUE_COUNT_ON_ROW', 1136, '21S01'],
    ['words that are no SQL', 'SELEC 1', [], 'ER_PARSE_ERROR', 1064, '42000'],
    ['fewer parameters than placeholders', 'SELECT ?', [], 'ER_WRONG_ARGUMENTS', 1210, 'HY000'],
    ['more parameters than placeholders', "SELECT '?' AS mark", ['x'], 'ER_WRONG_ARGUMENTS', 1210, 'HY000'],
    ['a parameter that is no scalar', 'SELECT ?', [{ a: 1 }], 'ER_WRONG_ARGUMENTS', 1210, 'HY000'],
  ])('%s is refused by its MySQL name', async (_, query, params, code, errno, sqlState) => {
    await expect(engine.execute(query, params)).rejects.toMatchObject({
      name: 'SqlEngineError',
      details: { code, errno, sqlState, sqlMessage: expect.any(String) },
    });
  });
});
