/**
 * The objectives that the radar looks at, as far as its rules need them, and how everything of a cycle is aligned. Reading only, and no titles: those
 * are for whoever may see them. `which` narrows them, under the alias `o`.
 */
import type { Home } from '../domain/home';
import type { ContributionState } from '../domain/model';
import { parseDismissedRules } from './dismissed-rules';
import { parseHome } from './home-columns';
import { parseIds } from './id-list';
import { flagOf, numberOf, numberOrNull, textOf, textOrNull, wordOf } from './row';
import type { Row, SqlClient } from './sql-client';
import { marks } from './statement';
import { votesAreTold } from './told-votes';
import type { Condition } from './visible';

export type RadarObjectiveRecord = {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly home: Home;
  readonly isPrivate: boolean;
  readonly ownerAccountId: string | null;
  readonly ownerInactive: boolean;
  readonly contributorIds: readonly string[];
  /** Rules of the coach that do not hold for it. */
  readonly dismissed: readonly string[];
  /** Epoch ms. */
  readonly createdAt: number;
  /** Null: aligned to nothing, or to what is private. */
  readonly contribution: { readonly state: ContributionState; /** Epoch ms. */ readonly at: number; readonly parentId: string } | null;
  /** Live objectives that are not private are aligned to it and taken up, of whatever cycle. */
  readonly isSupported: boolean;
  /** People beside its owner who have opened it. */
  readonly readers: number;
};

/** An objective as far as alignment goes; never a private one. */
export type AlignedRecord = {
  readonly id: string;
  readonly number: number;
  readonly rank: number;
  readonly home: Home;
  readonly cycleId: string;
  readonly parentId: string | null;
  readonly parentCycleId: string | null;
  readonly parentIsArchived: boolean;
  readonly contribution: ContributionState | null;
};

/** What one person has said about an objective. */
export type VoiceRecord = {
  readonly objectiveId: string;
  readonly accountId: string;
  readonly acknowledged: boolean;
  readonly stance: 'support' | 'concern' | null;
  readonly isSettled: boolean;
};

/** A round of votes: how many of those asked have voted; of one that is closed, between what. */
export type RoundRecord = {
  readonly objectiveId: string;
  readonly isClosed: boolean;
  readonly asked: number;
  readonly voted: number;
  readonly lowest: number | null;
  readonly highest: number | null;
};

/** How many live objectives a place has, and how many of them nobody has graded. */
export type GradedHome = { readonly home: Home; readonly objectives: number; readonly ungraded: number };

const states = ['accepted', 'waiting', 'declined'] as const;
const stances = ['support', 'concern'] as const;

const parse = (row: Row): RadarObjectiveRecord => {
  const parentId = textOrNull(row, 'parent_id');
  return {
    id: textOf(row, 'id'),
    number: numberOf(row, 'number'),
    title: textOf(row, 'title'),
    home: parseHome(row),
    isPrivate: flagOf(row, 'private'),
    ownerAccountId: textOrNull(row, 'owner_account_id'),
    ownerInactive: flagOf(row, 'owner_inactive'),
    contributorIds: parseIds(textOf(row, 'contributors')),
    dismissed: parseDismissedRules(row).map(({ rule }) => rule),
    createdAt: numberOf(row, 'created_at'),
    contribution: parentId === null ? null : { parentId, state: wordOf(row, 'contribution', states), at: numberOf(row, 'contribution_at') },
    isSupported: flagOf(row, 'is_supported'),
    readers: numberOf(row, 'readers'),
  };
};

