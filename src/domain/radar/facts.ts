/**
 * What the radar looks at: the objectives of a place, or a single one, with what is known around them. Plain data, gathered elsewhere; the same
 * facts serve a project, a group and the company, so that each is judged by its own objectives and never by the scores of others.
 */
import type { LinkState } from '../alignment-forest';
import type { CycleState } from '../cycle';
import type { Home } from '../home';
import type { ContributionState } from '../model';

/** How a text is put; null where nothing is checked. */
export type WordingFacts = { readonly strength: number; readonly rules: readonly string[] } | null;

type OwnedFacts = { readonly ownerAccountId: string | null; readonly ownerInactive: boolean; readonly wording: WordingFacts };

export type KeyResultFacts = OwnedFacts & {
  readonly id: string;
  /** From here on something can be expected of it: the later one of its start and the day it was written. */
  readonly sinceDay: string;
  readonly isDone: boolean;
  /** 0..1; null without a forecast. */
  readonly chance: number | null;
  readonly firstChance: number | null;
  /** Needed ÷ recent pace; null where it is not known. */
  readonly strain: number | null;
  /** |target − start| ÷ |start| of a metric; null for other kinds and where it starts at 0. */
  readonly step: number | null;
  readonly isMeasured: boolean;
  /** The day of its latest value; null where its number follows Jira by itself. */
  readonly valueDay: string | null;
  /** A day before today is on record with a number. */
  readonly hasPast: boolean;
  /** Of its scope; `own`: assigned to its owner or a contributor. */
  readonly openIssues: number;
  readonly ownIssues: number;
  /** The last day on which an issue of its scope moved; null without issues. */
  readonly movedDay: string | null;
  /** Check-ins since the start of the cycle, and how many of them say something in words. */
  readonly checkIns: number;
  readonly wordedCheckIns: number;
  /** By when the next check-in is due; null where none is asked for. */
  readonly checkInDueDay: string | null;
  /** Since when every check-in has named a blocker; null: the last one named none. */
  readonly blockedSince: string | null;
};

type VoteFacts = {
  readonly asked: number;
  readonly voted: number;
  /** 0..10 */
  readonly lowest: number;
  readonly highest: number;
};

export type ObjectiveFacts = OwnedFacts & {
  readonly id: string;
  readonly home: Home;
  readonly sinceDay: string;
  /** Its way up: it is one of the company's own goals, reaches one, or does not. */
  readonly path: 'goal' | 'reaches' | 'none';
  /** The link to what is above it; null where it is aligned to nothing. */
  readonly link: LinkState | null;
  readonly skipsLevel: boolean;
  /** Objectives stand under it. */
  readonly isSupported: boolean;
  /** Null: it is aligned to nothing. `days`: since when it stands so. */
  readonly contribution: { readonly state: ContributionState; readonly days: number } | null;
  /** Its owner and contributors, those of its key results, and who has issues in their scope. */
  readonly people: number;
  readonly acknowledged: number;
  /** People beside its owner who have opened it in this cycle. */
  readonly readers: number;
  /** People who have said that they support it, or that they have a concern, settled ones among them. */
  readonly stances: number;
  readonly supporters: number;
  readonly openConcerns: number;
  /** The last round of votes that is closed; null before the first. */
  readonly votes: VoteFacts | null;
  /** A round that is open: how many of those asked have voted, and nothing of what. */
  readonly openVote: { readonly asked: number; readonly voted: number } | null;
  readonly keyResults: readonly KeyResultFacts[];
};

/** How the cycle was set up, where a place is looked at. */
export type SetUpFacts = {
  readonly hasThemes: boolean;
  readonly capacityLookedAt: boolean;
  /** The cycle of the same length before this one; null: there is none. `ungraded`: objectives without a grade. */
  readonly previous: { readonly id: string; readonly endDay: string; readonly isClosed: boolean; readonly ungraded: number } | null;
};

export type RadarFacts = {
  /** The day that is looked at: today, or the one on which the cycle was closed. */
  readonly today: string;
  readonly cycle: { readonly id: string; readonly startDay: string; readonly endDay: string; readonly state: CycleState };
  readonly objectives: readonly ObjectiveFacts[];
  /** The rest is of places; empty or null for a single objective. */
  readonly setUp: SetUpFacts | null;
  /** Committed work of a team ÷ what it finishes by then, where that is known. */
  readonly loads: readonly { readonly home: Home; readonly load: number }[];
  /** Work in progress as it was counted last, by project. */
  readonly work: readonly { readonly projectId: string; readonly work: number; readonly serving: number }[];
  /** Who has work in progress, and how many of these issues reach a key result. */
  readonly workers: readonly {
    readonly projectId: string;
    readonly accountId: string;
    readonly issues: number;
    readonly reaching: number;
  }[];
  /** Who owns key results here, and how many they own in the cycle, wherever these live. */
  readonly owners: readonly { readonly accountId: string; readonly keyResults: number }[];
  /** Owners and contributors, and how many of them get no weekly digest; null where the site sends none. */
  readonly digest: { readonly people: number; readonly without: number } | null;
};

export type KeyResultOf = { readonly objective: ObjectiveFacts; readonly keyResult: KeyResultFacts };

export const keyResultsOf = (facts: RadarFacts): readonly KeyResultOf[] =>
  facts.objectives.flatMap((objective) => objective.keyResults.map((keyResult) => ({ objective, keyResult })));

/** Of a cycle that is kept or over: in a draft nothing is late. */
export const hasBegun = ({ cycle, today }: RadarFacts, { sinceDay }: { readonly sinceDay: string }): boolean =>
  cycle.state !== 'draft' && sinceDay <= today;

export const begunKeyResults = (facts: RadarFacts): readonly KeyResultFacts[] =>
  keyResultsOf(facts).flatMap(({ keyResult }) => (hasBegun(facts, keyResult) ? [keyResult] : []));
