/**
 * The records in memory with the few look-ups everything needs: by id, issues by key (former keys too), children of an
 * issue. It holds and finds; it knows no rule of Jira.
 */
import type { JiraUser } from '../seams';
import type { Component, Field, Group, Issue, IssueType, Priority, Project, Resolution, SiteState, Sprint, Status, Version } from './model';

export type Store = {
  readonly users: Map<string, JiraUser>;
  readonly groups: Map<string, Group>;
  readonly projects: Map<string, Project>;
  readonly issueTypes: Map<string, IssueType>;
  readonly statuses: Map<string, Status>;
  readonly resolutions: Map<string, Resolution>;
  readonly priorities: Map<string, Priority>;
  readonly fields: Map<string, Field>;
  readonly versions: Map<string, Version>;
  readonly components: Map<string, Component>;
  readonly sprints: Map<string, Sprint>;
  /** Read through this; write with `putIssue` and `removeIssue`. */
  readonly issues: ReadonlyMap<string, Issue>;
  putIssue(issue: Issue): void;
  removeIssue(id: string): void;
  /** By id, key in any case, or a former key. */
  findIssue(idOrKey: string): Issue | null;
  /** By id, or key in any case. */
  findProject(idOrKey: string): Project | null;
  /** By creation: ascending id. */
  childrenOf(issueId: string): readonly Issue[];
  /** An id nothing on the site has had. */
  nextId(): string;
  /** Makes ids up to this one taken. */
  reserveId(id: string): void;
  toState(): SiteState;
  /** Becomes what the state says; what was there before is forgotten. */
  load(state: SiteState): void;
};

const fill = <T extends { readonly id: string }>(map: Map<string, T>, records: readonly T[]) => {
  map.clear();
  for (const record of records) map.set(record.id, record);
};

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => Number(a.id) - Number(b.id);

export const createStore = (initial: SiteState): Store => {
  const users = new Map<string, JiraUser>();
  const groups = new Map<string, Group>();
  const projects = new Map<string, Project>();
  const issueTypes = new Map<string, IssueType>();
  const statuses = new Map<string, Status>();
  const resolutions = new Map<string, Resolution>();
  const priorities = new Map<string, Priority>();
  const fields = new Map<string, Field>();
  const versions = new Map<string, Version>();
  const components = new Map<string, Component>();
  const sprints = new Map<string, Sprint>();
  const issues = new Map<string, Issue>();
  const idByKey = new Map<string, string>();
  const childIds = new Map<string, Set<string>>();
  let lastId = 0;

  const reserveId = (id: string) => {
    const number = Number(id);
    if (Number.isSafeInteger(number) && number > lastId) lastId = number;
  };

  const forget = (issue: Issue) => {
    for (const key of [issue.key, ...issue.formerKeys]) if (idByKey.get(key) === issue.id) idByKey.delete(key);
    if (issue.parentId !== null) childIds.get(issue.parentId)?.delete(issue.id);
  };

  const putIssue = (issue: Issue) => {
    const before = issues.get(issue.id);
    if (before) forget(before);
    issues.set(issue.id, issue);
    reserveId(issue.id);
    for (const key of issue.formerKeys) if (!idByKey.has(key)) idByKey.set(key, issue.id);
    idByKey.set(issue.key, issue.id);
    if (issue.parentId !== null) {
      const siblings = childIds.get(issue.parentId);
      if (siblings) siblings.add(issue.id);
      else childIds.set(issue.parentId, new Set([issue.id]));
    }
  };

  const load = (state: SiteState) => {
    users.clear();
    for (const user of state.users) users.set(user.accountId, user);
    fill(groups, state.groups);
    fill(projects, state.projects);
    fill(issueTypes, state.issueTypes);
    fill(statuses, state.statuses);
    fill(resolutions, state.resolutions);
    fill(priorities, state.priorities);
    fill(fields, state.fields);
    fill(versions, state.versions);
    fill(components, state.components);
    fill(sprints, state.sprints);
    issues.clear();
    idByKey.clear();
    childIds.clear();
    lastId = state.lastId;
    for (const issue of state.issues) putIssue(issue);
  };

  load(initial);

  return {
    users,
    groups,
    projects,
    issueTypes,
    statuses,
    resolutions,
    priorities,
    fields,
    versions,
    components,
    sprints,
    issues,
    putIssue,
    removeIssue: (id) => {
      const issue = issues.get(id);
      if (!issue) return;
      forget(issue);
      issues.delete(id);
    },
    findIssue: (idOrKey) => issues.get(idOrKey) ?? issues.get(idByKey.get(idOrKey.toUpperCase()) ?? '') ?? null,
    findProject: (idOrKey) => {
      const key = idOrKey.toUpperCase();
      return projects.get(idOrKey) ?? [...projects.values()].find((project) => project.key === key) ?? null;
    },
    childrenOf: (issueId) => [...(childIds.get(issueId) ?? [])].flatMap((id) => issues.get(id) ?? []).sort(byId),
    nextId: () => {
      lastId += 1;
      return String(lastId);
    },
    reserveId,
    toState: () => ({
      format: 1,
      lastId,
      users: [...users.values()],
      groups: [...groups.values()],
      projects: [...projects.values()],
      issueTypes: [...issueTypes.values()],
      statuses: [...statuses.values()],
      resolutions: [...resolutions.values()],
      priorities: [...priorities.values()],
      fields: [...fields.values()],
      versions: [...versions.values()],
      components: [...components.values()],
      sprints: [...sprints.values()],
      issues: [...issues.values()],
    }),
    load,
  };
};
