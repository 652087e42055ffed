/**
 * Rounds of confidence votes: who was asked about which objective, until when, and how many have voted. What they voted is confidence-votes.ts. A round
 * is open until `closed_at` is set, by whoever ends it or by the hour after its time; from then on it does not change.
 */
import { parseIds, quoted, writeIds } from './id-list';
import type { Home } from '../domain/home';
import { parseHome } from './home-columns';
import { insertOnce } from './insert-once';
import { numberOf, numberOrNull, textOf } from './row';
import type { Row, SqlClient } from './sql-client';
import { visibleTo } from './visible';

export type VoteRoundRecord = {
  readonly id: string;
  readonly objectiveId: string;
  readonly askedIds: readonly string[];
  /** Epoch ms, like the other instants. */
  readonly openedAt: number;
  readonly openedBy: string;
  /** Votes are taken before this. */
  readonly closesAt: number;
  readonly closedAt: number | null;
  readonly version: number;
};

export type NewVoteRound = Omit<VoteRoundRecord, 'closedAt' | 'version'>;

export type WaitingVoteRecord = {
  readonly roundId: string;
  readonly openedBy: string;
  readonly closesAt: number;
  readonly objective: { readonly id: string; readonly number: number; readonly title: string; readonly home: Home };
};

const columns = ['id', 'objective_id', 'asked', 'opened_at', 'opened_by', 'closes_at', 'closed_at', 'version']
  .map((name) => `r.${name} AS ${name}`)
  .join(', ');

const parse = (row: Row): VoteRoundRecord => ({
  id: textOf(row, 'id'),
  objectiveId: textOf(row, 'objective_id'),
  askedIds: parseIds(textOf(row, 'asked')),
  openedAt: numberOf(row, 'opened_at'),
  openedBy: textOf(row, 'opened_by'),
  closesAt: numberOf(row, 'closes_at'),
  closedAt: numberOrNull(row, 'closed_at'),
  version: numberOf(row, 'version'),
});

export const createVoteRoundStore = (sql: SqlClient) => ({
  async find(id: string): Promise<VoteRoundRecord | null> {
    const [row] = await sql.query(`SELECT ${columns} FROM vote_round r WHERE r.id = ?`, [id]);
    return row === undefined ? null : parse(row);
  },

  /** Adds one, unless another one about the objective is open: then nothing is written. One whose id is there already is not added again. */
  async open(round: NewVoteRound): Promise<void> {
    await insertOnce(
      sql,
      `INSERT INTO vote_round (id, objective_id, asked, opened_at, opened_by, closes_at, version)
       SELECT ?, o.id, ?, ?, ?, ?, 1 FROM objective o WHERE o.id = ?
         AND NOT EXISTS (SELECT 1 FROM vote_round x WHERE x.objective_id = o.id AND x.closed_at IS NULL)`,
      [round.id, writeIds(round.askedIds), round.openedAt, round.openedBy, round.closesAt, round.objectiveId],
    );
  },

  /** Of an objective, the latest first, at most `limit`, each with how many have voted. */
  async list(objectiveId: string, limit: number): Promise<readonly { readonly round: VoteRoundRecord; readonly voted: number }[]> {
    const rows = await sql.query(
      `SELECT ${columns}, (SELECT COUNT(*) FROM confidence_vote v WHERE v.round_id = r.id) AS voted
       FROM vote_round r WHERE r.objective_id = ? ORDER BY r.opened_at DESC, r.id DESC LIMIT ${limit}`,
      [objectiveId],
    );
    return rows.map((row) => ({ round: parse(row), voted: numberOf(row, 'voted') }));
  },

  /** False when it has another version or is closed. */
  async close(id: string, version: number, by: { readonly accountId: string; readonly at: number }): Promise<boolean> {
    const touched = await sql.run(
      'UPDATE vote_round SET closed_at = ?, closed_by = ?, version = version + 1 WHERE id = ? AND version = ? AND closed_at IS NULL',
      [by.at, by.accountId, id, version],
    );
    return touched === 1;
  },

  /** Closes those whose time was over at `now` (epoch ms), as of then. */
  async closeDue(now: number): Promise<void> {
    await sql.run('UPDATE vote_round SET closed_at = closes_at, version = version + 1 WHERE closed_at IS NULL AND closes_at <= ?', [now]);
  },

  /**
   * Votes that a person was asked for and has not given, about live objectives they may know of in open cycles, the first to close first. With a project,
   * only about its objectives. `now` in epoch ms.
   */
  async listWaiting(accountId: string, projectId: string | null, now: number, limit: number): Promise<readonly WaitingVoteRecord[]> {
    const visible = visibleTo(accountId, 'o');
    const rows = await sql.query(
      `SELECT r.id AS round_id, r.opened_by AS opened_by, r.closes_at AS closes_at, o.id AS objective_id, o.number AS number, o.title AS title,
         o.level AS level, o.home_id AS home_id
       FROM vote_round r JOIN objective o ON o.id = r.objective_id AND o.archived_at IS NULL
       JOIN cycle c ON c.id = o.cycle_id AND c.state <> 'closed'
       WHERE r.closed_at IS NULL AND r.closes_at > ? AND INSTR(r.asked, ?) > 0${projectId === null ? '' : " AND o.level = 'project' AND o.home_id = ?"}
         AND NOT EXISTS (SELECT 1 FROM confidence_vote v WHERE v.round_id = r.id AND v.account_id = ?) AND ${visible.sql}
       ORDER BY r.closes_at, r.id LIMIT ${limit}`,
      [now, quoted(accountId), ...(projectId === null ? [] : [projectId]), accountId, ...visible.params],
    );
    return rows.map((row) => ({
      roundId: textOf(row, 'round_id'),
      openedBy: textOf(row, 'opened_by'),
      closesAt: numberOf(row, 'closes_at'),
      objective: { id: textOf(row, 'objective_id'), number: numberOf(row, 'number'), title: textOf(row, 'title'), home: parseHome(row) },
    }));
  },
});
