/**
 * What each resolver function accepts, parsed strictly: unknown keys, wrong types and oversized texts are refused.
 * The types here are what the browser must send. Only the backend imports the schemas at run time; the browser takes the types.
 */
import { z } from 'zod';
import { isDay } from '../domain/calendar';

/** New ids are made by the browser, so that creating twice is creating once. */
const newId = z.string().regex(/^[0-9A-Za-z_-]{8,36}$/, 'must be 8 to 36 letters, digits, - or _');
const id = z.string().min(1).max(64);
const jiraId = z.string().regex(/^\d{1,19}$/, 'must be a numeric Jira id');
const accountId = z.string().min(1).max(128);
const title = z.string().trim().min(1, 'must not be empty').max(255);
const description = z.string().trim().max(2000);
const weight = z.number().positive().max(1000);
const version = z.number().int().positive();
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day like 2026-10-01')
  .refine(isDay, 'is not a day of the calendar');
const measure = z.number().finite().min(-1e15).max(1e15);
const unit = z.string().trim().max(16);

const countingRule = z.strictObject({
  weightBy: z.enum(['count', 'points']),
  unestimated: z.union([z.literal('leave-out'), z.number().nonnegative().max(1000)]),
  inProgressCredit: z.number().min(0).max(0.5),
});

const issueRef = z.string().regex(/^(\d{1,19}|[A-Za-z][A-Za-z0-9_]{0,254}-\d{1,18})$/, 'must be an issue key like WEB-12');
const sourceDraft = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('issue'), issue: issueRef }),
  z.strictObject({ type: z.literal('children'), issue: issueRef }),
  z.strictObject({ type: z.literal('jql'), jql: z.string().trim().min(1, 'must not be empty').max(4000) }),
]);

const dates = { startDay: day.nullable().optional(), dueDay: day.nullable().optional() };

export const inputs = {
  getProjectOkrs: z.strictObject({ projectId: jiraId.optional(), cycleId: id.optional(), cursor: z.string().max(64).optional() }),
  listCycles: z.strictObject({}),
  getIssueKeyResults: z.strictObject({ issueId: jiraId.optional() }),
  getKeyResult: z.strictObject({ keyResultId: id, offset: z.number().int().nonnegative().optional() }),
  listLinkTargets: z.strictObject({
    projectId: jiraId.optional(),
    issueId: jiraId.optional(),
    query: z.string().trim().max(100).optional(),
  }),

  createObjective: z.strictObject({
    id: newId,
    projectId: jiraId.optional(),
    cycleId: id,
    title,
    description: description.optional(),
    ownerAccountId: accountId.nullable(),
    weight: weight.optional(),
  }),
  editObjective: z.strictObject({
    id,
    version,
    cycleId: id.optional(),
    title: title.optional(),
    description: description.optional(),
    ownerAccountId: accountId.nullable().optional(),
    weight: weight.optional(),
  }),
  archiveObjective: z.strictObject({ id, version }),

  createKeyResult: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('work'),
      id: newId,
      objectiveId: id,
      title,
      ownerAccountId: accountId.nullable(),
      weight: weight.optional(),
      ...dates,
      rule: countingRule.optional(),
    }),
    z.strictObject({
      kind: z.literal('metric'),
      id: newId,
      objectiveId: id,
      title,
      ownerAccountId: accountId.nullable(),
      weight: weight.optional(),
      ...dates,
      start: measure,
      target: measure,
      unit: unit.optional(),
    }),
  ]),
  /** A field that is absent stays as it is. `rule` belongs to work, `start`, `target` and `unit` to metric key results. */
  editKeyResult: z.strictObject({
    id,
    version,
    title: title.optional(),
    ownerAccountId: accountId.nullable().optional(),
    weight: weight.optional(),
    ...dates,
    rule: countingRule.optional(),
    start: measure.optional(),
    target: measure.optional(),
    unit: unit.optional(),
  }),
  archiveKeyResult: z.strictObject({ id, version }),
  recordValue: z.strictObject({ id: newId, keyResultId: id, value: measure, day: day.optional() }),

  previewSource: z.strictObject({
    keyResultId: id,
    change: z.union([z.strictObject({ add: sourceDraft }), z.strictObject({ remove: id })]),
  }),
  addSource: z.strictObject({ id: newId, keyResultId: id, source: sourceDraft }),
  removeSource: z.strictObject({ sourceId: id }),
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
export type CreateKeyResult = InputOf<'createKeyResult'>;
export type EditKeyResult = InputOf<'editKeyResult'>;
export type ArchiveKeyResult = InputOf<'archiveKeyResult'>;
export type RecordValue = InputOf<'recordValue'>;
export type PreviewSource = InputOf<'previewSource'>;
export type AddSource = InputOf<'addSource'>;
export type RemoveSource = InputOf<'removeSource'>;
