/**
 * Scope: which issues count for which key result, through which source. A row counts only while its source exists;
 * rows of a source that was never committed, or has been removed, are leftovers for the recovery pass.
 */
import type { IssueFacts } from '../domain/model';
import { parseNumbers } from './issue-facts';
import { flagOf, numberOf, numberOrNull, textOf, textOrNull, wordOf } from './row';
import type { SqlClient } from './sql-client';
import { chunksOf, marks, replaceRows } from './statement';

export type Membership = { readonly sourceId: string; readonly issueId: string; readonly keyResultId: string };

const live = 'ss.removed_at IS NULL';

/** Each may be of another source, and SQLite takes no more than a thousand conditions in a row. */
const REMOVED_AT_ONCE = 900;

const ANCESTOR_COLUMNS = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6'] as const;

/**
 * Under the alias `o2`, which objectives' key results share issues with those of one objective: those that are not private, and its own. So
 * nobody can tell from a number that a private one has the issue too.
 */
const countsWith = (objectiveId: string): string => `(o2.private = 0 OR o2.id = ${objectiveId})`;

/** In the scope of how many live key results of a cycle an issue is, seen from an objective: a subquery. */
const sharersOf = (issueId: string, cycleId: string, objectiveId: string): string =>
  `(SELECT COUNT(DISTINCT i2.key_result_id) FROM scope_issue i2 JOIN scope_source s2 ON s2.id = i2.source_id AND s2.removed_at IS NULL
    JOIN key_result k2 ON k2.id = i2.key_result_id AND k2.archived_at IS NULL
    JOIN objective o2 ON o2.id = k2.objective_id AND o2.archived_at IS NULL AND o2.cycle_id = ${cycleId}
      AND ${countsWith(objectiveId)} WHERE i2.issue_id = ${issueId})`;

