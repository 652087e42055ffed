/** What the queue of check-ins and the list of a key result's check-ins show. Issues appear only where they were fetched as the viewer. */
import type { KeyResultView } from './okr';

/** What somebody said of a key result on a day. */
export type CheckInView = {
  readonly id: string;
  readonly keyResultId: string;
  /** The day it speaks of. */
  readonly day: string;
  readonly at: string;
  readonly byAccountId: string;
  readonly value: number | null;
  /** 1 to 10. */
  readonly confidence: number | null;
  readonly words: string;
  readonly blockers: string;
  /** Progress as it was known then. */
  readonly progress: number | null;
  readonly isCorrected: boolean;
  readonly version: number;
};

/** Issues that moved: the first few by name, how many there are in all, and how many of those the viewer may not browse. */
export type MovedIssues = {
  readonly named: readonly { readonly issueId: string; readonly key: string; readonly summary: string }[];
  readonly total: number;
  readonly hidden: number;
};

/** A check-in as it can be confirmed: what Jira says has happened since the last one. */
export type DueCheckIn = {
  readonly keyResult: KeyResultView;
  readonly objective: { readonly id: string; readonly key: string; readonly title: string };
  readonly last: CheckInView | null;
  /** The instant from which on things are told: the last check-in, or the writing of the key result. */
  readonly since: string;
  readonly closed: MovedIssues;
  readonly added: MovedIssues;
  /** Back from in progress or done to to do, or past their due day and not done. */
  readonly slipped: MovedIssues;
  /** More issues changed than were looked at. */
  readonly isPartial: boolean;
};

export type CheckInQueue = {
  readonly today: string;
  /** The last day of this week: what is due by then is in the queue. */
  readonly untilDay: string;
  /** By due day, then by key. */
  readonly due: readonly DueCheckIn[];
  /** Due too, beyond those that are filled in at once. */
  readonly more: number;
};

/** `comments`: how many there are on it. */
type ListedCheckIn = CheckInView & { readonly comments: number };

export type CheckIns = {
  /** Newest first. */
  readonly checkIns: readonly ListedCheckIn[];
  readonly nextCursor: string | null;
};
