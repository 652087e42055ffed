/** What writing many OKRs at once answers, and what has been put away. */
import type { Home } from '../domain/home';

/** What became of one subject of a change of many. */
export type BulkOutcome =
  | { readonly id: string; readonly outcome: 'changed'; readonly version: number }
  /** `conflict`: somebody else was faster. `refused`: one may not, or it is not there. Words say what to do. */
  | { readonly id: string; readonly outcome: 'conflict' | 'refused'; readonly message: string };

export type ArchivedView = {
  readonly type: 'objective' | 'key-result';
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly home: Home;
  /** Of the objective of a key result. */
  readonly objectiveKey: string | null;
  readonly ownerAccountId: string | null;
  readonly archivedAt: string;
  readonly version: number;
};

/** The copies, in the order in which they were asked for. */
export type CopiedObjectives = {
  readonly objectives: readonly { readonly id: string; readonly key: string; readonly title: string; readonly version: number }[];
};
