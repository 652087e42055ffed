/**
 * What the app has been told, kept by the test beside it: nothing in here was read back from the app. Together with Jira's own state it says
 * everything a number may depend on.
 */
import type { CountingRule } from '../../src/domain/model';
import type { Query } from './query';

export type ToldSource =
  | { readonly type: 'issue'; readonly issueId: string }
  | { readonly type: 'children'; readonly issueId: string }
  | { readonly type: 'jql'; readonly query: Query };

export type ToldValue =
  | { readonly by: 'hand' }
  | { readonly by: 'jira'; readonly query: Query; readonly measure: 'count' }
  | { readonly by: 'jira'; readonly query: Query; readonly measure: 'sum' | 'average'; readonly fieldId: string };

export type ToldMilestone = { readonly id: string; readonly title: string; readonly weight: number; readonly reachedDay: string | null };

type ToldGoal =
  | { readonly kind: 'work' }
  | { readonly kind: 'metric'; readonly start: number; readonly target: number; readonly value: ToldValue }
  | { readonly kind: 'band'; readonly low: number; readonly high: number; readonly value: ToldValue }
  | { readonly kind: 'milestones'; readonly milestones: readonly ToldMilestone[] };

type ToldCheckIn = { readonly value: number; readonly day: string };

export type ToldKeyResult = {
  readonly id: string;
  readonly objectiveId: string;
  readonly weight: number;
  readonly archived: boolean;
  readonly goal: ToldGoal;
  readonly rule: CountingRule;
  /** In the order they were entered. */
  readonly checkIns: readonly ToldCheckIn[];
  /** Live sources by id. */
  readonly sources: Readonly<Record<string, ToldSource>>;
};

type ToldOverride = { readonly progress: number; readonly untilDay: string };

/** What an objective is aligned to, and how that side stands to it. */
export type ToldAlignment = {
  readonly parentId: string;
  /** Null: the parent as a whole. */
  readonly keyResultId: string | null;
  readonly contribution: 'accepted' | 'waiting' | 'declined';
};

export type ToldObjective = {
  readonly id: string;
  readonly projectKey: string;
  readonly cycleId: string;
  readonly weight: number;
  readonly owner: 'ben' | null;
  readonly aligned: ToldAlignment | null;
  readonly rollUp: 'key-results' | 'with-children';
  readonly override: ToldOverride | null;
  readonly archived: boolean;
};

export type Told = {
  readonly objectives: Map<string, ToldObjective>;
  readonly keyResults: Map<string, ToldKeyResult>;
};

export const nothingTold = (): Told => ({ objectives: new Map(), keyResults: new Map() });

/** What a key result counts by before anybody says otherwise. */
export const firstRule: CountingRule = { weightBy: 'count', unestimated: 'leave-out', inProgressCredit: 0, wanted: null, shared: 'repeat' };
