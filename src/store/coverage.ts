/**
 * How much of the counted work serves a key result, as scopes are now: what serves is never stored, so it follows every link at once. Reading only;
 * the counts are work-counts.ts. A private objective's scope serves nobody here, so nothing can be told from the numbers.
 */
import type { WorkShare, WorkState } from '../domain/coverage';
import type { WorkInHand } from '../domain/sight';
import { flagOf, numberOf, textOf, textOrNull, wordOf } from './row';
import type { SqlClient, SqlValue } from './sql-client';
import { marks } from './statement';
import { visibleTo } from './visible';

export type Shares = Readonly<Record<WorkState, WorkShare>>;

/** The cycle whose coverage is asked for. */
type Period = { readonly id: string; readonly startDay: string; readonly endDay: string };

export type Orphan = { readonly issueId: string; readonly parentId: string | null };

/** How far down from a piece of work scopes are looked for: a plan, an epic and a story have a sub-task that far below. */
const LEVELS_BELOW = 4;

const states = ['in-progress', 'finished'] as const;

/**
 * The pieces of work of these counts that serve: themselves, an issue above them or one below them is in the scope of a live key result of the
 * cycle, or of an open one that shares days with it. `which` narrows the objectives, under the alias `o`.
 */
function serving(
  counted: string,
  period: Period,
  which: { readonly sql: string; readonly params: readonly SqlValue[] },
  countedParams: readonly SqlValue[],
) {
  const inScope = `JOIN issue_fact f ON f.issue_id = i.issue_id AND f.gone = 0 AND f.cancelled = 0
     JOIN scope_source ss ON ss.id = i.source_id AND ss.removed_at IS NULL
     JOIN key_result k ON k.id = i.key_result_id AND k.archived_at IS NULL
     JOIN objective o ON o.id = k.objective_id AND o.archived_at IS NULL AND ${which.sql}
     JOIN cycle c ON c.id = o.cycle_id AND (c.id = ? OR (c.state <> 'closed' AND c.start_day <= ? AND c.end_day >= ?))`;
  const scopeParams = [...which.params, period.id, period.endDay, period.startDay];
  const found = 'SELECT w.count_id AS count_id, w.issue_id AS issue_id, k.number AS number FROM work_line w';
  const below = Array.from({ length: LEVELS_BELOW }, (_, index) => {
    const steps = Array.from({ length: index }, (_step, at) => `JOIN issue_fact d${at + 2} ON d${at + 2}.parent_id = d${at + 1}.issue_id`);
    return `${found} JOIN issue_fact d1 ON d1.parent_id = w.above_id ${steps.join(' ')}
       JOIN scope_issue i ON i.issue_id = d${index + 1}.issue_id ${inScope} WHERE w.distance = 0 AND ${counted}`;
  });
  const parts = [`${found} JOIN scope_issue i ON i.issue_id = w.above_id ${inScope} WHERE ${counted}`, ...below];
  return { sql: parts.join(' UNION '), params: parts.flatMap(() => [...scopeParams, ...countedParams]) };
}

const publicly = { sql: 'o.private = 0', params: [] };

