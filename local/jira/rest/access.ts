/**
 * Issues and projects as the asker may reach them: what one may not browse does not exist, as in Jira.
 */
import { JiraError, noSuchIssue, noSuchProject } from '../jira-error';
import type { Issue, Project } from '../model';
import { may } from '../permissions';
import type { ProjectPermission } from '../permissions';
import type { Call } from './endpoint';

/** Whether the asker may browse a project, asked once a project. */
export const browser = ({ store, principal }: Pick<Call, 'store' | 'principal'>): ((projectId: string) => boolean) => {
  const known = new Map<string, boolean>();
  return (projectId) => {
    const seen = known.get(projectId);
    if (seen !== undefined) return seen;
    const project = store.projects.get(projectId);
    const visible = project !== undefined && project.standing !== 'trashed' && may(store, principal, 'BROWSE_PROJECTS', project);
    known.set(projectId, visible);
    return visible;
  };
};

export const visibleIssue = (call: Call, idOrKey: string): Issue => {
  const issue = call.store.findIssue(idOrKey);
  if (!issue || !browser(call)(issue.projectId)) throw noSuchIssue();
  return issue;
};

export const visibleProject = (call: Call, idOrKey: string): Project => {
  const project = call.store.findProject(idOrKey);
  if (!project || !browser(call)(project.id)) throw noSuchProject(idOrKey);
  return project;
};

/** Throws a 403 unless the asker holds the permission in the issue's project. */
export const demand = ({ store, principal }: Call, permission: ProjectPermission, projectId: string, refusal: string): void => {
  const project = store.projects.get(projectId);
  if (!project || !may(store, principal, permission, project)) throw new JiraError(403, [refusal]);
};
