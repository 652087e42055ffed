import { findPolicyViolation } from '../../../local/forge/sql/statement-policy';

describe('the statement policy', () => {
  test.each([
    'SELECT 1',
    ' select 1; ',
    'SELECT 1; -- the end',
    "INSERT INTO t VALUES ('a;b')",
    'SELECT "a;b", `odd;name` FROM t',
    "SELECT 'it''s; fine', 'back\\'slash;' FROM t",
    '/* a; comment */ SELECT 1 # and; another',
    'WITH w AS (SELECT 1) SELECT * FROM w',
    '(SELECT 1) UNION ALL (SELECT 2)',
    'REPLACE INTO t VALUES (?)',
    'DELETE FROM t',
    'UPDATE t SET a = 1',
    'SHOW TABLES',
    'SHOW COLUMNS FROM t',
    'SHOW INDEXES FROM t',
  ])('lets %j through', (query) => {
    expect(findPolicyViolation(query, 'execute')).toBeNull();
  });

  test.each([
    ['SELECT 1; SELECT 2', 'One statement a call'],
    ["SELECT 'a'; DELETE FROM t", 'One statement a call'],
    ['', 'empty'],
    ['-- nothing', 'empty'],
    ['SET @a = 1', 'SET statements'],
    ['SHOW DATABASES', 'SHOW is limited'],
    ['USE other', 'USE statements'],
    ['LOCK TABLES t WRITE', 'LOCK statements'],
    ['BEGIN', 'BEGIN statements'],
    ['START TRANSACTION', 'START statements'],
    ['COMMIT', 'COMMIT statements'],
    ['CREATE TABLE t (a INT)', 'CREATE statements'],
    ['DROP TABLE t', 'DROP statements'],
    ["SELECT 1 INTO OUTFILE '/tmp/x'", 'Writing files'],
  ])('refuses %j on the data endpoint', (query, words) => {
    expect(findPolicyViolation(query, 'execute')).toContain(words);
  });

  test.each([
    'CREATE TABLE IF NOT EXISTS t (a INT);',
    'CREATE UNIQUE INDEX i ON t (a)',
    'ALTER TABLE t ADD COLUMN b INT',
    'DROP TABLE t',
    'SELECT id, name, migratedAt FROM __migrations;',
  ])('lets %j through on the schema endpoint', (query) => {
    expect(findPolicyViolation(query, 'ddl')).toBeNull();
  });

  test.each([
    ['INSERT INTO t VALUES (1)', 'not a schema statement'],
    ['CREATE DATABASE other', 'not a schema statement'],
    ['CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW SET a = 1', 'not a schema statement'],
    ['CREATE TABLE t (a INT, FOREIGN KEY (a) REFERENCES u (a))', 'Foreign keys'],
    ['CREATE TABLE t (a INT REFERENCES u (a))', 'Foreign keys'],
  ])('refuses %j on the schema endpoint', (query, words) => {
    expect(findPolicyViolation(query, 'ddl')).toContain(words);
  });
});
