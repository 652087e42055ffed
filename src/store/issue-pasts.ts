/**
 * Pasts of issues as they were read from Jira: what keeps a rebuilding that is cut off from reading them again. One read today tells every day
 * before today, so it is of use until the day is over. Rows carry account ids and names of people, and for that reason too go within a day.
 */
import { z } from 'zod';
import type { IssuePast, IssueState } from '../domain/past/issue-state';
import { numberOf, textOf } from './row';
import type { SqlClient, SqlValue } from './sql-client';
import { chunksOf, marks, replaceRows } from './statement';

/** Characters in one request or answer: well below Forge's 1 MiB in and 4 MiB out, whatever the alphabet. */
const MOST_WRITTEN = 300_000;
const MOST_READ = 1_000_000;

const named = z.object({ id: z.string().nullable(), name: z.string().nullable() });
const state = z.object({
  key: z.string(),
  project: named,
  type: named,
  status: named,
  resolution: named.nullable(),
  priority: named.nullable(),
  assignee: named.nullable(),
  reporter: named.nullable(),
  parent: named.nullable(),
  fixVersions: z.array(named),
  affectedVersions: z.array(named),
  components: z.array(named),
  sprints: z.array(named),
  labels: z.array(z.string()),
  estimate: z.number().nullable(),
  numbers: z.record(z.string(), z.number()),
});
// JSON has no undefined: what is absent is absent.
const change = state.partial().transform((to) => to as Partial<IssueState>);
const past = z.object({
  issueId: z.string(),
  createdAt: z.number(),
  keys: z.array(z.string()),
  statusCategory: z.enum(['todo', 'in-progress', 'done']),
  numberFieldIds: z.array(z.string()),
  first: state,
  changes: z.array(z.object({ at: z.number(), to: change })),
});

type Sized<T> = { readonly item: T; readonly size: number };

/** Groups in the given order, none larger in all than `most`, save for one that is so by itself. */
function groupsOf<T>(items: readonly Sized<T>[], most: number): readonly (readonly T[])[] {
  const groups: T[][] = [];
  let room = 0;
  for (const { item, size } of items) {
    if (size > room) {
      groups.push([]);
      room = most;
    }
    groups.at(-1)?.push(item);
    room -= size;
  }
  return groups;
}

export const createIssuePastStore = (sql: SqlClient) => ({
  /** Keeps pasts that tell the end of every day from the one before `fromDay` on. `readAt` in epoch ms. */
  async replace(pasts: readonly IssuePast[], fromDay: string, readAt: number): Promise<void> {
    const rows = pasts.map((one) => {
      const text = JSON.stringify(one);
      const item: readonly SqlValue[] = [one.issueId, readAt, fromDay, text.length, text];
      return { item, size: text.length };
    });
    for (const group of groupsOf(rows, MOST_WRITTEN)) {
      await replaceRows(sql, 'issue_past', ['issue_id', 'read_at', 'from_day', 'size', 'past'], group);
    }
  },

  /** Those kept of these issues that were read at `readSince` (epoch ms) or later and reach back to `fromDay`. */
  async list(issueIds: readonly string[], fromDay: string, readSince: number): Promise<readonly IssuePast[]> {
    const kept: Sized<string>[] = [];
    for (const chunk of chunksOf(issueIds, 5000)) {
      const rows = await sql.query(
        `SELECT issue_id, size FROM issue_past WHERE issue_id IN (${marks(chunk.length)}) AND from_day <= ? AND read_at >= ? ORDER BY issue_id`,
        [...chunk, fromDay, readSince],
      );
      kept.push(...rows.map((row) => ({ item: textOf(row, 'issue_id'), size: numberOf(row, 'size') })));
    }
    const pasts: IssuePast[] = [];
    for (const group of groupsOf(kept, MOST_READ)) {
      const rows = await sql.query(`SELECT past FROM issue_past WHERE issue_id IN (${marks(group.length)}) ORDER BY issue_id`, group);
      pasts.push(...rows.map((row): IssuePast => past.parse(JSON.parse(textOf(row, 'past')))));
    }
    return pasts;
  },

  /** Removes what was read before `before` (epoch ms). */
  async removeReadBefore(before: number): Promise<void> {
    await sql.run('DELETE FROM issue_past WHERE read_at < ?', [before]);
  },
});
