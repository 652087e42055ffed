/** Changelogs of many issues as Jira's bulk reply gives them: pages over all issues together, so that one issue may be on several. */
import { z } from 'zod';
import type { ChangeItem, History } from '../domain/past/issue-state';
import { instantOf } from './instant';

/** Epoch seconds in the documentation's example, ms on sites, and a date in its schema. */
const createdSchema = z
  .union([z.number().transform((value) => (value < 1e11 ? value * 1000 : value)), z.string().transform(instantOf)])
  .pipe(z.number());

// An absent `toString` is every object's own function.
const textSchema = z.string().nullish().catch(null);

const itemSchema = z
  .object({
    field: z.string(),
    fieldId: z.string().nullish(),
    fieldtype: z.string().nullish(),
    from: textSchema,
    fromString: textSchema,
    to: textSchema,
    toString: textSchema,
  })
  .transform((item): ChangeItem => ({
    field: item.field,
    fieldId: item.fieldId ?? null,
    custom: item.fieldtype === 'custom' ? true : item.fieldtype === 'jira' ? false : null,
    from: item.from ?? null,
    fromText: item.fromString ?? null,
    to: item.to ?? null,
    toText: item.toString ?? null,
  }));

const historySchema = z
  .object({ id: z.union([z.string(), z.number()]).transform(String), created: createdSchema, items: z.array(itemSchema).nullish() })
  .transform(({ id, created, items }): History => ({ id, at: created, items: items ?? [] }));

export const changelogPageSchema = z.object({
  issueChangeLogs: z.array(
    z.object({ issueId: z.union([z.string(), z.number()]).transform(String), changeHistories: z.array(historySchema) }),
  ),
  nextPageToken: z.string().nullish(),
});