export const createRadarObjectiveStore = (sql: SqlClient) => ({
  /** Live ones of a cycle, by number. */
  async list(cycleId: string, which: Condition): Promise<readonly RadarObjectiveRecord[]> {
    const rows = await sql.query(
      `SELECT o.id AS id, o.number AS number, o.title AS title, o.level AS level, o.home_id AS home_id, o.private AS private,
         o.owner_account_id AS owner_account_id, o.contributors AS contributors, o.dismissed_rules AS dismissed_rules, o.created_at AS created_at,
         a.id AS parent_id, o.contribution AS contribution, o.contribution_at AS contribution_at,
         CASE WHEN EXISTS (SELECT 1 FROM inactive_account ia WHERE ia.account_id = o.owner_account_id) THEN 1 ELSE 0 END AS owner_inactive,
         CASE WHEN EXISTS (SELECT 1 FROM objective b WHERE b.parent_id = o.id AND b.archived_at IS NULL AND b.private = 0
           AND b.contribution = 'accepted') THEN 1 ELSE 0 END AS is_supported,
         (SELECT COUNT(*) FROM objective_reader r WHERE r.objective_id = o.id
           AND (o.owner_account_id IS NULL OR r.account_id <> o.owner_account_id)) AS readers
       FROM objective o LEFT JOIN objective a ON a.id = o.parent_id AND a.private = 0
       WHERE o.cycle_id = ? AND o.archived_at IS NULL AND ${which.sql} ORDER BY o.number`,
      [cycleId, ...which.params],
    );
    return rows.map(parse);
  },

  /** Every live objective of these cycles (at least one) that is not private, by number. */
  async listAligned(cycleIds: readonly string[]): Promise<readonly AlignedRecord[]> {
    const rows = await sql.query(
      `SELECT o.id AS id, o.number AS number, o.sort_rank AS sort_rank, o.level AS level, o.home_id AS home_id, o.cycle_id AS cycle_id,
         a.id AS parent_id, a.cycle_id AS parent_cycle_id, CASE WHEN a.archived_at IS NULL THEN 0 ELSE 1 END AS parent_archived,
         o.contribution AS contribution
       FROM objective o LEFT JOIN objective a ON a.id = o.parent_id AND a.private = 0
       WHERE o.cycle_id IN (${marks(cycleIds.length)}) AND o.archived_at IS NULL AND o.private = 0 ORDER BY o.number`,
      cycleIds,
    );
    return rows.map((row) => ({
      id: textOf(row, 'id'),
      number: numberOf(row, 'number'),
      rank: numberOf(row, 'sort_rank'),
      home: parseHome(row),
      cycleId: textOf(row, 'cycle_id'),
      parentId: textOrNull(row, 'parent_id'),
      parentCycleId: textOrNull(row, 'parent_cycle_id'),
      parentIsArchived: flagOf(row, 'parent_archived'),
      contribution: row.contribution === null ? null : wordOf(row, 'contribution', states),
    }));
  },

  /** Who has acknowledged these objectives, supports them or has a concern. */
  async listVoices(cycleId: string, which: Condition): Promise<readonly VoiceRecord[]> {
    const rows = await sql.query(
      `SELECT r.objective_id AS objective_id, r.account_id AS account_id, r.acknowledged_at AS acknowledged_at, r.stance AS stance,
         r.settled_at AS settled_at
       FROM objective_reader r JOIN objective o ON o.id = r.objective_id
       WHERE o.cycle_id = ? AND o.archived_at IS NULL AND ${which.sql} AND (r.acknowledged_at IS NOT NULL OR r.stance IS NOT NULL)
       ORDER BY r.objective_id, r.account_id`,
      [cycleId, ...which.params],
    );
    return rows.map((row) => ({
      objectiveId: textOf(row, 'objective_id'),
      accountId: textOf(row, 'account_id'),
      acknowledged: row.acknowledged_at !== null,
      stance: row.stance === null ? null : wordOf(row, 'stance', stances),
      isSettled: row.settled_at !== null,
    }));
  },

  /** Of a cycle, what is not private. */
  async listGraded(cycleId: string): Promise<readonly GradedHome[]> {
    const rows = await sql.query(
      `SELECT o.level AS level, o.home_id AS home_id, COUNT(*) AS objectives, SUM(CASE WHEN o.closing IS NULL THEN 1 ELSE 0 END) AS ungraded
       FROM objective o WHERE o.cycle_id = ? AND o.archived_at IS NULL AND o.private = 0 GROUP BY o.level, o.home_id ORDER BY o.level, o.home_id`,
      [cycleId],
    );
    return rows.map((row) => ({ home: parseHome(row), objectives: numberOf(row, 'objectives'), ungraded: numberOf(row, 'ungraded') }));
  },

  /** Of each objective its open round and its last one that is closed. Of a round whose votes are not told the statement reads none, only how many there are. */
  async listRounds(cycleId: string, which: Condition): Promise<readonly RoundRecord[]> {
    const votes = (what: string): string => `(SELECT ${what} FROM confidence_vote v WHERE v.round_id = r.id)`;
    const told = (what: string): string => `CASE WHEN ${votesAreTold('r')} THEN ${votes(what)} END`;
    const rows = await sql.query(
      `SELECT r.objective_id AS objective_id, CASE WHEN r.closed_at IS NULL THEN 0 ELSE 1 END AS is_closed, r.asked AS asked,
         ${votes('COUNT(*)')} AS voted, ${told('MIN(v.confidence)')} AS lowest, ${told('MAX(v.confidence)')} AS highest
       FROM vote_round r JOIN objective o ON o.id = r.objective_id
       WHERE o.cycle_id = ? AND o.archived_at IS NULL AND ${which.sql} AND (r.closed_at IS NULL OR NOT EXISTS (
         SELECT 1 FROM vote_round n WHERE n.objective_id = r.objective_id AND n.closed_at IS NOT NULL AND n.opened_at > r.opened_at))
       ORDER BY r.objective_id, r.id`,
      [cycleId, ...which.params],
    );
    return rows.map((row) => ({
      objectiveId: textOf(row, 'objective_id'),
      isClosed: flagOf(row, 'is_closed'),
      asked: parseIds(textOf(row, 'asked')).length,
      voted: numberOf(row, 'voted'),
      lowest: numberOrNull(row, 'lowest'),
      highest: numberOrNull(row, 'highest'),
    }));
  },
});
