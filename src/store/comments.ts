/**
 * Comments on objectives, key results and check-ins, in threads one level deep: the first comment of a thread and its replies carry that first
 * one's id. A comment that is removed loses its words; its row stays, shown only while somebody has replied to it.
 */
import type { TalkSubject } from '../domain/talk-subject';
import { objectiveWithParent } from './alignment-columns';
import { insertOnce } from './insert-once';
import { objectiveColumns, parseObjective, type ObjectiveRecord } from './objective-row';
import { numberOf, numberOrNull, textOf, textOrNull, wordOf } from './row';
import type { Row, SqlClient, SqlValue } from './sql-client';
import { marks } from './statement';
import { visibleTo } from './visible';

export type CommentRecord = {
  readonly id: string;
  readonly subject: TalkSubject;
  /** The key result it is about, or whose check-in; null for an objective. Which objective that is under may change. */
  readonly keyResultId: string | null;
  /** The first comment of the thread; its own id where it is that. */
  readonly threadId: string;
  readonly createdBy: string;
  /** Epoch ms. */
  readonly createdAt: number;
  readonly editedAt: number | null;
  readonly removedAt: number | null;
  readonly words: string;
  readonly version: number;
};

export type NewComment = Omit<CommentRecord, 'editedAt' | 'removedAt' | 'version'>;

/** Where a thread stands among those of its subject. */
export type ThreadPlace = { readonly at: number; readonly id: string };

/** What a comment can be about, with the objective it belongs to. */
export type SubjectRecord = { readonly objective: ObjectiveRecord; readonly keyResultId: string | null };

const columnNames = [
  'id', 'subject_type', 'subject_id', 'key_result_id', 'thread_id', 'created_by', 'created_at', 'edited_at', 'removed_at', 'words',
  'version',
] as const; // prettier-ignore
const columns = columnNames.map((name) => `c.${name} AS ${name}`).join(', ');

const parse = (row: Row): CommentRecord => ({
  id: textOf(row, 'id'),
  subject: { type: wordOf(row, 'subject_type', ['objective', 'key-result', 'check-in']), id: textOf(row, 'subject_id') },
  keyResultId: textOrNull(row, 'key_result_id'),
  threadId: textOf(row, 'thread_id'),
  createdBy: textOf(row, 'created_by'),
  createdAt: numberOf(row, 'created_at'),
  editedAt: numberOrNull(row, 'edited_at'),
  removedAt: numberOrNull(row, 'removed_at'),
  words: textOf(row, 'words'),
  version: numberOf(row, 'version'),
});

/** The live key result a subject is, or is of; each takes the subject's id. */
const keyResultOf: Readonly<Record<TalkSubject['type'], string>> = {
  objective: 'SELECT NULL AS id, ? AS objective_id',
  'key-result': 'SELECT k.id AS id, k.objective_id AS objective_id FROM key_result k WHERE k.id = ? AND k.archived_at IS NULL',
  'check-in': `SELECT k.id AS id, k.objective_id AS objective_id FROM check_in i
    JOIN key_result k ON k.id = i.key_result_id AND k.archived_at IS NULL WHERE i.id = ?`,
};

const isShown = `(c.removed_at IS NULL OR EXISTS (
  SELECT 1 FROM comment r WHERE r.thread_id = c.id AND r.id <> c.id AND r.removed_at IS NULL))`;

