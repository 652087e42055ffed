/**
 * Where a progress number comes from, part by part: what the dialog behind every percentage shows. The contributions of the parts, of those
 * on other pages and of those the viewer may not see add up to the number.
 */
import type { Home } from '../domain/home';
import type { CountingRule, Health, Milestone, ValueSource, WorkCounts } from '../domain/model';
import type { OverrideView, ScopeIssueView } from './okr';

export type ExplanationSubject =
  | { readonly type: 'key-result' | 'objective'; readonly id: string }
  /** All objectives of a project in a cycle; both default to what is open. */
  | { readonly type: 'project'; readonly projectId?: string | undefined; readonly cycleId?: string | undefined };

/** Issues that are not listed one by one: how many, and what they carry. */
export type UnlistedIssues = {
  readonly issues: number;
  /** How many of them carry weight. */
  readonly counted: number;
  /** Σ weight, in the unit of the rule. */
  readonly weight: number;
  /** Σ credit × weight. */
  readonly credit: number;
};

/** progress = `creditSum` ÷ `divisor`. */
export type WorkExplanation = {
  readonly rule: CountingRule;
  /** The name of the number field the rule weighs by; null for other rules, and where Jira has no such field any more. */
  readonly fieldName: string | null;
  readonly creditSum: number;
  /** Σ weight, or the wanted amount; 0 where there is nothing to divide by. */
  readonly divisor: number;
  readonly counts: WorkCounts;
  /** A page of issues in scope: open work first, then done, then what is left out. */
  readonly issues: readonly ScopeIssueView[];
  /** Issues of this page that the viewer may not browse. */
  readonly hidden: UnlistedIssues;
  /** Issues of other pages. */
  readonly elsewhere: UnlistedIssues;
  readonly nextOffset: number | null;
};

export type ValueExplanation = {
  readonly current: number | null;
  readonly unit: string;
  readonly source: ValueSource;
  /** The name of the number field the query is summed over; null for other sources. */
  readonly fieldName: string | null;
  /** When the value was true: the day somebody gave, and who; or the instant Jira was asked. */
  readonly given: { readonly day: string; readonly byAccountId: string } | null;
  readonly read: { readonly at: string; readonly issues: number; /** Counted by Jira's estimate. */ readonly approximate: boolean } | null;
};

/** A part of a roll-up. Its contribution is weight × progress ÷ Σ weight of the measured parts. */
export type RollUpPart = {
  readonly type: 'key-result' | 'objective';
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly weight: number;
  /** Null: not measured, left out. */
  readonly progress: number | null;
  readonly health: Health;
  /** Where it lives. */
  readonly home: Home;
};

/** An aligned objective that the parent's side has not taken up: it is not in the number. */
export type UncountedPart = Pick<RollUpPart, 'id' | 'key' | 'title' | 'home'> & { readonly state: 'waiting' | 'declined' };

export type RollUpExplanation = {
  readonly parts: readonly RollUpPart[];
  /** Parts in projects the viewer may not browse: how many, how many of them measured, Σ weight and Σ weight × progress of those. */
  readonly hidden: { readonly parts: number; readonly measured: number; readonly weight: number; readonly credit: number };
  readonly weightSum: number;
  readonly measured: { readonly measured: number; readonly total: number };
  /** Aligned objectives that the viewer may see and that count for nothing here, by key. */
  readonly uncounted: readonly UncountedPart[];
};

type Explained = {
  readonly title: string;
  /** `KR-31`, `O-7`; empty for a project. */
  readonly key: string;
  readonly progress: number | null;
  readonly expected: number | null;
  readonly health: Health;
  /** When the number was last computed, or the oldest of its parts; null before the first time. */
  readonly asOf: string | null;
};

export type Explanation =
  | (Explained & { readonly by: 'work'; readonly work: WorkExplanation })
  | (Explained & {
      readonly by: 'metric';
      readonly value: ValueExplanation & { readonly start: number; readonly target: number };
      /** The issues beside it, which do not enter the number. */
      readonly work: WorkExplanation | null;
    })
  | (Explained & {
      readonly by: 'band';
      readonly value: ValueExplanation & { readonly low: number; readonly high: number };
      readonly work: WorkExplanation | null;
    })
  | (Explained & { readonly by: 'milestones'; readonly milestones: readonly Milestone[] })
  | (Explained & { readonly by: 'roll-up'; readonly rollUp: RollUpExplanation })
  /** `rollUp` is what the parts would say. */
  | (Explained & {
      readonly by: 'override';
      readonly override: OverrideView;
      readonly computed: number | null;
      readonly rollUp: RollUpExplanation;
    });
