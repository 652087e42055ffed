/** Issues and changelogs for the tests of the past: valid as they are, each test names only what it is about. */
import { createDirectory, type Directory, type SiteStatus } from '../../../src/domain/past/directory';
import { issuePast } from '../../../src/domain/past/issue-past';
import type { ChangeItem, FollowedField, History, IssueNow, IssuePast, IssueState } from '../../../src/domain/past/issue-state';
import { issueThen, type IssueThen } from '../../../src/domain/past/issue-then';
import { presentState } from '../../../src/domain/past/state-at';

export const at = (text: string): number => Date.parse(`${text}Z`);

const statuses: readonly SiteStatus[] = [
  { id: '1', name: 'To Do', category: 'todo' },
  { id: '2', name: 'In Progress', category: 'in-progress' },
  { id: '3', name: 'Done', category: 'done' },
];

export const points: FollowedField = { id: 'customfield_10016', name: 'Story Points' };

const named = (id: string, name: string) => ({ id, name });

export const status = { todo: named('1', 'To Do'), doing: named('2', 'In Progress'), done: named('3', 'Done') } as const;

export const state = (given: Partial<IssueState> = {}): IssueState => ({
  key: 'WEB-1',
  project: named('10000', 'Web'),
  type: named('5', 'Story'),
  status: status.todo,
  resolution: null,
  priority: named('3', 'Medium'),
  assignee: null,
  reporter: named('ben', 'Ben Lead'),
  parent: null,
  fixVersions: [],
  affectedVersions: [],
  components: [],
  sprints: [],
  labels: [],
  estimate: null,
  numbers: {},
  ...given,
});

export const now = (issueId: string, given: Partial<IssueState> = {}, createdAt = at('2026-10-01T08:00:00')): IssueNow => ({
  issueId,
  createdAt,
  statusCategory: statuses.find(({ id }) => id === (given.status ?? status.todo).id)?.category ?? 'todo',
  state: state({ key: `WEB-${issueId}`, ...given }),
});

/** One changed field; the ids are left out where they are not given. */
export const item = (field: string, sides: Partial<Omit<ChangeItem, 'field'>>): ChangeItem => ({
  field,
  fieldId: null,
  custom: null,
  from: null,
  fromText: null,
  to: null,
  toText: null,
  ...sides,
});

let lastId = 0;
/** An entry of a changelog, later than those made before. */
export const entry = (when: string, ...items: readonly ChangeItem[]): History => ({
  id: String((lastId += 1)),
  at: at(when),
  items,
});

export const moved = (when: string, from: { id: string; name: string }, to: { id: string; name: string }): History =>
  entry(when, item('status', { fieldId: 'status', from: from.id, fromText: from.name, to: to.id, toText: to.name }));

export const labelled = (when: string, from: string, to: string): History =>
  entry(when, item('labels', { fieldId: 'labels', fromText: from, toText: to }));

export const pastOf = (issue: IssueNow, ...histories: readonly History[]): IssuePast => issuePast(issue, histories, [points]);

export const directoryOf = (...pasts: readonly IssuePast[]): Directory => createDirectory(pasts, statuses);

/** An issue as it is, for queries. */
export function then(issueId: string, given: Partial<IssueState> = {}, others: readonly IssuePast[] = []): IssueThen {
  const past = pastOf(now(issueId, given));
  return issueThen(past, presentState(past), directoryOf(past, ...others));
}
