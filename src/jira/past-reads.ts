/** What the rebuilding of a past asks of Jira: issues as they are with all their parts, their changelogs, the statuses and fields of the site. */
import { z } from 'zod';
import type { SiteStatus } from '../domain/past/directory';
import type { History, IssueNow } from '../domain/past/issue-state';
import { batches, parsed, type Ask } from './ask';
import { changelogPageSchema } from './changelogs';
import { endpoints } from './endpoints';
import { parseIssueNow, presentFields, type PastFields } from './issue-now';
import { JiraUnavailable } from './jira-error';
import { statusCategoryOf } from './status-category';

const BULK_FETCH = 100;
const MOST_CHANGELOG_ISSUES = 1000;
/** Jira's default; each entry carries its author, so that more of them make a heavy reply. */
const HISTORIES_PER_PAGE = 1000;
const SPRINT_FIELD = 'com.pyxis.greenhopper.jira:gh-sprint';

const bulkSchema = z.object({ issues: z.array(z.unknown()) });
const statusesSchema = z.array(z.object({ id: z.string(), name: z.string(), statusCategory: z.object({ key: z.string() }) }));
const fieldsSchema = z.array(z.object({ id: z.string(), name: z.string(), schema: z.object({ custom: z.string().optional() }).nullish() }));

export const createPastReads = (ask: Ask) => ({
  /** These issues as they are; ones that do not exist or may not be seen are missing. One call a hundred. */
  async fetchPresent(issueIds: readonly string[], fields: PastFields): Promise<readonly IssueNow[]> {
    const issues: IssueNow[] = [];
    for (const batch of batches(issueIds, BULK_FETCH)) {
      const body = await ask(endpoints.bulkFetchIssues, { issueIdsOrKeys: batch, fields: presentFields(fields) });
      for (const issue of parsed(bulkSchema, body, 'a bulk fetch').issues) {
        try {
          issues.push(parseIssueNow(issue, fields));
        } catch {
          throw new JiraUnavailable('Jira sent an issue without the fields we asked for.', null);
        }
      }
    }
    return issues;
  },

  /** The changelogs of these issues by id, in no order; an issue without a change is missing. One call a thousand entries. */
  async fetchChangelogs(issueIds: readonly string[]): Promise<ReadonlyMap<string, readonly History[]>> {
    const histories = new Map<string, History[]>();
    for (const batch of batches(issueIds, MOST_CHANGELOG_ISSUES)) {
      for (let token: string | null = null; ;) {
        const page: z.infer<typeof changelogPageSchema> = parsed(
          changelogPageSchema,
          await ask(endpoints.bulkFetchChangelogs, {
            issueIdsOrKeys: batch,
            maxResults: HISTORIES_PER_PAGE,
            ...(token === null ? {} : { nextPageToken: token }),
          }),
          'a bulk fetch of changelogs',
        );
        for (const { issueId, changeHistories } of page.issueChangeLogs) {
          const known = histories.get(issueId) ?? [];
          histories.set(issueId, known);
          known.push(...changeHistories);
        }
        token = page.nextPageToken ?? null;
        if (token === null || page.issueChangeLogs.length === 0) break;
      }
    }
    return histories;
  },

  /** Every status of an active workflow. */
  async statuses(): Promise<readonly SiteStatus[]> {
    const statuses = parsed(statusesSchema, await ask(endpoints.listStatuses), 'the list of statuses');
    return statuses.map(({ id, name, statusCategory }) => ({ id, name, category: statusCategoryOf(statusCategory.key) }));
  },

  /** The fields a past follows: these number fields, by the names changelogs call them, and the one of sprints. */
  async pastFields(numberFieldIds: readonly string[]): Promise<PastFields> {
    const fields = parsed(fieldsSchema, await ask(endpoints.listFields), 'the list of fields');
    const names = new Map(fields.map(({ id, name }) => [id, name]));
    return {
      numbers: numberFieldIds.map((id) => ({ id, name: names.get(id) ?? id })),
      sprintFieldId: fields.find(({ schema }) => schema?.custom === SPRINT_FIELD)?.id ?? null,
    };
  },
});
