/**
 * A company that fits in the head, as state for the Jira stand-in: four people, an open and a private project, an epic
 * with a story, a task, a sub-task and a bug, and one issue the others cannot see.
 *
 * | Key   | Type     | Status      | Points | Parent | |
 * |-------|----------|-------------|--------|--------|-|
 * | WEB-1 | Epic     | In Progress |        |        | |
 * | WEB-2 | Story    | Done        | 3      | WEB-1  | |
 * | WEB-3 | Story    | In Progress | 5      | WEB-1  | label checkout |
 * | WEB-4 | Task     | To Do       |        | WEB-1  | no estimate |
 * | WEB-5 | Sub-task | To Do       | 1      | WEB-3  | |
 * | WEB-6 | Bug      | To Do       | 2      |        | label checkout |
 * | WEB-7 | Story    | Done        | 8      | WEB-1  | resolved Won't Do |
 * | SEC-1 | Task     | To Do       | 2      |        | private: ada and dan only |
 */
import { defaultCatalog } from '../../local/jira/default-catalog';
import type { Issue, Project, SiteState } from '../../local/jira/model';
import type { JiraUser } from '../../local/seams';

const person = (accountId: string, displayName: string): JiraUser => ({
  accountId,
  displayName,
  emailAddress: `${accountId}@example.com`,
  active: true,
  siteAdmin: false,
});

/** Ada administers the site; Ben leads WEB; Cleo only works; Dan leads SEC. */
const users = {
  ada: { ...person('ada', 'Ada Admin'), siteAdmin: true },
  ben: person('ben', 'Ben Lead'),
  cleo: person('cleo', 'Cleo Coder'),
  dan: person('dan', 'Dan Secret'),
} as const;

const named = (records: readonly { readonly id: string; readonly name: string }[], name: string): string => {
  const record = records.find((candidate) => candidate.name === name);
  if (!record) throw new Error(`The catalog has no "${name}".`);
  return record.id;
};

const project = (id: string, key: string, name: string, lead: JiraUser, access: Project['access'], lastIssueNumber: number): Project => ({
  id,
  key,
  name,
  access,
  leadId: lead.accountId,
  adminIds: [],
  memberIds: [lead.accountId],
  groupIds: [],
  typeIds: defaultCatalog.issueTypes.map((type) => type.id),
  statusIds: defaultCatalog.statuses.map((status) => status.id),
  lastIssueNumber,
});

const created = Date.parse('2026-10-01T08:00:00Z');
const resolvedAt = Date.parse('2026-10-20T08:00:00Z');

type Draft = {
  readonly id: string;
  readonly key: string;
  readonly type: 'Epic' | 'Story' | 'Task' | 'Sub-task' | 'Bug';
  readonly summary: string;
  readonly status?: 'In Progress' | 'Done';
  readonly resolution?: 'Done' | "Won't Do";
  readonly points?: number;
  readonly parentId?: string;
  readonly labels?: readonly string[];
};

const issue = ({ id, key, type, summary, status, resolution, points, parentId, labels = [] }: Draft): Issue => ({
  id,
  key,
  formerKeys: [],
  projectId: key.startsWith('WEB') ? '10000' : '10001',
  typeId: named(defaultCatalog.issueTypes, type),
  statusId: named(defaultCatalog.statuses, status ?? 'To Do'),
  resolutionId: resolution === undefined ? null : named(defaultCatalog.resolutions, resolution),
  priorityId: named(defaultCatalog.priorities, 'Medium'),
  parentId: parentId ?? null,
  summary,
  description: null,
  labels,
  assigneeId: null,
  reporterId: 'ben',
  creatorId: 'ben',
  fixVersionIds: [],
  affectedVersionIds: [],
  componentIds: [],
  sprintIds: [],
  created,
  updated: resolution === undefined ? created : resolvedAt,
  resolved: resolution === undefined ? null : resolvedAt,
  due: null,
  originalEstimate: null,
  remainingEstimate: null,
  timeSpent: null,
  custom: points === undefined ? {} : { [named(defaultCatalog.fields, 'Story Points')]: points },
  archived: false,
  changelog: [],
});

export const smallCompany: SiteState = {
  ...defaultCatalog,
  lastId: 30_000,
  users: Object.values(users),
  projects: [project('10000', 'WEB', 'Web shop', users.ben, 'open', 7), project('10001', 'SEC', 'Security', users.dan, 'private', 1)],
  issues: [
    issue({ id: '20001', key: 'WEB-1', type: 'Epic', summary: 'A checkout that converts', status: 'In Progress' }),
    issue({
      id: '20002',
      key: 'WEB-2',
      type: 'Story',
      summary: 'Pay by card',
      status: 'Done',
      resolution: 'Done',
      points: 3,
      parentId: '20001',
    }),
    issue({
      id: '20003',
      key: 'WEB-3',
      type: 'Story',
      summary: 'Pay by bank',
      status: 'In Progress',
      points: 5,
      parentId: '20001',
      labels: ['checkout'],
    }),
    issue({ id: '20004', key: 'WEB-4', type: 'Task', summary: 'Measure the funnel', parentId: '20001' }),
    issue({ id: '20005', key: 'WEB-5', type: 'Sub-task', summary: 'Talk to the bank', points: 1, parentId: '20003' }),
    issue({ id: '20006', key: 'WEB-6', type: 'Bug', summary: 'The total flickers', points: 2, labels: ['checkout'] }),
    issue({
      id: '20007',
      key: 'WEB-7',
      type: 'Story',
      summary: 'Pay by cheque',
      status: 'Done',
      resolution: "Won't Do",
      points: 8,
      parentId: '20001',
    }),
    issue({ id: '20101', key: 'SEC-1', type: 'Task', summary: 'Rotate the keys', points: 2 }),
  ],
};
