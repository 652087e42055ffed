/**
 * Sources: how issues come into a key result's scope. A source row is the commit of adding one: scope rows written before it count for
 * nothing until it is there. A source that is removed stays as the record of who did that, when and why.
 */
import { insertOnce } from './insert-once';
import { numberOf, numberOrNull, textOf, textOrNull, wordOf } from './row';
import type { Row, SqlClient } from './sql-client';
import { marks } from './statement';

export type SourceRecord = { readonly id: string; readonly keyResultId: string } & (
  { readonly type: 'issue' | 'children'; readonly issueId: string } | { readonly type: 'jql'; readonly jql: string }
);

export type SourceWithCount = { readonly source: SourceRecord; readonly issues: number };

/** `listedAt`: when it was last compared with Jira issue by issue, epoch ms. */
export type FollowedSource = SourceWithCount & { readonly listedAt: number };

type Done = { readonly at: number; readonly byAccountId: string; readonly reason: string | null };

export type SourceHistory = { readonly source: SourceRecord; readonly added: Done; readonly removed: Done | null };

const live = `JOIN key_result k ON k.id = s.key_result_id JOIN objective o ON o.id = k.objective_id`;
/** What is archived or in a closed cycle follows nothing any more. */
const isLive = `s.removed_at IS NULL AND k.archived_at IS NULL AND o.archived_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM cycle c WHERE c.id = o.cycle_id AND c.state = 'closed')`;

function parse(row: Row): SourceRecord {
  const shared = { id: textOf(row, 'id'), keyResultId: textOf(row, 'key_result_id') };
  const type = wordOf(row, 'type', ['issue', 'children', 'jql']);
  return type === 'jql' ? { ...shared, type, jql: textOf(row, 'jql') } : { ...shared, type, issueId: textOrNull(row, 'issue_id') ?? '' };
}

/** A condition without parameters: some live source of this type is there. */
export const followedBy = (type: 'children' | 'jql'): string =>
  `EXISTS (SELECT 1 FROM scope_source s ${live} WHERE s.type = '${type}' AND ${isLive})`;

const columns = 's.id AS id, s.key_result_id AS key_result_id, s.type AS type, s.issue_id AS issue_id, s.jql AS jql';

export const createSourceStore = (sql: SqlClient) => ({
  /** Makes sources count, all or none, in one statement. False when one with such an id is there already, removed or not; it stays as it is. */
  add(
    sources: readonly SourceRecord[],
    by: { readonly accountId: string; readonly at: number; readonly reason?: string | undefined },
  ): Promise<boolean> {
    return insertOnce(
      sql,
      `INSERT INTO scope_source (id, key_result_id, type, issue_id, jql, created_at, created_by, reason, listed_at)
         VALUES ${sources.map(() => `(${marks(9)})`).join(', ')}`,
      sources.flatMap((source) => [
        source.id,
        source.keyResultId,
        source.type,
        source.type === 'jql' ? null : source.issueId,
        source.type === 'jql' ? source.jql : null,
        by.at,
        by.accountId,
        by.reason ?? null,
        by.at,
      ]),
    );
  },

  /** Makes a source count no more. */
  async remove(id: string, by: { readonly accountId: string; readonly at: number; readonly reason?: string | undefined }): Promise<void> {
    await sql.run('UPDATE scope_source SET removed_at = ?, removed_by = ?, removed_reason = ? WHERE id = ? AND removed_at IS NULL', [
      by.at,
      by.accountId,
      by.reason ?? null,
      id,
    ]);
  },

  /** Null for one that has been removed, too. */
  async find(id: string): Promise<SourceRecord | null> {
    const [row] = await sql.query(`SELECT ${columns} FROM scope_source s WHERE s.id = ? AND s.removed_at IS NULL`, [id]);
    return row === undefined ? null : parse(row);
  },

  /** A key result's sources, oldest first, each with the number of issues it brings. */
  async listByKeyResult(keyResultId: string): Promise<readonly SourceWithCount[]> {
    const rows = await sql.query(
      `SELECT ${columns}, (SELECT COUNT(*) FROM scope_issue i WHERE i.source_id = s.id) AS issues
       FROM scope_source s WHERE s.key_result_id = ? AND s.removed_at IS NULL ORDER BY s.created_at, s.id`,
      [keyResultId],
    );
    return rows.map((row) => ({ source: parse(row), issues: numberOf(row, 'issues') }));
  },

  /** The sources of these key results, oldest first. */
  async listByKeyResults(keyResultIds: readonly string[]): Promise<readonly SourceRecord[]> {
    if (keyResultIds.length === 0) return [];
    const rows = await sql.query(
      `SELECT ${columns} FROM scope_source s WHERE s.key_result_id IN (${marks(keyResultIds.length)}) AND s.removed_at IS NULL
       ORDER BY s.created_at, s.id`,
      keyResultIds,
    );
    return rows.map(parse);
  },

  /** Every source a key result has or has had, oldest first, with who added and removed it, when (epoch ms) and why. */
  async listRecords(keyResultId: string): Promise<readonly SourceHistory[]> {
    const rows = await sql.query(
      `SELECT ${columns}, s.created_at AS created_at, s.created_by AS created_by, s.reason AS reason,
         s.removed_at AS removed_at, s.removed_by AS removed_by, s.removed_reason AS removed_reason
       FROM scope_source s WHERE s.key_result_id = ? ORDER BY s.created_at, s.id`,
      [keyResultId],
    );
    return rows.map((row) => {
      const removedAt = numberOrNull(row, 'removed_at');
      return {
        source: parse(row),
        added: { at: numberOf(row, 'created_at'), byAccountId: textOf(row, 'created_by'), reason: textOrNull(row, 'reason') },
        removed:
          removedAt === null ? null : { at: removedAt, byAccountId: textOf(row, 'removed_by'), reason: textOrNull(row, 'removed_reason') },
      };
    });
  },

  /** Says that these sources have been compared with Jira issue by issue at this moment (epoch ms). */
  async setListed(ids: readonly string[], at: number): Promise<void> {
    if (ids.length === 0) return;
    await sql.run(`UPDATE scope_source SET listed_at = ? WHERE id IN (${marks(ids.length)})`, [at, ...ids]);
  },

  /** Sources of live key results that issues can join or leave by themselves (children and JQL), with their counts, by id. */
  async listFollowed(): Promise<readonly FollowedSource[]> {
    const rows = await sql.query(
      `SELECT ${columns}, s.listed_at AS listed_at, (SELECT COUNT(*) FROM scope_issue i WHERE i.source_id = s.id) AS issues
       FROM scope_source s ${live} WHERE s.type <> 'issue' AND ${isLive} ORDER BY s.id`,
      [],
    );
    return rows.map((row) => ({ source: parse(row), issues: numberOf(row, 'issues'), listedAt: numberOf(row, 'listed_at') }));
  },
});
