/**
 * What waits for people, over the whole site and for nobody in particular: what the daily reminders are chosen from. Reading only; five statements
 * whatever there is. Of what is private only people who may know of it are named.
 */
import type { KeyResultRecord } from './key-result-row';
import { parseIds } from './id-list';
import { flagOf, numberOf, numberOrNull, textOf, textOrNull, wordOf } from './row';
import type { Row, SqlClient } from './sql-client';

/** A key result that may be due for a check-in, and who has to do with it. */
export type UnattendedKeyResult = Pick<
  KeyResultRecord,
  'id' | 'kind' | 'progress' | 'startDay' | 'dueDay' | 'createdAt' | 'checkedInAt' | 'ownerAccountId' | 'contributorIds'
> & { readonly cycleId: string; readonly objectiveOwnerAccountId: string | null };

export type OpenBlocker = {
  readonly keyResultId: string;
  /** When it was named first in an unbroken row of check-ins that name one; epoch ms. */
  readonly since: number;
  readonly ownerAccountId: string | null;
  readonly objectiveOwnerAccountId: string | null;
};

export type UnansweredContribution = {
  /** The aligned objective. */
  readonly objectiveId: string;
  /** Epoch ms. */
  readonly askedAt: number;
  /** Of the key result it is aligned to; null where there is none, or nobody owns it. */
  readonly keyResultOwnerAccountId: string | null;
  readonly objectiveOwnerAccountId: string | null;
};

export type OpenVote = {
  readonly roundId: string;
  /** Epoch ms, both. */
  readonly openedAt: number;
  readonly closesAt: number;
  /** Asked, not voted, and allowed to know of the objective. */
  readonly voterIds: readonly string[];
};

/** What a site has said about people: who is not told of anything, and who looks after the cycles. */
export type PeopleToTell = {
  readonly adminIds: readonly string[];
  readonly inactiveIds: ReadonlySet<string>;
  /** Have switched reminders, or the weekly digest, off. */
  readonly withoutReminders: ReadonlySet<string>;
  readonly withoutDigest: ReadonlySet<string>;
};

const kinds = ['work', 'metric', 'band', 'milestones'] as const;

/** Live key results `k` of live objectives `o` in cycles `c` that run and span a day, which is asked for twice. */
const keptOn = `objective o JOIN cycle c ON c.id = o.cycle_id AND c.state = 'running' AND c.start_day <= ? AND c.end_day >= ?
  JOIN key_result k ON k.objective_id = o.id AND k.archived_at IS NULL`;

const parseUnattended = (row: Row): UnattendedKeyResult => ({
  id: textOf(row, 'id'),
  cycleId: textOf(row, 'cycle_id'),
  kind: wordOf(row, 'kind', kinds),
  progress: numberOrNull(row, 'progress'),
  startDay: textOrNull(row, 'start_day'),
  dueDay: textOrNull(row, 'due_day'),
  createdAt: numberOf(row, 'created_at'),
  checkedInAt: numberOrNull(row, 'checked_in_at'),
  ownerAccountId: textOrNull(row, 'owner_account_id'),
  contributorIds: parseIds(textOf(row, 'contributors')),
  objectiveOwnerAccountId: textOrNull(row, 'objective_owner'),
});

/** Those among the asked who own, contribute to or are named for a private objective, or are OKR admins; of one that is not private all. */
function mayKnow(row: Row, adminIds: ReadonlySet<string>): (accountId: string) => boolean {
  if (!flagOf(row, 'private')) return () => true;
  const named = new Set([
    textOrNull(row, 'owner_account_id'),
    ...parseIds(textOf(row, 'audience')),
    ...parseIds(textOf(row, 'contributors')),
  ]);
  return (accountId) => named.has(accountId) || adminIds.has(accountId);
}

