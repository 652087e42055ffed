/**
 * What the report of a closed cycle needs besides the rows of its objectives and key results: frozen weights, changes of plan with a reason, and
 * rounds of votes that are closed. Reading only; of votes that are still being asked for, nothing is read.
 */
import { parseIds } from './id-list';
import { parseFields, wasMade, type FieldChangeRecord } from './plan-changes';
import { numberOf, textOf } from './row';
import type { SqlClient } from './sql-client';
import { marks } from './statement';
import { votesAreTold } from './told-votes';

export type ReasonedChange = {
  readonly id: string;
  readonly objectiveId: string;
  /** Null: of the objective itself. */
  readonly keyResultNumber: number | null;
  /** Epoch ms. */
  readonly at: number;
  readonly byAccountId: string;
  readonly reason: string;
  readonly fields: readonly FieldChangeRecord[];
};

export type ClosedRound = { readonly asked: number; readonly votes: readonly number[] };

export const createCycleReportStore = (sql: SqlClient) => ({
  /** What frozen scopes weighed, by baseline id. */
  async sumBaselines(baselineIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (baselineIds.length === 0) return new Map();
    const rows = await sql.query(
      `SELECT baseline_id, SUM(weight) AS weight FROM baseline_issue WHERE baseline_id IN (${marks(baselineIds.length)}) GROUP BY baseline_id`,
      baselineIds,
    );
    return new Map(rows.map((row) => [textOf(row, 'baseline_id'), numberOf(row, 'weight')]));
  },

  /** Changes with a reason that were made of these objectives and their live key results, the earliest first. */
  async listReasonedChanges(objectiveIds: readonly string[]): Promise<readonly ReasonedChange[]> {
    if (objectiveIds.length === 0) return [];
    const of = `IN (${marks(objectiveIds.length)})`;
    const recorded = 'p.id AS id, p.changed_at AS changed_at, p.changed_by AS changed_by, p.reason AS reason, p.fields AS fields';
    const rows = await sql.query(
      `SELECT o.id AS objective_id, 0 AS key_result_number, ${recorded}
       FROM plan_change p JOIN objective o ON o.id = p.subject_id AND p.subject_type = 'objective'
       WHERE o.id ${of} AND p.reason IS NOT NULL AND ${wasMade('o')}
       UNION ALL
       SELECT k.objective_id AS objective_id, k.number AS key_result_number, ${recorded}
       FROM plan_change p JOIN key_result k ON k.id = p.subject_id AND p.subject_type = 'key-result' AND k.archived_at IS NULL
       WHERE k.objective_id ${of} AND p.reason IS NOT NULL AND ${wasMade('k')}
       ORDER BY changed_at, id`,
      [...objectiveIds, ...objectiveIds],
    );
    return rows.map((row) => {
      const keyResultNumber = numberOf(row, 'key_result_number');
      return {
        id: textOf(row, 'id'),
        objectiveId: textOf(row, 'objective_id'),
        keyResultNumber: keyResultNumber === 0 ? null : keyResultNumber,
        at: numberOf(row, 'changed_at'),
        byAccountId: textOf(row, 'changed_by'),
        reason: textOf(row, 'reason'),
        fields: parseFields(textOf(row, 'fields')),
      };
    });
  },

  /** The last round of each of these objectives whose votes are told, by objective id; votes ascending. */
  async listClosedRounds(objectiveIds: readonly string[]): Promise<ReadonlyMap<string, ClosedRound>> {
    if (objectiveIds.length === 0) return new Map();
    const rows = await sql.query(
      `SELECT r.objective_id AS objective_id, r.id AS round_id, r.asked AS asked, v.confidence AS confidence
       FROM vote_round r JOIN confidence_vote v ON v.round_id = r.id
       WHERE r.objective_id IN (${marks(objectiveIds.length)}) AND ${votesAreTold('r')}
       ORDER BY r.objective_id, r.opened_at DESC, r.id DESC, v.confidence`,
      objectiveIds,
    );
    const rounds = new Map<string, { readonly roundId: string; readonly asked: number; readonly votes: number[] }>();
    for (const row of rows) {
      const [objectiveId, roundId] = [textOf(row, 'objective_id'), textOf(row, 'round_id')];
      const last = rounds.get(objectiveId) ?? { roundId, asked: parseIds(textOf(row, 'asked')).length, votes: [] };
      rounds.set(objectiveId, last);
      if (last.roundId === roundId) last.votes.push(numberOf(row, 'confidence'));
    }
    return rounds;
  },
});
