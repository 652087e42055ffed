/**
 * What an objective is aligned to, and how the side of the parent stands to it. What lives where the viewer may not look is without a name.
 */
import type { Home } from '../domain/home';
import type { ContributionState } from '../domain/model';

/** Who said it last, when, and with which words: the one who asked, accepted or declined. */
type ContributionView = {
  readonly state: ContributionState;
  readonly byAccountId: string;
  readonly at: string;
  readonly words: string | null;
};

type NamedView = { readonly id: string; readonly key: string; readonly title: string };

/** An objective, and where only a key result of it is meant, that one. */
type AlignedToView = NamedView & { readonly home: Home; readonly keyResult: NamedView | null };

export type ParentView = {
  /** Null: an objective that the viewer cannot see. */
  readonly objective: AlignedToView | null;
  /** `objective`: it is archived. `key-result`: the key result is archived or not its any more, so that the objective as a whole stands in for it. */
  readonly broken: 'objective' | 'key-result' | null;
  readonly contribution: ContributionView;
};

/** An objective that waits to be taken up as a contribution to another one. */
export type ContributionRequest = {
  readonly objective: NamedView & { readonly home: Home; readonly ownerAccountId: string | null; readonly version: number };
  readonly parent: AlignedToView;
  readonly contribution: ContributionView;
  /** Accepted, it enters the parent's number: that one counts what is aligned to it. */
  readonly wouldCount: boolean;
};

export type Contributions = {
  /** The longest waiting first. */
  readonly waiting: readonly ContributionRequest[];
  /** Waiting too, beyond those that are shown at once. */
  readonly more: number;
  /** Waiting too, in projects that the viewer may not browse: somebody else has to answer. */
  readonly hidden: number;
};

/** Why something is suggested: words in common, others of the same place that are aligned to it, the level just above. */
export type SuggestedBecause = { readonly words: readonly string[]; readonly siblings: number; readonly isJustAbove: boolean };

/** An objective that another one can be aligned to, as a whole or by one of its key results. */
export type ParentOption = NamedView & {
  readonly home: Home;
  /** Of a group; null: the company, or a project that Jira names. */
  readonly homeName: string | null;
  readonly keyResults: readonly NamedView[];
  /** Null: not suggested. `keyResultId` is the key result that is meant, null the objective as a whole; `rank` counts from 0. */
  readonly suggested: (SuggestedBecause & { readonly keyResultId: string | null; readonly rank: number }) | null;
};
