/**
 * The one list of what the browser may ask the backend: name, input, answer.
 * `makeResolver` (backend) and `makeInvoke` (browser) are both typed from it; inputs are parsed by `inputs.ts`.
 */
import type { Activity } from './activity';
import type { CheckIns, CheckInQueue, CheckInView, DueCheckIn } from './check-ins';
import type { BuyIn, WaitingVote } from './buy-in';
import type * as BuyInInputs from './buy-in-inputs';
import type { AlignmentPage } from './alignment';
import type { CycleClosing, CycleReport, ObjectiveClosing } from './closing';
import type { DemoSetView } from './demo-set';
import type { Contributions, ParentOption } from './contributions';
import type { Explanation } from './explanation';
import type { ForecastView } from './forecast';
import type { PlanChange, ProgressHistory, ScopeLedger } from './history';
import type * as Inputs from './inputs';
import type { BlockerView, Inbox, MyWeek, PersonChoiceView, ProjectWeek } from './rhythm';
import type * as Rhythm from './rhythm-inputs';
import type { CompanyCoverage, CoverageView, LinkOutcome, OrphanWork } from './coverage';
import type { CompanyOkrs, GroupView, OkrAdminView } from './company';
import type {
  CycleView,
  IssueKeyResults,
  KeyResultDetails,
  KeyResultView,
  LinkTarget,
  NumberField,
  ObjectiveDetails,
  ObjectiveView,
  ProjectOkrs,
  RulePreview,
  SourcePreview,
  ValuePreview,
} from './okr';
import type { Learning } from './learning';
import type { CycleReadiness } from './readiness';
import type { RadarView } from './radar';
import type { SettingsView, SiteSettings } from './settings';
import type { LineOfSight } from './sight';
import type { Comments, CommentView } from './talk';
import type { ArchivedView, BulkOutcome, CopiedObjectives } from './writing';

type Define<In, Out> = { readonly in: In; readonly out: Out };

