/** Which use case answers which function of the Api. */
import { acknowledgeObjective } from '../usecases/buy-in/acknowledge-objective';
import { askForVotes } from '../usecases/buy-in/ask-for-votes';
import { closeVote } from '../usecases/buy-in/close-vote';
import { getBuyIn } from '../usecases/buy-in/get-buy-in';
import { listWaitingVotes } from '../usecases/buy-in/list-waiting-votes';
import { noteOpened } from '../usecases/buy-in/note-opened';
import { settleConcern } from '../usecases/buy-in/settle-concern';
import { takeStance } from '../usecases/buy-in/take-stance';
import { voteConfidence } from '../usecases/buy-in/vote-confidence';
import { addComment } from '../usecases/talk/add-comment';
import { addSource } from '../usecases/scope/add-source';
import { askForCount } from '../usecases/coverage/ask-for-count';
import { answerContribution } from '../usecases/alignment/answer-contribution';
import { askContribution } from '../usecases/alignment/ask-contribution';
import { archiveKeyResult } from '../usecases/key-results/archive-key-result';
import { archiveObjective } from '../usecases/objectives/archive-objective';
import { changeSetting } from '../usecases/settings/change-setting';
import { checkIn } from '../usecases/check-ins/check-in';
import { checkMentions } from '../usecases/talk/check-mentions';
import { closeCycle } from '../usecases/cycles/close-cycle';
import { correctCheckIn } from '../usecases/check-ins/correct-check-in';
import { createCycle } from '../usecases/cycles/create-cycle';
import { editComment } from '../usecases/talk/edit-comment';
import { editCycle } from '../usecases/cycles/edit-cycle';
import { getActivity } from '../usecases/history/get-activity';
import { getCheckInQueue } from '../usecases/check-ins/get-check-in-queue';
import { getSettings } from '../usecases/settings/get-settings';
import { getWording } from '../usecases/settings/get-wording';
import { listCheckIns } from '../usecases/check-ins/list-check-ins';
import { overrideHealth } from '../usecases/check-ins/override-health';
import { getCycleClosing } from '../usecases/closing/get-cycle-closing';
import { getCycleReport } from '../usecases/closing/get-cycle-report';
import { getLearning } from '../usecases/closing/get-learning';
import { getObjectiveClosing } from '../usecases/closing/get-objective-closing';
import { gradeObjective } from '../usecases/closing/grade-objective';
import { getCycleReadiness } from '../usecases/cycles/get-cycle-readiness';
import { removeCycle } from '../usecases/cycles/remove-cycle';
import { reopenCycle } from '../usecases/cycles/reopen-cycle';
import { startCycle } from '../usecases/cycles/start-cycle';
import { changeMany } from '../usecases/writing/change-many';
import { copyObjectives } from '../usecases/objectives/copy-objectives';
import { listArchived } from '../usecases/writing/list-archived';
import { listChanges } from '../usecases/history/list-changes';
import { moveKeyResult } from '../usecases/key-results/move-key-result';
import { moveObjective } from '../usecases/objectives/move-objective';
import { reorder } from '../usecases/writing/reorder';
import { restoreKeyResult, restoreObjective } from '../usecases/writing/restore';
import { createKeyResult } from '../usecases/key-results/create-key-result';
import { createObjective } from '../usecases/objectives/create-objective';
import { editKeyResult } from '../usecases/key-results/edit-key-result';
import { editObjective } from '../usecases/objectives/edit-objective';
import { getAlignment } from '../usecases/alignment/get-alignment';
import { getObjective } from '../usecases/objectives/get-objective';
import { getCompanyCoverage } from '../usecases/coverage/get-company-coverage';
import { getCompanyOkrs } from '../usecases/pages/get-company-okrs';
import { getRadar } from '../usecases/radar/get-radar';
import { getCoverage } from '../usecases/coverage/get-coverage';
import { getLineOfSight } from '../usecases/coverage/get-line-of-sight';
import { getIssueKeyResults } from '../usecases/pages/get-issue-key-results';
import { getKeyResult } from '../usecases/key-results/get-key-result';
import { getProjectOkrs } from '../usecases/pages/get-project-okrs';
import { archiveGroup, createGroup, editGroup, listGroups } from '../usecases/people/groups';
import { listComments } from '../usecases/talk/list-comments';
import { linkIssues } from '../usecases/scope/link-issues';
import { listContributions } from '../usecases/alignment/list-contributions';
import { listCycles } from '../usecases/cycles/list-cycles';
import { listLinkTargets } from '../usecases/scope/list-link-targets';
import { listOrphanWork } from '../usecases/coverage/list-orphan-work';
import { previewSource } from '../usecases/scope/preview-source';
import { recordValue } from '../usecases/key-results/record-value';
import { removeComment } from '../usecases/talk/remove-comment';
import { removeSource } from '../usecases/scope/remove-source';
import { grantOkrAdmin, listOkrAdmins, revokeOkrAdmin } from '../usecases/people/okr-admins';
import { takeOwnership } from '../usecases/people/take-ownership';
import { explain } from '../usecases/progress/explain';
import { getForecast } from '../usecases/forecast/get-forecast';
import { getHistory } from '../usecases/history/get-history';
import { getLedger } from '../usecases/history/get-ledger';
import { listParents } from '../usecases/alignment/list-parents';
import { listNumberFields } from '../usecases/settings/number-fields';
import { previewRule } from '../usecases/key-results/preview-rule';
import { previewValue } from '../usecases/key-results/preview-value';
import { reachMilestone } from '../usecases/key-results/reach-milestone';
import { refreshValue } from '../usecases/progress/refresh-values';
import { clearDemoSet } from '../usecases/demo/clear-demo-set';
import { getDemoSet } from '../usecases/demo/get-demo-set';
import { loadDemoSet } from '../usecases/demo/load-demo-set';
import { choosePersonally } from '../usecases/rhythm/choose-personally';
import { countUnread } from '../usecases/rhythm/count-unread';
import { getInbox } from '../usecases/rhythm/get-inbox';
import { getMyWeek } from '../usecases/rhythm/get-my-week';
import { getProjectWeek } from '../usecases/rhythm/get-project-week';
import { listBlockers } from '../usecases/rhythm/list-blockers';
import { markRead } from '../usecases/rhythm/mark-read';
import { prepareCheckIn } from '../usecases/check-ins/prepare-check-in';
import { deps } from './deps';
import { makeResolver } from './make-resolver';

