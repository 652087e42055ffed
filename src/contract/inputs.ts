/**
 * What each resolver function accepts, parsed strictly: unknown keys, wrong types and oversized texts are refused.
 * The types here are what the browser must send. Only the backend imports the schemas at run time; the browser takes the types.
 */
import { z } from 'zod';
import { isDay } from '../domain/calendar';
import { ambitions } from '../domain/closing/ambition';
import { keyResultRuleIds, objectiveRuleIds } from '../domain/quality/rule-ids';
import { wordGroups } from '../domain/quality/word-list';
import { reminderSettings, rhythmInputs } from './rhythm-inputs';
import { buyInInputs } from './buy-in-inputs';
import { LONGEST_COMMENT, mentionsIn } from '../domain/comment-words';
import { radarLimits, radarSubject } from './radar-inputs';
import { closingInputs } from './closing-inputs';

const MOST_MENTIONED = 20;

/** New ids are made by the browser, so that creating twice is creating once. */
const newId = z.string().regex(/^[0-9A-Za-z_-]{8,36}$/, 'must be 8 to 36 letters, digits, - or _');
const id = z.string().min(1).max(64);
const jiraId = z.string().regex(/^\d{1,19}$/, 'must be a numeric Jira id');
const accountId = z.string().min(1).max(128);
const title = z.string().trim().min(1, 'must not be empty').max(255);
const description = z.string().trim().max(2000);
const weight = z.number().positive().max(1000);
const ambition = z.enum(ambitions);
const version = z.number().int().positive();
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day like 2026-10-01')
  .refine(isDay, 'is not a day of the calendar');
const measure = z.number().finite().min(-1e15).max(1e15);
const unit = z.string().trim().max(16);

const jql = z.string().trim().min(1, 'must not be empty').max(4000);
const fieldId = z.string().regex(/^[A-Za-z0-9_]{1,64}$/, 'must be the id of a Jira field');
/** Why a plan is changed after it has begun. */
const reason = z.string().trim().min(1, 'must not be empty').max(500);

/** Rules of the coach that do not hold for a text, each with the reason. */
const dismissed = <const R extends readonly [string, ...string[]]>(rules: R) =>
  z
    .array(z.strictObject({ rule: z.enum(rules), reason }))
    .max(rules.length)
    .refine((all) => allDiffer(all.map(({ rule }) => rule)), 'must not name a rule twice');

const allDiffer = (texts: readonly string[]): boolean => new Set(texts).size === texts.length;

const howMuch = {
  unestimated: z.union([z.literal('leave-out'), z.number().nonnegative().max(1e9)]),
  inProgressCredit: z.number().min(0).max(0.5),
  wanted: z.number().positive().max(1e9).nullable(),
  shared: z.enum(['repeat', 'split']),
};
const countingRule = z.discriminatedUnion('weightBy', [
  z.strictObject({ weightBy: z.enum(['count', 'points', 'estimate']), ...howMuch }),
  z.strictObject({ weightBy: z.literal('field'), fieldId, ...howMuch }),
]);

const valueSource = z.union([
  z.strictObject({ by: z.literal('hand') }),
  z.strictObject({ by: z.literal('jira'), jql, measure: z.literal('count') }),
  z.strictObject({ by: z.literal('jira'), jql, measure: z.enum(['sum', 'average']), fieldId }),
]);

const milestones = z
  .array(z.strictObject({ id: newId, title, weight, reachedDay: day.nullable() }))
  .min(1, 'must have at least one milestone')
  .max(30)
  .refine((all) => allDiffer(all.map((milestone) => milestone.id)), 'must not name a milestone twice');

const issueRef = z.string().regex(/^(\d{1,19}|[A-Za-z][A-Za-z0-9_]{0,254}-\d{1,18})$/, 'must be an issue key like WEB-12');
const sourceDraft = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('issue'), issue: issueRef }),
  z.strictObject({ type: z.literal('children'), issue: issueRef }),
  z.strictObject({ type: z.literal('jql'), jql }),
]);

const cycleName = z.string().trim().min(1, 'must not be empty').max(64);
const changeOfCycle = z.strictObject({ id, version });
const subject = z.strictObject({ type: z.enum(['key-result', 'objective']), id });
const talkSubject = z.strictObject({ type: z.enum(['objective', 'key-result', 'check-in']), id });
const commentWords = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(LONGEST_COMMENT)
  .refine((words) => mentionsIn(words).length <= MOST_MENTIONED, `must not mention more than ${MOST_MENTIONED} people`);
