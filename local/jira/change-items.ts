/**
 * The changelog items of a change, found by comparing an issue before and after it. One place, so that no mutation can
 * forget to write its history. Item shapes are those Jira Cloud writes (ids in from/to, words in the strings).
 */
import type { ChangeItem, Issue } from './model';
import type { Store } from './store';

type Side = { readonly id: string | null; readonly text: string | null };
const nothing: Side = { id: null, text: null };
const words = (text: string | null): Side => ({ id: null, text });

const seconds = (value: number | null): Side => (value === null ? nothing : { id: String(value), text: String(value) });

const joined = (ids: readonly string[], nameOf: (id: string) => string | undefined): Side =>
  ids.length === 0 ? { id: '', text: '' } : { id: ids.join(', '), text: ids.map((id) => nameOf(id) ?? id).join(', ') };

const plainText = (description: unknown): string | null => {
  if (description === null || description === undefined) return null;
  return typeof description === 'string' ? description : JSON.stringify(description);
};

export const changeItems = (store: Store, before: Issue, after: Issue): readonly ChangeItem[] => {
  const items: ChangeItem[] = [];

  const add = (field: string, fieldId: string | null, fieldtype: string, from: Side, to: Side) => {
    const ids = fieldId === null ? {} : { fieldId };
    items.push({ field, fieldtype, ...ids, from: from.id, fromString: from.text, to: to.id, toString: to.text });
  };
  const named = <T extends { readonly id: string; readonly name: string }>(
    field: string,
    fieldId: string | null,
    records: ReadonlyMap<string, T>,
    from: string | null,
    to: string | null,
  ) => {
    const side = (id: string | null): Side => (id === null ? nothing : { id, text: records.get(id)?.name ?? id });
    if (from !== to) add(field, fieldId, 'jira', side(from), side(to));
  };
  const person = (field: string, from: string | null, to: string | null) => {
    const side = (id: string | null): Side => (id === null ? nothing : { id, text: store.users.get(id)?.displayName ?? id });
    if (from !== to) add(field, field, 'jira', side(from), side(to));
  };
  /** One item for each value that came or went, as Jira does for versions and components. */
  const each = <T extends { readonly name: string }>(
    field: string,
    fieldId: string,
    records: ReadonlyMap<string, T>,
    from: readonly string[],
    to: readonly string[],
  ) => {
    const side = (id: string): Side => ({ id, text: records.get(id)?.name ?? id });
    for (const id of from) if (!to.includes(id)) add(field, fieldId, 'jira', side(id), nothing);
    for (const id of to) if (!from.includes(id)) add(field, fieldId, 'jira', nothing, side(id));
  };

  if (before.key !== after.key) add('Key', null, 'jira', words(before.key), words(after.key));
  named('project', 'project', store.projects, before.projectId, after.projectId);
  named('issuetype', 'issuetype', store.issueTypes, before.typeId, after.typeId);
  if (before.parentId !== after.parentId) {
    const side = (id: string | null): Side => (id === null ? nothing : { id, text: store.issues.get(id)?.key ?? null });
    add('IssueParentAssociation', null, 'jira', side(before.parentId), side(after.parentId));
  }
  named('resolution', 'resolution', store.resolutions, before.resolutionId, after.resolutionId);
  named('status', 'status', store.statuses, before.statusId, after.statusId);
  if (before.summary !== after.summary) add('summary', 'summary', 'jira', words(before.summary), words(after.summary));
  const [oldDescription, newDescription] = [plainText(before.description), plainText(after.description)];
  if (oldDescription !== newDescription) add('description', 'description', 'jira', words(oldDescription), words(newDescription));
  const [oldLabels, newLabels] = [before.labels.join(' '), after.labels.join(' ')];
  if (oldLabels !== newLabels) add('labels', 'labels', 'jira', words(oldLabels), words(newLabels));
  person('assignee', before.assigneeId, after.assigneeId);
  person('reporter', before.reporterId, after.reporterId);
  named('priority', 'priority', store.priorities, before.priorityId, after.priorityId);
  each('Fix Version', 'fixVersions', store.versions, before.fixVersionIds, after.fixVersionIds);
  each('Version', 'versions', store.versions, before.affectedVersionIds, after.affectedVersionIds);
  each('Component', 'components', store.components, before.componentIds, after.componentIds);
  if (before.sprintIds.join() !== after.sprintIds.join()) {
    const field = [...store.fields.values()].find((candidate) => candidate.customType === 'com.pyxis.greenhopper.jira:gh-sprint');
    const nameOf = (id: string) => store.sprints.get(id)?.name;
    add('Sprint', field?.id ?? null, 'custom', joined(before.sprintIds, nameOf), joined(after.sprintIds, nameOf));
  }
  if (before.due !== after.due) {
    const side = (day: string | null): Side => (day === null ? nothing : { id: day, text: `${day} 00:00:00.0` });
    add('duedate', 'duedate', 'jira', side(before.due), side(after.due));
  }
  const estimates = [
    ['timeoriginalestimate', before.originalEstimate, after.originalEstimate],
    ['timeestimate', before.remainingEstimate, after.remainingEstimate],
    ['timespent', before.timeSpent, after.timeSpent],
  ] as const;
  for (const [field, from, to] of estimates) if (from !== to) add(field, field, 'jira', seconds(from), seconds(to));
  for (const id of new Set([...Object.keys(before.custom), ...Object.keys(after.custom)])) {
    const side = (value: unknown): Side => {
      if (value === undefined) return nothing;
      return words(typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value));
    };
    const [from, to] = [side(before.custom[id]), side(after.custom[id])];
    if (from.text !== to.text) add(store.fields.get(id)?.name ?? id, id, 'custom', from, to);
  }
  return items;
};
