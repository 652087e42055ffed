/**
 * The shapes the browser shows: JSON types only, days as `YYYY-MM-DD`, instants as ISO strings, `null` = not measured / nobody.
 * Titles of Jira issues appear only where the backend fetched them as the viewer.
 */
import type { Ambition } from '../domain/closing/ambition';
import type { CycleState } from '../domain/cycle';
import type { ShownHealth } from '../domain/health';
import type { HealthThresholds } from '../domain/health-by-chance';
import type { CountingRule, Health, HealthOverride, IssueStanding, Milestone, RollUpMode, ValueSource, WorkCounts } from '../domain/model';
import type { Home, Level } from '../domain/home';
import type { DismissedRule } from '../domain/quality/dismissed-rule';
import type { GradeView } from './closing';
import type { ParentView } from './contributions';
import type { ViewerRoles } from './viewer-roles';

export type CycleView = {
  readonly id: string;
  readonly name: string;
  readonly startDay: string;
  readonly endDay: string;
  readonly state: CycleState;
  /** The day it was closed, on which its numbers stand still; null while it is not closed. */
  readonly closedDay: string | null;
  /** What its objectives are to be about; empty before anybody has said so. */
  readonly themes: readonly string[];
  /** What somebody found who looked at what people can do in it; null before that. */
  readonly capacity: { readonly words: string; readonly at: string; readonly byAccountId: string } | null;
  readonly version: number;
};

export type HealthOverrideView = HealthOverride & { readonly byAccountId: string };

/** Health as it is shown, with what it is instead of and why. */
export type HealthView = {
  /** Why the health is not what is computed; null where it is. */
  readonly healthBecause: ShownHealth['because'];
  /** What the chance says, or the pace where there is none. */
  readonly computedHealth: Health;
  /**
   * How likely it is to get there by the due day, 0..1, by the latest forecast; of an objective the share of its key results, by weight, that can be
   * expected to. Null where the pace decides.
   */
  readonly chance: number | null;
  /** What somebody says instead, while it holds. */
  readonly healthOverride: HealthOverrideView | null;
};

/** When somebody last checked in on a key result, and by when the next check-in is due. */
export type AttentionView = {
  /** Null before the first time. */
  readonly lastDay: string | null;
  /** Null where none is asked for: in a draft or a closed cycle, before the start, after the end, once all is reached. */
  readonly dueDay: string | null;
  readonly isStale: boolean;
};

/** A number with everything a bar needs. `progress` and `expected` are ratios, unrounded. */
export type ProgressView = {
  readonly progress: number | null;
  readonly expected: number | null;
  readonly health: Health;
};

type JudgedView = ProgressView & HealthView;

/** The value of a metric or band. */
type ValueView = {
  readonly current: number | null;
  /** The day the current value was true; null when there is none. */
  readonly currentDay: string | null;
  readonly unit: string;
  readonly source: ValueSource;
};

export type MetricView = ValueView & { readonly start: number; readonly target: number };

/** The value is meant to stay from `low` through `high`. */
type BandView = ValueView & { readonly low: number; readonly high: number };

/** The issues of a key result whose progress is measured otherwise: what was done, beside what came of it. */
export type WorkTrackView = {
  readonly progress: number | null;
  readonly rule: CountingRule;
  readonly work: WorkCounts;
  /** The work is nearly done and the outcome has hardly moved. */
  readonly diverges: boolean;
};

type KeyResultBase = JudgedView & {
  readonly id: string;
  /** Human key, `KR-31`. */
  readonly key: string;
  readonly objectiveId: string;
  /** Where it stands among those of its objective. */
  readonly rank: number;
  readonly title: string;
  readonly ownerAccountId: string | null;
  /** Jira does not know the owner as active any more, as of the last daily look. */
  readonly ownerInactive: boolean;
  readonly contributorIds: readonly string[];
  readonly weight: number;
  /** Rules of the coach that do not hold for it. */
  readonly dismissedRules: readonly DismissedRule[];
  /** Own dates, or the cycle's where it has none. */
  readonly startDay: string;
  readonly dueDay: string;
  /** When the number was last computed from facts; null before the first time. */
  readonly asOf: string | null;
  /** Progress at the end of past days, oldest first, at most fourteen, about a week apart: the sparkline. The present is `progress`. */
  readonly trend: readonly TrendPoint[];
  /** True when a change of goal, dates, weight or sources has to be given a reason. */
  readonly asksReason: boolean;
  readonly attention: AttentionView;
  /** When somebody last checked in on it or changed it. */
  readonly updatedAt: string;
  readonly version: number;
};

