/**
 * The headless door: sets a site up and changes it without REST and without permission checks, for the demo, the
 * command line and tests. Changes go the same way as those over REST, with history and events.
 */
import type { JiraDoor, JiraPrincipal } from '../seams';
import { archiveIssue, createIssue, deleteIssue, getIssue, getProject, moveIssue, transitionIssue, updateIssue } from './change-issue';
import type { Changes } from './changes';
import { dropIssue, replaceQuietly } from './changes';
import { defaultCatalog } from './default-catalog';
import { projectEvent } from './issue-events';
import { fieldError, JiraError } from './jira-error';
import type { Project } from './model';
import { readIssueEdit } from './rest/issue-edit-body';

const asPrincipal = (actor: string | null): JiraPrincipal => (actor === null ? { type: 'app' } : { type: 'user', accountId: actor });
const ids = ({ id, key }: { readonly id: string; readonly key: string }) => ({ id, key });

export const createJiraDoor = (changes: Changes): JiraDoor => {
  const { store, clock, baseUrl } = changes;

  const nameRecord = (kind: 'versions' | 'components', projectIdOrKey: string, name: string): string => {
    const project = getProject(changes, projectIdOrKey);
    const id = store.nextId();
    if (kind === 'versions')
      store.versions.set(id, { id, projectId: project.id, name, released: false, archived: false, releaseDate: null });
    else store.components.set(id, { id, projectId: project.id, name });
    return id;
  };

  const setStanding = (actor: string | null, idOrKey: string, standing: Project['standing']): void => {
    const { standing: before, ...project } = getProject(changes, idOrKey);
    if (before === standing) return;
    store.projects.set(project.id, standing === undefined ? project : { ...project, standing });
    const source = { store, baseUrl, now: clock.now(), actor: asPrincipal(actor) };
    const back = before === 'archived' ? 'unarchived' : 'restored';
    const gone = standing === 'archived' ? 'archived' : 'softdeleted';
    changes.publish(projectEvent(source, standing === undefined ? back : gone, project));
  };

  return {
    putUser: (user) => {
      const { accountId, displayName } = user;
      const known = store.users.get(accountId);
      store.users.set(accountId, {
        accountId,
        displayName,
        emailAddress: user.emailAddress ?? known?.emailAddress ?? `${accountId}@example.invalid`,
        active: user.active ?? known?.active ?? true,
        siteAdmin: user.siteAdmin ?? known?.siteAdmin ?? false,
      });
    },
    putGroup: (name, memberIds) => {
      const known = [...store.groups.values()].find((group) => group.name === name);
      const id = known?.id ?? store.nextId();
      store.groups.set(id, { id, name, memberIds });
      return id;
    },
    putProject: ({ key, name, ...people }) => {
      const known = store.findProject(key);
      const project: Project = {
        id: known?.id ?? store.nextId(),
        key,
        name,
        access: people.access ?? known?.access ?? 'open',
        leadId: people.leadId ?? known?.leadId ?? null,
        adminIds: people.adminIds ?? known?.adminIds ?? [],
        memberIds: people.memberIds ?? known?.memberIds ?? [],
        groupIds: people.groupIds ?? known?.groupIds ?? [],
        typeIds: known?.typeIds ?? defaultCatalog.issueTypes.map(({ id }) => id).filter((id) => store.issueTypes.has(id)),
        statusIds: known?.statusIds ?? defaultCatalog.statuses.map(({ id }) => id).filter((id) => store.statuses.has(id)),
        lastIssueNumber: known?.lastIssueNumber ?? 0,
      };
      store.projects.set(project.id, project);
      return ids(project);
    },
    addVersion: (projectIdOrKey, name) => nameRecord('versions', projectIdOrKey, name),
    renameVersion: (id, name) => {
      const version = store.versions.get(id);
      if (!version) throw new JiraError(404, ['Could not find version.']);
      store.versions.set(id, { ...version, name });
    },
    deleteVersion: (id, moveTo) => {
      if (!store.versions.delete(id)) throw new JiraError(404, ['Could not find version.']);
      const swap = (ids: readonly string[]): readonly string[] =>
        ids.includes(id) ? [...new Set(ids.flatMap((own) => (own === id ? (moveTo ?? []) : own)))] : ids;
      for (const issue of [...store.issues.values()])
        if (issue.fixVersionIds.includes(id) || issue.affectedVersionIds.includes(id)) {
          const after = { ...issue, fixVersionIds: swap(issue.fixVersionIds), affectedVersionIds: swap(issue.affectedVersionIds) };
          replaceQuietly(changes, issue, after);
        }
    },
    addComponent: (projectIdOrKey, name) => nameRecord('components', projectIdOrKey, name),
    addSprint: (name, state) => {
      const id = store.nextId();
      store.sprints.set(id, { id, name, state, startDate: null, endDate: null });
      return id;
    },
    createIssue: (actor, projectIdOrKey, fields) => {
      const project = getProject(changes, projectIdOrKey);
      const edit = readIssueEdit(store, project, null, { fields });
      const { typeId, summary } = edit;
      if (typeId === undefined || summary === undefined) throw fieldError('summary', 'An issue needs a summary and an issuetype.');
      return ids(createIssue(changes, asPrincipal(actor), { ...edit, projectId: project.id, typeId, summary }));
    },
    updateIssue: (actor, idOrKey, fields) => {
      const issue = getIssue(changes, idOrKey);
      updateIssue(changes, asPrincipal(actor), idOrKey, readIssueEdit(store, getProject(changes, issue.projectId), issue, { fields }));
    },
    transitionIssue: (actor, idOrKey, status, resolution) => {
      transitionIssue(changes, asPrincipal(actor), idOrKey, status, resolution);
    },
    moveIssue: (actor, idOrKey, projectIdOrKey) => ids(moveIssue(changes, asPrincipal(actor), idOrKey, projectIdOrKey)),
    archiveIssue: (idOrKey) => {
      archiveIssue(changes, idOrKey);
    },
    restoreIssue: (idOrKey) => {
      archiveIssue(changes, idOrKey, false);
    },
    deleteIssue: (actor, idOrKey) => {
      deleteIssue(changes, asPrincipal(actor), idOrKey);
    },
    archiveProject: (actor, idOrKey) => {
      setStanding(actor, idOrKey, 'archived');
    },
    trashProject: (actor, idOrKey) => {
      setStanding(actor, idOrKey, 'trashed');
    },
    restoreProject: (actor, idOrKey) => {
      setStanding(actor, idOrKey, undefined);
    },
    deleteProject: (actor, idOrKey) => {
      const project = getProject(changes, idOrKey);
      const principal = asPrincipal(actor);
      const issues = [...store.issues.values()].filter((issue) => issue.projectId === project.id);
      for (const issue of issues) dropIssue(changes, principal, issue, true);
      for (const [id, version] of store.versions) if (version.projectId === project.id) store.versions.delete(id);
      for (const [id, component] of store.components) if (component.projectId === project.id) store.components.delete(id);
      if (!store.projects.delete(project.id)) throw new JiraError(404, [`No project could be found with key or id '${idOrKey}'.`]);
      changes.publish(projectEvent({ store, baseUrl, now: clock.now(), actor: principal }, 'deleted', project));
    },
  };
};
