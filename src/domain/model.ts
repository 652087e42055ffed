/**
 * The vocabulary of the rules: what an issue, a counting rule, a counted scope and a health are.
 * Plain data; no I/O, no clock, no ids made here, nothing of Forge.
 */

/** Where Jira's three status categories land. */
export type StatusCategory = 'todo' | 'in-progress' | 'done';

/**
 * What one issue weighs, what credit unfinished work gets, and what the credit is held against.
 * `unestimated` applies to every weight but `count`: `'leave-out'`, or the weight to assume.
 */
export type CountingRule = {
  readonly unestimated: 'leave-out' | number;
  /** Credit of an issue in progress, 0 to 0.5. */
  readonly inProgressCredit: number;
  /** How much is wanted, in the unit of the weights ("close 40 bugs"), above 0; null: all that is in scope. */
  readonly wanted: number | null;
  /** An issue that other key results of the cycle count too: its whole weight in each, or an equal part of it. */
  readonly shared: 'repeat' | 'split';
} & (
  | { readonly weightBy: 'count' | 'points' | 'estimate' }
  | { readonly weightBy: 'field'; /** A number field of Jira. */ readonly fieldId: string }
);

/** The facts of one issue, as far as progress needs them. */
export type IssueFacts = {
  readonly issueId: string;
  readonly statusCategory: StatusCategory;
  /** Done with a resolution on the excluded list ("Won't Do"): it leaves the scope. */
  readonly cancelled: boolean;
  /** Deleted, archived or no longer to be found in Jira: it leaves the scope too. */
  readonly gone: boolean;
  readonly points: number | null;
  /** Original estimate in seconds. */
  readonly estimate: number | null;
  /** Values of number fields, by field id; a field without an entry has no value. */
  readonly numbers: Readonly<Record<string, number>>;
  /** In the scope of how many key results of the cycle it is, this one included: 1 or more. Matters to `split` alone. */
  readonly sharedBy: number;
  /** Its ancestors' issue ids, nearest first; whether or not they are in scope. */
  readonly ancestorIds: readonly string[];
};

/**
 * What an issue in scope does for the number.
 * `counted`: it carries weight. `through-children`: a descendant in scope counts in its place.
 * `cancelled`: excluded by its resolution. `unestimated`: left out for want of an estimate. `gone`: no longer in Jira.
 */
export type IssueStanding = 'counted' | 'through-children' | 'cancelled' | 'unestimated' | 'gone';

/** How many issues stand where. `inScope` = counted + throughChildren + cancelled + unestimated (gone ones are not in scope). */
export type WorkCounts = {
  readonly inScope: number;
  readonly counted: number;
  readonly done: number;
  readonly inProgress: number;
  readonly cancelled: number;
  readonly throughChildren: number;
  readonly unestimated: number;
};

/** Where the value of a metric or band comes from: people's check-ins, or a query over Jira. */
export type ValueSource =
  | { readonly by: 'hand' }
  | { readonly by: 'jira'; readonly jql: string; readonly measure: 'count' }
  /** Over the issues that carry a number in this field. */
  | { readonly by: 'jira'; readonly jql: string; readonly measure: 'sum' | 'average'; readonly fieldId: string };

export type Milestone = {
  readonly id: string;
  readonly title: string;
  /** Above 0. */
  readonly weight: number;
  /** Null: not reached. */
  readonly reachedDay: string | null;
};

/** What an objective is made of: its key results, or those and the objectives aligned to it. */
export type RollUpMode = 'key-results' | 'with-children';

/**
 * How the side of the parent stands to an objective that is aligned to it: it has taken the contribution up, has not answered yet, or will not
 * have it. Only what is accepted enters the parent's number.
 */
export type ContributionState = 'accepted' | 'waiting' | 'declined';

/** A progress somebody wrote in, in place of the computed one, until the end of a day. */
export type Override = {
  /** 0..1. */
  readonly progress: number;
  readonly reason: string;
  readonly untilDay: string;
};

export type Health = 'on-track' | 'at-risk' | 'off-track' | 'not-started' | 'done' | 'not-measured';

/** What a person may say in place of the computed health. */
export type SaidHealth = Extract<Health, 'on-track' | 'at-risk' | 'off-track'>;

/** A health somebody says in place of the computed one, until the end of a day. */
export type HealthOverride = {
  readonly health: SaidHealth;
  readonly reason: string;
  readonly untilDay: string;
};
