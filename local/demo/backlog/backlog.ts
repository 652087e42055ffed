/**
 * The shape of the demo company's plans: what each project's people wrote down and how well it goes.
 * Words and intentions only; `demo-issues.ts` turns them into issues with a history.
 */

/** A piece of work; the long form has sub-tasks. */
export type Item = string | { readonly summary: string; readonly subtasks: readonly string[] };

/** Work planned together for one quarter. */
export type WorkGroup = {
  /** The epic the work hangs under; null: the items stand alone. */
  readonly epic: string | null;
  /** 0 is the running quarter, -1 the one before, 1 the next. */
  readonly quarter: number;
  /** Done share as a multiple of the share of the quarter that has passed; 2 and more: finished early. Ignored outside the running quarter. */
  readonly pace: number;
  /** How many of the items end as Won't Do or Duplicate. */
  readonly cancelled: number;
  /** Share of stories, tasks and bugs that carry an estimate, 0 to 1. */
  readonly estimated: number;
  /** What they are estimated in: story points unless it says hours. */
  readonly estimatedIn?: 'hours';
  readonly labels: readonly string[];
  readonly stories: readonly Item[];
  readonly tasks: readonly Item[];
  readonly bugs: readonly Item[];
};

export type ProjectBacklog = {
  readonly groups: readonly WorkGroup[];
  /** Reported over the whole year, on no plan. */
  readonly bugReports: readonly string[];
};
