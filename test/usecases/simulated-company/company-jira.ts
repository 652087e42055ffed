/**
 * The Jira of a company that is played week by week: three projects, each with a lead, two engineers who own a key result each, one who helps out, and for each
 * key result a pile of stories that its engineer works through. Stories in reserve have no label, so they are in no scope yet.
 */
import { defaultCatalog } from '../../../local/jira/default-catalog';
import type { Issue, Project, SiteState } from '../../../local/jira/model';
import type { JiraUser } from '../../../local/seams';

const person = (accountId: string, displayName: string): JiraUser => ({
  accountId,
  displayName,
  emailAddress: `${accountId}@example.com`,
  active: true,
  siteAdmin: false,
});

type Team = {
  readonly key: string;
  readonly projectId: string;
  readonly lead: string;
  /** Each owns a key result, whose stories carry this label. */
  readonly engineers: readonly [Engineer, Engineer];
  /** Works here and owns nothing. */
  readonly helper: string;
};

export type Engineer = { readonly accountId: string; readonly label: string };

const team = (key: string, projectId: string): Team => {
  const name = key.toLowerCase();
  return {
    key,
    projectId,
    lead: `${name}-lead`,
    engineers: [
      { accountId: `${name}-one`, label: `${name}-first` },
      { accountId: `${name}-two`, label: `${name}-second` },
    ],
    helper: `${name}-helper`,
  };
};

export const teams = { alpha: team('ALPHA', '10100'), beta: team('BETA', '10200'), gamma: team('GAMMA', '10300') } as const;
/** Administers the site and answers for the goal of the company. */
export const chief = 'chief';

/** Stories of a key result in scope from the beginning, and those that may come in later. */
const STORIES = 24;
const RESERVE = 60;

const named = (records: readonly { readonly id: string; readonly name: string }[], name: string): string => {
  const record = records.find((candidate) => candidate.name === name);
  if (record === undefined) throw new Error(`The catalog has no "${name}".`);
  return record.id;
};

const created = Date.parse('2026-06-01T08:00:00Z');

const story = (projectId: string, key: string, number: number, assigneeId: string, labels: readonly string[]): Issue => ({
  id: `${projectId}${String(number).padStart(3, '0')}`,
  key: `${key}-${number}`,
  formerKeys: [],
  projectId,
  typeId: named(defaultCatalog.issueTypes, 'Story'),
  statusId: named(defaultCatalog.statuses, 'To Do'),
  resolutionId: null,
  priorityId: named(defaultCatalog.priorities, 'Medium'),
  parentId: null,
  summary: `Story ${number}`,
  description: null,
  labels,
  assigneeId,
  reporterId: chief,
  creatorId: chief,
  fixVersionIds: [],
  affectedVersionIds: [],
  componentIds: [],
  sprintIds: [],
  created,
  updated: created,
  resolved: null,
  due: null,
  originalEstimate: null,
  remainingEstimate: null,
  timeSpent: null,
  custom: {},
  archived: false,
  changelog: [],
});

const storiesOf = ({ key, projectId, engineers, helper }: Team): readonly Issue[] => [
  ...engineers.flatMap(({ accountId, label }, at) =>
    Array.from({ length: STORIES }, (_, index) => story(projectId, key, at * STORIES + index + 1, accountId, [label])),
  ),
  ...Array.from({ length: RESERVE }, (_, index) =>
    story(projectId, key, 2 * STORIES + index + 1, index < 2 ? helper : engineers[0].accountId, []),
  ),
];

/** The first two stories in reserve are the helper's. */
export const reserveKeys = ({ key }: Team): readonly string[] =>
  Array.from({ length: RESERVE }, (_, index) => `${key}-${2 * STORIES + index + 1}`);

/** In the order in which they are worked through. */
export const storyKeys = ({ key, engineers }: Team, engineer: Engineer): readonly string[] => {
  const first = engineers[0].label === engineer.label ? 0 : STORIES;
  return Array.from({ length: STORIES }, (_, index) => `${key}-${first + index + 1}`);
};

const projectOf = ({ key, projectId, lead, engineers, helper }: Team): Project => ({
  id: projectId,
  key,
  name: `Project ${key}`,
  access: 'open',
  leadId: lead,
  adminIds: [],
  memberIds: [lead, helper, ...engineers.map(({ accountId }) => accountId)],
  groupIds: [],
  typeIds: defaultCatalog.issueTypes.map((type) => type.id),
  statusIds: defaultCatalog.statuses.map((status) => status.id),
  lastIssueNumber: 2 * STORIES + RESERVE,
});

const all = Object.values(teams);

export const companyJira: SiteState = {
  ...defaultCatalog,
  lastId: 99_000,
  users: [
    { ...person(chief, 'The chief'), siteAdmin: true },
    ...all
      .flatMap(({ lead, engineers, helper }) => [lead, helper, ...engineers.map(({ accountId }) => accountId)])
      .map((id) => person(id, id)),
  ],
  projects: all.map(projectOf),
  issues: all.flatMap(storiesOf),
};