export const createCommentStore = (sql: SqlClient) => {
  const find = async (id: string): Promise<CommentRecord | null> => {
    const [row] = await sql.query(`SELECT ${columns} FROM comment c WHERE c.id = ?`, [id]);
    return row === undefined ? null : parse(row);
  };

  return {
    /** Removed ones too; null when there is none. */
    find,

    /** What is talked about, for a person: null when it is archived, gone or private to others. */
    async findSubject(accountId: string, subject: TalkSubject): Promise<SubjectRecord | null> {
      const visible = visibleTo(accountId, 'o');
      const [row] = await sql.query(
        `SELECT ${objectiveColumns('o')}, s.id AS subject_key_result_id
         FROM ${objectiveWithParent('o')} JOIN (${keyResultOf[subject.type]}) s ON s.objective_id = o.id
         WHERE o.archived_at IS NULL AND ${visible.sql}`,
        [subject.id, ...visible.params],
      );
      return row === undefined ? null : { objective: parseObjective(row), keyResultId: textOrNull(row, 'subject_key_result_id') };
    },

    /** Adds one. False when one with this id is there already and is not the same; the same again is no second one. */
    async add(comment: NewComment): Promise<boolean> {
      const added = await insertOnce(
        sql,
        `INSERT INTO comment (id, subject_type, subject_id, key_result_id, thread_id, created_by, created_at, words, version)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)`,
        [
          comment.id,
          comment.subject.type,
          comment.subject.id,
          comment.keyResultId,
          comment.threadId,
          comment.createdBy,
          comment.createdAt,
          comment.words,
        ],
      );
      if (added) return true;
      const existing = await find(comment.id);
      return (
        existing?.createdBy === comment.createdBy &&
        existing.subject.id === comment.subject.id &&
        existing.threadId === comment.threadId &&
        existing.words === comment.words
      );
    },

    /** Changes the words if the comment still has this version and is not removed; false otherwise. `at` in epoch ms. */
    async edit(id: string, version: number, words: string, at: number): Promise<boolean> {
      const touched = await sql.run(
        'UPDATE comment SET words = ?, edited_at = ?, version = version + 1 WHERE id = ? AND version = ? AND removed_at IS NULL',
        [words, at, id, version],
      );
      return touched === 1;
    },

    /** Takes the words away for good; false when it has another version or is removed. `at` in epoch ms. */
    async remove(id: string, version: number, by: { readonly accountId: string; readonly at: number }): Promise<boolean> {
      const touched = await sql.run(
        `UPDATE comment SET words = '', removed_at = ?, removed_by = ?, version = version + 1 WHERE id = ? AND version = ? AND removed_at IS NULL`,
        [by.at, by.accountId, id, version],
      );
      return touched === 1;
    },

    /**
     * The latest threads on a subject before a place (null: the very latest), at most `limit`, each with what is left of it: oldest first, replies
     * after the first comment. `total` counts what is not removed, of all threads.
     */
    async page(
      subject: TalkSubject,
      before: ThreadPlace | null,
      limit: number,
    ): Promise<{ readonly comments: readonly CommentRecord[]; readonly total: number }> {
      const earlier = before === null ? '' : 'AND (c.created_at < ? OR (c.created_at = ? AND c.id < ?))';
      const earlierParams: readonly SqlValue[] = before === null ? [] : [before.at, before.at, before.id];
      const rows = await sql.query(
        `SELECT ${columns}, (SELECT COUNT(*) FROM comment n WHERE n.subject_id = ? AND n.subject_type = ? AND n.removed_at IS NULL) AS total
         FROM (SELECT c.id AS id, c.created_at AS created_at FROM comment c
               WHERE c.subject_id = ? AND c.subject_type = ? AND c.thread_id = c.id AND ${isShown} ${earlier}
               ORDER BY c.created_at DESC, c.id DESC LIMIT ${limit}) t
         JOIN comment c ON c.thread_id = t.id AND (c.removed_at IS NULL OR c.id = t.id)
         ORDER BY t.created_at, t.id, CASE WHEN c.id = t.id THEN 0 ELSE 1 END, c.created_at, c.id`,
        [subject.id, subject.type, subject.id, subject.type, ...earlierParams],
      );
      const [first] = rows;
      return { comments: rows.map(parse), total: first === undefined ? 0 : numberOf(first, 'total') };
    },

    /** How many replies a thread has that are not removed. */
    async countReplies(threadId: string): Promise<number> {
      const [row] = await sql.query('SELECT COUNT(*) AS replies FROM comment WHERE thread_id = ? AND id <> ? AND removed_at IS NULL', [
        threadId,
        threadId,
      ]);
      if (row === undefined) throw new Error('A count answered without a row.');
      return numberOf(row, 'replies');
    },

    /** How many comments there are on each of these subjects; those without any are missing. */
    async count(type: TalkSubject['type'], subjectIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
      if (subjectIds.length === 0) return new Map();
      const rows = await sql.query(
        `SELECT subject_id, COUNT(*) AS comments FROM comment
         WHERE subject_type = ? AND subject_id IN (${marks(subjectIds.length)}) AND removed_at IS NULL GROUP BY subject_id`,
        [type, ...subjectIds],
      );
      return new Map(rows.map((row) => [textOf(row, 'subject_id'), numberOf(row, 'comments')]));
    },
  };
};
