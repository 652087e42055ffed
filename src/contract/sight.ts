/** Line of sight as the browser shows it: who has work in progress in a project, and whose of it reaches no key result. No ratings. */
import type { OrphanIssueView } from './coverage';

export type PersonSightView = {
  readonly accountId: string;
  /** Issues in progress, as last counted. */
  readonly issues: number;
  /** Of these, how many serve a key result now; 0: without line of sight. */
  readonly serving: number;
  /** Of somebody without line of sight: the issues that the viewer may see, last changed first; of anybody else none. */
  readonly orphans: readonly OrphanIssueView[];
};

export type LineOfSight = {
  readonly projectId: string;
  readonly cycleId: string;
  /** When Jira was last asked what the work is; null: never yet. */
  readonly countedAt: string | null;
  /** Only the issues that changed last were read. */
  readonly capped: boolean;
  /** Those without line of sight first; at most 200. */
  readonly people: readonly PersonSightView[];
  /** How many people have work in progress, and how many of them have line of sight. */
  readonly total: number;
  readonly inSight: number;
  /** Issues in progress that are assigned to nobody. */
  readonly unassigned: number;
};