const said = {
  value: measure.nullable().optional(),
  confidence: z.number().int().min(1).max(10).nullable().optional(),
  words: z.string().trim().max(2000).optional(),
  blockers: z.string().trim().max(2000).optional(),
};
const MOST_WORDING = 30_000;
const wordLists = z
  .array(
    z.strictObject({
      language: z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}$/, 'must be the tag of a language, like de or pt-BR'),
      words: z.partialRecord(z.enum(wordGroups), z.array(z.string().trim().min(1, 'must not be empty').max(60)).max(500)),
    }),
  )
  .max(12)
  .refine((all) => allDiffer(all.map(({ language }) => language)), 'must not name a language twice')
  .refine((all) => JSON.stringify(all).length <= MOST_WORDING, `must not be more than ${MOST_WORDING} letters in all`);

const settingVersion = z.number().int().nonnegative();

const home = z.discriminatedUnion('level', [
  z.strictObject({ level: z.literal('company') }),
  z.strictObject({ level: z.literal('group'), groupId: id }),
  z.strictObject({ level: z.literal('project'), projectId: jiraId }),
]);
const contributorIds = z.array(accountId).max(50);
/** Who may know of a private objective beside those who have to do with it; null: it is not private. */
const audience = z.array(accountId).max(100).nullable();

const groupName = z.string().trim().min(1, 'must not be empty').max(64);
const projectIds = z.array(jiraId).max(500);
const leadIds = z.array(accountId).max(50);

/** An objective, or one key result of it; without `parentKeyResultId` the objective as a whole. */
const parent = { parentId: id.nullable().optional(), parentKeyResultId: id.nullable().optional() };

const dates = { startDay: day.nullable().optional(), dueDay: day.nullable().optional() };
const newKeyResult = {
  id: newId,
  objectiveId: id,
  title,
  ownerAccountId: accountId.nullable(),
  weight: weight.optional(),
  dismissedRules: dismissed(keyResultRuleIds).optional(),
  ...dates,
};

