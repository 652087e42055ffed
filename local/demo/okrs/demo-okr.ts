/**
 * The form of the demo company's OKRs as data. Issues are named by their summary and days by their distance, so that a set fits whatever day is
 * today. Knows nothing of how a set is written into the app.
 */
import type { Ambition } from '../../../src/domain/closing/ambition';
import type { CountingRule, RollUpMode } from '../../../src/domain/model';
import type { JiraUser } from '../../seams';
import type { DemoHome } from '../demo-people';

export type DemoSource =
  | { readonly type: 'issue'; readonly summary: string }
  | { readonly type: 'children'; readonly epic: string }
  | { readonly type: 'jql'; readonly jql: string };

/** What somebody writes about a key result; one that answers, answers the first. */
type DemoComment = { readonly by: JiraUser; readonly daysAgo: number; readonly words: string; readonly answers?: true };

type DemoKeyResultBase = {
  readonly title: string;
  readonly owner: JiraUser | null;
  readonly weight?: number;
  /** Begins so many days before the cycle ends, instead of with the cycle. */
  readonly lastDays?: number;
  readonly contributors?: readonly JiraUser[];
  /** Whoever checks in on it has something to say. */
  readonly isToldOf?: true;
  /** Whoever checks in on it sees it hardly move. */
  readonly isStuck?: true;
  /** Nobody has looked at it for so many days. */
  readonly quietDays?: number;
  /** The earliest first. */
  readonly talk?: readonly DemoComment[];
};

type DemoWorkKeyResult = DemoKeyResultBase & {
  readonly kind: 'work';
  readonly rule?: CountingRule;
  readonly sources: readonly DemoSource[];
};

export type DemoMetricKeyResult = DemoKeyResultBase & {
  readonly kind: 'metric';
  readonly start: number;
  readonly target: number;
  readonly unit: string;
  readonly decimals: number;
  /** Progress as a multiple of the share of the cycle that has passed; `'reached'`: at the target. Null: nobody has entered a value. */
  readonly pace: number | 'reached' | null;
  /** What is done for it, beside what comes of it. */
  readonly sources?: readonly DemoSource[];
};

/** A metric whose value is the number of issues that a query finds. */
type DemoCountKeyResult = DemoKeyResultBase & {
  readonly kind: 'count';
  readonly start: number;
  readonly target: number;
  readonly unit: string;
  readonly jql: string;
};

export type DemoBandKeyResult = DemoKeyResultBase & {
  readonly kind: 'band';
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  readonly decimals: number;
  /** The value of the latest week; those before it lie in the band. */
  readonly latest: number;
};

type DemoMilestonesKeyResult = DemoKeyResultBase & {
  readonly kind: 'milestones';
  readonly milestones: readonly {
    readonly title: string;
    readonly weight: number;
    /** Reached so many days into the cycle; null: not reached. */
    readonly reachedAfterDays: number | null;
  }[];
};

export type DemoKeyResult = DemoWorkKeyResult | DemoMetricKeyResult | DemoCountKeyResult | DemoBandKeyResult | DemoMilestonesKeyResult;

/** What people say to an objective. Whoever has a concern that is settled has acknowledged it before. */
export type DemoBuyIn = {
  readonly acknowledged: readonly JiraUser[];
  readonly supporters: readonly JiraUser[];
  readonly concerns: readonly { readonly by: JiraUser; readonly words: string; readonly settled?: string }[];
  /** Asked so many days ago, for three days. */
  readonly vote?: {
    readonly daysAgo: number;
    readonly given: readonly { readonly by: JiraUser; readonly confidence: number; readonly words?: string }[];
    /** Asked, and not voted. */
    readonly silent?: readonly JiraUser[];
  };
};

/** The running quarter, the one before, or the calendar year. */
export type DemoCycle = 'quarter' | 'quarter before' | 'year';

export type DemoObjective = {
  readonly home: DemoHome;
  readonly cycle: DemoCycle;
  readonly title: string;
  readonly description?: string;
  readonly owner: JiraUser | null;
  readonly weight?: number;
  readonly ambition?: Ambition;
  /** The title of the objective it is aligned to, written down before it. */
  readonly parent?: string;
  /** What the parent's side says to that, where it is not taken up: nothing yet, or why not. */
  readonly answer?: 'none' | { readonly declined: string };
  readonly rollUp?: RollUpMode;
  /** Not absent: private, known to these beside those who have to do with it. */
  readonly audience?: readonly JiraUser[];
  readonly contributors?: readonly JiraUser[];
  /** A progress written in by the lead, 0..1, until the end of the cycle. */
  readonly override?: { readonly progress: number; readonly reason: string };
  readonly buyIn?: DemoBuyIn;
  readonly keyResults: readonly DemoKeyResult[];
};
