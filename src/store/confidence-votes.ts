/**
 * Confidence votes, one row a person and round. The statement that reads them carries itself that a vote is there for its own voter only until its round is
 * closed, for others without its voter after that, and not at all where they are too few.
 */
import { quoted } from './id-list';
import { flagOf, numberOf, textOf } from './row';
import type { SqlClient } from './sql-client';
import { marks } from './statement';
import { votesAreTold } from './told-votes';

export type ReadableVote = {
  readonly roundId: string;
  /** The reader's own; whose another one is, is not told. */
  readonly isOwn: boolean;
  /** 0..10. */
  readonly confidence: number;
  readonly words: string;
};

export const createConfidenceVoteStore = (sql: SqlClient) => ({
  /** Gives or changes a vote: the row is the commit. False when the person was not asked or the round is over at `at` (epoch ms). */
  async cast(
    roundId: string,
    accountId: string,
    vote: { readonly confidence: number; readonly words: string },
    at: number,
  ): Promise<boolean> {
    const touched = await sql.run(
      `REPLACE INTO confidence_vote (round_id, account_id, confidence, words, voted_at)
       SELECT r.id, ?, ?, ?, ? FROM vote_round r WHERE r.id = ? AND r.closed_at IS NULL AND r.closes_at > ? AND INSTR(r.asked, ?) > 0`,
      [accountId, vote.confidence, vote.words, at, roundId, at, quoted(accountId)],
    );
    return touched > 0;
  },

  /** The votes of these rounds that a person may read, ascending by confidence, then by words. */
  async listReadable(accountId: string, roundIds: readonly string[]): Promise<readonly ReadableVote[]> {
    if (roundIds.length === 0) return [];
    const rows = await sql.query(
      `SELECT v.round_id AS round_id, CASE WHEN v.account_id = ? THEN 1 ELSE 0 END AS is_own, v.confidence AS confidence, v.words AS words
       FROM confidence_vote v JOIN vote_round r ON r.id = v.round_id
       WHERE v.round_id IN (${marks(roundIds.length)}) AND (v.account_id = ? OR ${votesAreTold('r')})
       ORDER BY v.confidence, v.words, v.round_id`,
      [accountId, ...roundIds, accountId],
    );
    return rows.map((row) => ({
      roundId: textOf(row, 'round_id'),
      isOwn: flagOf(row, 'is_own'),
      confidence: numberOf(row, 'confidence'),
      words: textOf(row, 'words'),
    }));
  },
});
