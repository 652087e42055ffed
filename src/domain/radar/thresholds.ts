/** The limits the radar judges by, with what holds where a site has said nothing. docs/radar.md says what each is for. */
export type RadarThresholds = {
  /** Below this chance (0..1) a key result is too hard. */
  readonly tooHard: number;
  /** Above this chance (0..1) on the first day it was too safe. */
  readonly tooSafe: number;
  /** The most times its recent pace that a key result may need. */
  readonly strain: number;
  /** Without a forecast: the largest step from the start, as a share of the start. */
  readonly jump: number;
  /** The most work a team may be committed to, as a share of what it finishes. */
  readonly load: number;
  readonly companyObjectives: number;
  readonly projectObjectives: number;
  readonly fewestKeyResults: number;
  readonly mostKeyResults: number;
  /** Days without an issue that moved. */
  readonly idleDays: number;
  /** Days without a new value. */
  readonly dataDays: number;
  /** Strength of wording (0..100) below which it is half a finding, and a whole one. */
  readonly strong: number;
  readonly weak: number;
  /** Days after the due day of a check-in. */
  readonly overdueDays: number;
  /** Days a blocker may be open. */
  readonly blockedDays: number;
  /** Days a cycle that has ended may stay open, and that something may go unanswered or unread. */
  readonly patienceDays: number;
  readonly mostOwned: number;
  /** The fewest votes of a round that say something. */
  readonly fewestVotes: number;
  /** The least share (0..1) of those asked that has to vote. */
  readonly turnout: number;
  /** Highest − lowest confidence (0..10) from which the votes lie apart. */
  readonly spread: number;
};

export const radarThresholds: RadarThresholds = {
  tooHard: 0.1,
  tooSafe: 0.95,
  strain: 1.5,
  jump: 1,
  load: 1.2,
  companyObjectives: 5,
  projectObjectives: 3,
  fewestKeyResults: 2,
  mostKeyResults: 5,
  idleDays: 14,
  dataDays: 14,
  strong: 75,
  weak: 45,
  overdueDays: 3,
  blockedDays: 7,
  patienceDays: 7,
  mostOwned: 5,
  fewestVotes: 3,
  turnout: 0.5,
  spread: 4,
};