export const inputs = {
  ...rhythmInputs,
  ...buyInInputs,

  getProjectOkrs: z.strictObject({ projectId: jiraId.optional(), cycleId: id.optional(), cursor: z.string().max(64).optional() }),
  listCycles: z.strictObject({}),
  getIssueKeyResults: z.strictObject({ issueId: jiraId.optional() }),
  getKeyResult: z.strictObject({ keyResultId: id, offset: z.number().int().nonnegative().optional() }),
  listLinkTargets: z.strictObject({
    projectId: jiraId.optional(),
    issueId: jiraId.optional(),
    /** Default: the cycle of today. */
    cycleId: id.optional(),
    query: z.string().trim().max(100).optional(),
  }),

  createObjective: z.strictObject({
    id: newId,
    /** Default: the open project. */
    home: home.optional(),
    cycleId: id,
    title,
    description: description.optional(),
    ownerAccountId: accountId.nullable(),
    audience: audience.optional(),
    weight: weight.optional(),
    /** Default: committed. */
    ambition: ambition.optional(),
    dismissedRules: dismissed(objectiveRuleIds).optional(),
    ...parent,
    /** For those who answer whether the parent takes it up. */
    words: reason.optional(),
  }),
  /** A field that is absent stays as it is. */
  editObjective: z.strictObject({
    id,
    version,
    cycleId: id.optional(),
    title: title.optional(),
    description: description.optional(),
    ownerAccountId: accountId.nullable().optional(),
    weight: weight.optional(),
    ambition: ambition.optional(),
    dismissedRules: dismissed(objectiveRuleIds).optional(),
    contributorIds: contributorIds.optional(),
    audience: audience.optional(),
    ...parent,
    rollUp: z.enum(['key-results', 'with-children']).optional(),
    override: z
      .strictObject({ progress: z.number().min(0).max(1), reason, untilDay: day })
      .nullable()
      .optional(),
    reason: reason.optional(),
  }),
  archiveObjective: z.strictObject({ id, version }),

  createKeyResult: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('work'), ...newKeyResult, rule: countingRule.optional() }),
    z.strictObject({
      kind: z.literal('metric'),
      ...newKeyResult,
      start: measure,
      target: measure,
      unit: unit.optional(),
      source: valueSource.optional(),
    }),
    z.strictObject({
      kind: z.literal('band'),
      ...newKeyResult,
      low: measure,
      high: measure,
      unit: unit.optional(),
      source: valueSource.optional(),
    }),
    z.strictObject({ kind: z.literal('milestones'), ...newKeyResult, milestones }),
  ]),
  /**
   * A field that is absent stays as it is. `start` and `target` belong to metric, `low` and `high` to band, `unit` and `source` to both,
   * `milestones` to milestones; `rule` to whatever has issues.
   */
  editKeyResult: z.strictObject({
    id,
    version,
    title: title.optional(),
    ownerAccountId: accountId.nullable().optional(),
    contributorIds: contributorIds.optional(),
    weight: weight.optional(),
    dismissedRules: dismissed(keyResultRuleIds).optional(),
    ...dates,
    rule: countingRule.optional(),
    start: measure.optional(),
    target: measure.optional(),
    low: measure.optional(),
    high: measure.optional(),
    unit: unit.optional(),
    source: valueSource.optional(),
    milestones: milestones.optional(),
    reason: reason.optional(),
  }),
  archiveKeyResult: z.strictObject({ id, version }),
  restoreObjective: z.strictObject({ id, version }),
  restoreKeyResult: z.strictObject({ id, version }),
  listChanges: z.strictObject({ subject }),
  /** After another one of the same place or objective, null: first of all. `seen` is the rank it had when it was looked at. */
  reorder: z.strictObject({ subject, afterId: id.nullable(), seen: z.number().int().min(-1e15).max(1e15) }),
  moveKeyResult: z.strictObject({ id, version, objectiveId: id, reason: reason.optional() }),
  moveObjective: z.strictObject({ id, version, home }),
  listArchived: z.strictObject({ cycleId: id, projectId: jiraId.optional() }),
  /** Without a home each copy lives where its original does. */
  copyObjectives: z.strictObject({
    copies: z
      .array(z.strictObject({ id: newId, fromId: id }))
      .min(1, 'must have at least one objective')
      .max(50)
      .refine((all) => new Set(all.flatMap((one) => [one.id, one.fromId])).size === 2 * all.length, 'must not name an objective twice'),
    cycleId: id,
    home: home.optional(),
    withSources: z.boolean(),
  }),
  /** `id` tells a second try from a second change. Dates are those of key results, cycles those of objectives. */
  changeMany: z.strictObject({
    id: newId,
    of: z.enum(['objective', 'key-result']),
    subjects: z
      .array(z.strictObject({ id, version }))
      .min(1, 'must have at least one subject')
      .max(100)
      .refine((all) => new Set(all.map((one) => one.id)).size === all.length, 'must not name a subject twice'),
    change: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('owner'), ownerAccountId: accountId.nullable() }),
      z.strictObject({ type: z.literal('due-day'), dueDay: day.nullable() }),
      z.strictObject({ type: z.literal('cycle'), cycleId: id }),
      z.strictObject({ type: z.literal('archive') }),
      z.strictObject({ type: z.literal('restore') }),
    ]),
    reason: reason.optional(),
  }),
  createCycle: z.strictObject({ id: newId, name: cycleName, startDay: day, endDay: day }),
  /** A field that is absent stays as it is. */
  editCycle: z.strictObject({
    id,
    version,
    name: cycleName.optional(),
    startDay: day.optional(),
    endDay: day.optional(),
    themes: z
      .array(z.string().trim().min(1, 'must not be empty').max(120))
      .max(7)
      .refine(allDiffer, 'must not name a theme twice')
      .optional(),
    /** What was found about what people can do in it; null: nobody has looked. */
    capacity: z.string().trim().min(1, 'must not be empty').max(1000).nullable().optional(),
  }),
  startCycle: changeOfCycle,
  /** Asked for where objectives are left that nobody has graded. */
  closeCycle: changeOfCycle.extend({ reason: reason.optional() }),
  reopenCycle: changeOfCycle,
  removeCycle: changeOfCycle,
  getCycleReadiness: z.strictObject({ cycleId: id }),
  ...closingInputs,

  getCheckInQueue: z.strictObject({ projectId: jiraId.optional() }),
  listCheckIns: z.strictObject({ keyResultId: id, cursor: z.string().max(128).optional() }),
  checkIn: z.strictObject({ id: newId, keyResultId: id, day: day.optional(), ...said }),
  /** A field that is absent stays as it is. */
  correctCheckIn: z.strictObject({ id, version, ...said }),
  overrideHealth: z.strictObject({
    subject,
    version,
    override: z.strictObject({ health: z.enum(['on-track', 'at-risk', 'off-track']), reason, untilDay: day }).nullable(),
  }),

  listComments: z.strictObject({ subject: talkSubject, cursor: z.string().max(96).optional() }),
  getActivity: z.strictObject({
    subject: z.union([
      subject,
      z.strictObject({ type: z.literal('project'), projectId: jiraId.optional() }),
      z.strictObject({ type: z.literal('company') }),
      z.strictObject({ type: z.literal('set-up') }),
    ]),
    cursor: z.string().max(96).optional(),
  }),
  addComment: z.strictObject({ id: newId, subject: talkSubject, replyTo: id.optional(), words: commentWords }),
  editComment: z.strictObject({ id, version, words: commentWords }),
  removeComment: z.strictObject({ id, version }),
  checkMentions: z.strictObject({ subject: talkSubject, accountIds: z.array(accountId).max(MOST_MENTIONED) }),

  getWording: z.strictObject({}),
  getSettings: z.strictObject({}),
  changeSetting: z.discriminatedUnion('group', [
    z.strictObject({
      group: z.literal('counting'),
      version: settingVersion,
      value: z.strictObject({
        excludedResolutions: z.array(z.string().trim().min(1, 'must not be empty').max(100)).max(100),
        pointsFieldId: fieldId.nullable(),
      }),
    }),
    z.strictObject({
      group: z.literal('health'),
      version: settingVersion,
      value: z.strictObject({
        onTrack: z.number().positive().max(2),
        atRisk: z.number().positive().max(2),
        grace: z.number().nonnegative().max(0.5),
        chanceOnTrack: z.number().positive().max(1),
        chanceAtRisk: z.number().positive().max(1),
      }),
    }),
    z.strictObject({
      group: z.literal('calendar'),
      version: settingVersion,
      value: z.strictObject({
        workingWeekdays: z.array(z.number().int().min(1).max(7)).min(1, 'must have at least one day').max(7),
        holidays: z.array(day).max(400),
      }),
    }),
    z.strictObject({
      group: z.literal('checkIns'),
      version: settingVersion,
      value: z.strictObject({ cadenceDays: z.number().int().min(1).max(92) }),
    }),
    z.strictObject({ group: z.literal('radar'), version: settingVersion, value: radarLimits }),
    z.strictObject({ group: z.literal('reminders'), version: settingVersion, value: reminderSettings }),
    z.strictObject({ group: z.literal('wording'), version: settingVersion, value: z.strictObject({ languages: wordLists }) }),
  ]),

  getDemoSet: z.strictObject({}),
  /** What is under way already keeps what it began with. */
  loadDemoSet: z.strictObject({ id: newId, projectIds: z.array(jiraId).min(1, 'must name at least one project').max(3) }),
  clearDemoSet: z.strictObject({}),

  takeOwnership: z.strictObject({ subject, version }),

  listContributions: z.strictObject({ projectId: jiraId.optional() }),
  /** Of the aligned objective. */
  answerContribution: z.discriminatedUnion('answer', [
    z.strictObject({ answer: z.literal('accept'), objectiveId: id, version }),
    z.strictObject({ answer: z.literal('decline'), objectiveId: id, version, reason }),
  ]),
  askContribution: z.strictObject({ objectiveId: id, version, words: reason.optional() }),

  getCompanyOkrs: z.strictObject({ cycleId: id.optional(), cursor: z.string().max(100).optional() }),
  getAlignment: z.strictObject({ cycleId: id.optional(), cursor: z.string().max(100).optional() }),
  getObjective: z.strictObject({ objectiveId: id }),
  listGroups: z.strictObject({}),
  createGroup: z.strictObject({ id: newId, name: groupName, projectIds, leadIds }),
  /** A field that is absent stays as it is. */
  editGroup: z.strictObject({
    id,
    version,
    name: groupName.optional(),
    projectIds: projectIds.optional(),
    leadIds: leadIds.optional(),
  }),
  archiveGroup: z.strictObject({ id, version }),
  listOkrAdmins: z.strictObject({}),
  grantOkrAdmin: z.strictObject({ holderAccountId: accountId }),
  revokeOkrAdmin: z.strictObject({ holderAccountId: accountId }),

  recordValue: z.strictObject({ id: newId, keyResultId: id, value: measure, day: day.optional() }),
  refreshValue: z.strictObject({ keyResultId: id }),
  reachMilestone: z.strictObject({ keyResultId: id, version, milestoneId: id, reachedDay: day.nullable() }),

  previewSource: z.strictObject({
    keyResultId: id,
    change: z.union([
      z.strictObject({ add: sourceDraft }),
      /** Several issues picked by hand. */
      z.strictObject({ link: z.array(jiraId).min(1).max(50).refine(allDiffer, 'must not name an issue twice') }),
      z.strictObject({ remove: id }),
    ]),
  }),
  addSource: z.strictObject({ id: newId, keyResultId: id, source: sourceDraft, reason: reason.optional() }),
  linkIssues: z.strictObject({
    keyResultId: id,
    links: z
      .array(z.strictObject({ id: newId, issueId: jiraId }))
      .min(1, 'must name at least one issue')
      .max(50)
      .refine(
        (links) => allDiffer(links.map(({ issueId }) => issueId)) && allDiffer(links.map((link) => link.id)),
        'must not name an issue twice',
      ),
  }),
  removeSource: z.strictObject({ sourceId: id, reason: reason.optional() }),

  getCoverage: z.strictObject({ projectId: jiraId.optional(), cycleId: id }),
  askForCount: z.strictObject({ projectId: jiraId.optional(), cycleId: id }),
  /** Default: the cycle of today. */
  getCompanyCoverage: z.strictObject({ cycleId: id.optional() }),
  getRadar: z.strictObject({ subject: radarSubject, cycleId: id.optional() }),
  listOrphanWork: z.strictObject({
    projectId: jiraId.optional(),
    cycleId: id,
    state: z.enum(['in-progress', 'finished']),
    offset: z.number().int().nonnegative().optional(),
  }),
  getLineOfSight: z.strictObject({ projectId: jiraId.optional(), cycleId: id }),

  previewRule: z.strictObject({ keyResultId: id, rule: countingRule }),
  previewValue: z.strictObject({ objectiveId: id, source: valueSource }),
  listNumberFields: z.strictObject({}),

  explain: z.strictObject({
    subject: z.union([subject, z.strictObject({ type: z.literal('project'), projectId: jiraId.optional(), cycleId: id.optional() })]),
    offset: z.number().int().nonnegative().optional(),
  }),
  getHistory: z.strictObject({ subject }),
  getForecast: z.strictObject({ keyResultId: id }),
  getLedger: z.strictObject({ keyResultId: id }),
  /** Of an objective, in its cycle or another one; or of one that is being written, which is told by home, cycle and words. */
  listParents: z.strictObject({
    objectiveId: id.optional(),
    home: home.optional(),
    cycleId: id.optional(),
    title: z.string().trim().max(255).optional(),
    description: description.optional(),
    query: z.string().trim().max(100).optional(),
  }),
} as const;

