/**
 * What we ask of Jira, as functions over one bound request: the same record serves the app and a person, and who asks decides what is seen.
 * Replies are parsed, never cast. Throws JiraRejected for a 400 and JiraUnavailable for everything that may pass.
 */
import { z } from 'zod';
import { batches, createAsk, parsed } from './ask';
import { createDescriptions } from './described-issue';
import { endpoints } from './endpoints';
import { JiraRejected, JiraUnavailable } from './jira-error';
import { moveFields, moveSchema, type IssueMove } from './issue-move';
import { factFields, parseIssue, type JiraIssue, type NumberFields } from './jira-issue';
import { bothOf } from './jql';
import { createPastReads } from './past-reads';
import type { JiraRequest } from './request';

const BULK_FETCH = 100;
const SEARCH_PAGE = 1000;
const CHECK_BATCH = 1000;
const MATCH_BATCH = 100;
const MATCH_ISSUES = 1000;
const COUNT_AMONG = 1000;
/** Short enough for an address of 8 KB. */
const USER_BATCH = 100;

const searchSchema = z.object({ issues: z.array(z.unknown()), nextPageToken: z.string().nullish() });
const bulkSchema = z.object({ issues: z.array(z.unknown()) });
const countSchema = z.object({ count: z.number() });
const matchSchema = z.object({
  matches: z.array(z.object({ matchedIssues: z.array(z.number()), errors: z.array(z.string()) })),
});
const grantsSchema = z.object({
  globalPermissions: z.array(z.string()),
  projectPermissions: z.array(z.object({ permission: z.string(), projects: z.array(z.number()), issues: z.array(z.number()) })),
});
const usersSchema = z.object({ values: z.array(z.object({ accountId: z.string(), active: z.boolean() })) });
const fieldsSchema = z.array(z.object({ id: z.string(), name: z.string(), schema: z.object({ custom: z.string().optional() }).nullish() }));

export type JiraNumberField = { readonly id: string; readonly name: string };

export type ProjectPermission = 'BROWSE_PROJECTS' | 'ADMINISTER_PROJECTS' | 'EDIT_ISSUES' | 'ASSIGNABLE_USER';

export type GlobalPermission = 'ADMINISTER';

export type Grants = {
  readonly globally: (permission: GlobalPermission) => boolean;
  /** True when the asker holds the permission in the project. */
  readonly inProject: (permission: ProjectPermission, projectId: string) => boolean;
  readonly onIssue: (permission: ProjectPermission, issueId: string) => boolean;
};

