/** Inputs about the radar: what it is asked for, and its limits as an OKR admin may set them. */
import { z } from 'zod';

const ratio = z.number().min(0).max(1);
const times = z.number().positive().max(10);
const fewWhole = z.number().int().min(1).max(50);
const someDays = z.number().int().min(1).max(92);
const strength = z.number().int().min(0).max(100);

export const radarLimits = z.strictObject({
  tooHard: ratio,
  tooSafe: ratio,
  strain: times,
  jump: times,
  load: times,
  companyObjectives: fewWhole,
  projectObjectives: fewWhole,
  fewestKeyResults: fewWhole,
  mostKeyResults: fewWhole,
  idleDays: someDays,
  dataDays: someDays,
  strong: strength,
  weak: strength,
  overdueDays: someDays,
  blockedDays: someDays,
  patienceDays: someDays,
  mostOwned: fewWhole,
  /** Fewer would tell who voted what. */
  fewestVotes: z.number().int().min(3).max(50),
  turnout: ratio,
  spread: z.number().int().min(1).max(10),
});

/** The project defaults to the one the page is open in. */
export const radarSubject = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('objective'), id: z.string().min(1).max(64) }),
  z.strictObject({
    type: z.literal('project'),
    projectId: z
      .string()
      .regex(/^\d{1,19}$/, 'must be a numeric Jira id')
      .optional(),
  }),
  z.strictObject({ type: z.literal('group'), groupId: z.string().min(1).max(64) }),
  z.strictObject({ type: z.literal('company') }),
]);
