/**
 * Where a resolver call without a browser comes from: the issue panel of an issue or the page of a project, opened only
 * if the person may browse it, as the shell does.
 */
import type { JiraUser, SurfaceContext } from '../seams';
import { failed } from './refusal';
import type { Site } from './site';

export type Place = { readonly project?: string | undefined; readonly issue?: string | undefined };

type Where = Pick<Site, 'jira' | 'manifest'>;

const moduleOf = ({ manifest }: Where, type: string): string => {
  const module = manifest.surfaces.find((surface) => surface.type === type);
  if (!module) throw failed(`The app has no ${type} in manifest.yml.`);
  return module.key;
};

const projectExtension = ({ jira }: Where, user: JiraUser, idOrKey: string): Record<string, string> => {
  const project = jira.findProject(idOrKey);
  if (!project) throw failed(`There is no project ${idOrKey}.`);
  if (!jira.canBrowse(user.accountId, project.id))
    throw failed(`${user.displayName} may not browse the project ${idOrKey}, so its page does not open.`);
  return { id: project.id, key: project.key, type: 'software' };
};

/** With neither: the project page outside any project, for functions that are told everything in their input. */
export const surfaceOf = (where: Where, user: JiraUser, { project, issue }: Place): SurfaceContext => {
  if (issue === undefined) {
    const type = 'jira:projectPage';
    return {
      moduleKey: moduleOf(where, type),
      extension: { type, ...(project === undefined ? {} : { project: projectExtension(where, user, project) }) },
    };
  }
  const found = where.jira.findIssue(issue);
  if (!found) throw failed(`There is no issue ${issue}.`);
  const type = 'jira:issueContext';
  return {
    moduleKey: moduleOf(where, type),
    extension: {
      type,
      issue: { id: found.id, key: found.key, type: found.typeName, typeId: found.typeId },
      project: projectExtension(where, user, found.projectId),
    },
  };
};
