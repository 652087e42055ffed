/**
 * Reads the `fields` and `update` of a create or edit request into an edit of the model. What Jira would refuse by
 * field comes back as an error on that field.
 */
import type { IssueEdit } from '../change-issue';
import { fieldError, JiraError } from '../jira-error';
import type { Field, Issue, Project } from '../model';
import type { Store } from '../store';
import { isBody } from './endpoint';
import type { Body } from './endpoint';

type Named = { readonly id: string; readonly name: string };

const sameText = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

const text = (value: unknown): string | null => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null);

/** A record named by `{ id }`, `{ name }` or `{ value }`. */
const pick = (records: readonly Named[], field: string, value: unknown): string => {
  if (!isBody(value)) throw fieldError(field, 'data was not an object');
  const [id, name] = [text(value['id']), text(value['name']) ?? text(value['value'])];
  const record = records.find((candidate) => (id === null ? name !== null && sameText(candidate.name, name) : candidate.id === id));
  if (!record) throw fieldError(field, `${field} with ${id === null ? `name '${name ?? ''}'` : `id '${id}'`} is not valid`);
  return record.id;
};

const person = (store: Store, field: string, value: unknown): string | null => {
  if (value === null) return null;
  const accountId = isBody(value) ? (text(value['accountId']) ?? text(value['id'])) : null;
  if (accountId === null) return null;
  if (!store.users.has(accountId)) throw fieldError(field, `The user with account ID '${accountId}' does not exist.`);
  return accountId;
};

const parentId = (store: Store, value: unknown): string | null => {
  if (value === null) return null;
  const idOrKey = isBody(value) ? (text(value['id']) ?? text(value['key'])) : null;
  if (isBody(value) && idOrKey === null) return null;
  const parent = idOrKey === null ? null : store.findIssue(idOrKey);
  if (!parent) throw fieldError('parent', 'Could not find issue by id or key.');
  return parent.id;
};

const readCustom = (store: Store, field: Field, value: unknown): { readonly custom: Body } | { readonly sprintIds: readonly string[] } => {
  if (field.customType === 'com.pyxis.greenhopper.jira:gh-sprint') {
    if (value === null) return { sprintIds: [] };
    const id = text(value);
    if (id === null || !store.sprints.has(id)) throw fieldError(field.id, 'Number value expected as the Sprint id.');
    return { sprintIds: [id] };
  }
  if (field.type === 'number' && value !== null && typeof value !== 'number')
    throw fieldError(field.id, 'Operation value must be a number');
  if (field.type === 'string' && value !== null && typeof value !== 'string')
    throw fieldError(field.id, 'Operation value must be a string');
  return { custom: { [field.id]: value } };
};

const secondsOf: Readonly<Record<string, number>> = { w: 144_000, d: 28_800, h: 3600, m: 60 };

/** `{ originalEstimate: '1d 4h' }` in seconds; a day has eight hours, a week five days. Nothing else of time tracking can be set. */
const originalEstimate = (value: unknown): number | null => {
  const given = isBody(value) ? value['originalEstimate'] : undefined;
  if (given === null) return null;
  const parts = typeof given === 'string' ? given.trim().split(/\s+/) : [];
  if (parts.length === 0 || !parts.every((part) => /^\d+(\.\d+)?[wdhm]$/.test(part)))
    throw fieldError('timetracking', 'You must specify the time in the format 3w 4d 12h.');
  return parts.reduce((sum, part) => sum + Number(part.slice(0, -1)) * (secondsOf[part.slice(-1)] ?? 0), 0);
};

const labelsOf = (value: unknown): readonly string[] => {
  if (!Array.isArray(value)) throw fieldError('labels', 'data was not an array');
  return [
    ...new Set(
      value.map((label: unknown) => {
        if (typeof label !== 'string') throw fieldError('labels', 'Operation value must be a string');
        if (/\s/.test(label)) throw fieldError('labels', `The label '${label}' contains spaces which is invalid.`);
        return label;
      }),
    ),
  ];
};

const list = (field: string, value: unknown): readonly unknown[] => {
  if (!Array.isArray(value)) throw fieldError(field, 'data was not an array');
  return value;
};

