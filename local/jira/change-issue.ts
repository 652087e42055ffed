/**
 * What can be done to an issue, shared by the REST endpoints and the headless door: create, update, transition, move,
 * archive, delete. Rules of the model are checked here; permissions are the caller's business.
 */
import type { JiraPrincipal } from '../seams';
import { actorId, addIssue, dropIssue, replaceIssue, replaceQuietly } from './changes';
import type { Changes } from './changes';
import { fieldError, JiraError, noSuchIssue, noSuchProject } from './jira-error';
import type { Issue, IssueType, Project, Resolution, Status } from './model';

/** The fields a caller may set; values are ids of records that exist. */
export type IssueEdit = Partial<
  Pick<
    Issue,
    | 'summary'
    | 'description'
    | 'typeId'
    | 'parentId'
    | 'resolutionId'
    | 'labels'
    | 'assigneeId'
    | 'reporterId'
    | 'priorityId'
    | 'fixVersionIds'
    | 'affectedVersionIds'
    | 'componentIds'
    | 'sprintIds'
    | 'due'
    | 'originalEstimate'
    | 'remainingEstimate'
  >
> & {
  /** By field id; null takes the value away. */
  readonly custom?: Readonly<Record<string, unknown>>;
};

export type NewIssue = IssueEdit & { readonly projectId: string; readonly typeId: string; readonly summary: string };

export const getIssue = ({ store }: Changes, idOrKey: string): Issue => {
  const issue = store.findIssue(idOrKey);
  if (!issue) throw noSuchIssue();
  return issue;
};

export const getProject = ({ store }: Changes, idOrKey: string): Project => {
  const project = store.findProject(idOrKey);
  if (!project) throw noSuchProject(idOrKey);
  return project;
};

/** Refuses changes of what is archived, itself or with its project. */
const demandUnarchived = ({ store }: Changes, issue: Issue): void => {
  if (issue.archived || store.projects.get(issue.projectId)?.standing !== undefined)
    throw new JiraError(400, ['The issue is archived and cannot be changed.']);
};

const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

const withoutEmpty = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));

/** Refuses a parent Jira would refuse: the issue itself, one of its descendants, or one that does not stand above it. */
const checkParent = ({ store }: Changes, issue: Pick<Issue, 'id' | 'typeId' | 'parentId' | 'projectId'>): void => {
  const level = store.issueTypes.get(issue.typeId)?.hierarchyLevel ?? 0;
  if (issue.parentId === null) {
    if (level < 0) throw fieldError('parent', 'Issue type is a sub-task but parent issue key or id not specified.');
    return;
  }
  const parent = store.issues.get(issue.parentId);
  if (!parent) throw fieldError('parent', 'Could not find issue by id or key.');
  const parentLevel = store.issueTypes.get(parent.typeId)?.hierarchyLevel ?? 0;
  if (parentLevel !== level + 1) {
    throw fieldError('parent', 'Given parent work item does not belong to appropriate hierarchy.');
  }
  if (level < 0 && parent.projectId !== issue.projectId) throw fieldError('parent', 'A sub-task has to be in the project of its parent.');
  for (let above: Issue | undefined = parent; above; above = above.parentId === null ? undefined : store.issues.get(above.parentId)) {
    if (above.id === issue.id) throw fieldError('parent', 'An issue cannot be its own ancestor.');
  }
};

const firstStatus = ({ store }: Changes, project: Project): Status => {
  const statuses = project.statusIds.flatMap((id) => store.statuses.get(id) ?? []);
  const status = statuses.find((candidate) => candidate.category === 'new') ?? statuses[0];
  if (!status) throw new JiraError(400, [`The project ${project.key} has no statuses.`]);
  return status;
};

const takeKey = ({ store }: Changes, project: Project): string => {
  const current = store.projects.get(project.id) ?? project;
  let number = current.lastIssueNumber + 1;
  while (store.findIssue(`${current.key}-${String(number)}`)) number += 1;
  store.projects.set(current.id, { ...current, lastIssueNumber: number });
  return `${current.key}-${String(number)}`;
};

