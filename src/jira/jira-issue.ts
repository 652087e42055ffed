/** An issue as Jira's REST v3 describes it, parsed into what we use; fields we did not ask for are absent or null. */
import { z } from 'zod';
import type { StatusCategory } from '../domain/model';
import { instantOf } from './instant';
import { statusCategoryOf } from './status-category';

export type JiraIssue = {
  readonly id: string;
  readonly key: string;
  readonly projectId: string;
  readonly parentId: string | null;
  readonly summary: string;
  readonly statusName: string;
  readonly statusCategory: StatusCategory;
  readonly resolution: string | null;
  /** First of the points fields that carries a number; null when none does. */
  readonly points: number | null;
  /** Original estimate in seconds. */
  readonly estimate: number | null;
  /** Values of the number fields asked for, by field id; fields without a value are missing. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Null for nobody. */
  readonly assigneeAccountId: string | null;
  /** When its status last changed its category, epoch ms; null where Jira does not say. */
  readonly movedAt: number | null;
  /** Epoch ms. */
  readonly updatedAt: number;
};

export const factFields = [
  'project',
  'parent',
  'status',
  'resolution',
  'updated',
  'timeoriginalestimate',
  'assignee',
  'statuscategorychangedate',
] as const;

/** The number fields to ask for; story points are tried in this order. */
export type NumberFields = { readonly pointsFieldIds: readonly string[]; readonly numberFieldIds: readonly string[] };

export const noNumbers: NumberFields = { pointsFieldIds: [], numberFieldIds: [] };

const issueSchema = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.looseObject({
    summary: z.string().nullish(),
    project: z.object({ id: z.string() }),
    parent: z.object({ id: z.string() }).nullish(),
    status: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }) }),
    resolution: z.object({ name: z.string() }).nullish(),
    updated: z.string().transform(instantOf).pipe(z.number()),
    timeoriginalestimate: z.number().nullish(),
    assignee: z.object({ accountId: z.string() }).nullish(),
    statuscategorychangedate: z.string().transform(instantOf).nullish(),
  }),
});

/** Throws a ZodError when the reply is not an issue with the fact fields. */
export function parseIssue(reply: unknown, { pointsFieldIds, numberFieldIds }: NumberFields): JiraIssue {
  const { id, key, fields } = issueSchema.parse(reply);
  const points = pointsFieldIds.map((field) => fields[field]).find((value) => typeof value === 'number');
  return {
    id,
    key,
    projectId: fields.project.id,
    parentId: fields.parent?.id ?? null,
    summary: fields.summary ?? '',
    statusName: fields.status.name,
    statusCategory: statusCategoryOf(fields.status.statusCategory.key),
    resolution: fields.resolution?.name ?? null,
    points: points ?? null,
    estimate: fields.timeoriginalestimate ?? null,
    numbers: Object.fromEntries(
      numberFieldIds.flatMap((field) => {
        const value = fields[field];
        return typeof value === 'number' ? [[field, value] as const] : [];
      }),
    ),
    assigneeAccountId: fields.assignee?.accountId ?? null,
    movedAt: fields.statuscategorychangedate ?? null,
    updatedAt: fields.updated,
  };
}
