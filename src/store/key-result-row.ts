/**
 * A key result as its row says: what people wrote (title, goal, rule) and what was computed from facts (progress, counts, current value).
 * Reading only; who writes which half is said in key-results.ts and key-result-numbers.ts.
 */
import type { CountingRule, Milestone, ValueSource, WorkCounts } from '../domain/model';
import type { DismissedRule } from '../domain/quality/dismissed-rule';
import { parseDismissedRules } from './dismissed-rules';
import { parseHealthOverride, type HealthOverrideRecord } from './health-override';
import { parseMilestones } from './milestones';
import { parseIds } from './id-list';
import { flagOf, numberOf, numberOrNull, textOf, textOrNull, wordOf } from './row';
import type { Row } from './sql-client';

type Shared = {
  readonly id: string;
  readonly number: number;
  /** Where it stands among those of its objective; equal ones go by number. */
  readonly rank: number;
  readonly objectiveId: string;
  readonly title: string;
  readonly ownerAccountId: string | null;
  /** The owner is no active account of Jira any more, as of the last daily look. */
  readonly ownerInactive: boolean;
  readonly contributorIds: readonly string[];
  readonly weight: number;
  /** Rules of the coach that do not hold for its words and its measure. */
  readonly dismissedRules: readonly DismissedRule[];
  readonly startDay: string | null;
  readonly dueDay: string | null;
  /** How its issues count: for the progress of a work key result, and for the work track of the others. */
  readonly rule: CountingRule;
  readonly counts: WorkCounts;
  /** Progress of its issues; the progress itself where the kind is work. */
  readonly workProgress: number | null;
  /** Σ credit × weight, and what it is divided by, in the unit of the rule. */
  readonly creditSum: number;
  readonly divisor: number;
  readonly progress: number | null;
  /** How likely it gets there by its due day, 0..1, by its latest forecast; null without one. */
  readonly chance: number | null;
  /** The same when its plan began: the last one before its start, or the first one after it; null before there was any. */
  readonly firstChance: number | null;
  readonly computedAt: number | null;
  /** When somebody last checked in, epoch ms; derived from the check-ins. */
  readonly checkedInAt: number | null;
  readonly healthOverride: HealthOverrideRecord | null;
  readonly baseline: { readonly id: string; readonly day: string } | null;
  readonly changeId: string | null;
  /** When what people wrote was last changed, or written; epoch ms. */
  readonly changedAt: number;
  readonly archivedAt: number | null;
  readonly createdAt: number;
  readonly createdBy: string;
  readonly version: number;
};

type ValueRecord = {
  readonly unit: string;
  readonly source: ValueSource;
  /** Changes with the source, so that readings of another query do not count; null for one by hand. */
  readonly valueSourceId: string | null;
  readonly current: number | null;
  readonly currentDay: string | null;
};

type WorkKeyResultRecord = Shared & { readonly kind: 'work' };
export type MetricKeyResultRecord = Shared & ValueRecord & { readonly kind: 'metric'; readonly start: number; readonly target: number };
export type BandKeyResultRecord = Shared & ValueRecord & { readonly kind: 'band'; readonly low: number; readonly high: number };
type MilestonesKeyResultRecord = Shared & { readonly kind: 'milestones'; readonly milestones: readonly Milestone[] };

export type KeyResultRecord = WorkKeyResultRecord | MetricKeyResultRecord | BandKeyResultRecord | MilestonesKeyResultRecord;

const columnNames = [
  'id', 'number', 'sort_rank', 'objective_id', 'kind', 'title', 'owner_account_id', 'contributors', 'weight', 'start_day', 'due_day',
  'weight_by', 'weight_field', 'unestimated_weight', 'in_progress_credit', 'wanted', 'shared',
  'start_value', 'target_value', 'low_value', 'high_value', 'unit',
  'value_source_id', 'value_measure', 'value_jql', 'value_field', 'milestones', 'current_value', 'current_day',
  'progress', 'chance', 'first_chance', 'work_progress', 'credit_sum', 'weight_sum',
  'in_scope', 'counted', 'done', 'in_progress', 'cancelled', 'through_children', 'unestimated',
  'computed_at', 'baseline_id', 'baseline_day', 'checked_in_at', 'health_override', 'dismissed_rules', 'change_id', 'archived_at', 'created_at', 'created_by', 'version',
] as const; // prettier-ignore

