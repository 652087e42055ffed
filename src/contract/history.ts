/** What charts and the ledger show: how a number came to be over the days, and what changed in scope and plan. */
import type { ScopeIssueView } from './okr';

/** The state at the end of a day (UTC); today's is the present one. */
export type HistoryDay = {
  readonly day: string;
  readonly progress: number | null;
  /** Σ weight in scope, and Σ credit × weight, in the unit of the rule; null without issues in scope. */
  readonly scope: number | null;
  readonly done: number | null;
  /** The value of a metric or band; null without one. */
  readonly value: number | null;
  /** Recorded on the day, or rebuilt from Jira's changelogs afterwards. */
  readonly origin: 'seen' | 'rebuilt';
};

export type ProgressHistory = {
  readonly startDay: string;
  readonly dueDay: string;
  readonly today: string;
  /** Ascending; days without a record are missing. */
  readonly days: readonly HistoryDay[];
  /** Expected progress, 0..1, for every day from start to due, ascending. */
  readonly pace: readonly { readonly day: string; readonly expected: number }[];
  /** The past is being rebuilt from Jira's changelogs right now. */
  readonly rebuilding: boolean;
  /** Sources whose membership in the past could not be told, so that today's issues stand in for the past ones: their queries. */
  readonly untold: readonly string[];
};

/** An issue that came into scope or left it after the baseline was frozen. */
export type LedgerEntry = {
  /** Null: the viewer may not browse it. */
  readonly issue: Pick<ScopeIssueView, 'issueId' | 'key' | 'summary' | 'statusName' | 'statusCategory'> | null;
  readonly way: 'entered' | 'left';
  readonly at: string;
  /** Who changed the issue or the sources; null where Jira does not say. */
  readonly byAccountId: string | null;
};

/** One field of a plan, before and after, as text a person reads: a number, a day, a query, an issue's key. */
type FieldChange = { readonly field: string; readonly before: string | null; readonly after: string | null };

export type PlanChange = {
  readonly id: string;
  readonly at: string;
  readonly byAccountId: string;
  readonly reason: string | null;
  readonly fields: readonly FieldChange[];
};

export type ScopeLedger = {
  /** The scope as it was frozen; null until that has happened. */
  readonly baseline: {
    readonly day: string;
    readonly issues: number;
    /** Σ weight then. */
    readonly weight: number;
    /** Σ credit now × weight then ÷ Σ weight then: how much of what was planned is done. */
    readonly progress: number | null;
  } | null;
  readonly now: { readonly issues: number; readonly weight: number };
  /** Weight now ÷ weight then − 1; null without a baseline. */
  readonly growth: number | null;
  /** Since the baseline, newest first; at most `LEDGER_ENTRIES`, `moreEntries` says how many are older. */
  readonly entries: readonly LedgerEntry[];
  readonly moreEntries: number;
  readonly entered: number;
  readonly left: number;
  /** Every recorded change of the plan, newest first. */
  readonly changes: readonly PlanChange[];
};
