/** The close of a cycle: grades, what people say to them, what goes on where, and the report of it all. */
import type { Ambition } from '../domain/closing/ambition';
import type { Cause, NextStep } from '../domain/closing/cause';
import type { GradeVerdict } from '../domain/closing/grade';
import type { Home } from '../domain/home';
import type { ActivityChange } from './activity';
import type { CycleView, ObjectiveView } from './okr';
import type { ViewerRoles } from './viewer-roles';

/** `grade` is 0..1, unrounded; null: graded without a number. */
export type GradeView = { readonly grade: number | null; readonly verdict: GradeVerdict };

/** What the numbers suggest, what was given, and why where that differs. */
type KeyResultGradeView = {
  readonly keyResultId: string;
  readonly suggested: number | null;
  readonly grade: number | null;
  readonly reason: string | null;
};

export type ClosingView = GradeView & {
  readonly suggested: number | null;
  readonly reason: string | null;
  readonly keyResults: readonly KeyResultGradeView[];
  readonly causes: readonly Cause[];
  readonly causeWords: string;
  readonly learned: string;
  readonly nextStep: NextStep;
  readonly intoCycleId: string | null;
  readonly at: string;
  readonly byAccountId: string;
};

/** Where an objective went on. */
export type CopyView = { readonly id: string; readonly key: string; readonly cycleId: string; readonly cycleName: string };

/** An objective in what is said of a closing cycle. */
export type ClosingSubject = {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly home: Home;
  readonly ownerAccountId: string | null;
  readonly ambition: Ambition;
  readonly progress: number | null;
  readonly carriedOverFrom: readonly string[];
  readonly carriedOverTo: readonly CopyView[];
};

/** One in the list of what is to be graded. */
export type ClosingLine = ClosingSubject & {
  /** Null: nobody has graded it. */
  readonly grade: GradeView | null;
  readonly nextStep: NextStep | null;
  /** Where it is to go on, and nobody has carried it over yet. */
  readonly waitsFor: { readonly cycleId: string; readonly cycleName: string } | null;
};

/** Everything of a cycle that is to be graded, as far as the viewer may see it: by level, place and order. */
export type CycleClosing = {
  readonly cycle: CycleView;
  readonly today: string;
  readonly roles: ViewerRoles;
  readonly lines: readonly ClosingLine[];
};

/** One objective at its close, with all one has to see to grade it. */
export type ObjectiveClosing = {
  readonly objective: ObjectiveView;
  readonly cycle: CycleView;
  readonly roles: ViewerRoles;
  /** As saved; null before the first time. */
  readonly closing: ClosingView | null;
  /** Where it could go on, earliest first: cycles that end later and are not closed. */
  readonly laterCycles: readonly CycleView[];
  readonly carriedOverTo: readonly CopyView[];
};

export type ReportedKeyResult = {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly progress: number | null;
  /** Null: nobody has graded its objective. */
  readonly graded: KeyResultGradeView | null;
  /** Weight at the end ÷ weight at the start − 1; null without a frozen scope, and where an amount is wanted. */
  readonly scopeGrowth: number | null;
};

/** The last round of blind votes that was closed: 0 to 10 each. */
export type ReportedVotes = {
  readonly voted: number;
  readonly asked: number;
  readonly mean: number;
  readonly lowest: number;
  readonly highest: number;
};

/** A change of the plan that was given a reason; `key` says of what. */
export type ReportedChange = {
  readonly id: string;
  readonly key: string;
  readonly at: string;
  readonly byAccountId: string;
  readonly reason: string;
  readonly changes: readonly ActivityChange[];
};

export type ReportedObjective = ClosingSubject & {
  readonly description: string;
  readonly closing: ClosingView | null;
  readonly keyResults: readonly ReportedKeyResult[];
  /** Of it and its key results; the earliest first. */
  readonly changes: readonly ReportedChange[];
  /** Null where nobody has voted. */
  readonly votes: ReportedVotes | null;
};

/** A page of the report of a closed cycle, by level, place and order. */
export type CycleReport = {
  readonly cycle: CycleView;
  /** Why it was closed with objectives that nobody has graded; null where that was not so. */
  readonly closedBecause: string | null;
  readonly objectives: readonly ReportedObjective[];
  readonly totalObjectives: number;
  /** Pass it back for the next page; null on the last. */
  readonly nextOffset: number | null;
};
