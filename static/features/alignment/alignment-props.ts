/** What the map and the list are given, the same to both: they show the same and do the same. */
import type { AlignedObjective, AlignmentPage } from '../../../src/contract/alignment';
import type { AlignmentForest } from '../../../src/domain/alignment-forest';
import type { Branch } from './branches';
import type { LineStart } from './line-address';

/** The same from one rendering to the next. */
export type AlignmentActions = {
  open(objectiveId: string): void;
  /** Folds what is under it in, or out again. */
  toggle(objectiveId: string): void;
  showLine(start: LineStart): void;
  /** It is the one the keys work on from now. */
  activate(objectiveId: string): void;
};

export type Revealed = { readonly id: string; readonly with: readonly string[] };

export type AlignmentProps = {
  readonly branches: readonly Branch<AlignedObjective>[];
  readonly forest: AlignmentForest<AlignedObjective>;
  readonly groups: AlignmentPage['groups'];
  /** The name of its cycle, for an objective of a cycle around the one that is shown; null for all others. */
  readonly cycleNameOf: (objective: AlignedObjective) => string | null;
  /** What is on the line or matches the search; null: nothing is looked for. */
  readonly lit: ReadonlySet<string> | null;
  readonly activeId: string | null;
  /** Brought into sight, with these others where there is room, each time it is another record; null: nothing is. */
  readonly revealed: Revealed | null;
  readonly actions: AlignmentActions;
};
