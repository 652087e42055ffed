/** A small history and a small ledger for tests; each test overrides what it is about. */
import type { Comments } from '../../../src/contract/talk';
import type { HistoryDay, ProgressHistory, ScopeLedger } from '../../../src/contract/history';

export const day = (of: string, over: Partial<HistoryDay> = {}): HistoryDay => ({
  day: of,
  progress: 0.5,
  scope: 50,
  done: 25,
  value: null,
  origin: 'seen',
  ...over,
});

export const history = (over: Partial<ProgressHistory> = {}): ProgressHistory => ({
  startDay: '2026-10-01',
  dueDay: '2026-12-31',
  today: '2026-11-22',
  days: [
    day('2026-10-01', { progress: 0, done: 0, scope: 44, origin: 'rebuilt' }),
    day('2026-11-01', { progress: 0.34, done: 16, scope: 47, origin: 'rebuilt' }),
    day('2026-11-21', { progress: 0.6, done: 31, scope: 52 }),
    day('2026-11-22', { progress: 33 / 53, done: 33, scope: 53 }),
  ],
  pace: [
    { day: '2026-10-01', expected: 0 },
    { day: '2026-11-22', expected: 0.5 },
    { day: '2026-12-31', expected: 1 },
  ],
  rebuilding: false,
  untold: [],
  ...over,
});

export const ledger = (over: Partial<ScopeLedger> = {}): ScopeLedger => ({
  baseline: { day: '2026-10-01', issues: 44, weight: 44, progress: 0.7 },
  now: { issues: 53, weight: 53 },
  growth: 53 / 44 - 1,
  entries: [],
  moreEntries: 0,
  entered: 11,
  left: 2,
  changes: [],
  ...over,
});

/** Nobody has said anything. */
export const noComments: Comments = { comments: [], total: 0, isPrivate: false, nextCursor: null };
