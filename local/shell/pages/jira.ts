/** Jira as the session's user: the replies the pages read, parsed, and nothing else of them. */
import { z } from 'zod';
import { send } from './api';

const user = z.looseObject({ accountId: z.string(), displayName: z.string() });
const named = z.looseObject({ id: z.string(), name: z.string() });
const status = z.looseObject({ id: z.string(), name: z.string(), statusCategory: z.looseObject({ key: z.string() }) });
const issueType = z.looseObject({
  id: z.string(),
  name: z.string(),
  hierarchyLevel: z.number().optional(),
  subtask: z.boolean().optional(),
});
const parent = z.looseObject({ id: z.string(), key: z.string(), fields: z.looseObject({ summary: z.string() }).optional() });

const issueFields = z.looseObject({
  summary: z.string(),
  status,
  issuetype: issueType,
  project: z.looseObject({ id: z.string(), key: z.string(), name: z.string() }).optional(),
  assignee: user.nullish(),
  reporter: user.nullish(),
  resolution: z.looseObject({ name: z.string() }).nullish(),
  parent: parent.nullish(),
  labels: z.array(z.string()).nullish(),
  fixVersions: z.array(named).nullish(),
  created: z.string().nullish(),
  updated: z.string().nullish(),
});
const issue = z.looseObject({ id: z.string(), key: z.string(), fields: issueFields });

const changeItem = z.looseObject({ field: z.string(), fromString: z.string().nullish(), toString: z.unknown() });
const history = z.looseObject({ id: z.string(), created: z.string(), author: user.nullish(), items: z.array(changeItem) });
const fullIssue = issue.extend({ changelog: z.looseObject({ histories: z.array(history) }).optional() });
const transition = z.looseObject({ id: z.string(), name: z.string(), to: status });
const project = z.looseObject({ id: z.string(), key: z.string(), name: z.string(), lead: user.nullish() });
const field = z.looseObject({ id: z.string(), name: z.string(), schema: z.looseObject({ custom: z.string().optional() }).optional() });

export type Person = z.infer<typeof user>;
export type Issue = z.infer<typeof issue>;
export type FullIssue = z.infer<typeof fullIssue>;
export type Transition = z.infer<typeof transition>;
export type Project = z.infer<typeof project>;
export type IssueType = z.infer<typeof issueType>;
export type History = z.infer<typeof history>;
export type Status = z.infer<typeof status>;

const listFields = ['summary', 'status', 'issuetype', 'assignee', 'resolution', 'parent', 'updated', 'created'];
const rowsPerRequest = 500;

/** Every issue of a query, in its order; `heard` gets what has come so far after each page. */
export async function searchIssues(jql: string, heard: (issues: readonly Issue[], complete: boolean) => void): Promise<void> {
  const reply = z.looseObject({ issues: z.array(issue), nextPageToken: z.string().nullish() });
  const issues: Issue[] = [];
  let nextPageToken: string | null | undefined;
  do {
    const page = reply.parse(
      await send('POST', '/rest/api/3/search/jql', {
        jql,
        fields: listFields,
        maxResults: rowsPerRequest,
        ...(nextPageToken ? { nextPageToken } : {}),
      }),
    );
    issues.push(...page.issues);
    nextPageToken = page.nextPageToken;
    heard(issues, !nextPageToken);
  } while (nextPageToken);
}

export async function getIssue(key: string): Promise<FullIssue> {
  return fullIssue.parse(await send('GET', `/rest/api/3/issue/${encodeURIComponent(key)}?expand=changelog`));
}

export async function listTransitions(key: string): Promise<readonly Transition[]> {
  return z.object({ transitions: z.array(transition) }).parse(await send('GET', `/rest/api/3/issue/${key}/transitions`)).transitions;
}

/** Moves the issue; `resolution` is for a status that is done. */
export async function transitionIssue(key: string, transitionId: string, resolution: string | null): Promise<void> {
  const fields = resolution === null ? {} : { fields: { resolution: { name: resolution } } };
  await send('POST', `/rest/api/3/issue/${key}/transitions`, { transition: { id: transitionId }, ...fields });
}

export async function editIssue(key: string, fields: Readonly<Record<string, unknown>>): Promise<void> {
  await send('PUT', `/rest/api/3/issue/${key}`, { fields });
}

export async function createIssue(fields: Readonly<Record<string, unknown>>): Promise<{ readonly id: string; readonly key: string }> {
  return z.looseObject({ id: z.string(), key: z.string() }).parse(await send('POST', '/rest/api/3/issue', { fields }));
}

export async function deleteIssue(key: string): Promise<void> {
  await send('DELETE', `/rest/api/3/issue/${key}?deleteSubtasks=true`);
}

/** The projects the user may browse, by name. */
export async function listProjects(): Promise<readonly Project[]> {
  const reply = z.looseObject({ values: z.array(project), isLast: z.boolean().optional() });
  const found: Project[] = [];
  for (;;) {
    const page = reply.parse(await send('GET', `/rest/api/3/project/search?maxResults=50&orderBy=name&startAt=${found.length}`));
    found.push(...page.values);
    if (page.isLast !== false || page.values.length === 0) return found;
  }
}

export async function getProject(
  key: string,
): Promise<
  Project & { readonly issueTypes: readonly IssueType[]; readonly versions: readonly { readonly id: string; readonly name: string }[] }
> {
  return project
    .extend({ issueTypes: z.array(issueType).default([]), versions: z.array(named).default([]) })
    .parse(await send('GET', `/rest/api/3/project/${encodeURIComponent(key)}`));
}

export async function listAssignable(projectKey: string): Promise<readonly Person[]> {
  return z.array(user).parse(await send('GET', `/rest/api/3/user/assignable/search?project=${projectKey}&maxResults=200`));
}

/** Names of the resolutions, in Jira's order. */
export async function listResolutions(): Promise<readonly string[]> {
  return z
    .array(named)
    .parse(await send('GET', '/rest/api/3/resolution'))
    .map(({ name }) => name);
}

/** The id of the story points field; null where the site has none. */
export async function findPointsField(): Promise<string | null> {
  const fields = z.array(field).parse(await send('GET', '/rest/api/3/field'));
  const points =
    fields.find(({ schema }) => schema?.custom === 'com.pyxis.greenhopper.jira:jsw-story-points') ??
    fields.find(({ name }) => /^story points?( estimate)?$/i.test(name));
  return points?.id ?? null;
}
