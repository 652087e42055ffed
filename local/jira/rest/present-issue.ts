/**
 * An issue as REST v3 gives it: the chosen fields under their ids, and what `expand` adds.
 */
import { categorySince } from '../category-since';
import type { ChangeEntry, Field, Issue } from '../model';
import {
  categories,
  presentComponent,
  presentIssueType,
  presentPriority,
  presentProject,
  presentResolution,
  presentStatus,
  presentUser,
  presentVersion,
  timestamp,
} from '../present';
import type { Call } from './endpoint';

/** Embedded changelogs stop here; more come from the changelog endpoints. */
const embeddedHistories = 40;

const api = '/rest/api/3';

type Site = Pick<Call, 'store' | 'baseUrl'>;

const person = ({ store, baseUrl }: Site, accountId: string | null) => {
  const user = accountId === null ? undefined : store.users.get(accountId);
  return user ? presentUser(baseUrl, user) : null;
};

/** An issue inside another one: its parent or a sub-task. */
const presentLinked = ({ store, baseUrl }: Site, issue: Issue) => {
  const [status, type, priority] = [
    store.statuses.get(issue.statusId),
    store.issueTypes.get(issue.typeId),
    store.priorities.get(issue.priorityId ?? ''),
  ];
  return {
    id: issue.id,
    key: issue.key,
    self: `${baseUrl}${api}/issue/${issue.id}`,
    fields: {
      summary: issue.summary,
      ...(status ? { status: presentStatus(baseUrl, status) } : {}),
      ...(priority ? { priority: presentPriority(baseUrl, priority) } : {}),
      ...(type ? { issuetype: presentIssueType(baseUrl, type) } : {}),
    },
  };
};

/** Jira Cloud gives descriptions as Atlassian documents; an imported plain text becomes one. */
const presentDescription = (description: unknown) =>
  typeof description === 'string'
    ? { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text: description }] }] }
    : (description ?? null);

type ReadField = (site: Site, issue: Issue) => unknown;

const found = <T, Out>(records: ReadonlyMap<string, T>, ids: readonly (string | null)[], present: (record: T) => Out): readonly Out[] =>
  ids.flatMap((id) => {
    const record = id === null ? undefined : records.get(id);
    return record === undefined ? [] : [present(record)];
  });

const systemFields: Readonly<Record<string, ReadField>> = {
  summary: (_, issue) => issue.summary,
  description: (_, issue) => presentDescription(issue.description),
  issuetype: ({ store, baseUrl }, issue) => found(store.issueTypes, [issue.typeId], (type) => presentIssueType(baseUrl, type))[0] ?? null,
  project: ({ store, baseUrl }, issue) =>
    found(store.projects, [issue.projectId], (project) => presentProject(baseUrl, project))[0] ?? null,
  parent: (site, issue) => found(site.store.issues, [issue.parentId], (parent) => presentLinked(site, parent))[0],
  subtasks: (site, issue) =>
    site.store
      .childrenOf(issue.id)
      .filter((child) => (site.store.issueTypes.get(child.typeId)?.hierarchyLevel ?? 0) < 0)
      .map((child) => presentLinked(site, child)),
  status: ({ store, baseUrl }, issue) => found(store.statuses, [issue.statusId], (status) => presentStatus(baseUrl, status))[0] ?? null,
  statusCategory: ({ store }, issue) => {
    const category = store.statuses.get(issue.statusId)?.category ?? 'new';
    return { key: category, ...categories[category] };
  },
  resolution: ({ store, baseUrl }, issue) =>
    found(store.resolutions, [issue.resolutionId], (resolution) => presentResolution(baseUrl, resolution))[0] ?? null,
  resolutiondate: (_, issue) => (issue.resolved === null ? null : timestamp(issue.resolved)),
  statuscategorychangedate: ({ store }, issue) => timestamp(categorySince(store.statuses, issue)),
  priority: ({ store, baseUrl }, issue) =>
    found(store.priorities, [issue.priorityId], (priority) => presentPriority(baseUrl, priority))[0] ?? null,
  assignee: (site, issue) => person(site, issue.assigneeId),
  reporter: (site, issue) => person(site, issue.reporterId),
  creator: (site, issue) => person(site, issue.creatorId),
  labels: (_, issue) => issue.labels,
  fixVersions: ({ store, baseUrl }, issue) => found(store.versions, issue.fixVersionIds, (version) => presentVersion(baseUrl, version)),
  versions: ({ store, baseUrl }, issue) => found(store.versions, issue.affectedVersionIds, (version) => presentVersion(baseUrl, version)),
  components: ({ store, baseUrl }, issue) =>
    found(store.components, issue.componentIds, (component) => presentComponent(baseUrl, component)),
  created: (_, issue) => timestamp(issue.created),
  updated: (_, issue) => timestamp(issue.updated),
  duedate: (_, issue) => issue.due,
  timeoriginalestimate: (_, issue) => issue.originalEstimate,
  timeestimate: (_, issue) => issue.remainingEstimate,
  timespent: (_, issue) => issue.timeSpent,
  security: () => null,
};

