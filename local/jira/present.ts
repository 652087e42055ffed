/**
 * How records look in REST replies and events, for the kinds that appear inside others. Issues have their own module.
 */
import type { JiraUser } from '../seams';
import { avatarUrls } from './avatar';
import type { Component, IssueType, Priority, Project, Resolution, Status, StatusCategory, Version } from './model';

/** An instant as Jira writes it, in UTC: `2026-11-22T09:30:00.000+0000`. */
export const timestamp = (epochMs: number): string => new Date(epochMs).toISOString().replace('Z', '+0000');

const api = '/rest/api/3';

export const categories: Readonly<Record<StatusCategory, { readonly id: number; readonly name: string; readonly colorName: string }>> = {
  new: { id: 2, name: 'To Do', colorName: 'blue-gray' },
  indeterminate: { id: 4, name: 'In Progress', colorName: 'yellow' },
  done: { id: 3, name: 'Done', colorName: 'green' },
};

export const presentCategory = (baseUrl: string, key: StatusCategory) => ({
  self: `${baseUrl}${api}/statuscategory/${String(categories[key].id)}`,
  key,
  ...categories[key],
});

export const presentStatus = (baseUrl: string, status: Status) => ({
  self: `${baseUrl}${api}/status/${status.id}`,
  description: '',
  iconUrl: `${baseUrl}/`,
  name: status.name,
  id: status.id,
  statusCategory: presentCategory(baseUrl, status.category),
});

export const presentIssueType = (baseUrl: string, type: IssueType) => ({
  self: `${baseUrl}${api}/issuetype/${type.id}`,
  id: type.id,
  description: '',
  iconUrl: `${baseUrl}/images/issuetype/${type.id}.svg`,
  name: type.name,
  subtask: type.hierarchyLevel < 0,
  hierarchyLevel: type.hierarchyLevel,
});

export const presentPriority = (baseUrl: string, priority: Priority) => ({
  self: `${baseUrl}${api}/priority/${priority.id}`,
  iconUrl: `${baseUrl}/images/priority/${priority.id}.svg`,
  name: priority.name,
  id: priority.id,
});

export const presentResolution = (baseUrl: string, resolution: Resolution) => ({
  self: `${baseUrl}${api}/resolution/${resolution.id}`,
  id: resolution.id,
  description: '',
  name: resolution.name,
});

export const presentVersion = (baseUrl: string, version: Version) => ({
  self: `${baseUrl}${api}/version/${version.id}`,
  id: version.id,
  name: version.name,
  archived: version.archived,
  released: version.released,
  ...(version.releaseDate === null ? {} : { releaseDate: version.releaseDate }),
});

export const presentComponent = (baseUrl: string, component: Component) => ({
  self: `${baseUrl}${api}/component/${component.id}`,
  id: component.id,
  name: component.name,
});

export const presentUser = (baseUrl: string, user: JiraUser) => ({
  self: `${baseUrl}${api}/user?accountId=${encodeURIComponent(user.accountId)}`,
  accountId: user.accountId,
  accountType: 'atlassian',
  emailAddress: user.emailAddress,
  avatarUrls: avatarUrls('user', user.displayName),
  displayName: user.displayName,
  active: user.active,
  timeZone: 'Etc/UTC',
});

/** The app as Jira shows it where a person could stand. */
const appUser: JiraUser = { accountId: 'app-account', displayName: 'Throughline', emailAddress: '', active: true, siteAdmin: false };

export const presentAppUser = (baseUrl: string) => ({ ...presentUser(baseUrl, appUser), accountType: 'app' });

export const presentProject = (baseUrl: string, project: Project) => ({
  self: `${baseUrl}${api}/project/${project.id}`,
  id: project.id,
  key: project.key,
  name: project.name,
  projectTypeKey: 'software',
  simplified: false,
  style: 'classic',
  isPrivate: project.access === 'private',
  avatarUrls: avatarUrls('project', project.name),
});
