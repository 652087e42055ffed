/** A small, plausible set of OKRs for the tests of the project page; each test overrides what it is about. */
import type {
  CycleView,
  KeyResultDetails,
  KeyResultView,
  MetricKeyResultView,
  ObjectiveView,
  ProjectOkrs,
  ScopeIssueView,
  WorkKeyResultView,
} from '../../../src/contract/okr';
import type { ViewerRoles } from '../../../src/contract/viewer-roles';
import { healthThresholds } from '../../../src/domain/health-by-chance';
import type { WorkCounts } from '../../../src/domain/model';

export const q3: CycleView = {
  id: '2026-q3',
  name: 'Q3 2026',
  startDay: '2026-07-01',
  endDay: '2026-09-30',
  state: 'running',
  closedDay: null,
  themes: [],
  capacity: null,
  version: 1,
};
export const q4: CycleView = {
  id: '2026-q4',
  name: 'Q4 2026',
  startDay: '2026-10-01',
  endDay: '2026-12-31',
  state: 'running',
  closedDay: null,
  themes: [],
  capacity: null,
  version: 1,
};
export const today = '2026-11-22';

export const noRoles: ViewerRoles = { isOkrAdmin: false, ledGroupIds: [] };

const noWork: WorkCounts = { inScope: 0, counted: 0, done: 0, inProgress: 0, cancelled: 0, throughChildren: 0, unestimated: 0 };

const base = (key: string, title: string) => ({
  id: key.toLowerCase(),
  key,
  title,
  ownerAccountId: 'jan',
  ownerInactive: false,
  contributorIds: [],
  weight: 1,
  dismissedRules: [],
  startDay: q4.startDay,
  dueDay: q4.endDay,
  asOf: '2026-11-22T12:04:00.000Z',
  trend: [],
  asksReason: false,
  updatedAt: '2026-11-20T10:00:00.000Z',
  attention: { lastDay: '2026-11-18', dueDay: '2026-11-25', isStale: false },
  healthBecause: null,
  chance: null,
  computedHealth: 'on-track' as const,
  healthOverride: null,
  version: 1,
  rank: Number(key.slice(3)),
  expected: 0.57,
});

export const work = (
  key: string,
  title: string,
  rest: Partial<WorkKeyResultView> & { readonly counts?: Partial<WorkCounts> } = {},
): WorkKeyResultView => {
  const { counts, ...over } = rest;
  return {
    ...base(key, title),
    objectiveId: 'o-7',
    kind: 'work',
    progress: 0.62,
    health: 'on-track',
    rule: { weightBy: 'count', unestimated: 'leave-out', inProgressCredit: 0, wanted: null, shared: 'repeat' },
    work: { ...noWork, ...counts },
    ...over,
  };
};

export const metric = (key: string, title: string, over: Partial<MetricKeyResultView> = {}): MetricKeyResultView => ({
  ...base(key, title),
  objectiveId: 'o-7',
  kind: 'metric',
  track: null,
  progress: 0.375,
  health: 'at-risk',
  metric: { start: 4.2, target: 1.8, current: 3.3, currentDay: '2026-11-18', unit: 's', source: { by: 'hand' } },
  ...over,
});

export const objective = (
  key: string,
  title: string,
  keyResults: readonly KeyResultView[],
  over: Partial<ObjectiveView> = {},
): ObjectiveView => ({
  id: key.toLowerCase(),
  key,
  home: { level: 'project', projectId: '10000' },
  rank: Number(key.slice(2)),
  carriedOverFrom: [],
  grade: null,
  ownerInactive: false,
  contributorIds: [],
  audience: null,
  cycleId: q4.id,
  title,
  description: '',
  ownerAccountId: 'mia',
  weight: 1,
  ambition: 'committed',
  dismissedRules: [],
  parent: null,
  rollUp: 'key-results',
  override: null,
  computed: 0.44,
  healthBecause: null,
  chance: null,
  computedHealth: 'on-track',
  healthOverride: null,
  trend: [],
  progress: 0.44,
  expected: 0.57,
  health: 'at-risk',
  measured: { measured: keyResults.filter((keyResult) => keyResult.progress !== null).length, total: keyResults.length },
  keyResults,
  asksReason: false,
  updatedAt: '2026-11-20T10:00:00.000Z',
  version: 1,
  ...over,
});

/** Two objectives: one with a metric and a work key result, one with a key result without a value or an owner. */
export const twoObjectives: readonly ObjectiveView[] = [
  objective('O-7', 'Checkout feels instant', [
    metric('KR-31', 'Time to pay'),
    work('KR-32', 'Ship the payment sheet', {
      counts: { inScope: 59, counted: 53, done: 33, inProgress: 4, cancelled: 3, throughChildren: 2, unestimated: 1 },
    }),
  ]),
  objective(
    'O-9',
    'Merchants solve problems without us',
    [
      metric('KR-41', 'Self-service share', {
        progress: null,
        health: 'not-measured',
        ownerAccountId: null,
        metric: { start: 22, target: 45, current: null, currentDay: null, unit: '%', source: { by: 'hand' } },
      }),
    ],
    { progress: null, health: 'not-measured' },
  ),
];

export const okrs = (objectives: readonly ObjectiveView[], over: Partial<ProjectOkrs> = {}): ProjectOkrs => ({
  projectId: '10000',
  today,
  cycles: [q3, q4],
  cycle: q4,
  thresholds: healthThresholds,
  roles: noRoles,
  objectives,
  totalObjectives: objectives.length,
  nextCursor: null,
  asOf: '2026-11-22T12:04:00.000Z',
  ...over,
});

export const scopeIssue = (key: string, over: Partial<ScopeIssueView> = {}): ScopeIssueView => ({
  issueId: key.replace(/\D/g, ''),
  key,
  summary: `Summary of ${key}`,
  statusName: 'To Do',
  statusCategory: 'todo',
  resolution: null,
  standing: 'counted',
  weight: 1,
  credit: 0,
  sharedBy: 1,
  sourceIds: ['s1'],
  ...over,
});

export const details = (keyResult: KeyResultView, over: Partial<KeyResultDetails> = {}): KeyResultDetails => ({
  today,
  keyResult,
  objective: {
    id: 'o-7',
    key: 'O-7',
    title: 'Checkout feels instant',
    home: { level: 'project', projectId: '10000' },
    ownerAccountId: 'mia',
    contributorIds: [],
  },
  roles: noRoles,
  sources: [{ id: 's1', type: 'jql', jql: 'labels = payment', issues: 2 }],
  issues: [scopeIssue('WEB-1')],
  hiddenOnPage: 0,
  totalIssues: 1,
  nextOffset: null,
  ...over,
});

export const people = [
  { accountId: 'me', name: 'Aino Salo', avatarUrl: null, active: true },
  { accountId: 'mia', name: 'Mia Kern', avatarUrl: null, active: true },
  { accountId: 'jan', name: 'Jan Lind', avatarUrl: null, active: true },
];
