/** Inputs about the radar: its limits, as an OKR admin may set them. */
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
  fewestVotes: fewWhole,
  turnout: ratio,
  spread: z.number().int().min(1).max(10),
});