const readCustom = ({ store }: Site, issue: Issue, field: Field): unknown => {
  if (field.customType !== 'com.pyxis.greenhopper.jira:gh-sprint') return issue.custom[field.id] ?? null;
  const sprints = found(store.sprints, issue.sprintIds, (sprint) => ({
    id: Number(sprint.id),
    name: sprint.name,
    state: sprint.state,
    ...(sprint.startDate === null ? {} : { startDate: sprint.startDate }),
    ...(sprint.endDate === null ? {} : { endDate: sprint.endDate }),
  }));
  return sprints.length === 0 ? null : sprints;
};

/** The ids of the fields a request's `fields` names; unknown names are passed over, as Jira does. */
export const selectFields = ({ store }: Pick<Call, 'store'>, requested: readonly string[]): ReadonlySet<string> => {
  const all = [...store.fields.keys()].filter((id) => id !== 'issuekey');
  const wanted = requested.filter((name) => !name.startsWith('-'));
  const isAll = wanted.length === 0 || wanted.some((name) => name === '*all' || name === '*navigable');
  const selected = new Set(isAll ? all : wanted.filter((name) => store.fields.has(name)));
  for (const name of requested) if (name.startsWith('-')) selected.delete(name.slice(1));
  return selected;
};

const presentFields = (site: Site, issue: Issue, selected: ReadonlySet<string>): Readonly<Record<string, unknown>> => {
  const fields: Record<string, unknown> = {};
  for (const id of selected) {
    const field = site.store.fields.get(id);
    const value = field?.custom ? readCustom(site, issue, field) : systemFields[id]?.(site, issue);
    if (value !== undefined) fields[id] = value;
  }
  return fields;
};

export const presentHistory = (site: Site, entry: ChangeEntry) => {
  const author = person(site, entry.authorId);
  return { id: entry.id, ...(author ? { author } : {}), created: timestamp(entry.at), items: entry.items };
};

const presentSchema = (field: Field) => ({
  type: field.type ?? 'any',
  ...(field.items === null ? {} : { items: field.items }),
  ...(field.custom
    ? { ...(field.customType === null ? {} : { custom: field.customType }), customId: Number(field.id.replace('customfield_', '')) }
    : { system: field.id }),
});

export const presentField = (field: Field) => {
  const clauses = field.custom ? [`cf[${field.id.replace('customfield_', '')}]`, field.name] : [field.id];
  return {
    id: field.id,
    key: field.id,
    name: field.name,
    custom: field.custom,
    orderable: true,
    navigable: true,
    searchable: true,
    clauseNames: clauses,
    ...(field.type === null ? {} : { schema: presentSchema(field) }),
  };
};

/** `names` and `schema` of the chosen fields, where they are asked for. */
export const presentFieldExpansion = ({ store }: Pick<Call, 'store'>, selected: ReadonlySet<string>, expand: ReadonlySet<string>) => {
  const fields = [...selected].flatMap((id) => store.fields.get(id) ?? []);
  return {
    ...(expand.has('names') ? { names: Object.fromEntries(fields.map((field) => [field.id, field.name])) } : {}),
    ...(expand.has('schema') ? { schema: Object.fromEntries(fields.map((field) => [field.id, presentSchema(field)])) } : {}),
  };
};

export const presentIssue = (site: Site, issue: Issue, selected: ReadonlySet<string>, expand: ReadonlySet<string>) => {
  const total = issue.changelog.length;
  const histories = () =>
    [...issue.changelog]
      .reverse()
      .slice(0, embeddedHistories)
      .map((entry) => presentHistory(site, entry));
  return {
    expand: 'names,schema,changelog',
    id: issue.id,
    self: `${site.baseUrl}${api}/issue/${issue.id}`,
    key: issue.key,
    ...(expand.has('changelog')
      ? { changelog: { startAt: 0, maxResults: Math.min(total, embeddedHistories), total, histories: histories() } }
      : {}),
    fields: presentFields(site, issue, selected),
  };
};
