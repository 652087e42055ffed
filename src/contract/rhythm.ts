/**
 * The rhythm of a cycle as people meet it: what their inbox says, what a week was like, and what a meeting needs. Things are named only where the
 * viewer may see them.
 */
import type { RungName } from '../domain/reminders/ladder';
import type { Home } from '../domain/home';
import type { Health } from '../domain/model';

type Thing = { readonly id: string; readonly key: string; readonly title: string };
type Owned = Thing & { readonly ownerAccountId: string | null };

/** What an item of the inbox is about. */
export type InboxAbout =
  | { readonly type: 'check-in'; readonly rung: RungName; readonly dueDay: string; readonly keyResult: Owned; readonly objective: Thing }
  | { readonly type: 'blocker'; readonly sinceDay: string; readonly keyResult: Owned; readonly objective: Thing }
  | {
      readonly type: 'contribution';
      readonly askedDay: string;
      readonly objective: Thing;
      readonly parent: Thing & { readonly home: Home };
    }
  | { readonly type: 'vote'; readonly lastDay: string; readonly objective: Thing }
  | { readonly type: 'cycle-end'; readonly cycle: { readonly id: string; readonly name: string; readonly endDay: string } }
  /** The digest of the seven days before the item's day. */
  | { readonly type: 'week' }
  /** So many more things waited than one was reminded of. */
  | { readonly type: 'more'; readonly count: number };

export type InboxItem = {
  readonly id: string;
  readonly day: string;
  readonly isRead: boolean;
  /** What it asked for is done, or is not asked for any more. */
  readonly isDone: boolean;
  /** Null: about something that is gone, or that the viewer may not see any more. */
  readonly about: InboxAbout | null;
};

/** What a person wants to be told; `version` is 0 where they never said. */
export type PersonChoiceView = { readonly reminders: boolean; readonly digest: boolean; readonly version: number };

export type Inbox = {
  readonly today: string;
  /** Newest first. */
  readonly items: readonly InboxItem[];
  readonly nextCursor: string | null;
  readonly choice: PersonChoiceView;
  /** What the site has switched on at all. */
  readonly site: { readonly reminders: boolean; readonly digest: boolean };
};

/** A key result over a week; `from` and `to` are ratios, null: not measured. Health as it was computed, and today as it is shown. */
export type WeekKeyResult = Owned & {
  readonly objectiveId: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly healthFrom: Health;
  readonly health: Health;
  /** By when the next check-in is due; null: none is asked for. */
  readonly dueDay: string | null;
  readonly isStale: boolean;
  /** What was said of it within the week, the first first. */
  readonly said: readonly WeekCheckIn[];
};

type WeekCheckIn = {
  readonly day: string;
  readonly byAccountId: string;
  readonly words: string;
  readonly blockers: string;
};

export type WeekObjective = Owned & {
  readonly from: number | null;
  readonly to: number | null;
  readonly health: Health;
  readonly keyResults: readonly WeekKeyResult[];
};

/** Seven days, `toDay` included. */
type Week = { readonly fromDay: string; readonly toDay: string };

/** A week of what a person owns, contributes to or leads as a group’s lead, in running cycles. */
export type MyWeek = Week & {
  readonly objectives: readonly WeekObjective[];
  /** Contributions that wait for the person's answer. */
  readonly unanswered: number;
};

/** A week of a project's objectives in one cycle. */
export type ProjectWeek = Week & { readonly cycleName: string; readonly objectives: readonly WeekObjective[] };

/** A blocker that the last check-in still names. */
export type BlockerView = {
  readonly keyResultId: string;
  /** The day it, or the one before it without a break, was named first. */
  readonly sinceDay: string;
  readonly words: string;
};
