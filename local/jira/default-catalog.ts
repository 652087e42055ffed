/**
 * What a new Jira site has before anybody made a project: issue types, statuses, resolutions, priorities and fields.
 * Ids of our own choosing in ranges that exports of real sites seldom use, so that an import can keep its ids.
 */
import type { Field, SiteState } from './model';

const system = (id: string, name: string, type: string | null, items: string | null = null): Field => ({
  id,
  name,
  custom: false,
  type,
  items,
  customType: null,
});
const custom = (id: string, name: string, type: string, customType: string, items: string | null = null): Field => ({
  id,
  name,
  custom: true,
  type,
  items,
  customType,
});

const fields: readonly Field[] = [
  system('summary', 'Summary', 'string'),
  system('description', 'Description', 'string'),
  system('issuekey', 'Key', null),
  system('issuetype', 'Issue Type', 'issuetype'),
  system('project', 'Project', 'project'),
  system('parent', 'Parent', null),
  system('subtasks', 'Sub-tasks', 'array', 'issuelinks'),
  system('status', 'Status', 'status'),
  system('statusCategory', 'Status Category', null),
  system('resolution', 'Resolution', 'resolution'),
  system('resolutiondate', 'Resolved', 'datetime'),
  system('statuscategorychangedate', 'Status Category Changed', 'datetime'),
  system('priority', 'Priority', 'priority'),
  system('assignee', 'Assignee', 'user'),
  system('reporter', 'Reporter', 'user'),
  system('creator', 'Creator', 'user'),
  system('labels', 'Labels', 'array', 'string'),
  system('fixVersions', 'Fix versions', 'array', 'version'),
  system('versions', 'Affects versions', 'array', 'version'),
  system('components', 'Components', 'array', 'component'),
  system('created', 'Created', 'datetime'),
  system('updated', 'Updated', 'datetime'),
  system('duedate', 'Due date', 'date'),
  system('timeoriginalestimate', 'Original estimate', 'number'),
  system('timeestimate', 'Remaining Estimate', 'number'),
  system('timespent', 'Time Spent', 'number'),
  system('security', 'Security Level', 'securitylevel'),
  custom('customfield_19011', 'Epic Name', 'string', 'com.pyxis.greenhopper.jira:gh-epic-label'),
  custom('customfield_19016', 'Story Points', 'number', 'com.pyxis.greenhopper.jira:jsw-story-points'),
  custom('customfield_19019', 'Rank', 'any', 'com.pyxis.greenhopper.jira:gh-lexo-rank'),
  custom('customfield_19020', 'Sprint', 'array', 'com.pyxis.greenhopper.jira:gh-sprint', 'json'),
  custom('customfield_19021', 'Flagged', 'array', 'com.atlassian.jira.plugin.system.customfieldtypes:multicheckboxes', 'option'),
];

export const defaultCatalog: SiteState = {
  format: 1,
  lastId: 19100,
  users: [],
  groups: [],
  projects: [],
  issueTypes: [
    { id: '19001', name: 'Sub-task', hierarchyLevel: -1 },
    { id: '19002', name: 'Task', hierarchyLevel: 0 },
    { id: '19003', name: 'Story', hierarchyLevel: 0 },
    { id: '19004', name: 'Bug', hierarchyLevel: 0 },
    { id: '19005', name: 'Epic', hierarchyLevel: 1 },
    { id: '19006', name: 'Initiative', hierarchyLevel: 2 },
  ],
  statuses: [
    { id: '19031', name: 'To Do', category: 'new' },
    { id: '19032', name: 'In Progress', category: 'indeterminate' },
    { id: '19033', name: 'In Review', category: 'indeterminate' },
    { id: '19034', name: 'Done', category: 'done' },
  ],
  resolutions: [
    { id: '19041', name: 'Done' },
    { id: '19042', name: "Won't Do" },
    { id: '19043', name: 'Duplicate' },
    { id: '19044', name: 'Cannot Reproduce' },
  ],
  priorities: [
    { id: '19051', name: 'Highest', rank: 1 },
    { id: '19052', name: 'High', rank: 2 },
    { id: '19053', name: 'Medium', rank: 3 },
    { id: '19054', name: 'Low', rank: 4 },
    { id: '19055', name: 'Lowest', rank: 5 },
  ],
  fields,
  versions: [],
  components: [],
  sprints: [],
  issues: [],
};