type InputOf<N extends keyof typeof inputs> = z.infer<(typeof inputs)[N]>;
export type GetProjectOkrs = InputOf<'getProjectOkrs'>;
export type ListCycles = InputOf<'listCycles'>;
export type GetIssueKeyResults = InputOf<'getIssueKeyResults'>;
export type GetKeyResult = InputOf<'getKeyResult'>;
export type ListLinkTargets = InputOf<'listLinkTargets'>;
export type CreateObjective = InputOf<'createObjective'>;
export type EditObjective = InputOf<'editObjective'>;
export type ArchiveObjective = InputOf<'archiveObjective'>;
export type RestoreObjective = InputOf<'restoreObjective'>;
export type RestoreKeyResult = InputOf<'restoreKeyResult'>;
export type ListChanges = InputOf<'listChanges'>;
export type Reorder = InputOf<'reorder'>;
export type MoveKeyResult = InputOf<'moveKeyResult'>;
export type ListArchived = InputOf<'listArchived'>;
export type CopyObjectives = InputOf<'copyObjectives'>;
export type ChangeMany = InputOf<'changeMany'>;
export type MoveObjective = InputOf<'moveObjective'>;
export type CreateKeyResult = InputOf<'createKeyResult'>;
export type EditKeyResult = InputOf<'editKeyResult'>;
export type ArchiveKeyResult = InputOf<'archiveKeyResult'>;
export type RecordValue = InputOf<'recordValue'>;
export type TakeOwnership = InputOf<'takeOwnership'>;
export type ListContributions = InputOf<'listContributions'>;
export type AnswerContribution = InputOf<'answerContribution'>;
export type AskContribution = InputOf<'askContribution'>;
export type GetCompanyOkrs = InputOf<'getCompanyOkrs'>;
export type GetAlignment = InputOf<'getAlignment'>;
export type GetObjective = InputOf<'getObjective'>;
export type ListGroups = InputOf<'listGroups'>;
export type CreateGroup = InputOf<'createGroup'>;
export type EditGroup = InputOf<'editGroup'>;
export type ArchiveGroup = InputOf<'archiveGroup'>;
export type ListOkrAdmins = InputOf<'listOkrAdmins'>;
export type GrantOkrAdmin = InputOf<'grantOkrAdmin'>;
export type RevokeOkrAdmin = InputOf<'revokeOkrAdmin'>;
export type PreviewSource = InputOf<'previewSource'>;
export type AddSource = InputOf<'addSource'>;
export type LinkIssues = InputOf<'linkIssues'>;
export type RemoveSource = InputOf<'removeSource'>;
export type RefreshValue = InputOf<'refreshValue'>;
export type ReachMilestone = InputOf<'reachMilestone'>;
export type GetCoverage = InputOf<'getCoverage'>;
export type AskForCount = InputOf<'askForCount'>;
export type GetCompanyCoverage = InputOf<'getCompanyCoverage'>;
export type GetRadar = InputOf<'getRadar'>;
export type ListOrphanWork = InputOf<'listOrphanWork'>;
export type GetLineOfSight = InputOf<'getLineOfSight'>;
export type PreviewRule = InputOf<'previewRule'>;
export type PreviewValue = InputOf<'previewValue'>;
export type ListNumberFields = InputOf<'listNumberFields'>;
export type Explain = InputOf<'explain'>;
export type GetHistory = InputOf<'getHistory'>;
export type GetForecast = InputOf<'getForecast'>;
export type GetLedger = InputOf<'getLedger'>;
export type CreateCycle = InputOf<'createCycle'>;
export type EditCycle = InputOf<'editCycle'>;
export type StartCycle = InputOf<'startCycle'>;
export type CloseCycle = InputOf<'closeCycle'>;
export type ReopenCycle = InputOf<'reopenCycle'>;
export type RemoveCycle = InputOf<'removeCycle'>;
export type GetCycleReadiness = InputOf<'getCycleReadiness'>;
export type GetCycleClosing = InputOf<'getCycleClosing'>;
export type GetObjectiveClosing = InputOf<'getObjectiveClosing'>;
export type GradeObjective = InputOf<'gradeObjective'>;
export type GetCycleReport = InputOf<'getCycleReport'>;
export type GetLearning = InputOf<'getLearning'>;
export type GetCheckInQueue = InputOf<'getCheckInQueue'>;
export type ListCheckIns = InputOf<'listCheckIns'>;
export type CheckIn = InputOf<'checkIn'>;
export type CorrectCheckIn = InputOf<'correctCheckIn'>;
export type OverrideHealth = InputOf<'overrideHealth'>;
export type ListComments = InputOf<'listComments'>;
export type GetActivity = InputOf<'getActivity'>;
export type AddComment = InputOf<'addComment'>;
export type EditComment = InputOf<'editComment'>;
export type RemoveComment = InputOf<'removeComment'>;
export type CheckMentions = InputOf<'checkMentions'>;
export type GetWording = InputOf<'getWording'>;
export type GetSettings = InputOf<'getSettings'>;
export type ChangeSetting = InputOf<'changeSetting'>;
export type GetDemoSet = InputOf<'getDemoSet'>;
export type LoadDemoSet = InputOf<'loadDemoSet'>;
export type ClearDemoSet = InputOf<'clearDemoSet'>;
export type ListParents = InputOf<'listParents'>;
