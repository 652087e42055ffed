/** What the alignment map and its list show: every objective of a cycle and of the cycles around it that the reader may see, and who stands under whom. */
import type { Aligned } from '../domain/alignment-forest';
import type { CycleView, ProgressView } from './okr';

/** A key result, as small as a map needs it. */
export type AlignedKeyResult = {
  readonly id: string;
  /** Human key, `KR-31`. */
  readonly key: string;
  readonly title: string;
} & Pick<ProgressView, 'progress' | 'health'>;

export type AlignedObjective = Required<Aligned> &
  ProgressView & {
    /** Human key, `O-7`. */
    readonly key: string;
    /** The cycle asked for, or one that encloses it. */
    readonly cycleId: string;
    readonly title: string;
    readonly ownerAccountId: string | null;
    /** Only its owner, contributors and audience know of it. */
    readonly isPrivate: boolean;
    /** The human key of the key result of the objective above that it is to serve; null: the objective as a whole. */
    readonly parentKeyResult: string | null;
    /** In order of their numbers. */
    readonly keyResults: readonly AlignedKeyResult[];
  };

/** One page; the pages together are the whole. */
export type AlignmentPage = {
  /** The project whose page asks; null on the company page. */
  readonly projectId: string | null;
  readonly cycles: readonly CycleView[];
  /** The cycle shown: the one asked for, or the one today is in. */
  readonly cycle: CycleView;
  /** Every live group, by name. */
  readonly groups: readonly { readonly id: string; readonly name: string; readonly projectIds: readonly string[] }[];
  readonly objectives: readonly AlignedObjective[];
  /** Of all pages, as far as the reader may see. */
  readonly totalObjectives: number;
  /** Pass it back for the next page; null on the last. */
  readonly nextCursor: string | null;
  /** The oldest computation on this page; null when nothing has been computed. */
  readonly asOf: string | null;
};