export const createReminderStore = (sql: SqlClient) => ({
  /**
   * Key results of running cycles that span `today`, that began, were written and were last checked in on (where they were) on `lookedAtDay` or
   * before; by number.
   */
  async listUnattended(today: string, lookedAtDay: string): Promise<readonly UnattendedKeyResult[]> {
    const before = Date.parse(lookedAtDay) + 86_400_000;
    const rows = await sql.query(
      `SELECT k.id AS id, o.cycle_id AS cycle_id, k.kind AS kind, k.progress AS progress, k.start_day AS start_day, k.due_day AS due_day,
         k.created_at AS created_at, k.checked_in_at AS checked_in_at, k.owner_account_id AS owner_account_id, k.contributors AS contributors,
         o.owner_account_id AS objective_owner
       FROM ${keptOn}
       WHERE o.archived_at IS NULL AND k.created_at < ? AND (k.checked_in_at IS NULL OR k.checked_in_at < ?)
         AND COALESCE(k.start_day, c.start_day) <= ?
       ORDER BY k.number`,
      [today, today, before, before, lookedAtDay],
    );
    return rows.map(parseUnattended);
  },

  /** Blockers that the last check-in still names, first named before `before` (epoch ms); by number of the key result. */
  async listOpenBlockers(today: string, before: number): Promise<readonly OpenBlocker[]> {
    const rows = await sql.query(
      `SELECT k.id AS id, k.owner_account_id AS owner_account_id, o.owner_account_id AS objective_owner, MIN(b.created_at) AS since
       FROM ${keptOn}
       JOIN check_in b ON b.key_result_id = k.id AND b.blockers <> ''
       WHERE o.archived_at IS NULL AND NOT EXISTS (
         SELECT 1 FROM check_in n WHERE n.key_result_id = b.key_result_id AND n.blockers = '' AND n.created_at > b.created_at)
       GROUP BY k.id, k.number, k.owner_account_id, o.owner_account_id HAVING MIN(b.created_at) < ? ORDER BY k.number`,
      [today, today, before],
    );
    return rows.map((row) => ({
      keyResultId: textOf(row, 'id'),
      since: numberOf(row, 'since'),
      ownerAccountId: textOrNull(row, 'owner_account_id'),
      objectiveOwnerAccountId: textOrNull(row, 'objective_owner'),
    }));
  },

  /** Contributions between live objectives of running cycles, neither private, that nobody has answered; the longest waiting first. */
  async listUnanswered(): Promise<readonly UnansweredContribution[]> {
    const rows = await sql.query(
      `SELECT o.id AS id, o.contribution_at AS asked_at, k.owner_account_id AS key_result_owner, a.owner_account_id AS objective_owner
       FROM objective o JOIN cycle c ON c.id = o.cycle_id AND c.state = 'running'
       JOIN objective a ON a.id = o.parent_id AND a.private = 0 AND a.archived_at IS NULL
       JOIN cycle ac ON ac.id = a.cycle_id AND ac.state = 'running'
       LEFT JOIN key_result k ON k.id = o.parent_key_result_id AND k.objective_id = a.id AND k.archived_at IS NULL
       WHERE o.contribution = 'waiting' AND o.archived_at IS NULL AND o.private = 0 ORDER BY o.contribution_at, o.number`,
      [],
    );
    return rows.map((row) => ({
      objectiveId: textOf(row, 'id'),
      askedAt: numberOf(row, 'asked_at'),
      keyResultOwnerAccountId: textOrNull(row, 'key_result_owner'),
      objectiveOwnerAccountId: textOrNull(row, 'objective_owner'),
    }));
  },

  /** Rounds of votes that are open at `now` (epoch ms) about live objectives of running cycles, the first to close first. */
  async listOpenVotes(now: number, adminIds: readonly string[]): Promise<readonly OpenVote[]> {
    const rows = await sql.query(
      `SELECT r.id AS id, r.asked AS asked, r.opened_at AS opened_at, r.closes_at AS closes_at, v.account_id AS voted, o.private AS private,
         o.owner_account_id AS owner_account_id, o.audience AS audience, o.contributors AS contributors
       FROM vote_round r JOIN objective o ON o.id = r.objective_id AND o.archived_at IS NULL
       JOIN cycle c ON c.id = o.cycle_id AND c.state = 'running'
       LEFT JOIN confidence_vote v ON v.round_id = r.id
       WHERE r.closed_at IS NULL AND r.closes_at > ? ORDER BY r.closes_at, r.id`,
      [now],
    );
    const admins = new Set(adminIds);
    const rounds = new Map(rows.map((row) => [textOf(row, 'id'), row]));
    return [...rounds].map(([roundId, row]) => {
      const voted = new Set(rows.filter((each) => textOf(each, 'id') === roundId).map((each) => textOrNull(each, 'voted')));
      const knows = mayKnow(row, admins);
      return {
        roundId,
        openedAt: numberOf(row, 'opened_at'),
        closesAt: numberOf(row, 'closes_at'),
        voterIds: parseIds(textOf(row, 'asked')).filter((accountId) => !voted.has(accountId) && knows(accountId)),
      };
    });
  },

  async listPeople(): Promise<PeopleToTell> {
    const rows = await sql.query(
      `SELECT 'admin' AS part, account_id FROM okr_admin WHERE revoked_at IS NULL
       UNION ALL SELECT 'inactive', account_id FROM inactive_account
       UNION ALL SELECT 'no-reminders', account_id FROM person_choice WHERE reminders = 0
       UNION ALL SELECT 'no-digest', account_id FROM person_choice WHERE digest = 0`,
      [],
    );
    const named = (part: string): readonly string[] =>
      rows.filter((row) => textOf(row, 'part') === part).map((row) => textOf(row, 'account_id'));
    return {
      adminIds: named('admin').toSorted(),
      inactiveIds: new Set(named('inactive')),
      withoutReminders: new Set(named('no-reminders')),
      withoutDigest: new Set(named('no-digest')),
    };
  },

  /** Everybody who owns or contributes to something live in a cycle that runs and spans `today`, or leads a group that has some; ascending. */
  async listInvolved(today: string): Promise<readonly string[]> {
    const spans = "c.state = 'running' AND c.start_day <= ? AND c.end_day >= ?";
    const rows = await sql.query(
      `SELECT o.owner_account_id AS owner, o.contributors AS others FROM objective o JOIN cycle c ON c.id = o.cycle_id AND ${spans}
       WHERE o.archived_at IS NULL
       UNION SELECT k.owner_account_id, k.contributors FROM ${keptOn} WHERE o.archived_at IS NULL
       UNION SELECT NULL, g.leads FROM okr_group g JOIN objective o ON o.level = 'group' AND o.home_id = g.id AND o.archived_at IS NULL
       JOIN cycle c ON c.id = o.cycle_id AND ${spans} WHERE g.archived_at IS NULL`,
      [today, today, today, today, today, today],
    );
    const people = rows.flatMap((row) => [textOrNull(row, 'owner'), ...parseIds(textOf(row, 'others'))]);
    return [...new Set(people.filter((id) => id !== null))].sort();
  },
});
