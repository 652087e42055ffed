/**
 * Brings an export of a real Jira into the site: projects, people, vocabulary, and issues with complete histories. Works
 * on a copy of the records and puts it in place at the end, so a file is taken whole or not at all. An issue that is
 * here already (same id or key, and same creation instant) is replaced.
 *
 * A parent that is neither in the file nor on the site becomes no parent: an issue without status or type cannot be
 * browsed or counted, and the changelog still tells of it.
 */
import type { ImportReport } from '../../seams';
import type { ChangeEntry, ChangeItem, Field, Issue } from '../model';
import { createStore } from '../store';
import type { Store } from '../store';
import type { Adopted } from './adopt';
import { importCatalog } from './import-catalog';
import { importFields, sprintFieldType } from './import-fields';
import { createImportedPeople } from './import-people';
import { importProjects } from './import-projects';
import { createIssueReader } from './issue-reader';
import type { IssueReader } from './issue-reader';
import { idOf, number, text, texts } from './raw-values';
import { ImportError, isObject, objectsIn, readExport } from './read-export';
import type { Export, RawIssue, RawObject } from './read-export';
import { describeLeftOut } from './left-out';
import { createHistoryReader } from './read-history';

/** A sprint of Jira Cloud is an object; one of Jira Server is its Java text. */
const readSprint = (value: unknown): RawObject | null => {
  if (isObject(value)) return value;
  const inside = typeof value === 'string' ? /\[(.*)\]$/.exec(value)?.[1] : undefined;
  if (inside === undefined) return null;
  return Object.fromEntries([...inside.matchAll(/(\w+)=(.*?)(?=,\w+=|$)/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
};

const adoptEach = (adopted: Adopted, values: readonly RawObject[]): readonly string[] => values.map((value) => adopted.adopt(value));

/** The last value a history gave a field, for exports that leave the field out. */
const lastFrom = (history: readonly ChangeEntry[], field: string): { readonly id: string | null; readonly at: number } | null => {
  for (const entry of [...history].reverse()) {
    const item = entry.items.find((candidate) => candidate.field === field);
    if (item) return { id: item.to === '' ? null : item.to, at: entry.at };
  }
  return null;
};

/** The same for a number field, which changelogs know by its id or, of old, by its name. Undefined where no entry speaks of it. */
const lastNumber = (history: readonly ChangeEntry[], { id, name }: Field): number | undefined => {
  const isMeant = ({ fieldId, fieldtype, field }: ChangeItem): boolean =>
    fieldId === undefined ? fieldtype === 'custom' && field.toLowerCase() === name.toLowerCase() : fieldId === id;
  const written = history.flatMap(({ items }) => items.filter(isMeant)).at(-1)?.toString;
  return written === undefined || written === null || written === '' ? undefined : Number(written);
};

/** Which issue of the site each issue of the file is, by its id and its key in the file. */
const identifyIssues = (store: Store, reader: IssueReader, issues: readonly RawIssue[]): ReadonlyMap<string, string> => {
  const siteIds = new Map<string, string>();
  const taken = new Set<string>();
  for (const issue of issues) store.reserveId(issue.id);
  for (const issue of issues) {
    const created = reader.instant(issue, reader.field(issue, 'created'), 'creation instant');
    const holder = store.findIssue(issue.key);
    const same = [store.issues.get(issue.id), holder].find((found) => found?.created === created);
    if (!same && holder?.key === issue.key) {
      const advice = 'Import into a new site, or rename the project in the file.';
      throw new ImportError(issue.place, `the key ${issue.key} belongs to another issue here.`, advice);
    }
    const isFree = !store.issues.has(issue.id) && !taken.has(issue.id);
    const id = siteIds.get(issue.id) ?? same?.id ?? (isFree ? issue.id : store.nextId());
    taken.add(id);
    siteIds.set(issue.id, id);
    siteIds.set(issue.key, id);
  }
  return siteIds;
};

const importInto = (store: Store, source: Export): ImportReport => {
  const { issues } = source;
  const reader = createIssueReader(source);
  const { field, object, instant } = reader;
  const people = createImportedPeople(store);
  const customFields = importFields(store, reader.customFields);
  const catalog = importCatalog(store, source, reader);
  const projects = importProjects(store, source, reader, catalog);
  const siteIds = identifyIssues(store, reader, issues);
  const readHistory = createHistoryReader({ store, issues, reader, catalog, people, customFields, issueId: (rawId) => siteIds.get(rawId) });

  const sprintFieldIds = reader.customFields.filter(({ customType }) => customType === sprintFieldType).map(({ id }) => id);
  const epicLinkId =
    reader.customFields.find(({ customType }) => customType === 'com.pyxis.greenhopper.jira:gh-epic-link')?.id ?? 'Epic Link';

  const parentOf = (issue: RawIssue): string | null => {
    const parent = object(issue, 'parent');
    const key = parent ? text(parent['key']) : text(field(issue, epicLinkId));
    const inFile = siteIds.get((parent && idOf(parent)) ?? '') ?? siteIds.get(key ?? '');
    const id = inFile ?? (key === null ? null : (store.findIssue(key)?.id ?? null));
    return id === siteIds.get(issue.id) ? null : id;
  };
  const sprintsOf = (issue: RawIssue): readonly RawObject[] =>
    sprintFieldIds.flatMap((id): readonly RawObject[] => {
      const value = field(issue, id);
      const sprints: readonly unknown[] = Array.isArray(value) ? value : [];
      return sprints.map(readSprint).filter((sprint) => sprint !== null);
    });
  const numberFields = reader.customFields.filter(({ type }) => type === 'number');
  const customOf = (issue: RawIssue, changelog: readonly ChangeEntry[]): Readonly<Record<string, unknown>> => {
    const leftOut = numberFields.filter(({ id }) => field(issue, id) === undefined);
    return Object.fromEntries([
      ...leftOut.flatMap((described) => {
        const id = customFields.get(described.id) ?? described.id;
        const value = lastNumber(changelog, { ...described, id });
        return value === undefined || Number.isNaN(value) ? [] : [[id, value] as const];
      }),
      ...[...reader.fields(issue)].flatMap(([rawId, value]) => {
        const id = customFields.get(rawId);
        return id === undefined || value === null || sprintFieldIds.includes(rawId) ? [] : [[id, value] as const];
      }),
    ]);
  };
  const adoptOne = (adopted: Adopted, value: RawObject | null): string | null => (value ? adopted.adopt(value) : null);

  const build = (issue: RawIssue): Issue => {
    const project = projects.of(issue);
    const changelog = readHistory(issue);
    const created = instant(issue, field(issue, 'created'), 'creation instant');
    const has = (id: string) => field(issue, id) !== undefined;
    const [resolved, updated] = [text(field(issue, 'resolutiondate')), text(field(issue, 'updated'))];
    const lastResolution = lastFrom(changelog, 'resolution');
    const resolutionId = has('resolution') ? adoptOne(catalog.resolutions, object(issue, 'resolution')) : (lastResolution?.id ?? null);
    const resolvedInHistory = resolutionId === null ? null : (lastResolution?.at ?? null);
    const formerKeys = changelog.flatMap((entry) =>
      entry.items.filter((item) => item.field === 'Key').map((item) => item.fromString?.toUpperCase() ?? ''),
    );
    const reporterId = people.take(field(issue, 'reporter'));
    return {
      id: siteIds.get(issue.id) ?? issue.id,
      key: issue.key,
      formerKeys: [...new Set(formerKeys)].filter((key) => key !== '' && key !== issue.key),
      projectId: project.id,
      typeId: catalog.typeOf(issue),
      statusId: catalog.statusOf(issue),
      resolutionId,
      priorityId: adoptOne(catalog.priorities, object(issue, 'priority')),
      parentId: parentOf(issue),
      summary: text(field(issue, 'summary')) ?? issue.key,
      description: field(issue, 'description') ?? null,
      labels: texts(field(issue, 'labels')),
      assigneeId: has('assignee') ? people.take(field(issue, 'assignee')) : (lastFrom(changelog, 'assignee')?.id ?? null),
      reporterId,
      creatorId: people.take(field(issue, 'creator')) ?? reporterId,
      fixVersionIds: adoptEach(projects.versions(project), objectsIn(field(issue, 'fixVersions'))),
      affectedVersionIds: adoptEach(projects.versions(project), objectsIn(field(issue, 'versions'))),
      componentIds: adoptEach(projects.components(project), objectsIn(field(issue, 'components'))),
      sprintIds: adoptEach(catalog.sprints, sprintsOf(issue)),
      created,
      updated: updated === null ? (changelog.at(-1)?.at ?? created) : instant(issue, updated, 'instant of update'),
      resolved: resolved === null ? resolvedInHistory : instant(issue, resolved, 'resolution instant'),
      due: text(field(issue, 'duedate')),
      originalEstimate: number(field(issue, 'timeoriginalestimate')),
      remainingEstimate: number(field(issue, 'timeestimate')),
      timeSpent: number(field(issue, 'timespent')),
      custom: customOf(issue, changelog),
      archived: false,
      changelog,
    };
  };

  const built = issues.map(build);
  for (const issue of built) store.putIssue(issue);
  return {
    issues: built.length,
    changelogEntries: built.reduce((sum, issue) => sum + issue.changelog.length, 0),
    projects: projects.keys,
    users: people.count(),
    leftOut: describeLeftOut(reader, issues, built),
  };
};

/** Throws an `ImportError` that says where and what to do; the site is then as it was. */
export const importIssues = (store: Store, exported: string): ImportReport => {
  const source = readExport(exported);
  const scratch = createStore(store.toState());
  const report = importInto(scratch, source);
  store.load(scratch.toState());
  return report;
};
