/**
 * Inbox items: one row a person, day, kind and thing, as facts without titles. What the item is about is joined when it is looked at, as far as the
 * person may know of it. A newer item about the same thing stands for the older ones.
 */
import type { Told } from '../domain/reminders/due-reminders';
import { waitingTypes } from '../domain/reminders/waiting';
import type { Home } from '../domain/home';
import { parseHome } from './home-columns';
import { flagOf, numberOf, numberOrNull, textOf, textOrNull, wordOf } from './row';
import type { Row, SqlClient } from './sql-client';
import { marks, replaceRows } from './statement';
import { visibleTo } from './visible';

/** `week`: the digest. `more`: how many reminders were held back. */
const inboxTypes = [...waitingTypes, 'week', 'more'] as const;
type InboxType = (typeof inboxTypes)[number];

export type NewInboxItem = {
  readonly id: string;
  readonly accountId: string;
  readonly type: InboxType;
  readonly subjectType: 'key-result' | 'objective' | 'vote-round' | 'cycle' | 'person';
  /** Empty for what is about the person alone. */
  readonly subjectId: string;
  readonly day: string;
  /** JSON. */
  readonly facts: string;
  /** Epoch ms. */
  readonly createdAt: number;
  /** Not null: it is there, and asks for nothing. */
  readonly readAt: number | null;
};

type Named = { readonly id: string; readonly number: number; readonly title: string };

export type InboxRecord = Pick<NewInboxItem, 'id' | 'type' | 'subjectId' | 'day' | 'facts' | 'createdAt' | 'readAt'> & {
  /** What it asked for has been done, or is not asked for any more. */
  readonly isSettled: boolean;
  /** Each null where the item is about no such thing, it is gone, or it is private to others. */
  readonly keyResult: (Named & { readonly ownerAccountId: string | null }) | null;
  readonly objective: (Named & { readonly home: Home; readonly ownerAccountId: string | null }) | null;
  /** What a contribution is aligned to. */
  readonly parent: (Named & { readonly home: Home }) | null;
  readonly cycle: { readonly id: string; readonly name: string; readonly endDay: string } | null;
  /** Of a round of votes, epoch ms. */
  readonly closesAt: number | null;
};

/** Where a page ended. */
export type InboxPlace = Pick<InboxRecord, 'createdAt' | 'id'>;

const columnNames = ['id', 'account_id', 'type', 'subject_type', 'subject_id', 'day', 'facts', 'created_at', 'read_at'] as const;

/** The items `i` of one person that no newer one stands for, with what they are about, as far as this person may know of it. */
function itemsOf(accountId: string) {
  const visible = visibleTo(accountId, 'o');
  return {
    sql: `inbox_item i
      LEFT JOIN key_result k ON i.subject_type = 'key-result' AND k.id = i.subject_id AND k.archived_at IS NULL
      LEFT JOIN vote_round r ON i.subject_type = 'vote-round' AND r.id = i.subject_id
      LEFT JOIN objective o ON o.id = COALESCE(k.objective_id, r.objective_id, i.subject_id) AND o.archived_at IS NULL AND ${visible.sql}
      LEFT JOIN objective p ON i.type = 'contribution' AND p.id = o.parent_id AND p.archived_at IS NULL AND p.private = 0
      LEFT JOIN cycle c ON i.subject_type = 'cycle' AND c.id = i.subject_id
      WHERE i.account_id = ? AND NOT EXISTS (SELECT 1 FROM inbox_item n
        WHERE n.account_id = i.account_id AND n.type = i.type AND n.subject_id = i.subject_id AND n.day > i.day)`,
    params: [...visible.params, accountId],
  };
}

/** Whether what an item asks for is done: 1 or 0. What is gone or hidden asks for nothing. */
const settled = `CASE
  WHEN i.type IN ('check-in', 'blocker') THEN CASE WHEN k.id IS NULL OR o.id IS NULL OR k.checked_in_at > i.created_at THEN 1 ELSE 0 END
  WHEN i.type = 'contribution' THEN CASE WHEN o.contribution = 'waiting' THEN 0 ELSE 1 END
  WHEN i.type = 'vote' THEN CASE WHEN o.id IS NULL OR r.closed_at IS NOT NULL
    OR EXISTS (SELECT 1 FROM confidence_vote v WHERE v.round_id = r.id AND v.account_id = i.account_id) THEN 1 ELSE 0 END
  WHEN i.type = 'cycle-end' THEN CASE WHEN c.state = 'running' THEN 0 ELSE 1 END
  ELSE 0 END`;

function named(row: Row, prefix: string): Named | null {
  const number = numberOrNull(row, `${prefix}_number`);
  return number === null ? null : { id: textOf(row, `${prefix}_id`), number, title: textOf(row, `${prefix}_title`) };
}

const homeAt = (row: Row, prefix: string): Home => parseHome({ level: row[`${prefix}_level`], home_id: row[`${prefix}_home_id`] });

