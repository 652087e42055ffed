/** The whole store over one SQL client: a record of the aggregates. */
import { createCheckInStore } from './check-ins';
import { createCycleStore } from './cycles';
import { createIssueFactStore } from './issue-facts';
import { createKeyResultStore } from './key-results';
import { createObjectiveStore } from './objectives';
import { createPendingIssueStore } from './pending-issues';
import { createScopeStore } from './scope';
import { createSettingStore } from './settings';
import { createSnapshotStore } from './snapshots';
import { createSourceStore } from './sources';
import type { SqlClient } from './sql-client';

export const createStore = (sql: SqlClient) => ({
  cycles: createCycleStore(sql),
  objectives: createObjectiveStore(sql),
  keyResults: createKeyResultStore(sql),
  sources: createSourceStore(sql),
  scope: createScopeStore(sql),
  issueFacts: createIssueFactStore(sql),
  pendingIssues: createPendingIssueStore(sql),
  checkIns: createCheckInStore(sql),
  snapshots: createSnapshotStore(sql),
  settings: createSettingStore(sql),
});

export type Store = ReturnType<typeof createStore>;
