/**
 * What waits for somebody, as far as reminders are concerned: what it is, the day its ladder counts from, and the people it may be told to.
 * Whoever makes it has left out what nobody is reminded of (drafts, closed cycles). Knows no titles and no clock.
 */

export const waitingTypes = ['vote', 'cycle-end', 'check-in', 'blocker', 'contribution'] as const;
export type WaitingType = (typeof waitingTypes)[number];

type Common = {
  /** The key result, objective, round of votes or cycle that it is about. */
  readonly subjectId: string;
};

export type Waiting = Common &
  (
    | {
        readonly type: 'check-in';
        /** The day by which it was to be checked in on. */
        readonly dueDay: string;
        readonly ownerIds: readonly string[];
        readonly contributorIds: readonly string[];
        readonly objectiveOwnerIds: readonly string[];
      }
    | {
        readonly type: 'blocker';
        /** The day on which it was named first. */
        readonly sinceDay: string;
        readonly ownerIds: readonly string[];
        readonly objectiveOwnerIds: readonly string[];
      }
    | {
        readonly type: 'contribution';
        readonly askedDay: string;
        /** Those who can answer it soonest. */
        readonly answererIds: readonly string[];
        readonly objectiveOwnerIds: readonly string[];
      }
    | {
        readonly type: 'vote';
        readonly askedDay: string;
        /** The last day on which a vote is taken. */
        readonly lastDay: string;
        /** Asked, and not voted yet. */
        readonly voterIds: readonly string[];
      }
    | { readonly type: 'cycle-end'; readonly endDay: string; readonly adminIds: readonly string[] }
  );