export const createIssue = (changes: Changes, actor: JiraPrincipal, input: NewIssue): Issue => {
  const { store, clock } = changes;
  const project = getProject(changes, input.projectId);
  if (project.standing !== undefined) throw noSuchProject(project.key);
  if (!project.typeIds.includes(input.typeId)) throw fieldError('issuetype', 'Specify a valid issue type');
  if (input.summary.trim() === '') throw fieldError('summary', 'You must specify a summary of the issue.');
  const id = store.nextId();
  checkParent(changes, { id, typeId: input.typeId, parentId: input.parentId ?? null, projectId: project.id });
  const now = clock.now();
  const { custom = {}, ...edit } = input;
  return addIssue(changes, actor, {
    formerKeys: [],
    resolutionId: null,
    priorityId: null,
    parentId: null,
    description: null,
    labels: [],
    assigneeId: null,
    reporterId: actorId(actor),
    fixVersionIds: [],
    affectedVersionIds: [],
    componentIds: [],
    sprintIds: [],
    due: null,
    originalEstimate: null,
    remainingEstimate: input.originalEstimate ?? null,
    ...edit,
    projectId: project.id,
    id,
    key: takeKey(changes, project),
    statusId: firstStatus(changes, project).id,
    creatorId: actorId(actor),
    timeSpent: null,
    resolved: null,
    created: now,
    updated: now,
    custom: withoutEmpty(custom),
    archived: false,
    changelog: [],
  });
};

export const updateIssue = (changes: Changes, actor: JiraPrincipal, idOrKey: string, edit: IssueEdit): Issue => {
  const before = getIssue(changes, idOrKey);
  demandUnarchived(changes, before);
  const { custom = {}, ...fields } = edit;
  const edited: Issue = { ...before, ...fields, custom: withoutEmpty({ ...before.custom, ...custom }) };
  const resolved = edited.resolutionId === null ? null : changes.clock.now();
  const after: Issue = edited.resolutionId === before.resolutionId ? edited : { ...edited, resolved };
  if (after.summary.trim() === '') throw fieldError('summary', 'You must specify a summary of the issue.');
  if (after.typeId !== before.typeId && !getProject(changes, after.projectId).typeIds.includes(after.typeId)) {
    throw fieldError('issuetype', 'The issue type selected is invalid.');
  }
  if (after.parentId !== before.parentId || after.typeId !== before.typeId) checkParent(changes, after);
  return replaceIssue(changes, actor, before, after);
};

/** The statuses an issue can go to from where it is, in the order of the project's workflow. */
export const reachableStatuses = ({ store }: Changes, project: Project): readonly Status[] =>
  project.statusIds.flatMap((id) => store.statuses.get(id) ?? []);

const findResolution = ({ store }: Changes, idOrName: string): Resolution => {
  const found = store.resolutions.get(idOrName) ?? [...store.resolutions.values()].find((candidate) => sameName(candidate.name, idOrName));
  if (!found) throw fieldError('resolution', `Could not find valid resolution: '${idOrName}'`);
  return found;
};

const defaultResolution = ({ store }: Changes): Resolution => {
  const all = [...store.resolutions.values()];
  const found = all.find(({ name }) => sameName(name, 'Done')) ?? all.find(({ name }) => sameName(name, 'Fixed')) ?? all[0];
  if (!found) throw new JiraError(400, ['The site has no resolutions.']);
  return found;
};

/**
 * Brings an issue into a status of its project, by id or name. Arriving at done sets a resolution (the one given, else
 * the one there is, else Done or Fixed) and its instant; leaving done clears both.
 */
export const transitionIssue = (
  changes: Changes,
  actor: JiraPrincipal,
  idOrKey: string,
  statusIdOrName: string,
  resolution?: string,
): Issue => {
  const before = getIssue(changes, idOrKey);
  demandUnarchived(changes, before);
  const statuses = reachableStatuses(changes, getProject(changes, before.projectId));
  const status =
    statuses.find((candidate) => candidate.id === statusIdOrName) ?? statuses.find((candidate) => sameName(candidate.name, statusIdOrName));
  if (!status)
    throw new JiraError(400, [`It seems that you have tried to perform an illegal workflow operation: no status '${statusIdOrName}'.`]);
  if (status.category !== 'done') {
    if (resolution !== undefined) throw fieldError('resolution', `Field 'resolution' cannot be set on the way to '${status.name}'.`);
    return replaceIssue(changes, actor, before, { ...before, statusId: status.id, resolutionId: null, resolved: null });
  }
  const given = resolution === undefined ? null : findResolution(changes, resolution);
  const resolutionId = given?.id ?? before.resolutionId ?? defaultResolution(changes).id;
  const resolved = resolutionId === before.resolutionId ? before.resolved : changes.clock.now();
  return replaceIssue(changes, actor, before, { ...before, statusId: status.id, resolutionId, resolved });
};

