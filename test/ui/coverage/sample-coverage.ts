/** Small, plausible coverage for the tests of screens; each test overrides what it is about. */
import type { CoverageView, OrphanIssueView, OrphanWork, WorkShareView } from '../../../src/contract/coverage';

export const share = (serving: number, work: number, capped = false): WorkShareView => ({
  work,
  serving,
  share: work === 0 ? null : serving / work,
  capped,
});

export const coverage = (over: Partial<CoverageView> = {}): CoverageView => ({
  projectId: '10000',
  cycleId: 'q4',
  state: 'counted',
  counted: { countedAt: '2026-11-22T07:12:00.000Z', inProgress: share(2, 5), finished: share(6, 7) },
  ...over,
});

export const orphan = (key: string, over: Partial<OrphanIssueView> = {}): OrphanIssueView => ({
  issueId: key.replace(/\D/g, ''),
  key,
  summary: `What ${key} is about`,
  typeName: 'Story',
  mayHaveChildren: false,
  statusName: 'In Progress',
  statusCategory: 'in-progress',
  updatedAt: '2026-11-21T10:00:00.000Z',
  parentId: null,
  privately: [],
  ...over,
});

export const orphanWork = (issues: readonly OrphanIssueView[], over: Partial<OrphanWork> = {}): OrphanWork => ({
  projectId: '10000',
  cycleId: 'q4',
  state: 'in-progress',
  countedAt: '2026-11-22T07:12:00.000Z',
  capped: false,
  issues,
  parents: [],
  hiddenOnPage: 0,
  total: issues.length,
  nextOffset: null,
  ...over,
});