export const createCoverageStore = (sql: SqlClient) => ({
  /**
   * How much of each of these counts serves, by the id of the count. The ids are named in the statement, not looked up in it: so it begins with their lines on
   * every engine, which is a matter of milliseconds or seconds.
   */
  async listShares(countIds: readonly string[], period: Period): Promise<ReadonlyMap<string, Shares>> {
    const none: Shares = { 'in-progress': { work: 0, serving: 0 }, finished: { work: 0, serving: 0 } };
    const shares = new Map(countIds.map((id) => [id, none]));
    if (countIds.length === 0) return shares;
    const counted = `w.count_id IN (${marks(countIds.length)})`;
    const served = serving(counted, period, publicly, countIds);
    const rows = await sql.query(
      `SELECT w.count_id AS count_id, w.state AS state, COUNT(*) AS work, COUNT(s.issue_id) AS serving FROM work_line w
       LEFT JOIN (SELECT DISTINCT x.count_id, x.issue_id FROM (${served.sql}) x) s ON s.count_id = w.count_id AND s.issue_id = w.issue_id
       WHERE w.distance = 0 AND ${counted} GROUP BY w.count_id, w.state`,
      [...served.params, ...countIds],
    );
    for (const row of rows) {
      const countId = textOf(row, 'count_id');
      const share = { work: numberOf(row, 'work'), serving: numberOf(row, 'serving') };
      shares.set(countId, { ...(shares.get(countId) ?? none), [wordOf(row, 'state', states)]: share });
    }
    return shares;
  },

  /** The pieces of work of a count that serve nothing, last changed first. */
  async listOrphans(countId: string, state: WorkState, period: Period): Promise<readonly Orphan[]> {
    const served = serving('w.count_id = ?', period, publicly, [countId]);
    const rows = await sql.query(
      `SELECT w.issue_id AS issue_id, p.above_id AS parent_id FROM work_line w
       LEFT JOIN work_line p ON p.count_id = w.count_id AND p.issue_id = w.issue_id AND p.distance = 1
       LEFT JOIN (SELECT DISTINCT x.issue_id FROM (${served.sql}) x) s ON s.issue_id = w.issue_id
       WHERE w.count_id = ? AND w.state = ? AND w.distance = 0 AND s.issue_id IS NULL ORDER BY w.changed_at DESC, w.issue_id`,
      [...served.params, countId, state],
    );
    return rows.map((row) => ({ issueId: textOf(row, 'issue_id'), parentId: textOrNull(row, 'parent_id') }));
  },

  /** The work in progress of a count, whose it is and whether it serves, last changed first. */
  async listInHand(countId: string, period: Period): Promise<readonly WorkInHand[]> {
    const served = serving('w.count_id = ?', period, publicly, [countId]);
    const rows = await sql.query(
      `SELECT w.issue_id AS issue_id, w.assignee_account_id AS account_id, CASE WHEN s.issue_id IS NULL THEN 0 ELSE 1 END AS serves FROM work_line w
       LEFT JOIN (SELECT DISTINCT x.issue_id FROM (${served.sql}) x) s ON s.issue_id = w.issue_id
       WHERE w.count_id = ? AND w.state = 'in-progress' AND w.distance = 0 ORDER BY w.changed_at DESC, w.issue_id`,
      [...served.params, countId],
    );
    return rows.map((row) => ({
      issueId: textOf(row, 'issue_id'),
      accountId: textOrNull(row, 'account_id'),
      serves: flagOf(row, 'serves'),
    }));
  },

  /** The work in progress of these counts by whose it is (null: nobody's), and how much of it serves. */
  async listHands(
    countIds: readonly string[],
    period: Period,
  ): Promise<readonly (WorkShare & { readonly countId: string; readonly accountId: string | null })[]> {
    if (countIds.length === 0) return [];
    const counted = `w.count_id IN (${marks(countIds.length)})`;
    const served = serving(counted, period, publicly, countIds);
    const rows = await sql.query(
      `SELECT w.count_id AS count_id, w.assignee_account_id AS account_id, COUNT(*) AS work, COUNT(s.issue_id) AS serving FROM work_line w
       LEFT JOIN (SELECT DISTINCT x.count_id, x.issue_id FROM (${served.sql}) x) s ON s.count_id = w.count_id AND s.issue_id = w.issue_id
       WHERE w.distance = 0 AND w.state = 'in-progress' AND ${counted} GROUP BY w.count_id, w.assignee_account_id
       ORDER BY w.count_id, w.assignee_account_id`,
      [...served.params, ...countIds],
    );
    return rows.map((row) => ({
      countId: textOf(row, 'count_id'),
      accountId: textOrNull(row, 'account_id'),
      work: numberOf(row, 'work'),
      serving: numberOf(row, 'serving'),
    }));
  },

  /** Which private key results a person may know of are served by these pieces of work, by issue id: their numbers, ascending. */
  async listPrivatelyServed(
    accountId: string,
    countId: string,
    issueIds: readonly string[],
    period: Period,
  ): Promise<ReadonlyMap<string, readonly number[]>> {
    const known = new Map<string, number[]>();
    if (issueIds.length === 0) return known;
    const visible = visibleTo(accountId, 'o');
    const counted = `w.count_id = ? AND w.issue_id IN (${marks(issueIds.length)})`;
    const served = serving(counted, period, { sql: `o.private = 1 AND ${visible.sql}`, params: visible.params }, [countId, ...issueIds]);
    const rows = await sql.query(
      `SELECT DISTINCT x.issue_id, x.number FROM (${served.sql}) x ORDER BY x.issue_id, x.number`,
      served.params,
    );
    for (const row of rows) {
      const issueId = textOf(row, 'issue_id');
      known.set(issueId, [...(known.get(issueId) ?? []), numberOf(row, 'number')]);
    }
    return known;
  },

  /** Projects with live objectives in a cycle that are not private, ascending by id as text. */
  async listProjects(cycleId: string): Promise<readonly string[]> {
    const rows = await sql.query(
      `SELECT DISTINCT o.home_id AS project_id FROM objective o
       WHERE o.level = 'project' AND o.cycle_id = ? AND o.archived_at IS NULL AND o.private = 0 ORDER BY o.home_id`,
      [cycleId],
    );
    return rows.map((row) => textOf(row, 'project_id'));
  },
});