const matchingType = ({ store }: Changes, issue: Issue, target: Project): IssueType => {
  const own = store.issueTypes.get(issue.typeId);
  const candidates = target.typeIds.flatMap((id) => store.issueTypes.get(id) ?? []);
  const type =
    candidates.find(({ id }) => id === issue.typeId) ??
    candidates.find(({ name }) => own !== undefined && sameName(name, own.name)) ??
    candidates.find(({ hierarchyLevel }) => hierarchyLevel === (own?.hierarchyLevel ?? 0));
  if (!type) throw fieldError('issuetype', `The project ${target.key} has no issue type for ${issue.key}.`);
  return type;
};

/**
 * Moves an issue, and its sub-tasks with it, to another project: new key, same id, the old key still leads to it.
 * Versions and components stay behind; the status stays if the target has it (by id or name), else it is the first one.
 */
export const moveIssue = (changes: Changes, actor: JiraPrincipal, idOrKey: string, projectIdOrKey: string): Issue => {
  const before = getIssue(changes, idOrKey);
  const target = getProject(changes, projectIdOrKey);
  demandUnarchived(changes, before);
  if (target.standing !== undefined) throw noSuchProject(target.key);
  if (target.id === before.projectId) throw fieldError('project', 'The issue is in this project already.');
  const level = changes.store.issueTypes.get(before.typeId)?.hierarchyLevel ?? 0;
  const parent = before.parentId === null ? undefined : changes.store.issues.get(before.parentId);
  if (level < 0 && parent?.projectId !== target.id) throw fieldError('parent', 'A sub-task moves with its parent.');
  const statuses = reachableStatuses(changes, target);
  const own = changes.store.statuses.get(before.statusId);
  const status =
    statuses.find(({ id }) => id === before.statusId) ??
    statuses.find(({ name, category }) => own !== undefined && sameName(name, own.name) && category === own.category) ??
    firstStatus(changes, target);
  const done = status.category === 'done';
  const moved = replaceIssue(changes, actor, before, {
    ...before,
    projectId: target.id,
    key: takeKey(changes, target),
    formerKeys: [...before.formerKeys, before.key],
    typeId: matchingType(changes, before, target).id,
    statusId: status.id,
    resolutionId: done ? before.resolutionId : null,
    resolved: done ? before.resolved : null,
    fixVersionIds: [],
    affectedVersionIds: [],
    componentIds: [],
  });
  for (const child of changes.store.childrenOf(before.id)) {
    const childLevel = changes.store.issueTypes.get(child.typeId)?.hierarchyLevel ?? 0;
    if (childLevel < 0) moveIssue(changes, actor, child.id, target.id);
  }
  return moved;
};

/** Archived issues, and their sub-tasks, leave search and cannot be changed; they are still read by id. Sends no event. */
export const archiveIssue = (changes: Changes, idOrKey: string, archived = true): Issue => {
  const before = getIssue(changes, idOrKey);
  for (const child of changes.store.childrenOf(before.id)) {
    if ((changes.store.issueTypes.get(child.typeId)?.hierarchyLevel ?? 0) < 0) archiveIssue(changes, child.id, archived);
  }
  return replaceQuietly(changes, before, { ...before, archived });
};

/** Deletes an issue; sub-tasks go with it (each with its event) and other children lose their parent. */
export const deleteIssue = (changes: Changes, actor: JiraPrincipal, idOrKey: string): void => {
  const issue = getIssue(changes, idOrKey);
  for (const child of changes.store.childrenOf(issue.id)) {
    const level = changes.store.issueTypes.get(child.typeId)?.hierarchyLevel ?? 0;
    if (level < 0) deleteIssue(changes, actor, child.id);
    else replaceIssue(changes, actor, child, { ...child, parentId: null });
  }
  dropIssue(changes, actor, issue);
};
