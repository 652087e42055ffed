/**
 * An objective as its row says: what people wrote, whose it is, who may know of it, and what was rolled up. Reading only; who writes which part
 * is said in objectives.ts and roll-ups.ts.
 */
import { ambitions, type Ambition } from '../domain/closing/ambition';
import type { Home } from '../domain/home';
import type { Override, RollUpMode } from '../domain/model';
import type { DismissedRule } from '../domain/quality/dismissed-rule';
import { parentColumns, parseParent, type ParentRecord } from './alignment-columns';
import { parseClosing, type ClosingRecord } from './closing-text';
import { parseDismissedRules } from './dismissed-rules';
import { parseIds } from './id-list';
import { lineageColumns, parseLineage, type LineageStep } from './lineage-columns';
import { parseHome } from './home-columns';
import { parseHealthOverride, type HealthOverrideRecord } from './health-override';
import { flagOf, numberOf, numberOrNull, textOf, textOrNull, wordOf } from './row';
import type { Row } from './sql-client';

export type ObjectiveRecord = {
  readonly id: string;
  readonly number: number;
  /** Where it stands among those of its place and cycle; equal ones go by number. */
  readonly rank: number;
  readonly home: Home;
  readonly cycleId: string;
  readonly title: string;
  readonly description: string;
  readonly ownerAccountId: string | null;
  /** The owner is no active account of Jira any more, as of the last daily look. */
  readonly ownerInactive: boolean;
  readonly contributorIds: readonly string[];
  /** Who may know of it beside those who have to do with it; null: whoever may see where it lives. */
  readonly audience: readonly string[] | null;
  readonly weight: number;
  readonly ambition: Ambition;
  /** Rules of the coach that do not hold for its words. */
  readonly dismissedRules: readonly DismissedRule[];
  /** What it is aligned to, of a cycle that encloses its own; null as well where that is private. */
  readonly parent: ParentRecord | null;
  readonly rollUp: RollUpMode;
  readonly override: OverrideRecord | null;
  readonly healthOverride: HealthOverrideRecord | null;
  /** The computed progress, without the override. */
  readonly progress: number | null;
  /** Of how many parts it was computed, and how many of them carried a number. */
  readonly measured: number;
  readonly parts: number;
  /** The cycles of its earlier forms, the latest first. */
  readonly lineage: readonly LineageStep[];
  readonly copiedFromId: string | null;
  readonly changeId: string | null;
  /** When what people wrote was last changed, or written; epoch ms. */
  readonly changedAt: number;
  /** What was said of it at the close; null: nobody has graded it. */
  readonly closing: GradedRecord | null;
  readonly archivedAt: number | null;
  readonly createdBy: string;
  readonly version: number;
};

export type GradedRecord = ClosingRecord & {
  /** 0..1; null: graded without a number. */
  readonly grade: number | null;
  /** Epoch ms. */
  readonly at: number;
  readonly byAccountId: string;
};

export type OverrideRecord = Override & { readonly byAccountId: string };

const columnNames = [
  'id', 'number', 'sort_rank', 'level', 'home_id', 'cycle_id', 'title', 'description', 'owner_account_id', 'contributors', 'private', 'audience',
  'weight', 'ambition', 'roll_up', 'override_progress', 'override_reason', 'override_until', 'override_by',
  'health_override', 'dismissed_rules', 'progress', 'measured', 'parts', 'copied_from_id', 'grade', 'closing', 'graded_at', 'graded_by', 'change_id', 'archived_at', 'created_at', 'created_by', 'version',
] as const; // prettier-ignore

/** The columns `parseObjective` reads, of `objectiveWithParent` under this alias. */
export const objectiveColumns = (alias: string): string =>
  [
    ...columnNames.map((name) => `${alias}.${name} AS ${name}`),
    `(SELECT pc.changed_at FROM plan_change pc WHERE pc.id = ${alias}.change_id) AS changed_at`,
    ...lineageColumns(alias),
    ...parentColumns(alias),
    `CASE WHEN EXISTS (SELECT 1 FROM inactive_account ia WHERE ia.account_id = ${alias}.owner_account_id) THEN 1 ELSE 0 END AS owner_inactive`,
  ].join(', ');

function parseOverride(row: Row): OverrideRecord | null {
  const progress = numberOrNull(row, 'override_progress');
  if (progress === null) return null;
  return {
    progress,
    reason: textOf(row, 'override_reason'),
    untilDay: textOf(row, 'override_until'),
    byAccountId: textOf(row, 'override_by'),
  };
}

function parseClosed(row: Row): ObjectiveRecord['closing'] {
  const closing = parseClosing(textOrNull(row, 'closing'));
  return (
    closing && { ...closing, grade: numberOrNull(row, 'grade'), at: numberOf(row, 'graded_at'), byAccountId: textOf(row, 'graded_by') }
  );
}

export const parseObjective = (row: Row): ObjectiveRecord => ({
  id: textOf(row, 'id'),
  number: numberOf(row, 'number'),
  rank: numberOf(row, 'sort_rank'),
  home: parseHome(row),
  cycleId: textOf(row, 'cycle_id'),
  title: textOf(row, 'title'),
  description: textOf(row, 'description'),
  ownerAccountId: textOrNull(row, 'owner_account_id'),
  ownerInactive: flagOf(row, 'owner_inactive'),
  contributorIds: parseIds(textOf(row, 'contributors')),
  audience: flagOf(row, 'private') ? parseIds(textOf(row, 'audience')) : null,
  weight: numberOf(row, 'weight'),
  ambition: wordOf(row, 'ambition', ambitions),
  dismissedRules: parseDismissedRules(row),
  parent: parseParent(row),
  rollUp: wordOf(row, 'roll_up', ['key-results', 'with-children']),
  override: parseOverride(row),
  healthOverride: parseHealthOverride(row),
  progress: numberOrNull(row, 'progress'),
  measured: numberOf(row, 'measured'),
  parts: numberOf(row, 'parts'),
  lineage: parseLineage(row),
  copiedFromId: textOrNull(row, 'copied_from_id'),
  changeId: textOrNull(row, 'change_id'),
  changedAt: numberOrNull(row, 'changed_at') ?? numberOf(row, 'created_at'),
  closing: parseClosed(row),
  archivedAt: numberOrNull(row, 'archived_at'),
  createdBy: textOf(row, 'created_by'),
  version: numberOf(row, 'version'),
});
