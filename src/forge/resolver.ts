/** Which use case answers which function of the Api. */
import { addComment } from '../usecases/add-comment';
import { addSource } from '../usecases/add-source';
import { askForCount } from '../usecases/ask-for-count';
import { answerContribution } from '../usecases/answer-contribution';
import { askContribution } from '../usecases/ask-contribution';
import { archiveKeyResult } from '../usecases/archive-key-result';
import { archiveObjective } from '../usecases/archive-objective';
import { changeSetting } from '../usecases/change-setting';
import { checkIn } from '../usecases/check-in';
import { checkMentions } from '../usecases/check-mentions';
import { closeCycle } from '../usecases/close-cycle';
import { correctCheckIn } from '../usecases/correct-check-in';
import { createCycle } from '../usecases/create-cycle';
import { editComment } from '../usecases/edit-comment';
import { editCycle } from '../usecases/edit-cycle';
import { getActivity } from '../usecases/get-activity';
import { getCheckInQueue } from '../usecases/get-check-in-queue';
import { getSettings } from '../usecases/get-settings';
import { listCheckIns } from '../usecases/list-check-ins';
import { overrideHealth } from '../usecases/override-health';
import { removeCycle } from '../usecases/remove-cycle';
import { reopenCycle } from '../usecases/reopen-cycle';
import { startCycle } from '../usecases/start-cycle';
import { changeMany } from '../usecases/change-many';
import { copyObjectives } from '../usecases/copy-objectives';
import { listArchived } from '../usecases/list-archived';
import { listChanges } from '../usecases/list-changes';
import { moveKeyResult } from '../usecases/move-key-result';
import { moveObjective } from '../usecases/move-objective';
import { reorder } from '../usecases/reorder';
import { restoreKeyResult, restoreObjective } from '../usecases/restore';
import { createKeyResult } from '../usecases/create-key-result';
import { createObjective } from '../usecases/create-objective';
import { editKeyResult } from '../usecases/edit-key-result';
import { editObjective } from '../usecases/edit-objective';
import { getAlignment } from '../usecases/get-alignment';
import { getObjective } from '../usecases/get-objective';
import { getCompanyCoverage } from '../usecases/get-company-coverage';
import { getCompanyOkrs } from '../usecases/get-company-okrs';
import { getCoverage } from '../usecases/get-coverage';
import { getIssueKeyResults } from '../usecases/get-issue-key-results';
import { getKeyResult } from '../usecases/get-key-result';
import { getProjectOkrs } from '../usecases/get-project-okrs';
import { archiveGroup, createGroup, editGroup, listGroups } from '../usecases/groups';
import { listComments } from '../usecases/list-comments';
import { linkIssues } from '../usecases/link-issues';
import { listContributions } from '../usecases/list-contributions';
import { listCycles } from '../usecases/list-cycles';
import { listLinkTargets } from '../usecases/list-link-targets';
import { listOrphanWork } from '../usecases/list-orphan-work';
import { previewSource } from '../usecases/preview-source';
import { recordValue } from '../usecases/record-value';
import { removeComment } from '../usecases/remove-comment';
import { removeSource } from '../usecases/remove-source';
import { grantOkrAdmin, listOkrAdmins, revokeOkrAdmin } from '../usecases/okr-admins';
import { takeOwnership } from '../usecases/take-ownership';
import { explain } from '../usecases/explain';
import { getHistory } from '../usecases/get-history';
import { getLedger } from '../usecases/get-ledger';
import { listParents } from '../usecases/list-parents';
import { listNumberFields } from '../usecases/number-fields';
import { previewRule } from '../usecases/preview-rule';
import { previewValue } from '../usecases/preview-value';
import { reachMilestone } from '../usecases/reach-milestone';
import { refreshValue } from '../usecases/refresh-values';
import { clearDemoSet } from '../usecases/clear-demo-set';
import { getDemoSet } from '../usecases/get-demo-set';
import { loadDemoSet } from '../usecases/load-demo-set';
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
    listOrphanWork,
    previewValue,
    previewRule,
    listNumberFields,
    listParents,
    getLedger,
    getHistory,
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
  },
  deps,
);
