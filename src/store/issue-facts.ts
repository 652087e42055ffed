/**
 * Issue facts: what progress needs to know of an issue, one row an issue, whether it is in scope itself or an ancestor of one that is.
 * Facts only, never titles: those are asked of Jira as the viewer.
 */
import { z } from 'zod';
import type { StatusCategory } from '../domain/model';
import { flagOf, numberOf, numberOrNull, textOf, textOrNull, wordOf } from './row';
import type { SqlClient } from './sql-client';
import { chunksOf, marks, replaceRows } from './statement';

export type IssueFactRecord = {
  readonly issueId: string;
  readonly projectId: string;
  readonly parentId: string | null;
  readonly statusCategory: StatusCategory;
  readonly resolution: string | null;
  readonly cancelled: boolean;
  readonly gone: boolean;
  readonly points: number | null;
  /** Original estimate in seconds. */
  readonly estimate: number | null;
  /** Values of number fields, by field id; fields without a value are missing. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Whose the issue is in Jira; null for nobody. Only the id is kept. */
  readonly assigneeAccountId: string | null;
  /** When its status last changed its category, by Jira, epoch ms; null where Jira does not say. */
  readonly movedAt: number | null;
  /** Jira's own time of the last change, epoch ms. */
  readonly updatedAt: number;
  /** When we last read it from Jira, epoch ms. */
  readonly checkedAt: number;
};

export type KnownIssue = Pick<IssueFactRecord, 'issueId' | 'gone' | 'checkedAt'>;

const columns = [
  'issue_id',
  'project_id',
  'parent_id',
  'status_category',
  'resolution',
  'cancelled',
  'gone',
  'points',
  'estimate',
  'numbers',
  'assignee_account_id',
  'moved_at',
  'updated_at',
  'checked_at',
] as const;

const numbersSchema = z.record(z.string(), z.number());

/** Values of number fields as they are kept in a row. */
export const parseNumbers = (text: string): Readonly<Record<string, number>> =>
  text === '{}' ? {} : numbersSchema.parse(JSON.parse(text));

/** How far up a chain of parents is followed. */
const LEVELS = 6;

/** 1 where these resolutions cancel an issue, else 0. */
const cancelledBy = (resolutions: readonly string[]): string =>
  resolutions.length === 0 ? '0' : `CASE WHEN status_category = 'done' AND resolution IN (${marks(resolutions.length)}) THEN 1 ELSE 0 END`;

