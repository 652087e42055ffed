/** Coverage as the browser shows it: how much of the work serves a key result, and the work that does not, issue by issue as the viewer. */
import type { WorkShare, WorkState } from '../domain/coverage';

export type WorkShareView = WorkShare & {
  /** 0..1, unrounded; null without work. */
  readonly share: number | null;
  /** Only the issues that changed last were read. */
  readonly capped: boolean;
};

/** The work of one project. `null`: never counted. Shares are as scopes are now, over the work as it was counted. */
export type CountedWork = {
  /** When Jira was last asked what the work is. */
  readonly countedAt: string;
  readonly inProgress: WorkShareView;
  readonly finished: WorkShareView;
} | null;

/** `counting`: a count has been asked for and is not there yet. `closed`: the cycle is, so nothing is counted any more. */
export type CoverageView = {
  readonly projectId: string;
  readonly cycleId: string;
  readonly state: 'counted' | 'counting' | 'closed';
  readonly counted: CountedWork;
};

export type CompanyCoverage = {
  readonly cycleId: string;
  /** Projects with objectives that the viewer may browse, ascending by id. */
  readonly projects: readonly { readonly projectId: string; readonly counted: CountedWork }[];
  /** Projects with objectives that the viewer may not browse: they are in the total, and nothing of them is shown. */
  readonly hiddenProjects: number;
  /** Over every project that has been counted. */
  readonly total: { readonly inProgress: WorkShareView; readonly finished: WorkShareView };
  /** How many projects have not been counted yet. */
  readonly uncounted: number;
};

/** An issue that serves no key result. */
export type OrphanIssueView = {
  readonly issueId: string;
  readonly key: string;
  readonly summary: string;
  readonly typeName: string;
  /** Issues can be below it that are no sub-tasks: an epic, or what is above epics. */
  readonly mayHaveChildren: boolean;
  readonly statusName: string;
  readonly statusCategory: 'todo' | 'in-progress' | 'done';
  readonly updatedAt: string;
  /** The issue right above it; null where there is none, or none the viewer may see. */
  readonly parentId: string | null;
  /** Keys of private key results it serves that the viewer may know of. */
  readonly privately: readonly string[];
};

export type OrphanWork = {
  readonly projectId: string;
  readonly cycleId: string;
  readonly state: WorkState;
  readonly countedAt: string | null;
  readonly capped: boolean;
  /** One page: those with a parent first, by parent; then those without. Within each, last changed first. */
  readonly issues: readonly OrphanIssueView[];
  /** The parents of the issues on this page that the viewer may see. `orphans`: how many issues right below it, on all pages. */
  readonly parents: readonly {
    readonly issueId: string;
    readonly key: string;
    readonly summary: string;
    readonly typeName: string;
    readonly orphans: number;
  }[];
  /** Issues on this page that Jira does not let the viewer browse. */
  readonly hiddenOnPage: number;
  readonly total: number;
  readonly nextOffset: number | null;
};

/** What became of one issue that was to be linked. `already`: it was. */
export type LinkOutcome =
  | { readonly issueId: string; readonly outcome: 'linked' | 'already' }
  | { readonly issueId: string; readonly outcome: 'refused'; readonly why: string };