export type TrendPoint = { readonly day: string; readonly progress: number | null };

export type WorkKeyResultView = KeyResultBase & {
  readonly kind: 'work';
  readonly rule: CountingRule;
  readonly work: WorkCounts;
};

export type MetricKeyResultView = KeyResultBase & {
  readonly kind: 'metric';
  readonly metric: MetricView;
  /** Null without issues in scope. */
  readonly track: WorkTrackView | null;
};

type BandKeyResultView = KeyResultBase & {
  readonly kind: 'band';
  readonly band: BandView;
  readonly track: WorkTrackView | null;
};

type MilestonesKeyResultView = KeyResultBase & {
  readonly kind: 'milestones';
  readonly milestones: readonly Milestone[];
};

export type KeyResultView = WorkKeyResultView | MetricKeyResultView | BandKeyResultView | MilestonesKeyResultView;

export type OverrideView = {
  readonly progress: number;
  readonly reason: string;
  /** It holds through this day. */
  readonly untilDay: string;
  readonly byAccountId: string;
};

export type ObjectiveView = JudgedView & {
  readonly id: string;
  /** Human key, `O-7`. */
  readonly key: string;
  readonly home: Home;
  readonly cycleId: string;
  /** Where it stands among those of its place and cycle. */
  readonly rank: number;
  /** The names of the cycles it was carried over from, the latest first; what is private ends the list, and three are the most. */
  readonly carriedOverFrom: readonly string[];
  /** Null before somebody has graded it. */
  readonly grade: GradeView | null;
  readonly title: string;
  readonly description: string;
  readonly ownerAccountId: string | null;
  /** Jira does not know the owner as active any more, as of the last daily look. */
  readonly ownerInactive: boolean;
  readonly contributorIds: readonly string[];
  /**
   * Not null: private, known to its owner and contributors, those of its key results, OKR admins, and these. It enters no other objective's
   * number and none enters its own.
   */
  readonly audience: readonly string[] | null;
  readonly weight: number;
  /** What it promises: its grade at the close is read by it. */
  readonly ambition: Ambition;
  /** Rules of the coach that do not hold for its words. */
  readonly dismissedRules: readonly DismissedRule[];
  /** What it is aligned to; null: nothing, or something private. */
  readonly parent: ParentView | null;
  readonly rollUp: RollUpMode;
  /** While it holds, `progress` is what was written in, and `computed` what the parts say. */
  readonly override: OverrideView | null;
  readonly computed: number | null;
  /** How many of the parts carry a number: "3 of 4 measured". */
  readonly measured: { readonly measured: number; readonly total: number };
  readonly trend: readonly TrendPoint[];
  readonly keyResults: readonly KeyResultView[];
  /** When somebody last changed it, or checked in on or changed a key result of it. */
  readonly updatedAt: string;
  /** True when a change of ambition, weight, alignment or roll-up has to be given a reason. */
  readonly asksReason: boolean;
  readonly version: number;
};

/** One objective by itself. Its trend is left out. */
export type ObjectiveDetails = { readonly objective: ObjectiveView; readonly cycle: CycleView; readonly roles: ViewerRoles };

/** One page of a project's OKRs, objectives and key results in the order people gave them. */
export type ProjectOkrs = {
  readonly projectId: string;
  readonly today: string;
  readonly cycles: readonly CycleView[];
  /** The cycle shown: the one asked for, or the one today is in. */
  readonly cycle: CycleView;
  /** What health is judged by at this site. */
  readonly thresholds: HealthThresholds;
  readonly roles: ViewerRoles;
  readonly objectives: readonly ObjectiveView[];
  readonly totalObjectives: number;
  /** Pass it back for the next page; null on the last. */
  readonly nextCursor: string | null;
  /** The oldest computation on this page; null when nothing has been computed. */
  readonly asOf: string | null;
};

export type SourceView =
  | {
      readonly id: string;
      readonly type: 'issue';
      readonly issueId: string;
      readonly issueKey: string | null;
      readonly issueTitle: string | null;
      readonly issues: number;
    }
  | {
      readonly id: string;
      readonly type: 'children';
      readonly issueId: string;
      readonly issueKey: string | null;
      readonly issueTitle: string | null;
      readonly issues: number;
    }
  | { readonly id: string; readonly type: 'jql'; readonly jql: string; readonly issues: number };

