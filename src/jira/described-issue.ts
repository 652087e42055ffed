/** Issues as people name them in a list: key, title, type, status, parent. Asked as the viewer at view time, never stored. */
import { z } from 'zod';
import type { StatusCategory } from '../domain/model';
import { batches, parsed, type Ask } from './ask';
import { endpoints } from './endpoints';
import { instantOf } from './instant';
import { statusCategoryOf } from './status-category';

const BULK_FETCH = 100;

export type DescribedIssue = {
  readonly issueId: string;
  readonly key: string;
  readonly summary: string;
  readonly typeName: string;
  /** Above 0 for epics and what is above them, below 0 for sub-tasks. */
  readonly hierarchyLevel: number;
  readonly statusName: string;
  readonly statusCategory: StatusCategory;
  /** Epoch ms. */
  readonly updatedAt: number;
};

const fields = ['summary', 'issuetype', 'status', 'updated'] as const;

const bulkSchema = z.object({
  issues: z.array(
    z
      .object({
        id: z.string(),
        key: z.string(),
        fields: z.object({
          summary: z.string().nullish(),
          issuetype: z.object({ name: z.string(), hierarchyLevel: z.number().nullish() }),
          status: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }) }),
          updated: z.string().transform(instantOf).pipe(z.number()),
        }),
      })
      .transform(({ id, key, fields: { summary, issuetype, status, updated } }): DescribedIssue => ({
        issueId: id,
        key,
        summary: summary ?? '',
        typeName: issuetype.name,
        hierarchyLevel: issuetype.hierarchyLevel ?? 0,
        statusName: status.name,
        statusCategory: statusCategoryOf(status.statusCategory.key),
        updatedAt: updated,
      })),
  ),
});

export const createDescriptions = (ask: Ask) => ({
  /** These issues by id; ones that do not exist or the asker may not see are missing. One call a hundred. */
  async describeIssues(issueIds: readonly string[]): Promise<ReadonlyMap<string, DescribedIssue>> {
    const described = new Map<string, DescribedIssue>();
    for (const batch of batches(issueIds, BULK_FETCH)) {
      const body = await ask(endpoints.bulkFetchIssues, { issueIdsOrKeys: batch, fields });
      for (const issue of parsed(bulkSchema, body, 'a bulk fetch').issues) described.set(issue.issueId, issue);
    }
    return described;
  },
});