export const createScopeStore = (sql: SqlClient) => ({
  /** Adds memberships; one that is there already stays. `addedAt` in epoch ms tells leftovers from work in progress. */
  add(memberships: readonly Membership[], addedAt: number): Promise<void> {
    return replaceRows(
      sql,
      'scope_issue',
      ['source_id', 'issue_id', 'key_result_id', 'added_at'],
      memberships.map((row) => [row.sourceId, row.issueId, row.keyResultId, addedAt]),
    );
  },

  /** Takes issues out of the scopes of sources. */
  async remove(memberships: readonly Pick<Membership, 'sourceId' | 'issueId'>[]): Promise<void> {
    for (const chunk of chunksOf(memberships, REMOVED_AT_ONCE)) {
      const bySource = new Map<string, string[]>();
      for (const { sourceId, issueId } of chunk) bySource.set(sourceId, [...(bySource.get(sourceId) ?? []), issueId]);
      const sources = [...bySource];
      await sql.run(
        `DELETE FROM scope_issue WHERE ${sources.map(([, ids]) => `(source_id = ? AND issue_id IN (${marks(ids.length)}))`).join(' OR ')}`,
        sources.flatMap(([sourceId, ids]) => [sourceId, ...ids]),
      );
    }
  },

  async removeSource(sourceId: string): Promise<void> {
    await sql.run('DELETE FROM scope_issue WHERE source_id = ?', [sourceId]);
  },

  /** Removes rows of sources that do not count, added before `before` (epoch ms). */
  async removeLeftovers(before: number): Promise<void> {
    await sql.run(
      'DELETE FROM scope_issue WHERE added_at < ? AND source_id NOT IN (SELECT id FROM scope_source WHERE removed_at IS NULL)',
      [before],
    );
  },

  /** The committed memberships of these issues. */
  async listByIssues(issueIds: readonly string[]): Promise<readonly Membership[]> {
    if (issueIds.length === 0) return [];
    const rows = await sql.query(
      `SELECT i.source_id AS source_id, i.issue_id AS issue_id, i.key_result_id AS key_result_id
       FROM scope_issue i JOIN scope_source ss ON ss.id = i.source_id AND ${live} WHERE i.issue_id IN (${marks(issueIds.length)})`,
      issueIds,
    );
    return rows.map((row) => ({
      sourceId: textOf(row, 'source_id'),
      issueId: textOf(row, 'issue_id'),
      keyResultId: textOf(row, 'key_result_id'),
    }));
  },

  /** The issues each of these sources brings, by source, ascending by id as text. */
  async listIssueIds(sourceIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const members = new Map<string, string[]>(sourceIds.map((id) => [id, []]));
    if (sourceIds.length === 0) return members;
    const rows = await sql.query(
      `SELECT source_id, issue_id FROM scope_issue WHERE source_id IN (${marks(sourceIds.length)}) ORDER BY source_id, issue_id`,
      sourceIds,
    );
    for (const row of rows) members.get(textOf(row, 'source_id'))?.push(textOf(row, 'issue_id'));
    return members;
  },

  /** The projects of the issues in a key result's scope that Jira still has, ascending. */
  async listProjectIds(keyResultId: string): Promise<readonly string[]> {
    const rows = await sql.query(
      `SELECT DISTINCT f.project_id AS project_id FROM scope_issue i JOIN scope_source ss ON ss.id = i.source_id AND ${live}
       JOIN issue_fact f ON f.issue_id = i.issue_id AND f.gone = 0 WHERE i.key_result_id = ? ORDER BY f.project_id`,
      [keyResultId],
    );
    return rows.map((row) => textOf(row, 'project_id'));
  },

  /** The memberships of a key result, one row a source and issue. */
  async listMemberships(keyResultId: string): Promise<readonly Membership[]> {
    const rows = await sql.query(
      `SELECT i.source_id AS source_id, i.issue_id AS issue_id FROM scope_issue i JOIN scope_source ss ON ss.id = i.source_id AND ${live}
       WHERE i.key_result_id = ? ORDER BY i.issue_id, i.source_id`,
      [keyResultId],
    );
    return rows.map((row) => ({ sourceId: textOf(row, 'source_id'), issueId: textOf(row, 'issue_id'), keyResultId }));
  },

  /**
   * The facts of every issue in scope of these key results, each issue once a key result however many sources bring it, with up to six
   * ancestors, nearest first. By key result, then issue id as text. Values of number fields and the number of sharers are read for key
   * results whose rule asks for them, or for all.
   */
  async listFacts(
    keyResultIds: readonly string[],
    extras: 'as-ruled' | 'all' = 'as-ruled',
  ): Promise<ReadonlyMap<string, readonly IssueFacts[]>> {
    const facts = new Map<string, IssueFacts[]>(keyResultIds.map((id) => [id, []]));
    if (keyResultIds.length === 0) return facts;
    const where = (condition: string, value: string, otherwise: string): string =>
      extras === 'all' ? value : `CASE WHEN ${condition} THEN ${value} ELSE ${otherwise} END`;
    const rows = await sql.query(
      `SELECT s.key_result_id AS k, s.issue_id AS i, f.status_category AS c, f.cancelled AS x, f.gone AS g, f.points AS p, f.estimate AS e,
         ${where(`k.weight_by = 'field'`, 'f.numbers', `'{}'`)} AS n, ${where(`k.shared = 'split'`, sharersOf('s.issue_id', 'o.cycle_id', 'o.id'), '1')} AS h,
         f.parent_id AS a1, p1.parent_id AS a2, p2.parent_id AS a3, p3.parent_id AS a4, p4.parent_id AS a5, p5.parent_id AS a6
       FROM (SELECT DISTINCT i.key_result_id, i.issue_id FROM scope_issue i JOIN scope_source ss ON ss.id = i.source_id AND ${live}
             WHERE i.key_result_id IN (${marks(keyResultIds.length)})) s
       LEFT JOIN key_result k ON k.id = s.key_result_id LEFT JOIN objective o ON o.id = k.objective_id
       JOIN issue_fact f ON f.issue_id = s.issue_id
       LEFT JOIN issue_fact p1 ON p1.issue_id = f.parent_id
       LEFT JOIN issue_fact p2 ON p2.issue_id = p1.parent_id
       LEFT JOIN issue_fact p3 ON p3.issue_id = p2.parent_id
       LEFT JOIN issue_fact p4 ON p4.issue_id = p3.parent_id
       LEFT JOIN issue_fact p5 ON p5.issue_id = p4.parent_id
       ORDER BY s.key_result_id, s.issue_id`,
      keyResultIds,
    );
    for (const row of rows) {
      facts.get(textOf(row, 'k'))?.push({
        issueId: textOf(row, 'i'),
        statusCategory: wordOf(row, 'c', ['todo', 'in-progress', 'done']),
        cancelled: flagOf(row, 'x'),
        gone: flagOf(row, 'g'),
        points: numberOrNull(row, 'p'),
        estimate: numberOrNull(row, 'e'),
        numbers: parseNumbers(textOf(row, 'n')),
        sharedBy: Math.max(1, numberOf(row, 'h')),
        ancestorIds: ANCESTOR_COLUMNS.map((column) => textOrNull(row, column)).filter((id) => id !== null),
      });
    }
    return facts;
  },

  /** Key results that divide the weight of shared issues and have one in common with these, ascending; these themselves too. */
  async listSplitters(keyResultIds: readonly string[]): Promise<readonly string[]> {
    if (keyResultIds.length === 0) return [];
    const rows = await sql.query(
      `SELECT DISTINCT k.id AS id FROM scope_issue mine JOIN scope_issue other ON other.issue_id = mine.issue_id
       JOIN key_result k ON k.id = other.key_result_id AND k.shared = 'split' AND k.archived_at IS NULL
       WHERE mine.key_result_id IN (${marks(keyResultIds.length)}) ORDER BY k.id`,
      keyResultIds,
    );
    return rows.map((row) => textOf(row, 'id'));
  },

  /** In the scope of how many live key results of an objective's cycle each of these issues is, seen from it, by issue id; issues in none are missing. */
  async countSharers(
    issueIds: readonly string[],
    objective: { readonly id: string; readonly cycleId: string },
  ): Promise<ReadonlyMap<string, number>> {
    const sharers = new Map<string, number>();
    for (const chunk of chunksOf(issueIds, 1000)) {
      const rows = await sql.query(
        `SELECT i.issue_id AS issue_id, COUNT(DISTINCT i.key_result_id) AS sharers FROM scope_issue i
         JOIN scope_source ss ON ss.id = i.source_id AND ${live}
         JOIN key_result k ON k.id = i.key_result_id AND k.archived_at IS NULL
         JOIN objective o2 ON o2.id = k.objective_id AND o2.archived_at IS NULL AND o2.cycle_id = ? AND ${countsWith('?')}
         WHERE i.issue_id IN (${marks(chunk.length)}) GROUP BY i.issue_id`,
        [objective.cycleId, objective.id, ...chunk],
      );
      for (const row of rows) sharers.set(textOf(row, 'issue_id'), numberOf(row, 'sharers'));
    }
    return sharers;
  },
});
