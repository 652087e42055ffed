/**
 * The vocabulary of the rules: what an issue, a counting rule, a counted scope and a health are.
 * Plain data; no I/O, no clock, no ids made here, nothing of Forge.
 */

/** Where Jira's three status categories land. */
export type StatusCategory = 'todo' | 'in-progress' | 'done';

/**
 * What one issue weighs and what credit unfinished work gets.
 * `unestimated` applies to `points`: `'leave-out'`, or the weight to assume.
 */
export type CountingRule = {
  readonly weightBy: 'count' | 'points';
  readonly unestimated: 'leave-out' | number;
  /** Credit of an issue in progress, 0 to 0.5. */
  readonly inProgressCredit: number;
};

/** The facts of one issue, as far as progress needs them. */
export type IssueFacts = {
  readonly issueId: string;
  readonly statusCategory: StatusCategory;
  /** Done with a resolution on the excluded list ("Won't Do"): it leaves the scope. */
  readonly cancelled: boolean;
  /** Deleted, archived or no longer to be found in Jira: it leaves the scope too. */
  readonly gone: boolean;
  readonly points: number | null;
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

export type Health = 'on-track' | 'at-risk' | 'off-track' | 'not-started' | 'done' | 'not-measured';