/** The columns `parseKeyResult` reads, of the table under this alias. */
export const keyResultColumns = (alias: string): string =>
  [
    ...columnNames.map((name) => `${alias}.${name} AS ${name}`),
    `(SELECT pc.changed_at FROM plan_change pc WHERE pc.id = ${alias}.change_id) AS changed_at`,
    `CASE WHEN EXISTS (SELECT 1 FROM inactive_account ia WHERE ia.account_id = ${alias}.owner_account_id) THEN 1 ELSE 0 END AS owner_inactive`,
  ].join(', ');

export const countColumns = ['in_scope', 'counted', 'done', 'in_progress', 'cancelled', 'through_children', 'unestimated'] as const;

function parseRule(row: Row): CountingRule {
  const howMuch = {
    unestimated: numberOrNull(row, 'unestimated_weight') ?? ('leave-out' as const),
    inProgressCredit: numberOf(row, 'in_progress_credit'),
    wanted: numberOrNull(row, 'wanted'),
    shared: wordOf(row, 'shared', ['repeat', 'split']),
  };
  const weightBy = wordOf(row, 'weight_by', ['count', 'points', 'estimate', 'field']);
  return weightBy === 'field' ? { weightBy, fieldId: textOf(row, 'weight_field'), ...howMuch } : { weightBy, ...howMuch };
}

function parseValueSource(row: Row): ValueSource {
  const measure = wordOf(row, 'value_measure', ['hand', 'count', 'sum', 'average']);
  if (measure === 'hand') return { by: 'hand' };
  const jql = textOf(row, 'value_jql');
  return measure === 'count' ? { by: 'jira', jql, measure } : { by: 'jira', jql, measure, fieldId: textOf(row, 'value_field') };
}

const parseValue = (row: Row): ValueRecord => ({
  unit: textOf(row, 'unit'),
  source: parseValueSource(row),
  valueSourceId: textOrNull(row, 'value_source_id'),
  current: numberOrNull(row, 'current_value'),
  currentDay: textOrNull(row, 'current_day'),
});

function parseShared(row: Row): Shared {
  const baselineId = textOrNull(row, 'baseline_id');
  return {
    id: textOf(row, 'id'),
    number: numberOf(row, 'number'),
    rank: numberOf(row, 'sort_rank'),
    objectiveId: textOf(row, 'objective_id'),
    title: textOf(row, 'title'),
    ownerAccountId: textOrNull(row, 'owner_account_id'),
    ownerInactive: flagOf(row, 'owner_inactive'),
    contributorIds: parseIds(textOf(row, 'contributors')),
    weight: numberOf(row, 'weight'),
    dismissedRules: parseDismissedRules(row),
    startDay: textOrNull(row, 'start_day'),
    dueDay: textOrNull(row, 'due_day'),
    rule: parseRule(row),
    counts: {
      inScope: numberOf(row, 'in_scope'),
      counted: numberOf(row, 'counted'),
      done: numberOf(row, 'done'),
      inProgress: numberOf(row, 'in_progress'),
      cancelled: numberOf(row, 'cancelled'),
      throughChildren: numberOf(row, 'through_children'),
      unestimated: numberOf(row, 'unestimated'),
    },
    workProgress: numberOrNull(row, 'work_progress'),
    creditSum: numberOf(row, 'credit_sum'),
    divisor: numberOf(row, 'weight_sum'),
    progress: numberOrNull(row, 'progress'),
    chance: numberOrNull(row, 'chance'),
    firstChance: numberOrNull(row, 'first_chance'),
    computedAt: numberOrNull(row, 'computed_at'),
    checkedInAt: numberOrNull(row, 'checked_in_at'),
    healthOverride: parseHealthOverride(row),
    baseline: baselineId === null ? null : { id: baselineId, day: textOf(row, 'baseline_day') },
    changeId: textOrNull(row, 'change_id'),
    changedAt: numberOrNull(row, 'changed_at') ?? numberOf(row, 'created_at'),
    archivedAt: numberOrNull(row, 'archived_at'),
    createdAt: numberOf(row, 'created_at'),
    createdBy: textOf(row, 'created_by'),
    version: numberOf(row, 'version'),
  };
}

export function parseKeyResult(row: Row): KeyResultRecord {
  const shared = parseShared(row);
  const kind = wordOf(row, 'kind', ['work', 'metric', 'band', 'milestones']);
  switch (kind) {
    case 'work':
      return { ...shared, kind };
    case 'metric':
      return { ...shared, kind, ...parseValue(row), start: numberOf(row, 'start_value'), target: numberOf(row, 'target_value') };
    case 'band':
      return { ...shared, kind, ...parseValue(row), low: numberOf(row, 'low_value'), high: numberOf(row, 'high_value') };
    case 'milestones':
      return { ...shared, kind, milestones: parseMilestones(textOf(row, 'milestones')) };
  }
}