const readField = (store: Store, project: Project, id: string, value: unknown): IssueEdit => {
  const own = <T extends Named & { readonly projectId: string }>(records: ReadonlyMap<string, T>) =>
    [...records.values()].filter((record) => record.projectId === project.id);
  const pickAll = (records: readonly Named[]) => list(id, value).map((item) => pick(records, id, item));
  switch (id) {
    case 'summary':
      if (typeof value !== 'string' || /[\r\n]/.test(value))
        throw fieldError(id, 'The summary is invalid because it contains newline characters or is no text.');
      if (value.length > 255) throw fieldError(id, "Summary can't exceed 255 characters.");
      return { summary: value };
    case 'description':
      if (value !== null && !(isBody(value) && value['type'] === 'doc'))
        throw fieldError(id, 'Operation value must be an Atlassian Document (see the Atlassian Document Format)');
      return { description: value };
    case 'issuetype':
      return {
        typeId: pick(
          project.typeIds.flatMap((typeId) => store.issueTypes.get(typeId) ?? []),
          id,
          value,
        ),
      };
    case 'parent':
      return { parentId: parentId(store, value) };
    case 'labels':
      return { labels: labelsOf(value ?? []) };
    case 'assignee':
      return { assigneeId: person(store, id, value) };
    case 'reporter':
      return { reporterId: person(store, id, value) };
    case 'priority':
      return { priorityId: value === null ? null : pick([...store.priorities.values()], id, value) };
    case 'resolution':
      return { resolutionId: value === null ? null : pick([...store.resolutions.values()], id, value) };
    case 'timetracking':
      return { originalEstimate: originalEstimate(value) };
    case 'fixVersions':
      return { fixVersionIds: pickAll(own(store.versions)) };
    case 'versions':
      return { affectedVersionIds: pickAll(own(store.versions)) };
    case 'components':
      return { componentIds: pickAll(own(store.components)) };
    case 'duedate':
      if (value !== null && !(typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)))) {
        throw fieldError(id, `Error parsing date string: ${String(value)}`);
      }
      return { due: value };
    default: {
      const field = store.fields.get(id);
      if (!field?.custom) throw fieldError(id, `Field '${id}' cannot be set. It is not on the appropriate screen, or unknown.`);
      return readCustom(store, field, value);
    }
  }
};

const merge = (edits: readonly IssueEdit[]): IssueEdit =>
  edits.reduce<IssueEdit>((all, edit) => ({ ...all, ...edit, ...(edit.custom ? { custom: { ...all.custom, ...edit.custom } } : {}) }), {});

/** The verbs of `update` for one field, as one edit. */
const readOperations = (store: Store, project: Project, issue: Issue | null, id: string, operations: unknown): IssueEdit => {
  const current: Readonly<Record<string, readonly string[]>> = {
    labels: issue?.labels ?? [],
    fixVersions: issue?.fixVersionIds ?? [],
    versions: issue?.affectedVersionIds ?? [],
    components: issue?.componentIds ?? [],
  };
  const isLabels = id === 'labels';
  const asValues = (values: readonly string[]): unknown => (isLabels ? values : values.map((value) => ({ id: value })));
  const ids = (edit: IssueEdit): readonly string[] =>
    ({ labels: edit.labels, fixVersions: edit.fixVersionIds, versions: edit.affectedVersionIds, components: edit.componentIds })[id] ?? [];
  let edit: IssueEdit = {};
  for (const operation of list(id, operations)) {
    const [verb, value] = isBody(operation) ? (Object.entries(operation)[0] ?? []) : [];
    const before = Object.keys(edit).length > 0 ? ids(edit) : current[id];
    if (verb === 'set') edit = readField(store, project, id, value);
    else if ((verb === 'add' || verb === 'remove') && before) {
      const given = ids(readField(store, project, id, [value]));
      const after = verb === 'add' ? [...new Set([...before, ...given])] : before.filter((item) => !given.includes(item));
      edit = readField(store, project, id, asValues(after));
    } else throw fieldError(id, `Field with id '${id}' and the operation '${String(verb)}' do not go together.`);
  }
  return edit;
};

/** Throws a 400 with the errors of every field that is wrong. */
export const readIssueEdit = (
  store: Store,
  project: Project,
  issue: Issue | null,
  body: Body,
  passed: readonly string[] = [],
): IssueEdit => {
  const [fields, update] = [body['fields'] ?? {}, body['update'] ?? {}];
  if (!isBody(fields) || !isBody(update))
    throw new JiraError(400, ['Invalid request payload. Refer to the REST API documentation and try again.']);
  const errors: Record<string, string> = {};
  const edits: IssueEdit[] = [];
  const attempt = (id: string, read: () => IssueEdit) => {
    if (passed.includes(id)) return;
    try {
      edits.push(read());
    } catch (error) {
      if (!(error instanceof JiraError)) throw error;
      Object.assign(errors, error.errors);
    }
  };
  for (const [id, value] of Object.entries(fields)) attempt(id, () => readField(store, project, id, value));
  for (const [id, operations] of Object.entries(update)) {
    if (id in fields) errors[id] = `Field '${id}' cannot appear in both 'fields' and 'update'`;
    else attempt(id, () => readOperations(store, project, issue, id, operations));
  }
  if (Object.keys(errors).length > 0) throw new JiraError(400, [], errors);
  return merge(edits);
};
