/** A key result as the coach gets it: its words, and as much of its measure and its plan as is known. Plain data. */
import type { Amount } from './amounts';
import type { Reading } from './reading';

/** Null: not given yet. `words`: nothing but the words is known, so the numbers are looked for in them. */
export type MeasureWording =
  | { readonly kind: 'words' }
  | { readonly kind: 'work' }
  | { readonly kind: 'milestones'; readonly count: number }
  | { readonly kind: 'metric'; readonly start: number | null; readonly target: number | null; readonly unit: string }
  | { readonly kind: 'band'; readonly low: number | null; readonly high: number | null; readonly unit: string };

export type KeyResultWording = {
  readonly title: string;
  readonly measure: MeasureWording;
  /** Null: not known here. */
  readonly plan: { readonly hasOwner: boolean; readonly hasDue: boolean } | null;
};

/** What the rules judge. */
export type KeyResultSubject = Omit<KeyResultWording, 'title'> & {
  readonly reading: Reading;
  /** The amounts and spans of its words. */
  readonly numbers: readonly Amount[];
};
