/**
 * A small language of queries whose meaning the oracle knows by itself: it writes the JQL and says which issues it finds, without asking Jira
 * and without parsing anything.
 */
import type { CountedIssue } from './jira-truth';

export type Compare = '<' | '<=' | '>' | '>=' | '=';

export type Query =
  | { readonly find: 'project'; readonly key: string }
  | { readonly find: 'label'; readonly among: readonly string[] }
  | { readonly find: 'no label' }
  | { readonly find: 'status'; readonly name: string }
  | { readonly find: 'category'; readonly name: 'To Do' | 'In Progress' | 'Done' }
  | { readonly find: 'resolution'; readonly among: readonly string[] }
  | { readonly find: 'unresolved' }
  | { readonly find: 'type'; readonly among: readonly string[] }
  | { readonly find: 'version'; readonly name: string }
  | { readonly find: 'component'; readonly name: string }
  | { readonly find: 'parent'; readonly issueId: string }
  | { readonly find: 'number'; readonly fieldId: string; readonly name: string; readonly compare: Compare; readonly value: number }
  | { readonly find: 'all of' | 'any of'; readonly parts: readonly Query[] }
  | { readonly find: 'not'; readonly part: Query };

const quoted = (text: string): string => `"${text}"`;
const list = (texts: readonly string[]): string => `(${texts.map(quoted).join(', ')})`;

export function asJql(query: Query): string {
  switch (query.find) {
    case 'project':
      return `project = ${quoted(query.key)}`;
    case 'label':
      return `labels in ${list(query.among)}`;
    case 'no label':
      return 'labels is EMPTY';
    case 'status':
      return `status = ${quoted(query.name)}`;
    case 'category':
      return `statusCategory = ${quoted(query.name)}`;
    case 'resolution':
      return `resolution in ${list(query.among)}`;
    case 'unresolved':
      return 'resolution is EMPTY';
    case 'type':
      return `issuetype in ${list(query.among)}`;
    case 'version':
      return `fixVersion = ${quoted(query.name)}`;
    case 'component':
      return `component = ${quoted(query.name)}`;
    case 'parent':
      return `parent = ${query.issueId}`;
    case 'number':
      return `${quoted(query.name)} ${query.compare} ${query.value}`;
    case 'all of':
      return query.parts.map((part) => `(${asJql(part)})`).join(' AND ');
    case 'any of':
      return query.parts.map((part) => `(${asJql(part)})`).join(' OR ');
    case 'not':
      return `NOT (${asJql(query.part)})`;
  }
}

const categoryNames = { todo: 'To Do', 'in-progress': 'In Progress', done: 'Done' } as const;

function holds(compare: Compare, a: number, b: number): boolean {
  if (compare === '<') return a < b;
  if (compare === '<=') return a <= b;
  if (compare === '>') return a > b;
  if (compare === '>=') return a >= b;
  return a === b;
}

/** True, false, or null for a field without a value: such an issue is found neither by a clause on the field nor by its opposite. */
function clause(query: Query, issue: CountedIssue): boolean | null {
  switch (query.find) {
    case 'project':
      return issue.projectKey === query.key;
    case 'label':
      return issue.labels.length === 0 ? null : issue.labels.some((label) => query.among.includes(label));
    case 'no label':
      return issue.labels.length === 0;
    case 'status':
      return issue.status === query.name;
    case 'category':
      return categoryNames[issue.category] === query.name;
    case 'resolution':
      return issue.resolution === null ? null : query.among.includes(issue.resolution);
    case 'unresolved':
      return issue.resolution === null;
    case 'type':
      return query.among.includes(issue.type);
    case 'version':
      return issue.versions.length === 0 ? null : issue.versions.includes(query.name);
    case 'component':
      return issue.components.length === 0 ? null : issue.components.includes(query.name);
    case 'parent':
      return issue.parentId === null ? null : issue.parentId === query.issueId;
    case 'number': {
      const value = issue.numbers[query.fieldId];
      return value === undefined ? null : holds(query.compare, value, query.value);
    }
    case 'all of':
    case 'any of':
    case 'not':
      throw new Error('No clause.');
  }
}

function finds(query: Query, issue: CountedIssue, opposite: boolean): boolean {
  if (query.find === 'not') return finds(query.part, issue, !opposite);
  if (query.find === 'all of' || query.find === 'any of') {
    const each = query.parts.map((part) => finds(part, issue, opposite));
    return (query.find === 'all of') !== opposite ? each.every(Boolean) : each.some(Boolean);
  }
  const found = clause(query, issue);
  return found !== null && found !== opposite;
}

/** Whether Jira's search would give this issue. An archived one is never found. */
export const matches = (query: Query, issue: CountedIssue): boolean => !issue.archived && finds(query, issue, false);