export const resolver = makeResolver(
  {
    getProjectOkrs,
    listCycles,
    getIssueKeyResults,
    getKeyResult,
    listLinkTargets,
    createObjective,
    editObjective,
    archiveObjective,
    createKeyResult,
    editKeyResult,
    archiveKeyResult,
    restoreObjective,
    restoreKeyResult,
    listChanges,
    reorder,
    moveKeyResult,
    moveObjective,
    listArchived,
    copyObjectives,
    changeMany,
    createCycle,
    editCycle,
    startCycle,
    closeCycle,
    reopenCycle,
    removeCycle,
    getCycleReadiness,
    getCycleClosing,
    getObjectiveClosing,
    gradeObjective,
    getCycleReport,
    getLearning,
    getCheckInQueue,
    listCheckIns,
    checkIn,
    correctCheckIn,
    overrideHealth,
    listComments,
    getActivity,
    addComment,
    editComment,
    removeComment,
    checkMentions,
    getBuyIn,
    noteOpened,
    acknowledgeObjective,
    takeStance,
    settleConcern,
    askForVotes,
    voteConfidence,
    closeVote,
    listWaitingVotes,
    getWording,
    getSettings,
    changeSetting,
    getDemoSet,
    loadDemoSet,
    clearDemoSet,
    recordValue,
    previewSource,
    addSource,
    linkIssues,
    removeSource,
    refreshValue,
    reachMilestone,
    getCoverage,
    askForCount,
    getCompanyCoverage,
    getRadar,
    listOrphanWork,
    getLineOfSight,
    previewValue,
    previewRule,
    listNumberFields,
    listParents,
    getLedger,
    getHistory,
    getForecast,
    explain,
    takeOwnership,
    listContributions,
    answerContribution,
    askContribution,
    getCompanyOkrs,
    getAlignment,
    getObjective,
    listGroups,
    createGroup,
    editGroup,
    archiveGroup,
    listOkrAdmins,
    grantOkrAdmin,
    revokeOkrAdmin,
    prepareCheckIn,
    listBlockers,
    getInbox,
    countUnread,
    markRead,
    choosePersonally,
    getMyWeek,
    getProjectWeek,
  },
  deps,
);
