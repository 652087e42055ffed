/**
 * Reads Jira's replies to the browser into our own shapes; what does not look as documented is skipped, never trusted.
 * By hand: for these few fields the panel should not have to load zod. Does no requests.
 */
import type { StatusCategory } from '../src/domain/model';
import type { Administered, IssueSuggestion, Move, NamedIssue, NamedProject, Person } from './host';

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const personOf = (value: unknown): readonly Person[] => {
  const user = fieldsOf(value);
  const accountId = textOf(user['accountId']);
  if (accountId === null) return [];
  const avatarUrl = textOf(fieldsOf(user['avatarUrls'])['48x48']);
  return [{ accountId, name: textOf(user['displayName']) ?? 'Unnamed user', avatarUrl, active: user['active'] !== false }];
};

/** `GET /rest/api/3/user/bulk`. */
export const peopleOfPage = (reply: unknown): readonly Person[] => listOf(fieldsOf(reply)['values']).flatMap(personOf);

/** `GET /rest/api/3/user/assignable/search`. */
export const peopleOfList = (reply: unknown): readonly Person[] => listOf(reply).flatMap(personOf);

/** `POST /rest/api/3/permissions/check`: what the viewer administers of what was asked for. */
export const administeredOfReply = (reply: unknown): Administered => {
  const { globalPermissions, projectPermissions } = fieldsOf(reply);
  const grants = listOf(projectPermissions)
    .map(fieldsOf)
    .filter(({ permission }) => permission === 'ADMINISTER_PROJECTS');
  return {
    jira: listOf(globalPermissions).includes('ADMINISTER'),
    projectIds: new Set(grants.flatMap(({ projects }) => listOf(projects)).flatMap((id) => (typeof id === 'number' ? [String(id)] : []))),
  };
};

/** `GET /rest/api/3/issue/picker`: its sections (history, search) joined, each issue once. */
export const issuesOfPicker = (reply: unknown): readonly IssueSuggestion[] => {
  const found = new Map<string, IssueSuggestion>();
  for (const section of listOf(fieldsOf(reply)['sections'])) {
    for (const entry of listOf(fieldsOf(section)['issues'])) {
      const issue = fieldsOf(entry);
      const key = textOf(issue['key']);
      const id = typeof issue['id'] === 'number' ? String(issue['id']) : textOf(issue['id']);
      if (key !== null && id !== null && !found.has(id)) found.set(id, { id, key, summary: textOf(issue['summaryText']) ?? '' });
    }
  }
  return [...found.values()];
};

/** `GET /rest/api/3/issue/{idOrKey}` with `fields=summary,issuetype`; null when it is no issue. Only a sub-task can have no children. */
export const issueOfReply = (reply: unknown): NamedIssue | null => {
  const issue = fieldsOf(reply);
  const fields = fieldsOf(issue['fields']);
  const id = textOf(issue['id']);
  const key = textOf(issue['key']);
  if (id === null || key === null) return null;
  return { id, key, summary: textOf(fields['summary']) ?? '', mayHaveChildren: fieldsOf(fields['issuetype'])['subtask'] === false };
};

/** `GET /rest/api/3/project/{id}`; null when it is no project. */
export const projectOfReply = (reply: unknown): NamedProject | null => {
  const project = fieldsOf(reply);
  const key = textOf(project['key']);
  return key === null ? null : { key, name: textOf(project['name']) ?? key };
};

/** `GET /rest/api/3/project/search`. */
export const projectsOfPage = (reply: unknown): readonly (NamedProject & { readonly id: string })[] =>
  listOf(fieldsOf(reply)['values']).flatMap((value) => {
    const id = textOf(fieldsOf(value)['id']);
    const project = projectOfReply(value);
    return id === null || project === null ? [] : [{ id, ...project }];
  });

const categories: Readonly<Record<string, StatusCategory>> = { new: 'todo', indeterminate: 'in-progress', done: 'done' };

/** `GET /rest/api/3/issue/{idOrKey}/transitions?expand=transitions.fields`, without those that lead nowhere. */
export const movesOfReply = (reply: unknown): readonly Move[] =>
  listOf(fieldsOf(reply)['transitions']).flatMap((value) => {
    const transition = fieldsOf(value);
    const to = fieldsOf(transition['to']);
    const [id, name] = [textOf(transition['id']), textOf(transition['name'])];
    if (id === null || name === null || transition['isAvailable'] === false) return [];
    const needs = Object.values(fieldsOf(transition['fields'])).flatMap((each) => {
      const field = fieldsOf(each);
      return field['required'] === true && field['hasDefaultValue'] !== true ? [textOf(field['name']) ?? 'a field'] : [];
    });
    const category = categories[textOf(fieldsOf(to['statusCategory'])['key']) ?? ''] ?? 'todo';
    return [{ id, name, to: { name: textOf(to['name']) ?? name, category }, needs }];
  });

/** Why Jira refused, in its own words; null where it gave none. */
export const refusalOfReply = (reply: unknown): string | null => {
  const { errorMessages, errors } = fieldsOf(reply);
  const words = [...listOf(errorMessages), ...Object.values(fieldsOf(errors))].flatMap((each) => textOf(each) ?? []);
  return words.length === 0 ? null : words.join(' ');
};

/** What the form for a new issue hands over when it is closed. */
export const createdIssueIds = (handed: unknown): readonly string[] =>
  listOf(fieldsOf(handed)['payload']).flatMap((created) => {
    const { issueId } = fieldsOf(created);
    return typeof issueId === 'number' ? [String(issueId)] : (textOf(issueId) ?? []);
  });
