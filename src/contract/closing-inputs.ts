/** What the functions accept by which a cycle is closed, reported on and learned from; part of inputs.ts. */
import { z } from 'zod';
import { causes, nextSteps } from '../domain/closing/cause';

const id = z.string().min(1).max(64);
const jiraId = z.string().regex(/^\d{1,19}$/, 'must be a numeric Jira id');
const words = z.string().trim().max(2000);
const reason = z.string().trim().min(1, 'must not be empty').max(500);

/** A tenth from 0 to 1, or null: not graded. */
const grade = z
  .number()
  .min(0)
  .max(1)
  .refine((value) => Math.abs(value * 10 - Math.round(value * 10)) < 1e-9, 'must be a tenth, like 0.7')
  .nullable();

/** Whose: a project's, a group's, the company's own, or, without one, everybody's. */
const home = z.discriminatedUnion('level', [
  z.strictObject({ level: z.literal('company') }),
  z.strictObject({ level: z.literal('group'), groupId: id }),
  z.strictObject({ level: z.literal('project'), projectId: jiraId }),
]);

const allDiffer = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

export const closingInputs = {
  /** Default: the cycle of today. */
  getCycleClosing: z.strictObject({ cycleId: id.optional(), home: home.optional() }),
  getObjectiveClosing: z.strictObject({ objectiveId: id }),
  gradeObjective: z.strictObject({
    objectiveId: id,
    version: z.number().int().positive(),
    grade,
    /** Asked where the grade is another tenth than the suggested one is shown as. */
    reason: reason.optional(),
    /** One for each live key result. */
    keyResults: z
      .array(z.strictObject({ keyResultId: id, grade, reason: reason.optional() }))
      .max(100)
      .refine((all) => allDiffer(all.map(({ keyResultId }) => keyResultId)), 'must not name a key result twice'),
    causes: z.array(z.enum(causes)).max(causes.length).refine(allDiffer, 'must not name a cause twice'),
    causeWords: words,
    learned: words,
    nextStep: z.enum(nextSteps),
    /** Where it is to go on; nothing is copied by this. */
    intoCycleId: id.nullable(),
  }),
  getLearning: z.strictObject({}),
  getCycleReport: z.strictObject({ cycleId: id, home: home.optional(), offset: z.number().int().nonnegative().optional() }),
};
