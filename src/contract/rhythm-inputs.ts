/** What the functions about reminders, the inbox, the week and the meeting accept; the rest is in inputs.ts. */
import { z } from 'zod';
import { isDay } from '../domain/calendar';

const id = z.string().min(1).max(64);
const jiraId = z.string().regex(/^\d{1,19}$/, 'must be a numeric Jira id');
const day = z.string().refine(isDay, 'must be a day of the calendar like 2026-10-01');
const ladderDays = z.number().int().min(1).max(60);

export const reminderSettings = z.strictObject({
  isOn: z.boolean(),
  againDays: ladderDays,
  staleDays: ladderDays,
  escalateDays: ladderDays,
  perWeek: z.number().int().min(1).max(100),
  digest: z.boolean(),
});

export const rhythmInputs = {
  getInbox: z.strictObject({ cursor: z.string().max(100).optional() }),
  countUnread: z.strictObject({}),
  /** Without ids: all that is there now. */
  markRead: z.strictObject({ ids: z.array(id).min(1, 'must name at least one').max(100).optional() }),
  choosePersonally: z.strictObject({ version: z.number().int().nonnegative(), reminders: z.boolean(), digest: z.boolean() }),
  prepareCheckIn: z.strictObject({ keyResultId: id }),
  listBlockers: z.strictObject({ projectId: jiraId.optional(), cycleId: id }),
  /** The seven days through `toDay`; default: through today. */
  getMyWeek: z.strictObject({ toDay: day.optional() }),
  getProjectWeek: z.strictObject({ projectId: jiraId.optional(), cycleId: id.optional(), toDay: day.optional() }),
} as const;

type InputOf<N extends keyof typeof rhythmInputs> = z.infer<(typeof rhythmInputs)[N]>;
export type GetInbox = InputOf<'getInbox'>;
export type CountUnread = InputOf<'countUnread'>;
export type MarkRead = InputOf<'markRead'>;
export type ChoosePersonally = InputOf<'choosePersonally'>;
export type PrepareCheckIn = InputOf<'prepareCheckIn'>;
export type ListBlockers = InputOf<'listBlockers'>;
export type GetMyWeek = InputOf<'getMyWeek'>;
export type GetProjectWeek = InputOf<'getProjectWeek'>;