export function createJira(request: JiraRequest) {
  const ask = createAsk(request);

  /** About how many issues a query finds; 1 point however many they are. */
  const count = async (jql: string): Promise<number> => parsed(countSchema, await ask(endpoints.countIssues, { jql }), 'a count').count;

  const askedFields = ({ pointsFieldIds, numberFieldIds }: NumberFields): readonly string[] => [
    ...new Set([...factFields, ...pointsFieldIds, ...numberFieldIds]),
  ];

  const readIssue = (reply: unknown, numbers: NumberFields): JiraIssue => {
    try {
      return parseIssue(reply, numbers);
    } catch {
      throw new JiraUnavailable('Jira sent an issue without the fields we asked for.', null);
    }
  };

  return {
    /** These issues by id or key, a strong read; ones that do not exist or may not be seen are missing from the answer. One call a hundred. */
    async fetchIssues(
      idsOrKeys: readonly string[],
      numbers: NumberFields,
      extra: readonly 'summary'[] = [],
    ): Promise<readonly JiraIssue[]> {
      const issues: JiraIssue[] = [];
      for (const batch of batches(idsOrKeys, BULK_FETCH)) {
        const body = await ask(endpoints.bulkFetchIssues, { issueIdsOrKeys: batch, fields: [...askedFields(numbers), ...extra] });
        issues.push(...parsed(bulkSchema, body, 'a bulk fetch').issues.map((issue) => readIssue(issue, numbers)));
      }
      return issues;
    },

    /** How these issues stand and since when; ones that may not be seen are missing. One call a hundred. */
    async fetchMoves(issueIds: readonly string[]): Promise<readonly IssueMove[]> {
      const moves: IssueMove[] = [];
      for (const batch of batches(issueIds, BULK_FETCH)) {
        const body = await ask(endpoints.bulkFetchIssues, { issueIdsOrKeys: batch, fields: moveFields });
        moves.push(...parsed(z.object({ issues: z.array(moveSchema) }), body, 'a bulk fetch').issues);
      }
      return moves;
    },

    /** The issues a query finds, at most `limit`; `truncated` when there are more. Answers from Jira's index, which may lag. */
    async search(
      jql: string,
      options: { readonly limit: number; readonly numbers: NumberFields },
    ): Promise<{ readonly issues: readonly JiraIssue[]; readonly truncated: boolean }> {
      const issues: JiraIssue[] = [];
      for (let token: string | null = null; ;) {
        const page: z.infer<typeof searchSchema> = parsed(
          searchSchema,
          await ask(endpoints.searchIssues, {
            jql,
            maxResults: Math.min(SEARCH_PAGE, options.limit + 1 - issues.length),
            fields: askedFields(options.numbers),
            ...(token === null ? {} : { nextPageToken: token }),
          }),
          'a search',
        );
        issues.push(...page.issues.map((issue) => readIssue(issue, options.numbers)));
        token = page.nextPageToken ?? null;
        if (issues.length > options.limit) return { issues: issues.slice(0, options.limit), truncated: true };
        if (token === null || page.issues.length === 0) return { issues, truncated: false };
      }
    },

    /** Only the ids a query finds, at most `limit`. */
    async searchIds(jql: string, limit: number): Promise<readonly string[]> {
      const ids: string[] = [];
      for (let token: string | null = null; ;) {
        const page: z.infer<typeof searchSchema> = parsed(
          searchSchema,
          await ask(endpoints.searchIssues, {
            jql,
            maxResults: Math.min(SEARCH_PAGE, limit - ids.length),
            fields: ['id'],
            ...(token === null ? {} : { nextPageToken: token }),
          }),
          'a search',
        );
        ids.push(...page.issues.map((issue) => parsed(z.object({ id: z.string() }), issue, 'a search').id));
        token = page.nextPageToken ?? null;
        if (token === null || page.issues.length === 0 || ids.length >= limit) return ids;
      }
    },

    count,

    /**
     * How many of these issues a query finds, or any search at all; one call and one point a thousand issues. Null where Jira refuses to be asked,
     * as it may when one of them is gone.
     */
    async countAmong(issueIds: readonly string[], jql: string | null = null): Promise<number | null> {
      let found = 0;
      try {
        for (const batch of batches(issueIds, COUNT_AMONG)) {
          const among = `id in (${batch.join(', ')})`;
          found += await count(jql === null ? among : bothOf(jql, among));
        }
        return found;
      } catch (error) {
        if (error instanceof JiraRejected) return null;
        throw error;
      }
    },

    /** For each query, which of these issues it finds; null where Jira could not run the query. One call a hundred queries and thousand issues. */
    async match(issueIds: readonly string[], jqls: readonly string[]): Promise<readonly (ReadonlySet<string> | null)[]> {
      const answers: (Set<string> | null)[] = jqls.map(() => new Set());
      for (const [batch, asked] of batches(jqls, MATCH_BATCH).entries()) {
        for (const ids of batches(issueIds, MATCH_ISSUES)) {
          const body = await ask(endpoints.matchIssues, { issueIds: ids.map(Number), jqls: asked });
          const { matches } = parsed(matchSchema, body, 'a match');
          for (const index of asked.keys()) {
            const match = matches[index];
            const at = batch * MATCH_BATCH + index;
            if (match === undefined || match.errors.length > 0) answers[at] = null;
            else for (const id of match.matchedIssues) answers[at]?.add(String(id));
          }
        }
      }
      return answers;
    },

    /** Which of these permissions the asker holds, in these projects and on these issues. One call up to a thousand of each. */
    async permissions(question: {
      readonly globals?: readonly GlobalPermission[];
      readonly permissions: readonly ProjectPermission[];
      readonly projectIds?: readonly string[];
      readonly issueIds?: readonly string[];
    }): Promise<Grants> {
      const granted = new Set<string>();
      const issueBatches = batches(question.issueIds ?? [], CHECK_BATCH);
      const projectBatches = batches(question.projectIds ?? [], CHECK_BATCH);
      for (let index = 0; index < Math.max(1, issueBatches.length, projectBatches.length); index += 1) {
        const body = await ask(endpoints.checkPermissions, {
          ...(question.globals === undefined || index > 0 ? {} : { globalPermissions: question.globals }),
          ...(issueBatches.length === 0 && projectBatches.length === 0
            ? {}
            : {
                projectPermissions: [
                  {
                    permissions: question.permissions,
                    projects: (projectBatches[index] ?? []).map(Number),
                    issues: (issueBatches[index] ?? []).map(Number),
                  },
                ],
              }),
        });
        const grants = parsed(grantsSchema, body, 'a permission check');
        for (const permission of grants.globalPermissions) granted.add(permission);
        for (const grant of grants.projectPermissions) {
          for (const project of grant.projects) granted.add(`${grant.permission} project ${project}`);
          for (const issue of grant.issues) granted.add(`${grant.permission} issue ${issue}`);
        }
      }
      return {
        globally: (permission) => granted.has(permission),
        inProject: (permission, projectId) => granted.has(`${permission} project ${projectId}`),
        onIssue: (permission, issueId) => granted.has(`${permission} issue ${issueId}`),
      };
    },

    /** Which of these accounts are people with an active account. One call a hundred. */
    async activeAccounts(accountIds: readonly string[]): Promise<ReadonlySet<string>> {
      const active = new Set<string>();
      for (const batch of batches(accountIds, USER_BATCH)) {
        const query = new URLSearchParams([...batch.map((id) => ['accountId', id]), ['maxResults', String(USER_BATCH)]]);
        const { values } = parsed(usersSchema, await ask(endpoints.bulkUsers, undefined, query), 'a look for people');
        for (const user of values) if (user.active) active.add(user.accountId);
      }
      return active;
    },

    /**
     * The fields that carry numbers, by name: `points` are those with story points, Jira Software's own first, then number fields that are
     * called so.
     */
    async numberFields(): Promise<{ readonly pointsFieldIds: readonly string[]; readonly all: readonly JiraNumberField[] }> {
      const fields = parsed(fieldsSchema, await ask(endpoints.listFields), 'the list of fields');
      const own = fields.filter((field) => field.schema?.custom === 'com.pyxis.greenhopper.jira:jsw-story-points');
      const typed = fields.filter((field) => field.schema?.custom?.endsWith(':float') === true);
      const named = typed.filter((field) => /^story points?( estimate)?$/i.test(field.name));
      const all = [...new Map([...own, ...typed].map(({ id, name }) => [id, { id, name }])).values()];
      return {
        pointsFieldIds: [...new Set([...own, ...named].map((field) => field.id))],
        all: all.sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id)),
      };
    },

    ...createPastReads(ask),
    ...createDescriptions(ask),
  };
}

export type Jira = ReturnType<typeof createJira>;
