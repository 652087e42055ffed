/**
 * The demo company's Jira as of a day: people, projects, versions, and issues with more than a year of history.
 * The same day gives the same site; nothing changes on that day itself or later. Knows nothing of OKRs.
 */
import { quarterOf } from '../../src/domain/quarter';
import { defaultCatalog } from '../jira/default-catalog';
import type { ChangeEntry, ChangeItem, Issue, Project, SiteState, Version } from '../jira/model';
import { mobileBacklog } from './backlog/mobile-backlog';
import { operationsBacklog } from './backlog/operations-backlog';
import { webBacklog } from './backlog/web-backlog';
import { people, projects, type DemoProject } from './demo-people';
import { presentState, type IssueDraft, type IssueState } from './issue-draft';
import { planIssues } from './plan-issues';

const firstIssueId = 20_001;
const firstVersionId = 10_100;

/** A draft with the ids it got. */
type Numbered = { readonly draft: IssueDraft; readonly id: string; readonly key: string };

/** Everything the Jira stand-in needs to be the demo company's site on `today` (a day). */
export function demoJira(today: string): SiteState {
  const drafts = [
    ...planIssues(projects.web, webBacklog, today),
    ...planIssues(projects.mobile, mobileBacklog, today),
    ...planIssues(projects.operations, operationsBacklog, today),
  ];
  const numbered = number(drafts);
  const versions = versionsOf(drafts, today);
  const changeIds = changeIdsOf(numbered);
  const issues = [...numbered.values()].map((issue) => writeIssue(issue, { numbered, versions, changeIds }));

  return {
    ...defaultCatalog,
    lastId: Math.max(defaultCatalog.lastId, firstIssueId + issues.length + changeIds.size),
    users: Object.values(people),
    projects: Object.values(projects).map((project) => writeProject(project, issues)),
    versions,
    issues,
  };
}

/** Ids in order of creation over the site, keys in order of creation within a project. */
function number(drafts: readonly IssueDraft[]): Map<IssueDraft, Numbered> {
  const lastNumber = new Map<DemoProject, number>();
  const numbered = new Map<IssueDraft, Numbered>();
  const inOrder = [...drafts].sort((a, b) => a.createdAt - b.createdAt);
  inOrder.forEach((draft, i) => {
    const next = (lastNumber.get(draft.project) ?? 0) + 1;
    lastNumber.set(draft.project, next);
    numbered.set(draft, { draft, id: String(firstIssueId + i), key: `${draft.project.key}-${next}` });
  });
  return numbered;
}

/** Ids of the changes, in order of time over the site. */
function changeIdsOf(numbered: ReadonlyMap<IssueDraft, Numbered>): Map<object, string> {
  const changes = [...numbered.keys()].flatMap((draft) => draft.changes);
  const inOrder = [...changes].sort((a, b) => a.at - b.at);
  return new Map(inOrder.map((change, i) => [change, String(firstIssueId + numbered.size + i)]));
}

/** The versions the issues name; a version is released when its quarter is over. */
function versionsOf(drafts: readonly IssueDraft[], today: string): Version[] {
  const found = new Map<string, DemoProject>();
  for (const { project, changes } of drafts) {
    for (const { set } of changes) if (set.fixVersion) found.set(set.fixVersion, project);
  }
  return [...found]
    .sort(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([name, project], i) => {
      const [year, quarter] = name.split(' ').at(-1)?.split('.') ?? [];
      const { endDay } = quarterOf(`${year}-${String(Number(quarter) * 3).padStart(2, '0')}-01`);
      const released = endDay < today;
      return { id: String(firstVersionId + i), projectId: project.id, name, released, archived: false, releaseDate: endDay };
    });
}

function writeProject(project: DemoProject, issues: readonly Issue[]): Project {
  return {
    id: project.id,
    key: project.key,
    name: project.name,
    access: project.isPrivate ? 'private' : 'open',
    leadId: project.lead.accountId,
    adminIds: [project.lead.accountId],
    memberIds: project.members.map(({ accountId }) => accountId),
    groupIds: [],
    typeIds: defaultCatalog.issueTypes.filter(({ name }) => name !== 'Initiative').map(({ id }) => id),
    statusIds: defaultCatalog.statuses.map(({ id }) => id),
    lastIssueNumber: issues.filter(({ projectId }) => projectId === project.id).length,
  };
}

type Ids = {
  readonly numbered: ReadonlyMap<IssueDraft, Numbered>;
  readonly versions: readonly Version[];
  readonly changeIds: ReadonlyMap<object, string>;
};

const named = <T extends { readonly name: string }>(records: readonly T[], name: string): T => {
  const record = records.find((candidate) => candidate.name === name);
  if (!record) throw new Error(`The site's catalog has no "${name}".`);
  return record;
};