function parse(row: Row): InboxRecord {
  const [keyResult, objective, parent] = [named(row, 'key_result'), named(row, 'objective'), named(row, 'parent')];
  const cycleName = textOrNull(row, 'cycle_name');
  const subjectId = textOf(row, 'subject_id');
  return {
    id: textOf(row, 'id'),
    type: wordOf(row, 'type', inboxTypes),
    subjectId,
    day: textOf(row, 'day'),
    facts: textOf(row, 'facts'),
    createdAt: numberOf(row, 'created_at'),
    readAt: numberOrNull(row, 'read_at'),
    isSettled: flagOf(row, 'settled'),
    keyResult: keyResult && objective && { ...keyResult, ownerAccountId: textOrNull(row, 'key_result_owner') },
    objective: objective && { ...objective, home: homeAt(row, 'objective'), ownerAccountId: textOrNull(row, 'objective_owner') },
    parent: parent && { ...parent, home: homeAt(row, 'parent') },
    cycle: cycleName === null ? null : { id: subjectId, name: cycleName, endDay: textOf(row, 'cycle_end_day') },
    closesAt: numberOrNull(row, 'closes_at'),
  };
}

const parseTold = (row: Row): Told => ({
  accountId: textOf(row, 'account_id'),
  type: wordOf(row, 'type', waitingTypes),
  subjectId: textOf(row, 'subject_id'),
  lastDay: textOf(row, 'last_day'),
  thisWeek: numberOf(row, 'this_week'),
});

/** Rows of a statement; of 200 bytes each at most. */
const TOLD_AT_ONCE = 10_000;

export const createInboxStore = (sql: SqlClient) => ({
  /** Adds items, or puts them in the place of those of the same person, day, kind and thing. */
  async add(items: readonly NewInboxItem[]): Promise<void> {
    await replaceRows(
      sql,
      'inbox_item',
      columnNames,
      items.map((item) => [
        item.id,
        item.accountId,
        item.type,
        item.subjectType,
        item.subjectId,
        item.day,
        item.facts,
        item.createdAt,
        item.readAt,
      ]),
    );
  },

  /**
   * What everybody has been reminded of, whatever is still kept; `weekDay`: the first day that counts as within the week. One statement for ten
   * thousand people and things, so that no answer is larger than Forge takes.
   */
  async listTold(weekDay: string): Promise<readonly Told[]> {
    const told: Told[] = [];
    for (let offset = 0; ; offset += TOLD_AT_ONCE) {
      const rows = await sql.query(
        `SELECT account_id, type, subject_id, MAX(day) AS last_day, SUM(CASE WHEN day >= ? THEN 1 ELSE 0 END) AS this_week
         FROM inbox_item WHERE type IN (${marks(waitingTypes.length)}) GROUP BY account_id, type, subject_id
         ORDER BY account_id, type, subject_id LIMIT ${TOLD_AT_ONCE} OFFSET ${offset}`,
        [weekDay, ...waitingTypes],
      );
      told.push(...rows.map(parseTold));
      if (rows.length < TOLD_AT_ONCE) return told;
    }
  },

  /** A page of a person's items, newest first, after a given one. */
  async list(accountId: string, after: InboxPlace | null, limit: number): Promise<readonly InboxRecord[]> {
    const items = itemsOf(accountId);
    const later = after === null ? '' : 'AND (i.created_at < ? OR (i.created_at = ? AND i.id < ?))';
    const rows = await sql.query(
      `SELECT i.id AS id, i.type AS type, i.subject_id AS subject_id, i.day AS day, i.facts AS facts, i.created_at AS created_at, i.read_at AS read_at,
         ${settled} AS settled, k.id AS key_result_id, k.number AS key_result_number, k.title AS key_result_title, k.owner_account_id AS key_result_owner,
         o.id AS objective_id, o.number AS objective_number, o.title AS objective_title, o.level AS objective_level, o.home_id AS objective_home_id,
         o.owner_account_id AS objective_owner,
         p.id AS parent_id, p.number AS parent_number, p.title AS parent_title, p.level AS parent_level, p.home_id AS parent_home_id,
         c.name AS cycle_name, c.end_day AS cycle_end_day, r.closes_at AS closes_at
       FROM ${items.sql} ${later} ORDER BY i.created_at DESC, i.id DESC LIMIT ${limit}`,
      [...items.params, ...(after === null ? [] : [after.createdAt, after.createdAt, after.id])],
    );
    return rows.map(parse);
  },

  /** How many items of a person are neither read nor settled. */
  async countUnread(accountId: string): Promise<number> {
    const items = itemsOf(accountId);
    const [row] = await sql.query(`SELECT COUNT(*) AS unread FROM ${items.sql} AND i.read_at IS NULL AND ${settled} = 0`, items.params);
    return row === undefined ? 0 : numberOf(row, 'unread');
  },

  /** Of one's own items, those named; null: all of them that came before `at` (epoch ms). */
  async markRead(accountId: string, ids: readonly string[] | null, at: number): Promise<void> {
    const which = ids === null ? 'created_at <= ?' : `id IN (${marks(ids.length)})`;
    await sql.run(`UPDATE inbox_item SET read_at = ? WHERE account_id = ? AND read_at IS NULL AND ${which}`, [
      at,
      accountId,
      ...(ids ?? [at]),
    ]);
  },

  /** Removes what came before an instant (epoch ms). */
  async removeBefore(at: number): Promise<void> {
    await sql.run('DELETE FROM inbox_item WHERE created_at < ?', [at]);
  },
});
