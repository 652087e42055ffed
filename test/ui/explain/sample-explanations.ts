/** Plausible explanations of every kind of number for tests; each test overrides what it is about. */
import type { Explanation, RollUpExplanation, RollUpPart, ValueExplanation, WorkExplanation } from '../../../src/contract/explanation';
import type { WorkCounts } from '../../../src/domain/model';
import { scopeIssue } from '../project-okrs/sample-okrs';

type By<B extends Explanation['by']> = Extract<Explanation, { readonly by: B }>;

const noIssues = { issues: 0, counted: 0, weight: 0, credit: 0 };
const explained = {
  title: 'Ship the payment sheet',
  key: 'KR-32',
  expected: 0.57,
  health: 'on-track',
  asOf: '2026-11-22T12:04:00.000Z',
} as const;
const counts: WorkCounts = { inScope: 7, counted: 6, done: 3, inProgress: 1, cancelled: 1, throughChildren: 0, unestimated: 0 };

/** Three of six done: one listed done, one to do, one cancelled; two of four done hidden. */
export const work = (over: Partial<WorkExplanation> = {}): WorkExplanation => ({
  rule: { weightBy: 'count', unestimated: 'leave-out', inProgressCredit: 0, wanted: null, shared: 'repeat' },
  fieldName: null,
  creditSum: 3,
  divisor: 6,
  counts,
  issues: [
    scopeIssue('WEB-2', { credit: 0 }),
    scopeIssue('WEB-1', { credit: 1, statusName: 'Done', statusCategory: 'done', sharedBy: 2 }),
    scopeIssue('WEB-3', {
      standing: 'cancelled',
      weight: null,
      credit: null,
      resolution: "Won't Do",
      statusName: 'Done',
      statusCategory: 'done',
    }),
  ],
  hidden: { issues: 4, counted: 4, weight: 4, credit: 2 },
  elsewhere: noIssues,
  nextOffset: null,
  ...over,
});

export const byWork = (over: Partial<WorkExplanation> = {}): By<'work'> => ({ ...explained, progress: 0.5, by: 'work', work: work(over) });

const value: ValueExplanation = {
  current: 3.3,
  unit: 's',
  source: { by: 'hand' },
  fieldName: null,
  given: { day: '2026-11-18', byAccountId: 'mia' },
  read: null,
};

export const byMetric = (over: Partial<By<'metric'>['value']> = {}, beside: WorkExplanation | null = null): By<'metric'> => ({
  ...explained,
  key: 'KR-31',
  title: 'Time to pay',
  progress: 0.375,
  by: 'metric',
  value: { ...value, start: 4.2, target: 1.8, ...over },
  work: beside,
});

export const byBand = (over: Partial<By<'band'>['value']> = {}): By<'band'> => ({
  ...explained,
  progress: 0.5,
  by: 'band',
  value: { ...value, low: 10, high: 20, unit: '', current: 25, ...over },
  work: null,
});

export const byMilestones = (milestones: By<'milestones'>['milestones']): By<'milestones'> => ({
  ...explained,
  progress: 0.75,
  by: 'milestones',
  milestones,
});

export const part = (key: string, over: Partial<RollUpPart> = {}): RollUpPart => ({
  type: 'key-result',
  id: key.toLowerCase(),
  key,
  title: `Part ${key}`,
  weight: 1,
  progress: 0.5,
  health: 'on-track',
  home: { level: 'project', projectId: '10000' },
  ...over,
});

/** Three thirds, which do not round to a sum by themselves, and one that is not measured. */
const rollUp = (over: Partial<RollUpExplanation> = {}): RollUpExplanation => ({
  parts: [
    part('KR-31', { progress: 1 / 3 }),
    part('KR-32', { progress: 1 / 3 }),
    part('KR-33', { progress: 1 / 3 }),
    part('KR-34', { progress: null, health: 'not-measured' }),
  ],
  hidden: { parts: 0, measured: 0, weight: 0, credit: 0 },
  weightSum: 3,
  uncounted: [],
  measured: { measured: 3, total: 4 },
  ...over,
});

const objective = { ...explained, key: 'O-7', title: 'Checkout feels instant' };

export const byRollUp = (over: Partial<RollUpExplanation> = {}, progress: number | null = 1 / 3): By<'roll-up'> => ({
  ...objective,
  progress,
  by: 'roll-up',
  rollUp: rollUp(over),
});

export const byOverride: By<'override'> = {
  ...objective,
  progress: 0.6,
  by: 'override',
  override: { progress: 0.6, reason: 'The rest is done by hand', untilDay: '2026-12-12', byAccountId: 'mia' },
  computed: 1 / 3,
  rollUp: rollUp(),
};
