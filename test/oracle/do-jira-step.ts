/**
 * People work in Jira: mostly over REST, as they would; archiving, moving and deleting a project have no endpoint in the stand-in and go through
 * its door. What Jira refuses has not happened. Knows nothing of the app.
 */
import type { TrueIssue } from './jira-truth';
import { pointsField } from './jira-truth';
import { jiraOf, note, picked, tell, type Life } from './life';
import { numberFields, projects, statuses } from './random-site';
import type { JiraStep } from './random-steps';
import { whatChanged } from './what-changed';

const fields = [pointsField, ...numberFields.map(({ id }) => id)];
const mayGo = (key: string): boolean => projects.some((project) => project.mayGo && project.key === key);

/** Nothing but sub-tasks below it: they go where it goes. */
const standsLow = (all: readonly TrueIssue[], issue: TrueIssue): boolean =>
  all.every(({ parentId, level }) => parentId !== issue.id || level < 0);

/** One that may have something put below it: a child outside a project that goes would be left with a parent that never was. */
const mayHold = (parent: TrueIssue, projectKey: string): boolean =>
  !parent.archived && (!mayGo(parent.projectKey) || parent.projectKey === projectKey);

/** One that something can be above. */
const mayHang = ({ level }: TrueIssue): boolean => level < 2;

function rest(life: Life, method: string, path: string, body?: unknown): string {
  const { status } = life.site.jira(method, path, body, { as: 'ada' });
  return String(status);
}

function door(act: () => unknown): string {
  try {
    act();
    return 'done';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function onIssue(life: Life, step: Extract<JiraStep, { issue: number }>, all: readonly TrueIssue[], issue: TrueIssue): string {
  const path = `/rest/api/3/issue/${issue.id}`;
  const put = (changes: Readonly<Record<string, unknown>>): string => rest(life, 'PUT', path, { fields: changes });
  const { door: headless } = life.site.site.jira;
  switch (step.do) {
    case 'transition': {
      const resolution = step.to === 'Done' && step.resolution !== null ? { fields: { resolution: { name: step.resolution } } } : {};
      const transition = { id: String(statuses.indexOf(step.to) * 10 + 11) };
      return `to ${step.to} ${step.to === 'Done' ? (step.resolution ?? '') : ''}: ${rest(life, 'POST', `${path}/transitions`, { transition, ...resolution })}`;
    }
    case 'label':
      return `${step.labels.join(' ')}: ${put({ labels: step.labels })}`;
    case 'estimate': {
      const field = fields[step.field] ?? pointsField;
      return `${field} ${step.value}: ${put({ [field]: step.value })}`;
    }
    case 'resolve':
      return `${step.resolution}: ${put({ resolution: step.resolution === null ? null : { name: step.resolution } })}`;
    case 'plan time':
      return `${step.time}: ${put({ timetracking: { originalEstimate: step.time } })}`;
    case 'type':
      return `${step.type}: ${put({ issuetype: { name: step.type } })}`;
    case 'version':
      return `${step.version}: ${put({ fixVersions: step.version === null ? [] : [{ name: step.version }] })}`;
    case 'parent': {
      const fitting = all.filter((other) => other.level === issue.level + 1 && mayHold(other, issue.projectKey));
      const parent = step.parent === null ? null : picked(fitting, step.parent);
      if (parent === undefined) return 'no such parent';
      return `${parent?.key ?? 'none'}: ${put({ parent: parent === null ? null : step.byKey ? { key: parent.key } : { id: parent.id } })}`;
    }
    case 'delete':
      return rest(life, 'DELETE', `${path}?deleteSubtasks=true`);
    case 'archive':
      return standsLow(all, issue) ? door(() => headless.archiveIssue(issue.id)) : 'has children';
    case 'restore': {
      const parent = all.find(({ id }) => id === issue.parentId);
      return door(() => headless.restoreIssue(parent?.archived ? parent.id : issue.id));
    }
    case 'move': {
      if (mayGo(issue.projectKey) || (mayGo(step.project) && !standsLow(all, issue))) return 'stays';
      return `${step.project}: ${door(() => headless.moveIssue('ada', issue.id, step.project))}`;
    }
  }
}

function create(life: Life, step: Extract<JiraStep, { do: 'create' }>, all: readonly TrueIssue[]): string {
  const levelOf = { Initiative: 2, Epic: 1, Story: 0, Task: 0, Bug: 0, 'Sub-task': -1 } as const;
  const level = levelOf[step.type];
  const fitting = all.filter(
    (other) => other.level === level + 1 && mayHold(other, step.project) && (level >= 0 || other.projectKey === step.project),
  );
  const parent = step.parent === null ? undefined : picked(fitting, step.parent);
  const status = rest(life, 'POST', '/rest/api/3/issue', {
    fields: {
      project: { key: step.project },
      issuetype: { name: step.type },
      summary: 'Something new',
      labels: step.labels,
      ...(parent === undefined ? {} : { parent: { id: parent.id } }),
      ...(step.points === null ? {} : { [pointsField]: step.points }),
      ...(step.size === null ? {} : { [numberFields[0].id]: step.size }),
    },
  });
  return `${step.type} in ${step.project} below ${parent?.key ?? 'none'}: ${status}`;
}

function act(life: Life, step: JiraStep, all: readonly TrueIssue[]): void {
  if (step.do === 'create') return note(life, `Jira: create ${create(life, step, all)}`);
  if (step.do === 'delete project') {
    const key = projects.find((project) => project.mayGo)?.key ?? '';
    return note(life, `Jira: delete project ${key}: ${door(() => life.site.site.jira.door.deleteProject('ada', key))}`);
  }
  const living = all.filter(({ archived }) => !archived);
  const fitting = step.do === 'restore' ? all.filter(({ archived }) => archived) : step.do === 'parent' ? living.filter(mayHang) : living;
  const issue = picked(fitting, step.issue);
  if (issue !== undefined) note(life, `Jira: ${step.do} ${issue.key} (${issue.id}) ${onIssue(life, step, all, issue)}`);
}

export function doJiraStep(life: Life, step: JiraStep): void {
  const before = jiraOf(life);
  act(life, step, [...before.values()]);
  const { drop, duplicate, reorder } = life.events.mode;
  for (const what of whatChanged(before, jiraOf(life))) {
    tell(life, what);
    if (drop === 1) tell(life, 'changes nobody was told of');
    else if (drop > 0) tell(life, 'changes told now and then');
    if (duplicate === 1 && drop < 1) tell(life, 'changes told twice');
    if (reorder && drop < 1) tell(life, 'changes told late and in any order');
    if (life.lagMs > 0) tell(life, 'changes the index learns late');
  }
}
