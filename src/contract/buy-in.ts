/**
 * People and an objective as the browser shows them: who knows it, who supports it or has a concern, and how confident they are. A vote is never
 * shown with a name, and before its round is closed to nobody but whoever gave it.
 */
import type { Home } from '../domain/home';
import type { VoteOutcome } from '../domain/confidence-vote';

type Stance = 'support' | 'concern';

export type StanceView = {
  readonly accountId: string;
  readonly stance: Stance;
  /** A concern has some; a supporter may. */
  readonly words: string | null;
  readonly at: string;
  /** Of a concern that has been answered and needs nothing more; null: it is open, or no concern. */
  readonly settled: { readonly byAccountId: string; readonly at: string; readonly words: string | null } | null;
  readonly version: number;
};

/** Somebody who has to do with the objective: its owner, contributors, those of its key results, and who has issues in their scope. */
export type PersonOfObjective = {
  readonly accountId: string;
  /** Has said that they know it and what it means for their work. */
  readonly hasAcknowledged: boolean;
};

export type VoteRoundView = {
  readonly id: string;
  readonly openedAt: string;
  readonly openedByAccountId: string;
  /** The last day on which votes are taken. */
  readonly lastDay: string;
  /** No more votes are taken, whether it is closed already or will be within the hour. */
  readonly isOver: boolean;
  /** Null: it is still blind. */
  readonly closedAt: string | null;
  /** Who was asked; whether they have voted is told by number only. */
  readonly askedAccountIds: readonly string[];
  readonly voted: number;
  /** The viewer was asked. */
  readonly isAsked: boolean;
  /** The viewer's own, while it can be changed and after. */
  readonly ownVote: { readonly confidence: number; readonly words: string } | null;
  /** Null while it is blind. */
  readonly outcome: VoteOutcome | null;
  /** Without names, ascending by confidence; empty while it is blind or they are too few. */
  readonly votes: readonly { readonly confidence: number; readonly words: string }[];
  readonly version: number;
};

export type BuyIn = {
  readonly objectiveId: string;
  /** Its people, those who have not acknowledged it first; at most 200. */
  readonly people: readonly PersonOfObjective[];
  /** How many there are, how many of them have opened the objective, and how many have acknowledged it. Who has merely opened it is told of nobody. */
  readonly totals: { readonly people: number; readonly opened: number; readonly acknowledged: number };
  /** Acknowledged it too, without being among its people. */
  readonly others: number;
  readonly hasAcknowledged: boolean;
  /** Open concerns first, then settled ones, then supporters; within each the latest first. */
  readonly stances: readonly StanceView[];
  /** The latest first, at most five. */
  readonly rounds: readonly VoteRoundView[];
};

/** A vote that the viewer was asked for and has not given. */
export type WaitingVote = {
  readonly roundId: string;
  /** The last day on which it is taken. */
  readonly lastDay: string;
  readonly openedByAccountId: string;
  readonly objective: { readonly id: string; readonly key: string; readonly title: string; readonly home: Home };
};
