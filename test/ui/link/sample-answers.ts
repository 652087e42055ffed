/** Small, plausible answers of the backend for the tests of the panel and the link surfaces; each test overrides what it is about. */
import type {
  IssueKeyResultCard,
  KeyResultDetails,
  LinkTarget,
  MetricKeyResultView,
  ScopeIssueView,
  SourcePreview,
  SourceView,
  WorkKeyResultView,
} from '../../../src/contract/okr';
import type { WorkCounts } from '../../../src/domain/model';

export const counts: WorkCounts = { inScope: 10, counted: 8, done: 4, inProgress: 1, cancelled: 2, throughChildren: 0, unestimated: 0 };

const shared = {
  objectiveId: 'o-7',
  ownerAccountId: 'mia',
  ownerInactive: false,
  contributorIds: [],
  weight: 1,
  dismissedRules: [],
  startDay: '2026-10-01',
  dueDay: '2026-12-31',
  asOf: '2026-11-22T12:04:00.000Z',
  trend: [],
  asksReason: false,
  updatedAt: '2026-11-20T10:00:00.000Z',
  attention: { lastDay: null, dueDay: null, isStale: false },
  healthBecause: null,
  chance: null,
  computedHealth: 'on-track' as const,
  healthOverride: null,
  version: 1,
  rank: 1,
  expected: 0.57,
};

export const workKeyResult: WorkKeyResultView = {
  ...shared,
  id: 'kr-32',
  key: 'KR-32',
  title: 'Ship the payment sheet',
  kind: 'work',
  progress: 0.5,
  health: 'on-track',
  rule: { weightBy: 'count', unestimated: 'leave-out', inProgressCredit: 0, wanted: null, shared: 'repeat' },
  work: counts,
};

export const metricKeyResult: MetricKeyResultView = {
  ...shared,
  id: 'kr-41',
  key: 'KR-41',
  title: 'Time to pay',
  kind: 'metric',
  track: null,
  progress: 0.25,
  health: 'off-track',
  metric: { start: 5, target: 1, current: 4, currentDay: '2026-11-20', unit: 's', source: { by: 'hand' } },
};

const objective = { id: 'o-7', key: 'O-7', title: 'Checkout feels instant', home: { level: 'project', projectId: '10000' } } as const;

export const pickedSource = {
  id: 's-1',
  type: 'issue',
  issueId: '1',
  issueKey: 'WEB-1',
  issueTitle: 'iDEAL',
  issues: 1,
} as const satisfies SourceView;
export const childrenSource = {
  id: 's-2',
  type: 'children',
  issueId: '9',
  issueKey: 'WEB-9',
  issueTitle: 'Sheet',
  issues: 7,
} as const satisfies SourceView;
export const jqlSource = { id: 's-3', type: 'jql', jql: 'labels = checkout', issues: 4 } as const satisfies SourceView;

export const card: IssueKeyResultCard = {
  keyResult: workKeyResult,
  objective: { ...objective, hasOpened: true, hasAcknowledged: true },
  cycle: {
    id: '2026-q4',
    name: 'Q4 2026',
    startDay: '2026-10-01',
    endDay: '2026-12-31',
    state: 'running',
    closedDay: null,
    themes: [],
    capacity: null,
    version: 1,
  },
  standing: 'counted',
  ifClosed: { from: 0.5, to: 0.625 },
  chanceIfClosed: null,
  sources: [pickedSource],
};

export const target: LinkTarget = {
  id: 'kr-32',
  key: 'KR-32',
  title: 'Ship the payment sheet',
  progress: 0.5,
  expected: 0.57,
  health: 'on-track',
  objective: { id: 'o-7', key: 'O-7', title: 'Checkout feels instant', level: 'project' },
  alreadyLinked: false,
  weightBy: 'count',
};

export const scopeIssue: ScopeIssueView = {
  issueId: '1',
  key: 'WEB-1',
  summary: 'iDEAL in the sheet',
  statusName: 'To Do',
  statusCategory: 'todo',
  resolution: null,
  standing: 'counted',
  weight: 1,
  credit: 0,
  sharedBy: 1,
  sourceIds: [],
};

const now = { progress: 0.5, expected: 0.57, health: 'on-track', work: counts } as const;

/** Adding one issue: 50 % becomes 44 %. */
export const additionPreview: SourcePreview = {
  matched: 1,
  joining: 1,
  leaving: 0,
  alreadyInScope: 0,
  before: now,
  after: { ...now, progress: 4 / 9, work: { ...counts, inScope: 11, counted: 9 } },
  sample: [scopeIssue],
  hidden: 0,
};

/** Taking one issue out: 50 % becomes 57 %. */
export const removalPreview: SourcePreview = {
  ...additionPreview,
  joining: 0,
  leaving: 1,
  after: { ...now, progress: 4 / 7, work: { ...counts, inScope: 9, counted: 7 } },
};

export const details: KeyResultDetails = {
  today: '2026-11-22',
  keyResult: workKeyResult,
  objective: { ...objective, ownerAccountId: 'mia', contributorIds: [] },
  roles: { isOkrAdmin: false, ledGroupIds: [] },
  sources: [pickedSource, childrenSource, jqlSource],
  issues: [],
  hiddenOnPage: 0,
  totalIssues: 10,
  nextOffset: null,
};
