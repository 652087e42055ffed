/**
 * Random Jira sites as state for the stand-in: three projects (one private, one that may be deleted), a hierarchy of four levels, issues in
 * every status with or without a resolution, estimates of every kind, labels and versions.
 */
import fc from 'fast-check';
import { defaultCatalog } from '../../local/jira/default-catalog';
import type { Issue, Project, SiteState } from '../../local/jira/model';
import { pointsField } from './jira-truth';
import { awkward, quarters } from './random-rules';

export const numberFields = [
  { id: 'customfield_20001', name: 'Size' },
  { id: 'customfield_20002', name: 'Value' },
] as const;
/** `mayGo`: the test may delete it, so nothing outside it hangs below its issues. */
export const projects = [
  { id: '10000', key: 'WEB', access: 'open', mayGo: false },
  { id: '10001', key: 'OPS', access: 'private', mayGo: false },
  { id: '10002', key: 'OLD', access: 'open', mayGo: true },
] as const;
export const labels = ['alpha', 'beta', 'gamma'] as const;
export const versions = ['1.0', '2.0'] as const;
export const statuses = ['To Do', 'In Progress', 'In Review', 'Done'] as const;
export const resolutions = ['Done', "Won't Do", 'Duplicate', 'Cannot Reproduce', 'Obsolete', 'Later'] as const;
export const types = ['Initiative', 'Epic', 'Story', 'Task', 'Bug', 'Sub-task'] as const;

export type ProjectKey = (typeof projects)[number]['key'];

const levels: Readonly<Record<(typeof types)[number], number>> = { Initiative: 2, Epic: 1, Story: 0, Task: 0, Bug: 0, 'Sub-task': -1 };

/** A number somebody may have written into a field, or none. */
export const writtenNumber = fc.option(
  fc.oneof({ weight: 8, arbitrary: quarters(0, 13) }, { weight: 1, arbitrary: fc.constantFrom(-2, 0) }, { weight: 1, arbitrary: awkward }),
  { freq: 3 },
);
export const someLabels = fc.subarray([...labels], { maxLength: 2 });

const draft = fc.record({
  type: fc.constantFrom('Initiative', 'Epic', 'Epic', 'Story', 'Story', 'Story', 'Task', 'Bug', 'Sub-task', 'Sub-task'),
  project: fc.constantFrom(0, 0, 0, 1, 1, 2),
  parent: fc.option(fc.nat(30), { freq: 4 }),
  status: fc.constantFrom(...statuses, 'Done' as const),
  resolution: fc.option(fc.constantFrom(...resolutions), { freq: 2 }),
  labels: someLabels,
  version: fc.option(fc.constantFrom(...versions)),
  points: writtenNumber,
  estimate: fc.option(fc.constantFrom(0, 3600, 28_800, 5400, -60)),
  size: writtenNumber,
  value: writtenNumber,
});
type Draft = typeof draft extends fc.Arbitrary<infer T> ? T : never;

const catalog: SiteState = {
  ...defaultCatalog,
  resolutions: [...defaultCatalog.resolutions, { id: '19045', name: 'Obsolete' }, { id: '19046', name: 'Later' }],
  fields: [
    ...defaultCatalog.fields,
    ...numberFields.map(({ id, name }) => ({
      id,
      name,
      custom: true,
      type: 'number',
      items: null,
      customType: 'com.atlassian.jira.plugin.system.customfieldtypes:float',
    })),
  ],
};

const idOf = (records: readonly { readonly id: string; readonly name: string }[], name: string): string => {
  const found = records.find((record) => record.name === name);
  if (found === undefined) throw new Error(`The catalog has no "${name}".`);
  return found.id;
};

const person = (accountId: string, siteAdmin: boolean) => ({
  accountId,
  displayName: accountId,
  emailAddress: `${accountId}@example.com`,
  active: true,
  siteAdmin,
});

const createdAt = Date.parse('2026-10-02T08:00:00Z');
const versionId = (project: number, name: string): string => `${16_000 + project * 10 + versions.findIndex((version) => version === name)}`;

function place(drafts: readonly Draft[]): readonly Issue[] {
  const issues: (Issue & { readonly level: number })[] = [];
  const numbers = [0, 0, 0];
  for (const level of [2, 1, 0, -1]) {
    for (const one of drafts.filter(({ type }) => levels[type as keyof typeof levels] === level)) {
      const above = issues.filter((issue) => issue.level === level + 1);
      const own = above.filter(({ projectId }) => projectId === projects[one.project]?.id);
      // What hangs below a project that may go is in that project; sub-tasks always are in the project of their parent.
      const foreign: readonly string[] = projects.filter(({ mayGo }) => mayGo).map(({ id }) => id);
      const candidates = level < 0 ? own : above.filter((issue) => own.includes(issue) || !foreign.includes(issue.projectId));
      const parent = candidates[(one.parent ?? (level < 0 ? 0 : NaN)) % candidates.length];
      if (level < 0 && parent === undefined) continue;
      const { id: projectId, key } = projects[one.project] ?? projects[0];
      const number = (numbers[one.project] ?? 0) + 1;
      numbers[one.project] = number;
      const numbersOfFields = { [pointsField]: one.points, [numberFields[0].id]: one.size, [numberFields[1].id]: one.value };
      issues.push({
        level,
        id: String(20_001 + issues.length),
        key: `${key}-${number}`,
        formerKeys: [],
        projectId,
        typeId: idOf(catalog.issueTypes, one.type),
        statusId: idOf(catalog.statuses, one.status),
        resolutionId: one.resolution === null ? null : idOf(catalog.resolutions, one.resolution),
        priorityId: null,
        parentId: parent?.id ?? null,
        summary: `${one.type} ${number}`,
        description: null,
        labels: one.labels,
        assigneeId: null,
        reporterId: 'ada',
        creatorId: 'ada',
        fixVersionIds: one.version === null ? [] : [versionId(one.project, one.version)],
        affectedVersionIds: [],
        componentIds: [],
        sprintIds: [],
        created: createdAt,
        updated: createdAt,
        resolved: one.resolution === null ? null : createdAt,
        due: null,
        originalEstimate: one.estimate,
        remainingEstimate: null,
        timeSpent: null,
        custom: Object.fromEntries(Object.entries(numbersOfFields).filter(([, value]) => value !== null)),
        archived: false,
        changelog: [],
      });
    }
  }
  return issues.map(({ level: _level, ...issue }) => issue);
}

const projectState = (index: number, issues: readonly Issue[]): Project => {
  const { id, key, access } = projects[index] ?? projects[0];
  return {
    id,
    key,
    name: `The ${key} project`,
    access,
    leadId: 'ada',
    adminIds: [],
    memberIds: ['ada'],
    groupIds: [],
    typeIds: catalog.issueTypes.map((type) => type.id),
    statusIds: catalog.statuses.map((status) => status.id),
    lastIssueNumber: issues.filter(({ projectId }) => projectId === id).length,
  };
};

/** Ada administers the site; Ben sees what is open to everybody. */
export const randomSite: fc.Arbitrary<SiteState> = fc.array(draft, { minLength: 6, maxLength: 26 }).map((drafts) => {
  const issues = place(drafts);
  return {
    ...catalog,
    lastId: 30_000,
    users: [person('ada', true), person('ben', false)],
    projects: projects.map((_, index) => projectState(index, issues)),
    versions: projects.flatMap(({ id }, index) =>
      versions.map((name) => ({ id: versionId(index, name), projectId: id, name, released: false, archived: false, releaseDate: null })),
    ),
    issues,
  };
});