/** What a person gives to bring issues into scope. Issues may be named by key or id. */
export type SourceDraft =
  | { readonly type: 'issue'; readonly issue: string }
  | { readonly type: 'children'; readonly issue: string }
  | { readonly type: 'jql'; readonly jql: string };

/** An issue in scope that the viewer may see. */
export type ScopeIssueView = {
  readonly issueId: string;
  readonly key: string;
  readonly summary: string;
  readonly statusName: string;
  readonly statusCategory: 'todo' | 'in-progress' | 'done';
  readonly resolution: string | null;
  readonly standing: IssueStanding;
  /** Null where the issue carries no weight (left out). */
  readonly weight: number | null;
  readonly credit: number | null;
  /** In the scope of how many key results of the cycle, this one included. */
  readonly sharedBy: number;
  readonly sourceIds: readonly string[];
};

export type KeyResultDetails = {
  readonly today: string;
  readonly keyResult: KeyResultView;
  /** Who may change the objective may change its key results. */
  readonly objective: {
    readonly id: string;
    readonly key: string;
    readonly title: string;
    readonly home: Home;
    readonly ownerAccountId: string | null;
    readonly contributorIds: readonly string[];
  };
  readonly roles: ViewerRoles;
  readonly sources: readonly SourceView[];
  /** One page: open work first, then done, then what is left out; within each by issue id. */
  readonly issues: readonly ScopeIssueView[];
  /** Issues on this page that Jira does not let the viewer browse: they count, but nothing of them is shown. */
  readonly hiddenOnPage: number;
  readonly totalIssues: number;
  readonly nextOffset: number | null;
};

export type SourcePreview = {
  /** Issues the source brings, whatever other sources bring too. */
  readonly matched: number;
  readonly joining: number;
  readonly leaving: number;
  readonly alreadyInScope: number;
  readonly before: ProgressView & { readonly work: WorkCounts };
  readonly after: ProgressView & { readonly work: WorkCounts };
  /** At most twenty of the issues that join or leave, as far as the viewer may see them. */
  readonly sample: readonly ScopeIssueView[];
  readonly hidden: number;
};

/** What another counting rule would make of the same issues. */
export type RulePreview = {
  readonly before: ProgressView & { readonly work: WorkCounts };
  readonly after: ProgressView & { readonly work: WorkCounts };
  /** How many issues in scope other key results of the cycle have too. */
  readonly sharedIssues: number;
};

/** What a query says now. */
export type ValuePreview = {
  readonly value: number | null;
  /** How many issues it found, and whether Jira only estimated that. */
  readonly issues: number;
  readonly approximate: boolean;
};

/** A field of Jira that carries a number. */
export type NumberField = { readonly id: string; readonly name: string };

export type IssueKeyResultCard = {
  readonly keyResult: KeyResultView;
  readonly objective: {
    readonly id: string;
    readonly key: string;
    readonly title: string;
    readonly home: Home;
    /** The viewer has opened it before, or has seen it in a panel. */
    readonly hasOpened: boolean;
    readonly hasAcknowledged: boolean;
  };
  readonly cycle: CycleView;
  /** What this issue does for the number, or for the work track beside it. */
  readonly standing: IssueStanding;
  /** Progress now and if this issue were done; null where closing it moves nothing. */
  readonly ifClosed: { readonly from: number; readonly to: number } | null;
  /** The chance of getting there by the due day, now and if this issue were done; null without a forecast, or where closing it moves nothing. */
  readonly chanceIfClosed: { readonly from: number; readonly to: number } | null;
  /** Why it is in scope. */
  readonly sources: readonly SourceView[];
};

/** What the issue panel shows. */
export type IssueKeyResults = {
  readonly issueId: string;
  readonly cards: readonly IssueKeyResultCard[];
  /** Key results this issue serves in projects the viewer may not browse. */
  readonly hidden: number;
};

/** A key result one can link an issue to. */
export type LinkTarget = ProgressView & {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly objective: { readonly id: string; readonly key: string; readonly title: string; readonly level: Level };
  /** True when the issue is already in its scope. */
  readonly alreadyLinked: boolean;
  readonly weightBy: CountingRule['weightBy'];
};
