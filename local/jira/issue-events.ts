/**
 * The events Forge hands to triggers, with the small fixed set of issue fields it documents and nothing more: no
 * points, parent, resolution or labels. Those have to be read again.
 */
import type { JiraEvent, JiraPrincipal } from '../seams';
import type { ChangeEntry, Issue, Project } from './model';
import { presentStatus, presentUser, timestamp } from './present';
import type { Store } from './store';

export type EventSource = { readonly store: Store; readonly baseUrl: string; readonly now: number; readonly actor: JiraPrincipal };

const accountIdOf = (actor: JiraPrincipal) => (actor.type === 'user' ? { atlassianId: actor.accountId } : {});

const envelope = (source: EventSource, name: string, body: Readonly<Record<string, unknown>>): JiraEvent => ({
  name,
  payload: {
    eventType: name,
    selfGenerated: source.actor.type === 'app',
    ...body,
    ...accountIdOf(source.actor),
    timestamp: String(source.now),
  },
});

const issueOf = ({ store, baseUrl }: EventSource, issue: Issue) => {
  const type = store.issueTypes.get(issue.typeId);
  const project = store.projects.get(issue.projectId);
  const status = store.statuses.get(issue.statusId);
  const person = (id: string | null) => {
    const user = id === null ? undefined : store.users.get(id);
    return user ? presentUser(baseUrl, user) : null;
  };
  return {
    id: issue.id,
    key: issue.key,
    fields: {
      summary: issue.summary,
      issuetype: type ? { id: type.id, name: type.name, subtask: type.hierarchyLevel < 0, hierarchyLevel: type.hierarchyLevel } : null,
      creator: person(issue.creatorId),
      created: timestamp(issue.created),
      project: project ? { id: project.id, key: project.key, name: project.name } : null,
      reporter: person(issue.reporterId),
      assignee: person(issue.assigneeId),
      updated: timestamp(issue.updated),
      status: status ? presentStatus(baseUrl, status) : null,
    },
  };
};

const users = (source: EventSource, accountIds: readonly (string | null)[]) => {
  const ids = [...new Set(accountIds)].flatMap((id) => (id !== null && source.store.users.has(id) ? [id] : []));
  return { associatedUsers: { associatedUsers: ids.map((accountId) => ({ accountId })) } };
};
const actorId = (source: EventSource) => (source.actor.type === 'user' ? source.actor.accountId : null);

export const createdEvent = (source: EventSource, issue: Issue): JiraEvent =>
  envelope(source, 'avi:jira:created:issue', { issue: issueOf(source, issue), ...users(source, [actorId(source)]) });

export const updatedEvent = (source: EventSource, issue: Issue, entry: ChangeEntry): JiraEvent => {
  const item = (field: string) => entry.items.find((candidate) => candidate.field === field);
  const status = item('status');
  const assignee = item('assignee');
  const kind = () => {
    if (item('Key')) return 'issue_moved';
    const resolution = item('resolution');
    if (resolution?.to) return 'issue_resolved';
    if (resolution) return 'issue_reopened';
    if (status) return 'issue_generic';
    return assignee ? 'issue_assigned' : 'issue_updated';
  };
  const statuses = [status?.to, status?.from].flatMap((id) => source.store.statuses.get(id ?? '') ?? []);
  return envelope(source, 'avi:jira:updated:issue', {
    jiraEventTypeName: kind(),
    issue: issueOf(source, issue),
    changelog: { id: entry.id, items: entry.items },
    ...users(source, [actorId(source), assignee?.from ?? null, assignee?.to ?? null]),
    ...(statuses.length > 0 ? { associatedStatuses: statuses.map((record) => presentStatus(source.baseUrl, record)) } : {}),
  });
};

export const deletedEvent = (source: EventSource, issue: Issue): JiraEvent =>
  envelope(source, 'avi:jira:deleted:issue', { issue: issueOf(source, issue), ...users(source, [actorId(source)]) });

type ProjectChange = 'archived' | 'unarchived' | 'softdeleted' | 'restored' | 'deleted';

/** A project takes its issues with it; Jira sends no event for those. */
export const projectEvent = (source: EventSource, change: ProjectChange, { id, key, name }: Project): JiraEvent =>
  envelope(source, `avi:jira:${change}:project`, { project: { id, key, name } });
