/** Rows for the store's tests: valid as they are, each test names only what it is about. */
import type { WorkCounts } from '../../../src/domain/model';
import type { AlignmentRecord } from '../../../src/store/alignment-columns';
import type { NewCheckIn } from '../../../src/store/check-ins';
import type { NewComment } from '../../../src/store/comments';
import type { CycleRecord } from '../../../src/store/cycles';
import type { IssueFactRecord } from '../../../src/store/issue-facts';
import type { Measured } from '../../../src/store/key-result-numbers';
import type { NewKeyResult } from '../../../src/store/key-results';
import type { NewObjective } from '../../../src/store/objectives';
import type { Store } from '../../../src/store/store';

/** An instant (epoch ms) beyond what a 32-bit column holds. */
export const noon = Date.parse('2026-11-22T12:00:00Z');

export const cycle: CycleRecord = {
  id: '2026-Q4',
  name: 'Q4 2026',
  startDay: '2026-10-01',
  endDay: '2026-12-31',
  state: 'running',
  closedDay: null,
  themes: [],
  capacity: null,
  changeId: null,
  version: 1,
};

/** A check-in that says nothing but a value. */
export const checkIn = (given: Partial<NewCheckIn> = {}): NewCheckIn => ({
  id: 'check-in-1',
  keyResultId: 'key-result-1',
  day: '2026-11-20',
  value: null,
  confidence: null,
  words: '',
  blockers: '',
  progress: null,
  createdAt: noon,
  createdBy: 'anna',
  ...given,
});

export const comment = (given: Partial<NewComment> = {}): NewComment => ({
  id: 'comment-1',
  subject: { type: 'objective', id: 'objective-1' },
  keyResultId: null,
  threadId: given.id ?? 'comment-1',
  createdBy: 'anna',
  createdAt: noon,
  words: 'Well done',
  ...given,
});

export const objective = (given: Partial<NewObjective> = {}): NewObjective => ({
  id: 'objective-1',
  home: { level: 'project', projectId: '10000' },
  cycleId: cycle.id,
  title: 'Orders arrive on the day they were promised',
  description: '',
  ownerAccountId: null,
  audience: null,
  weight: 1,
  ambition: 'committed',
  dismissedRules: [],
  alignment: null,
  changeId: null,
  createdAt: noon,
  createdBy: 'anna',
  ...given,
});

/** To the objective as a whole, accepted. */
export const alignedTo = (parentId: string, given: Partial<AlignmentRecord['contribution']> = {}): AlignmentRecord => ({
  parentId,
  parentKeyResultId: null,
  contribution: { state: 'accepted', byAccountId: 'anna', at: noon, words: null, ...given },
});

export const workKeyResult = (given: Partial<NewKeyResult> = {}): NewKeyResult => ({
  id: 'key-result-1',
  objectiveId: 'objective-1',
  title: 'The carrier change-over is finished',
  ownerAccountId: null,
  weight: 1,
  dismissedRules: [],
  startDay: null,
  dueDay: null,
  createdBy: 'anna',
  createdAt: noon,
  rule: { weightBy: 'count', unestimated: 'leave-out', inProgressCredit: 0, wanted: null, shared: 'repeat' },
  of: { kind: 'work' },
  ...given,
});

/** A value that people record. */
export const byHand = { source: { by: 'hand' }, valueSourceId: null } as const;

export const metricKeyResult = (given: Partial<NewKeyResult> = {}): NewKeyResult =>
  workKeyResult({ of: { kind: 'metric', start: 40, target: 5, unit: 'bugs', ...byHand }, ...given });

export const noCounts: WorkCounts = { inScope: 0, counted: 0, done: 0, inProgress: 0, cancelled: 0, throughChildren: 0, unestimated: 0 };

/** What a key result that nobody has marked since it was inserted was found to be. */
export const measured = (id: string, given: Partial<Measured> = {}): Measured => ({
  id,
  dirtyMark: 1,
  progress: null,
  workProgress: null,
  creditSum: 0,
  divisor: 0,
  counts: noCounts,
  current: null,
  checkedInAt: null,
  forecast: null,
  chance: null,
  ...given,
});

export const fact = (issueId: string, given: Partial<IssueFactRecord> = {}): IssueFactRecord => ({
  issueId,
  projectId: '10000',
  parentId: null,
  statusCategory: 'todo',
  resolution: null,
  cancelled: false,
  gone: false,
  points: null,
  estimate: null,
  numbers: {},
  assigneeAccountId: null,
  movedAt: null,
  updatedAt: noon,
  checkedAt: noon,
  ...given,
});

/** When and with what record things are put away. */
export const archiving = { at: noon, changeId: 'change' };

export const by = { accountId: 'anna', at: noon };

/** Brings issues into the scope of a key result through a source that is committed. */
export async function bringIntoScope(store: Store, keyResultId: string, sourceId: string, issueIds: readonly string[]): Promise<void> {
  await store.scope.add(
    issueIds.map((issueId) => ({ sourceId, issueId, keyResultId })),
    noon,
  );
  await store.sources.add([{ id: sourceId, keyResultId, type: 'jql', jql: 'project = WEB' }], by);
}

/** `count` texts made of a number each, in text order. */
export const numbered = (count: number, name: (number: string) => string): readonly string[] =>
  Array.from({ length: count }, (_, index) => name(String(index + 1).padStart(6, '0')));
