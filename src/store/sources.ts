/**
 * Sources: how issues come into a key result's scope. A source row is the commit of adding one: scope rows written before it count for
 * nothing until it is there.
 */
import { numberOf, textOf, textOrNull, wordOf } from './row';
import { isSqlError, type Row, type SqlClient } from './sql-client';

export type SourceRecord = { readonly id: string; readonly keyResultId: string } & (
  { readonly type: 'issue' | 'children'; readonly issueId: string } | { readonly type: 'jql'; readonly jql: string }
);

export type SourceWithCount = { readonly source: SourceRecord; readonly issues: number };

const live = `JOIN key_result k ON k.id = s.key_result_id JOIN objective o ON o.id = k.objective_id`;
const isLive = 'k.archived_at IS NULL AND o.archived_at IS NULL';

function parse(row: Row): SourceRecord {
  const shared = { id: textOf(row, 'id'), keyResultId: textOf(row, 'key_result_id') };
  const type = wordOf(row, 'type', ['issue', 'children', 'jql']);
  return type === 'jql' ? { ...shared, type, jql: textOf(row, 'jql') } : { ...shared, type, issueId: textOrNull(row, 'issue_id') ?? '' };
}

const columns = 's.id AS id, s.key_result_id AS key_result_id, s.type AS type, s.issue_id AS issue_id, s.jql AS jql';

export const createSourceStore = (sql: SqlClient) => ({
  /** Makes a source count. A source with this id that is there already stays as it is. */
  async add(source: SourceRecord, by: { readonly accountId: string; readonly at: number }): Promise<void> {
    try {
      await sql.run(
        'INSERT INTO scope_source (id, key_result_id, type, issue_id, jql, created_at, created_by) VALUES (?, ?, ?, ?, ?, ?, ?)',
        [
          source.id,
          source.keyResultId,
          source.type,
          source.type === 'jql' ? null : source.issueId,
          source.type === 'jql' ? source.jql : null,
          by.at,
          by.accountId,
        ],
      );
    } catch (error) {
      if (!isSqlError(error, 'duplicate-key')) throw error;
    }
  },

  async remove(id: string): Promise<void> {
    await sql.run('DELETE FROM scope_source WHERE id = ?', [id]);
  },

  async find(id: string): Promise<SourceRecord | null> {
    const [row] = await sql.query(`SELECT ${columns} FROM scope_source s WHERE s.id = ?`, [id]);
    return row === undefined ? null : parse(row);
  },

  /** A key result's sources, oldest first, each with the number of issues it brings. */
  async listByKeyResult(keyResultId: string): Promise<readonly SourceWithCount[]> {
    const rows = await sql.query(
      `SELECT ${columns}, (SELECT COUNT(*) FROM scope_issue i WHERE i.source_id = s.id) AS issues
       FROM scope_source s WHERE s.key_result_id = ? ORDER BY s.created_at, s.id`,
      [keyResultId],
    );
    return rows.map((row) => ({ source: parse(row), issues: numberOf(row, 'issues') }));
  },

  /** Sources of live key results that issues can join or leave by themselves (children and JQL), with their counts, by id. */
  async listFollowed(): Promise<readonly SourceWithCount[]> {
    const rows = await sql.query(
      `SELECT ${columns}, (SELECT COUNT(*) FROM scope_issue i WHERE i.source_id = s.id) AS issues
       FROM scope_source s ${live} WHERE s.type <> 'issue' AND ${isLive} ORDER BY s.id`,
      [],
    );
    return rows.map((row) => ({ source: parse(row), issues: numberOf(row, 'issues') }));
  },

  /** One statement that says whether an event on an issue can matter: is the issue known, and does anything follow children or JQL? */
  async relevanceOf(
    issueId: string,
  ): Promise<{ readonly known: boolean; readonly followsChildren: boolean; readonly followsJql: boolean }> {
    const follows = (type: string): string => `EXISTS (SELECT 1 FROM scope_source s ${live} WHERE s.type = '${type}' AND ${isLive})`;
    const [row] = await sql.query(
      `SELECT EXISTS (SELECT 1 FROM issue_fact WHERE issue_id = ?) AS known, ${follows('children')} AS children, ${follows('jql')} AS jql`,
      [issueId],
    );
    const yes = (column: string): boolean => row !== undefined && numberOf(row, column) === 1;
    return { known: yes('known'), followsChildren: yes('children'), followsJql: yes('jql') };
  },
});
