/** What the functions about acknowledging, supporters and concerns, and confidence votes accept; the rest is in inputs.ts. */
import { z } from 'zod';
import { isDay } from '../domain/calendar';
import { FEWEST_SHOWN, MOST_CONFIDENT } from '../domain/confidence-vote';

const id = z.string().min(1).max(64);
const newId = z.string().regex(/^[0-9A-Za-z_-]{8,36}$/, 'must be 8 to 36 letters, digits, - or _');
const accountId = z.string().min(1).max(128);
const version = z.number().int().positive();
const words = z.string().trim().min(1, 'must not be empty').max(500);
const allDiffer = (texts: readonly string[]): boolean => new Set(texts).size === texts.length;

export const buyInInputs = {
  getBuyIn: z.strictObject({ objectiveId: id }),
  noteOpened: z.strictObject({ objectiveIds: z.array(id).min(1, 'must name at least one objective').max(50) }),
  acknowledgeObjective: z.strictObject({ objectiveId: id, isAcknowledged: z.boolean() }),
  takeStance: z.discriminatedUnion('stance', [
    z.strictObject({ stance: z.literal('support'), objectiveId: id, words: words.optional() }),
    z.strictObject({ stance: z.literal('concern'), objectiveId: id, words }),
    /** Takes back what was said. */
    z.strictObject({ stance: z.literal('none'), objectiveId: id }),
  ]),
  /** The concern of one person, as it was read. */
  settleConcern: z.strictObject({ objectiveId: id, ofAccountId: accountId, version, words: words.optional() }),
  /** Votes are taken through `lastDay`; default: three days from today. */
  askForVotes: z.strictObject({
    id: newId,
    objectiveId: id,
    askedIds: z
      .array(accountId)
      .min(FEWEST_SHOWN, `must name at least ${FEWEST_SHOWN} people, so that nobody can tell whose vote it is`)
      .max(100)
      .refine(allDiffer, 'must not name a person twice'),
    lastDay: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day like 2026-10-01')
      .refine(isDay, 'is not a day of the calendar')
      .optional(),
  }),
  voteConfidence: z.strictObject({
    roundId: id,
    confidence: z.number().int().min(0).max(MOST_CONFIDENT),
    words: z.string().trim().max(500).optional(),
  }),
  closeVote: z.strictObject({ roundId: id, version }),
  listWaitingVotes: z.strictObject({
    projectId: z
      .string()
      .regex(/^\d{1,19}$/, 'must be a numeric Jira id')
      .optional(),
  }),
} as const;

type InputOf<N extends keyof typeof buyInInputs> = z.infer<(typeof buyInInputs)[N]>;
export type GetBuyIn = InputOf<'getBuyIn'>;
export type NoteOpened = InputOf<'noteOpened'>;
export type AcknowledgeObjective = InputOf<'acknowledgeObjective'>;
export type TakeStance = InputOf<'takeStance'>;
export type SettleConcern = InputOf<'settleConcern'>;
export type AskForVotes = InputOf<'askForVotes'>;
export type VoteConfidence = InputOf<'voteConfidence'>;
export type CloseVote = InputOf<'closeVote'>;
export type ListWaitingVotes = InputOf<'listWaitingVotes'>;