export const createIssueFactStore = (sql: SqlClient) => ({
  /** Writes whole rows, replacing what is known. */
  replace(facts: readonly IssueFactRecord[]): Promise<void> {
    return replaceRows(
      sql,
      'issue_fact',
      columns,
      facts.map((fact) => [
        fact.issueId,
        fact.projectId,
        fact.parentId,
        fact.statusCategory,
        fact.resolution,
        fact.cancelled ? 1 : 0,
        fact.gone ? 1 : 0,
        fact.points,
        fact.estimate,
        JSON.stringify(fact.numbers),
        fact.assigneeAccountId,
        fact.movedAt,
        fact.updatedAt,
        fact.checkedAt,
      ]),
    );
  },

  /** What is known of these issues, by id. */
  async find(issueIds: readonly string[]): Promise<ReadonlyMap<string, IssueFactRecord>> {
    const known = new Map<string, IssueFactRecord>();
    for (const chunk of chunksOf(issueIds, 1000)) {
      const rows = await sql.query(`SELECT ${columns.join(', ')} FROM issue_fact WHERE issue_id IN (${marks(chunk.length)})`, chunk);
      for (const row of rows) {
        const issueId = textOf(row, 'issue_id');
        known.set(issueId, {
          issueId,
          projectId: textOf(row, 'project_id'),
          parentId: textOrNull(row, 'parent_id'),
          statusCategory: wordOf(row, 'status_category', ['todo', 'in-progress', 'done']),
          resolution: textOrNull(row, 'resolution'),
          cancelled: flagOf(row, 'cancelled'),
          gone: flagOf(row, 'gone'),
          points: numberOrNull(row, 'points'),
          estimate: numberOrNull(row, 'estimate'),
          numbers: parseNumbers(textOf(row, 'numbers')),
          assigneeAccountId: textOrNull(row, 'assignee_account_id'),
          movedAt: numberOrNull(row, 'moved_at'),
          updatedAt: numberOf(row, 'updated_at'),
          checkedAt: numberOf(row, 'checked_at'),
        });
      }
    }
    return known;
  },

  /** Every known issue, those that are gone too: at most `limit` after `afterId`, ascending by id as text. */
  async listKnown(afterId: string, limit: number): Promise<readonly KnownIssue[]> {
    const rows = await sql.query(`SELECT issue_id, gone, checked_at FROM issue_fact WHERE issue_id > ? ORDER BY issue_id LIMIT ${limit}`, [
      afterId,
    ]);
    return rows.map((row) => ({ issueId: textOf(row, 'issue_id'), gone: flagOf(row, 'gone'), checkedAt: numberOf(row, 'checked_at') }));
  },

  /** Issues last read before `before` (epoch ms), longest ago first; not those that are gone. */
  async listUnchecked(before: number, limit: number): Promise<readonly string[]> {
    const rows = await sql.query(
      `SELECT issue_id FROM issue_fact WHERE gone = 0 AND checked_at < ? ORDER BY checked_at, issue_id LIMIT ${limit}`,
      [before],
    );
    return rows.map((row) => textOf(row, 'issue_id'));
  },

  /** Ids of key results with an issue in scope somewhere below one of these ancestors (up to six levels), in no order. */
  async listKeyResultsBelow(ancestorIds: readonly string[]): Promise<readonly string[]> {
    if (ancestorIds.length === 0) return [];
    // One SELECT a level, from the ancestors downwards: each step finds its rows by index, where one OR over all levels reads every scope.
    const atLevel = (level: number): string => {
      const steps = Array.from(
        { length: level - 1 },
        (_, index) => `JOIN issue_fact f${index + 2} ON f${index + 2}.parent_id = f${index + 1}.issue_id`,
      );
      return `SELECT s.key_result_id AS key_result_id FROM issue_fact f1 ${steps.join(' ')}
       JOIN scope_issue s ON s.issue_id = f${level}.issue_id WHERE f1.parent_id IN (${marks(ancestorIds.length)})`;
    };
    const levels = Array.from({ length: LEVELS }, (_, index) => index + 1);
    const rows = await sql.query(
      levels.map(atLevel).join(' UNION '),
      levels.flatMap(() => ancestorIds),
    );
    return rows.map((row) => textOf(row, 'key_result_id'));
  },

  /** At most `limit` known issues that are in no scope and no baseline and are no known issue's parent. */
  async listUnused(limit: number): Promise<readonly string[]> {
    const rows = await sql.query(
      `SELECT f.issue_id AS issue_id FROM issue_fact f
       WHERE NOT EXISTS (SELECT 1 FROM scope_issue s WHERE s.issue_id = f.issue_id)
         AND NOT EXISTS (SELECT 1 FROM baseline_issue b WHERE b.issue_id = f.issue_id)
         AND NOT EXISTS (SELECT 1 FROM issue_fact c WHERE c.parent_id = f.issue_id)
       ORDER BY f.issue_id LIMIT ${limit}`,
      [],
    );
    return rows.map((row) => textOf(row, 'issue_id'));
  },

  /** Every resolution a done issue has, in no order. */
  async listResolutions(): Promise<readonly string[]> {
    const rows = await sql.query(
      `SELECT DISTINCT resolution FROM issue_fact WHERE status_category = 'done' AND resolution IS NOT NULL`,
      [],
    );
    return rows.map((row) => textOf(row, 'resolution'));
  },

  /** Key results with an issue in scope that would count otherwise if exactly these resolutions cancelled an issue, ascending. */
  async listKeyResultsMovedBy(resolutions: readonly string[]): Promise<readonly string[]> {
    const rows = await sql.query(
      `SELECT DISTINCT i.key_result_id AS id FROM issue_fact f JOIN scope_issue i ON i.issue_id = f.issue_id
       WHERE f.cancelled <> ${cancelledBy(resolutions)} ORDER BY i.key_result_id`,
      resolutions,
    );
    return rows.map((row) => textOf(row, 'id'));
  },

  /** Says of every done issue that exactly these resolutions cancel it. */
  async setCancelled(resolutions: readonly string[]): Promise<void> {
    const cancelled = cancelledBy(resolutions);
    await sql.run(`UPDATE issue_fact SET cancelled = ${cancelled} WHERE cancelled <> ${cancelled}`, [...resolutions, ...resolutions]);
  },

  async remove(issueIds: readonly string[]): Promise<void> {
    for (const chunk of chunksOf(issueIds, 1000)) {
      await sql.run(`DELETE FROM issue_fact WHERE issue_id IN (${marks(chunk.length)})`, chunk);
    }
  },
});
