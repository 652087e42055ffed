/** The whole store over one SQL client: a record of the aggregates. A statement that loses against another one is run again. */
import { createAlignmentStore } from './alignments';
import { createArchivedStore } from './archived';
import { createBulkEditStore } from './bulk-edits';
import { createCopyStore } from './copies';
import { createAskedRunStore } from './asked-runs';
import { createAttentionStore } from './attention';
import { createCheckInStore } from './check-ins';
import { createCommentStore } from './comments';
import { createConfidenceVoteStore } from './confidence-votes';
import { createCoverageStore } from './coverage';
import { createContributionStore } from './contributions';
import { createClosingStore } from './closings';
import { createCycleReportStore } from './cycle-reports';
import { createCycleStore } from './cycles';
import { createInboxStore } from './inbox';
import { createIssueFactStore } from './issue-facts';
import { createKeyResultNumberStore } from './key-result-numbers';
import { createKeyResultStore } from './key-results';
import { createIssuePastStore } from './issue-pasts';
import { createObjectivePeopleStore } from './objective-people';
import { createObjectiveReaderStore } from './objective-readers';
import { createObjectiveStore } from './objectives';
import { createPersonChoiceStore } from './person-choices';
import { createPendingHistoryStore } from './pending-history';
import { createPendingIssueStore } from './pending-issues';
import { retryConflicts } from './retry-conflicts';
import { createScopeStore } from './scope';
import { createSettingStore } from './settings';
import { createSiteFrameStore } from './site-frame';
import { createSnapshotStore } from './snapshots';
import { createSourceStore } from './sources';
import { createActivityStore } from './activity';
import { createAudienceStore } from './audiences';
import { createBaselineStore } from './baselines';
import { createReminderStore } from './reminders';
import { createRankStore } from './ranks';
import { createRadarKeyResultStore } from './radar-key-results';
import { createRadarObjectiveStore } from './radar-objectives';
import { createRadarWeekStore } from './radar-weeks';
import { createRebuiltPastStore } from './rebuilt-pasts';
import { createCompanyPageStore } from './company-pages';
import { createInactiveAccountStore } from './inactive-accounts';
import { createDemoPartStore } from './demo-parts';
import { createForecastStore } from './forecasts';
import { createGroupStore } from './groups';
import { createRoleStore } from './roles';
import { createRollUpStore } from './roll-ups';
import { createScopeStayStore } from './scope-stays';
import { createLearningStore } from './learning';
import { createPlannedObjectiveStore } from './planned-objectives';
import { createPlanChangeStore } from './plan-changes';
import { createValueReadingStore } from './value-readings';
import { createWeekStore } from './weeks';
import { createVoteRoundStore } from './vote-rounds';
import { createWorkCountStore } from './work-counts';
import { createWorkLoadStore } from './work-loads';
import type { SqlClient } from './sql-client';

export const createStore = (client: SqlClient) => {
  const sql = retryConflicts(client);
  return {
    cycles: createCycleStore(sql),
    siteFrame: createSiteFrameStore(sql),
    objectives: createObjectiveStore(sql),
    keyResults: createKeyResultStore(sql),
    numbers: createKeyResultNumberStore(sql),
    sources: createSourceStore(sql),
    scope: createScopeStore(sql),
    issueFacts: createIssueFactStore(sql),
    pendingIssues: createPendingIssueStore(sql),
    checkIns: createCheckInStore(sql),
    contributions: createContributionStore(sql),
    attention: createAttentionStore(sql),
    comments: createCommentStore(sql),
    activity: createActivityStore(sql),
    audiences: createAudienceStore(sql),
    snapshots: createSnapshotStore(sql),
    baselines: createBaselineStore(sql),
    rollUps: createRollUpStore(sql),
    scopeStays: createScopeStayStore(sql),
    closings: createClosingStore(sql),
    learning: createLearningStore(sql),
    cycleReports: createCycleReportStore(sql),
    planChanges: createPlanChangeStore(sql),
    plannedObjectives: createPlannedObjectiveStore(sql),
    valueReadings: createValueReadingStore(sql),
    pendingHistory: createPendingHistoryStore(sql),
    issuePasts: createIssuePastStore(sql),
    rebuiltPasts: createRebuiltPastStore(sql),
    settings: createSettingStore(sql),
    askedRuns: createAskedRunStore(sql),
    inactiveAccounts: createInactiveAccountStore(sql),
    companyPages: createCompanyPageStore(sql),
    alignments: createAlignmentStore(sql),
    forecasts: createForecastStore(sql),
    groups: createGroupStore(sql),
    demoParts: createDemoPartStore(sql),
    roles: createRoleStore(sql),
    coverage: createCoverageStore(sql),
    workCounts: createWorkCountStore(sql),
    workLoads: createWorkLoadStore(sql),
    ranks: createRankStore(sql),
    radarObjectives: createRadarObjectiveStore(sql),
    radarKeyResults: createRadarKeyResultStore(sql),
    radarWeeks: createRadarWeekStore(sql),
    bulkEdits: createBulkEditStore(sql),
    copies: createCopyStore(sql),
    archived: createArchivedStore(sql),
    reminders: createReminderStore(sql),
    inbox: createInboxStore(sql),
    personChoices: createPersonChoiceStore(sql),
    weeks: createWeekStore(sql),
    objectivePeople: createObjectivePeopleStore(sql),
    objectiveReaders: createObjectiveReaderStore(sql),
    voteRounds: createVoteRoundStore(sql),
    confidenceVotes: createConfidenceVoteStore(sql),
  };
};

export type Store = ReturnType<typeof createStore>;