const storyPoints = named(defaultCatalog.fields, 'Story Points').id;

function writeIssue({ draft, id, key }: Numbered, ids: Ids): Issue {
  const present = presentState(draft);
  const changelog = writeChangelog(draft, ids);
  const resolvedAt = draft.changes.findLast(({ set }) => set.resolution !== undefined)?.at ?? null;
  return {
    id,
    key,
    formerKeys: [],
    projectId: draft.project.id,
    typeId: named(defaultCatalog.issueTypes, draft.type).id,
    statusId: named(defaultCatalog.statuses, present.status).id,
    resolutionId: present.resolution === null ? null : named(defaultCatalog.resolutions, present.resolution).id,
    priorityId: named(defaultCatalog.priorities, present.priority).id,
    parentId: present.parent === null ? null : numberedOf(present.parent, ids).id,
    summary: draft.summary,
    description: null,
    labels: present.labels,
    assigneeId: present.assignee?.accountId ?? null,
    reporterId: draft.reporter.accountId,
    creatorId: draft.reporter.accountId,
    fixVersionIds: present.fixVersion === null ? [] : [named(ids.versions, present.fixVersion).id],
    affectedVersionIds: [],
    componentIds: [],
    sprintIds: [],
    created: draft.createdAt,
    updated: draft.changes.at(-1)?.at ?? draft.createdAt,
    resolved: present.resolution === null ? null : resolvedAt,
    due: null,
    originalEstimate: present.estimate,
    remainingEstimate: present.estimate,
    timeSpent: null,
    custom: present.points === null ? {} : { [storyPoints]: present.points },
    archived: false,
    changelog,
  };
}

function numberedOf(draft: IssueDraft, ids: Ids): Numbered {
  const numbered = ids.numbered.get(draft);
  if (!numbered) throw new Error(`"${draft.summary}" is named as a parent but is not part of the set.`);
  return numbered;
}

function writeChangelog(draft: IssueDraft, ids: Ids): ChangeEntry[] {
  let before = draft.first;
  return draft.changes.map((change) => {
    const now: IssueState = { ...before, ...change.set };
    const items = changeItems(before, now, ids);
    before = now;
    return { id: ids.changeIds.get(change) ?? '', at: change.at, authorId: change.author.accountId, items };
  });
}

type Side = { readonly id: string | null; readonly words: string | null };
const nothing: Side = { id: null, words: null };

/** What differs between two states, as Jira words it. */
function changeItems(before: IssueState, now: IssueState, ids: Ids): ChangeItem[] {
  const items: ChangeItem[] = [];
  const compare = <K extends keyof IssueState>(
    property: K,
    names: Pick<ChangeItem, 'field' | 'fieldtype' | 'fieldId'>,
    side: (value: IssueState[K]) => Side,
  ): void => {
    if (before[property] === now[property]) return;
    const from = side(before[property]);
    const to = side(now[property]);
    items.push({ ...names, from: from.id, fromString: from.words, to: to.id, toString: to.words });
  };
  const jira = (field: string, fieldId = field) => ({ field, fieldtype: 'jira', fieldId });

  compare('status', jira('status'), (name) => ({ id: named(defaultCatalog.statuses, name).id, words: name }));
  compare('resolution', jira('resolution'), (name) =>
    name === null ? nothing : { id: named(defaultCatalog.resolutions, name).id, words: name },
  );
  compare('assignee', jira('assignee'), (user) => (user === null ? nothing : { id: user.accountId, words: user.displayName }));
  compare('labels', jira('labels'), (labels) => ({ id: null, words: labels.join(' ') }));
  compare('priority', jira('priority'), (name) => ({ id: named(defaultCatalog.priorities, name).id, words: name }));
  compare('fixVersion', jira('Fix Version', 'fixVersions'), (name) =>
    name === null ? nothing : { id: named(ids.versions, name).id, words: name },
  );
  const seconds = (estimate: number | null): Side => ({
    id: estimate === null ? null : String(estimate),
    words: estimate === null ? null : String(estimate),
  });
  compare('estimate', jira('timeoriginalestimate'), seconds);
  compare('estimate', jira('timeestimate'), seconds);
  compare('points', { field: 'Story Points', fieldtype: 'custom', fieldId: storyPoints }, (points) => ({
    id: null,
    words: points === null ? null : String(points),
  }));
  compare('parent', { field: 'IssueParentAssociation', fieldtype: 'jira' }, (parent) => {
    if (parent === null) return nothing;
    const { id, key } = numberedOf(parent, ids);
    return { id, words: key };
  });
  return items;
}
