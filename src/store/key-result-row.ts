/**
 * A key result as its row says: what people wrote (title, goal, rule) and what was computed from facts (progress, counts, current value).
 * Reading only; who writes which half is said in key-results.ts and key-result-numbers.ts.
 */
import type { CountingRule, WorkCounts } from '../domain/model';
import { numberOf, numberOrNull, textOf, textOrNull, wordOf } from './row';
import type { Row } from './sql-client';

type Shared = {
  readonly id: string;
  readonly number: number;
  readonly objectiveId: string;
  readonly title: string;
  readonly ownerAccountId: string | null;
  readonly weight: number;
  readonly startDay: string | null;
  readonly dueDay: string | null;
  readonly progress: number | null;
  readonly computedAt: number | null;
  readonly archivedAt: number | null;
  readonly createdBy: string;
  readonly version: number;
};

type WorkKeyResultRecord = Shared & { readonly kind: 'work'; readonly rule: CountingRule; readonly counts: WorkCounts };

type MetricKeyResultRecord = Shared & {
  readonly kind: 'metric';
  readonly start: number;
  readonly target: number;
  readonly unit: string;
  readonly current: number | null;
  readonly currentDay: string | null;
};

export type KeyResultRecord = WorkKeyResultRecord | MetricKeyResultRecord;

const columnNames = [
  'id', 'number', 'objective_id', 'kind', 'title', 'owner_account_id', 'weight', 'start_day', 'due_day',
  'weight_by', 'unestimated_weight', 'in_progress_credit', 'start_value', 'target_value', 'unit', 'current_value', 'current_day',
  'progress', 'in_scope', 'counted', 'done', 'in_progress', 'cancelled', 'through_children', 'unestimated',
  'computed_at', 'archived_at', 'created_by', 'version',
] as const; // prettier-ignore

/** The columns `parseKeyResult` reads, of the table under this alias. */
export const keyResultColumns = (alias: string): string => columnNames.map((name) => `${alias}.${name} AS ${name}`).join(', ');

export const countColumns = ['in_scope', 'counted', 'done', 'in_progress', 'cancelled', 'through_children', 'unestimated'] as const;

export function parseKeyResult(row: Row): KeyResultRecord {
  const shared: Shared = {
    id: textOf(row, 'id'),
    number: numberOf(row, 'number'),
    objectiveId: textOf(row, 'objective_id'),
    title: textOf(row, 'title'),
    ownerAccountId: textOrNull(row, 'owner_account_id'),
    weight: numberOf(row, 'weight'),
    startDay: textOrNull(row, 'start_day'),
    dueDay: textOrNull(row, 'due_day'),
    progress: numberOrNull(row, 'progress'),
    computedAt: numberOrNull(row, 'computed_at'),
    archivedAt: numberOrNull(row, 'archived_at'),
    createdBy: textOf(row, 'created_by'),
    version: numberOf(row, 'version'),
  };
  if (wordOf(row, 'kind', ['work', 'metric']) === 'work') {
    return {
      ...shared,
      kind: 'work',
      rule: {
        weightBy: wordOf(row, 'weight_by', ['count', 'points']),
        unestimated: numberOrNull(row, 'unestimated_weight') ?? 'leave-out',
        inProgressCredit: numberOf(row, 'in_progress_credit'),
      },
      counts: {
        inScope: numberOf(row, 'in_scope'),
        counted: numberOf(row, 'counted'),
        done: numberOf(row, 'done'),
        inProgress: numberOf(row, 'in_progress'),
        cancelled: numberOf(row, 'cancelled'),
        throughChildren: numberOf(row, 'through_children'),
        unestimated: numberOf(row, 'unestimated'),
      },
    };
  }
  return {
    ...shared,
    kind: 'metric',
    start: numberOf(row, 'start_value'),
    target: numberOf(row, 'target_value'),
    unit: textOf(row, 'unit'),
    current: numberOrNull(row, 'current_value'),
    currentDay: textOrNull(row, 'current_day'),
  };
}