export type Api = {
  /** A page of a project's objectives and key results. The project defaults to the one the page is open in. */
  getProjectOkrs: Define<Inputs.GetProjectOkrs, ProjectOkrs>;
  /** A page of everybody's objectives and key results that the viewer may see: of the company, then its groups, then projects. */
  getCompanyOkrs: Define<Inputs.GetCompanyOkrs, CompanyOkrs>;
  /** A page of every objective of a cycle, and of the cycles that enclose it, that the viewer may see, with what each is aligned to. */
  getAlignment: Define<Inputs.GetAlignment, AlignmentPage>;
  /** One objective with its key results, wherever it lives. */
  getObjective: Define<Inputs.GetObjective, ObjectiveDetails>;
  /** The cycles one can write an objective into: existing ones and the current and next quarter, earliest first. */
  listCycles: Define<Inputs.ListCycles, readonly CycleView[]>;
  /** The key results an issue serves. The issue defaults to the one the panel is open in. */
  getIssueKeyResults: Define<Inputs.GetIssueKeyResults, IssueKeyResults>;
  /** One key result with its sources and a page of its issues, titles as the viewer. */
  getKeyResult: Define<Inputs.GetKeyResult, KeyResultDetails>;
  /** Key results that issues of a project can be linked to in a cycle: the project's, then those of groups and of the company. */
  listLinkTargets: Define<Inputs.ListLinkTargets, readonly LinkTarget[]>;

  /** A cycle begins as a draft, in which nobody is reminded of anything. OKR admins only, as the five that follow. */
  createCycle: Define<Inputs.CreateCycle, CycleView>;
  editCycle: Define<Inputs.EditCycle, CycleView>;
  startCycle: Define<Inputs.StartCycle, CycleView>;
  /** From now on what is in it can only be read, and its numbers stand still. A reason is asked for where objectives are left without a grade. */
  closeCycle: Define<Inputs.CloseCycle, CycleView>;
  reopenCycle: Define<Inputs.ReopenCycle, CycleView>;
  /** Only a cycle that nobody has written into. */
  removeCycle: Define<Inputs.RemoveCycle, null>;
  /** Whether a cycle is ready to begin: what is settled, what is missing, and what that is about. For everybody. */
  getCycleReadiness: Define<Inputs.GetCycleReadiness, CycleReadiness>;
  /** What of a cycle is to be graded and is graded, and what waits to be carried over: everybody's, or that of one home. */
  getCycleClosing: Define<Inputs.GetCycleClosing, CycleClosing>;
  /** One objective at its close, with its numbers as they stand. */
  getObjectiveClosing: Define<Inputs.GetObjectiveClosing, ObjectiveClosing>;
  /** Grades an objective and its key results, with causes, what was learned, and what becomes of it; again as often as wanted until the close. */
  gradeObjective: Define<Inputs.GradeObjective, ObjectiveClosing>;
  /** A page of the report of a closed cycle: everybody's, or that of one home. */
  getCycleReport: Define<Inputs.GetCycleReport, CycleReport>;
  /** What the closed cycles of the site teach; the same for everybody, and nothing about single people. */
  getLearning: Define<Inputs.GetLearning, Learning>;

  /** The viewer's key results of a project that are to be checked in on this week, filled in from Jira. */
  getCheckInQueue: Define<Inputs.GetCheckInQueue, CheckInQueue>;
  /** A page of a key result's check-ins. */
  listCheckIns: Define<Inputs.ListCheckIns, CheckIns>;
  /** A dated update of a key result; nothing said means that all is as it is shown. */
  checkIn: Define<Inputs.CheckIn, KeyResultView>;
  /** Changes what one has said oneself; what it was stays on record. */
  correctCheckIn: Define<Inputs.CorrectCheckIn, CheckInView>;
  /** Says a health in place of the computed one until a day, or takes that back; answers the new version of the subject. */
  overrideHealth: Define<Inputs.OverrideHealth, { readonly version: number }>;

  /** A check-in on one key result, filled in from Jira, whether it is due or not. For whoever may see it. */
  prepareCheckIn: Define<Rhythm.PrepareCheckIn, DueCheckIn>;
  /** What stands in the way of a project's key results in a cycle, as their last check-ins say; the longest standing first. */
  listBlockers: Define<Rhythm.ListBlockers, readonly BlockerView[]>;

  /** A page of what the viewer has been reminded of. */
  getInbox: Define<Rhythm.GetInbox, Inbox>;
  countUnread: Define<Rhythm.CountUnread, { readonly unread: number }>;
  markRead: Define<Rhythm.MarkRead, null>;
  /** Whether the viewer gets reminders and the weekly digest. */
  choosePersonally: Define<Rhythm.ChoosePersonally, PersonChoiceView>;
  /** What moved, is due and is at risk of what the viewer owns or contributes to. */
  getMyWeek: Define<Rhythm.GetMyWeek, MyWeek>;
  /** What moved, changed and was said in a project. */
  getProjectWeek: Define<Rhythm.GetProjectWeek, ProjectWeek>;

  /** What people say to each other about an objective, a key result or a check-in, in threads; whoever may see it may. */
  listComments: Define<Inputs.ListComments, Comments>;
  /** What happened, newest first: of an objective with its key results, a key result, a project, everything, or (for OKR admins) what is set up. */
  getActivity: Define<Inputs.GetActivity, Activity>;
  addComment: Define<Inputs.AddComment, CommentView>;
  /** For its author. */
  editComment: Define<Inputs.EditComment, CommentView>;
  /** For its author and those who may change what it is about; a thread stays as long as there are replies. */
  removeComment: Define<Inputs.RemoveComment, null>;
  /** Which of these people may not know of a private objective, before somebody mentions them. */
  checkMentions: Define<Inputs.CheckMentions, { readonly unseenBy: readonly string[] }>;

  /** Who knows an objective, who supports it or has a concern, and how confident people are, as far as the viewer may know. */
  getBuyIn: Define<BuyInInputs.GetBuyIn, BuyIn>;
  /** That the viewer has opened these, sent after they were shown; once each is enough. */
  noteOpened: Define<BuyInInputs.NoteOpened, null>;
  acknowledgeObjective: Define<BuyInInputs.AcknowledgeObjective, null>;
  takeStance: Define<BuyInInputs.TakeStance, null>;
  /** For whoever answers for the objective, as the one that follows and `closeVote`. */
  settleConcern: Define<BuyInInputs.SettleConcern, null>;
  askForVotes: Define<BuyInInputs.AskForVotes, null>;
  /** For whom it was asked of; changes an earlier one until the round is closed. */
  voteConfidence: Define<BuyInInputs.VoteConfidence, null>;
  closeVote: Define<BuyInInputs.CloseVote, null>;
  /** Votes the viewer was asked for and has not given; about a project's objectives, or wherever they live. */
  listWaitingVotes: Define<BuyInInputs.ListWaitingVotes, readonly WaitingVote[]>;

  /** The words by which the coach reads what is written, as far as the site has changed them. */
  getWording: Define<Inputs.GetWording, SiteSettings['wording']>;
  /** OKR admins only, as the one that follows. */
  getSettings: Define<Inputs.GetSettings, SettingsView>;
  changeSetting: Define<Inputs.ChangeSetting, SettingsView>;

  /** OKR admins only, as the two that follow. */
  getDemoSet: Define<Inputs.GetDemoSet, DemoSetView>;
  /** Takes the next few steps of loading the demo set; to be asked again until it is loaded. Nothing is written into Jira. */
  loadDemoSet: Define<Inputs.LoadDemoSet, DemoSetView>;
  /** Takes the next few steps of removing it. */
  clearDemoSet: Define<Inputs.ClearDemoSet, DemoSetView>;

  createObjective: Define<Inputs.CreateObjective, ObjectiveView>;
  editObjective: Define<Inputs.EditObjective, ObjectiveView>;
  archiveObjective: Define<Inputs.ArchiveObjective, null>;
  createKeyResult: Define<Inputs.CreateKeyResult, KeyResultView>;
  editKeyResult: Define<Inputs.EditKeyResult, KeyResultView>;
  archiveKeyResult: Define<Inputs.ArchiveKeyResult, null>;
  restoreObjective: Define<Inputs.RestoreObjective, ObjectiveView>;
  restoreKeyResult: Define<Inputs.RestoreKeyResult, KeyResultView>;
  /** What was changed about an objective or a key result, by whom and when, newest first; at most twenty. */
  listChanges: Define<Inputs.ListChanges, readonly PlanChange[]>;
  /** Puts an objective or a key result elsewhere in its list; answers its new rank. */
  reorder: Define<Inputs.Reorder, { readonly rank: number }>;
  /** Under another objective, with all that belongs to it. */
  moveKeyResult: Define<Inputs.MoveKeyResult, KeyResultView>;
  /** To another home, for whoever leads both. */
  moveObjective: Define<Inputs.MoveObjective, ObjectiveView>;
  /** What has been archived in a cycle, in the open project or wherever the viewer may see, the last first; at most two hundred. */
  listArchived: Define<Inputs.ListArchived, readonly ArchivedView[]>;
  /** Copies of objectives with their key results, and their sources if wanted; no numbers, check-ins or reached milestones. All or none. */
  copyObjectives: Define<Inputs.CopyObjectives, CopiedObjectives>;
  /** The same change of up to a hundred objectives or key results; each comes out for itself, in the order asked for. */
  changeMany: Define<Inputs.ChangeMany, readonly BulkOutcome[]>;
  /** Makes the caller the owner of what has none, or whose owner's account is not active any more. */
  takeOwnership: Define<Inputs.TakeOwnership, null>;
  /** A typed-in value of a metric key result; the latest day counts, and on one day the latest entry. */
  recordValue: Define<Inputs.RecordValue, KeyResultView>;
  /** Contributions that wait for the viewer's answer, the longest waiting first; to a project's objectives, or wherever they live. */
  listContributions: Define<Inputs.ListContributions, Contributions>;
  /** Takes up what is aligned to an objective or key result, or declines it with a reason; answers the aligned objective. */
  answerContribution: Define<Inputs.AnswerContribution, ObjectiveView>;
  /** Asks again for what was declined, or with other words. */
  askContribution: Define<Inputs.AskContribution, ObjectiveView>;

  /** Asks Jira for the value of a metric or band that a query measures, now. */
  refreshValue: Define<Inputs.RefreshValue, KeyResultView>;
  /** Says that a milestone was reached on a day, or takes that back. */
  reachMilestone: Define<Inputs.ReachMilestone, KeyResultView>;

  /** Groups of projects, by name. */
  listGroups: Define<Inputs.ListGroups, readonly GroupView[]>;
  createGroup: Define<Inputs.CreateGroup, GroupView>;
  editGroup: Define<Inputs.EditGroup, GroupView>;
  /** Refused while live objectives live in the group. */
  archiveGroup: Define<Inputs.ArchiveGroup, null>;
  /** Who holds the role in the app, by when they got it; whoever administers Jira may do the same without it. For OKR admins. */
  listOkrAdmins: Define<Inputs.ListOkrAdmins, readonly OkrAdminView[]>;
  grantOkrAdmin: Define<Inputs.GrantOkrAdmin, null>;
  revokeOkrAdmin: Define<Inputs.RevokeOkrAdmin, null>;

  /** What a source would bring into scope, or its removal take out, and what the progress would be. Writes nothing. */
  previewSource: Define<Inputs.PreviewSource, SourcePreview>;
  addSource: Define<Inputs.AddSource, KeyResultView>;
  /** Links several issues to a key result, each picked by hand; answers what became of each, in the order given. */
  linkIssues: Define<Inputs.LinkIssues, readonly LinkOutcome[]>;
  removeSource: Define<Inputs.RemoveSource, KeyResultView>;

  /** How much of a project's work serves a key result. The project defaults to the one the page is open in. */
  getCoverage: Define<Inputs.GetCoverage, CoverageView>;
  /** Has the work counted anew, unless that was done in the last quarter of an hour. */
  askForCount: Define<Inputs.AskForCount, CoverageView>;
  /** Coverage of every project with objectives that the viewer may browse. */
  getCompanyCoverage: Define<Inputs.GetCompanyCoverage, CompanyCoverage>;
  /** The ten scores of an objective, a project, a group or the company, with what was found as far as the viewer may see it. */
  getRadar: Define<Inputs.GetRadar, RadarView>;
  /** The work of a project that serves no key result, with titles as the viewer. */
  listOrphanWork: Define<Inputs.ListOrphanWork, OrphanWork>;
  /** Who has work in progress in a project, and whose of it reaches no key result, with titles as the viewer. */
  getLineOfSight: Define<Inputs.GetLineOfSight, LineOfSight>;

  /** What another counting rule would make of the key result's issues. Writes nothing. */
  previewRule: Define<Inputs.PreviewRule, RulePreview>;
  /** What a query would say as the value of a metric or band. Writes nothing. */
  previewValue: Define<Inputs.PreviewValue, ValuePreview>;
  /** The fields of Jira that carry numbers, by name. */
  listNumberFields: Define<Inputs.ListNumberFields, readonly NumberField[]>;
  /**
   * Objectives and key results that an objective can be aligned to without a loop: by level, place and number, at most a hundred objectives, the present
   * one among them; a few are suggested, with the reasons.
   */
  listParents: Define<Inputs.ListParents, readonly ParentOption[]>;

  /** Where a number comes from, part by part. */
  explain: Define<Inputs.Explain, Explanation>;
  /** The days of a key result or an objective, for its chart. */
  getHistory: Define<Inputs.GetHistory, ProgressHistory>;
  /** How likely a key result gets there by its due day, by when, and what the browser tries out levers on. */
  getForecast: Define<Inputs.GetForecast, ForecastView>;
  /** The frozen scope of a key result, what came and went since, and every change of its plan. */
  getLedger: Define<Inputs.GetLedger, ScopeLedger>;
};

export type ApiName = keyof Api;
export type Input<N extends ApiName> = Api[N]['in'];
export type Output<N extends ApiName> = Api[N]['out'];
