/** How each score is measured, in words with the limits of the site. docs/radar.md says the same at length. */
import type { Derailer } from '../../../src/domain/radar/derailers';
import type { RadarThresholds } from '../../../src/domain/radar/thresholds';
import { percentText } from '../../ui/percent';

type Words = (limits: RadarThresholds) => readonly string[];

const words: Readonly<Record<Derailer, Words>> = {
  realistic: (t) => [
    `Key results with a forecast: a chance below ${percentText(t.tooHard)} counts whole; a first chance above ${percentText(t.tooSafe)}, or more than ${t.strain}× the recent pace needed while the chance is below even, counts half. Without a forecast, a step of more than ${t.jump}× the start counts half.`,
    `Teams: open work of more than ${Math.round(t.load * 100)}\u00a0% of what is finished by then counts half, more than twice that counts whole.`,
  ],
  planned: (t) => [
    'The cycle: no look at capacity, or a cycle before it that is still open, counts whole; no themes, or objectives without a grade in the cycle before, count half.',
    `Places: more than ${t.projectObjectives} objectives in a project, or ${t.companyObjectives} at the company or in a group, count half, twice as many whole.`,
    `Objectives: no key result counts whole, fewer than ${t.fewestKeyResults} or more than ${t.mostKeyResults} half.`,
  ],
  aligned: (t) => [
    'Objectives: no way up to a goal of the company counts whole; a way past the group, or a goal that nothing supports, half.',
    'Work in progress: each piece that serves no key result.',
    `Key results: open issues of which none has moved for more than ${t.idleDays} days count whole.`,
  ],
  communicated: (t) => [
    'Check-ins of this cycle: each that says nothing in words.',
    `Objectives: opened by nobody but their owner, once older than ${t.patienceDays} days.`,
    'People who own or contribute: each who gets no weekly digest.',
  ],
  monitored: (t) => [
    `Key results that have begun: no number counts whole; a value older than ${t.dataDays} days, or no day on record after ${t.patienceDays} days, half.`,
  ],
  known: (t) => [
    'People with work in progress: each none of whose issues reaches a key result. It says nothing of how anybody works.',
    `Objectives that more than one person has a part in, once older than ${t.patienceDays} days: acknowledged by none of them counts whole, by some half.`,
  ],
  'well-put': (t) => [
    `Texts of objectives and key results: a strength below ${t.strong} counts half, below ${t.weak} whole. Rules that were dismissed do not count.`,
  ],
  'followed-up': (t) => [
    `Key results that have begun: a check-in overdue counts half, from ${t.overdueDays} days on whole; so does a blocker of more than ${t.blockedDays} days.`,
    `Cycles that ended more than ${t.patienceDays} days ago and are open count whole.`,
  ],
  owned: (t) => [
    'Objectives and key results: no owner, or one who has left, counts whole; open issues of which none is its owner’s or a contributor’s, half.',
    `Owners: each with more than ${t.mostOwned} key results in the cycle, wherever these live.`,
  ],
  'bought-into': (t) => [
    `Objectives with at least ${t.fewestVotes} votes: ${t.spread} or more between the lowest and the highest counts whole, fewer than ${percentText(t.turnout)} of those asked half.`,
    'Objectives that somebody has spoken for or against: an open concern counts half, more concerns than supporters whole.',
    `Contributions: declined counts whole, unanswered for more than ${t.patienceDays} days half.`,
  ],
};

/** One sentence a measure. */
export const measuredWords = (derailer: Derailer, limits: RadarThresholds): readonly string[] => words[derailer](limits);
