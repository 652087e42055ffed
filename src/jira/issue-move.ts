/** Where an issue stands and since when, as Jira's REST v3 says it; what a check-in tells of issues that moved. */
import { z } from 'zod';
import { instantOf } from './instant';
import { statusCategoryOf } from './status-category';

export type IssueMove = {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly statusCategory: 'todo' | 'in-progress' | 'done';
  /** When its status last changed its category, epoch ms; null where Jira does not say. */
  readonly categorySince: number | null;
  readonly dueDay: string | null;
};

export const moveFields = ['summary', 'status', 'statuscategorychangedate', 'duedate'] as const;

export const moveSchema = z
  .object({
    id: z.string(),
    key: z.string(),
    fields: z.object({
      summary: z.string().nullish(),
      status: z.object({ statusCategory: z.object({ key: z.string() }) }),
      statuscategorychangedate: z.string().transform(instantOf).nullish(),
      duedate: z.string().nullish(),
    }),
  })
  .transform(({ id, key, fields }): IssueMove => ({
    id,
    key,
    summary: fields.summary ?? '',
    statusCategory: statusCategoryOf(fields.status.statusCategory.key),
    categorySince: fields.statuscategorychangedate ?? null,
    dueDay: fields.duedate ?? null,
  }));
