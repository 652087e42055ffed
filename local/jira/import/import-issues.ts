/**
 * Brings an export of a real Jira into the site: projects, people, types, statuses, versions and issues with complete
 * histories, oldest first. Works on a copy of the records and puts it in place at the end, so a file is taken whole or
 * not at all. An issue that is here already (same id and creation instant, or same key and creation instant) is replaced.
 *
 * A parent that is neither in the file nor on the site becomes no parent: an issue without status or type cannot be
 * browsed or counted, and the changelog still tells of it.
 */
import type { ImportReport } from '../../seams';
import type { ChangeEntry, ChangeItem, Issue, Project, StatusCategory } from '../model';
import { createStore } from '../store';
import type { Store } from '../store';
import { createAdopted } from './adopt';
import type { Adopted } from './adopt';
import { inventName } from './invent-name';
import { readRawFields } from './raw-fields';
import { ImportError, isObject, objectsIn, readExport } from './read-export';
import type { Export, RawIssue, RawObject } from './read-export';

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const number = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);
const idOf = (value: RawObject): string | null => (typeof value['id'] === 'number' ? String(value['id']) : text(value['id']));
const nameOf = (value: RawObject): string => text(value['name']) ?? text(value['value']) ?? idOf(value) ?? '';
const sameName = (record: { readonly name: string }, name: string) => record.name.toLowerCase() === name.toLowerCase();
const projectKeyOf = (issueKey: string): string => issueKey.slice(0, issueKey.lastIndexOf('-'));

const categoryOf = (status: RawObject): StatusCategory => {
  const category = isObject(status['statusCategory']) ? status['statusCategory']['key'] : undefined;
  return category === 'done' || category === 'indeterminate' ? category : 'new';
};

const levelOf = (type: RawObject): number =>
  number(type['hierarchyLevel']) ?? (type['subtask'] === true ? -1 : nameOf(type) === 'Epic' ? 1 : 0);

/** A cloud sprint is an object; a server one is its Java text. */
const readSprint = (value: unknown): RawObject | null => {
  if (isObject(value)) return value;
  const inside = typeof value === 'string' ? /\[(.*)\]$/.exec(value)?.[1] : undefined;
  if (inside === undefined) return null;
  return Object.fromEntries([...inside.matchAll(/(\w+)=(.*?)(?=,\w+=|$)/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
};

type People = {
  readonly take: (value: unknown) => string | null;
  readonly takeId: (value: unknown) => string | null;
  readonly count: () => number;
};

const createPeople = (store: Store): People => {
  const seen = new Set<string>();
  const put = (accountId: string, more: RawObject): string => {
    seen.add(accountId);
    if (!store.users.has(accountId)) {
      store.users.set(accountId, {
        accountId,
        displayName: text(more['displayName']) ?? inventName(accountId),
        emailAddress: text(more['emailAddress']) ?? '',
        active: more['active'] !== false,
        siteAdmin: false,
      });
    }
    return accountId;
  };
  return {
    take: (value) => {
      if (!isObject(value)) return null;
      const accountId = text(value['accountId']) ?? text(value['key']) ?? text(value['name']);
      return accountId === null ? null : put(accountId, value);
    },
    takeId: (value) => {
      const accountId = text(value);
      return accountId === null ? null : put(accountId, {});
    },
    count: () => seen.size,
  };
};

/** What a file says about project ids and names beside the field itself: moves name the project with its id. */
const projectsFromMoves = (issues: readonly RawIssue[]): ReadonlyMap<string, { readonly id: string; readonly name: string }> => {
  const found = new Map<string, { readonly id: string; readonly name: string }>();
  for (const history of issues.flatMap((issue) => issue.histories)) {
    const items = objectsIn(history['items']);
    const move = items.find((item) => String(item['field']).toLowerCase() === 'project');
    const key = items.find((item) => item['field'] === 'Key');
    if (!move || !key) continue;
    for (const [side, words] of [
      ['from', 'fromString'],
      ['to', 'toString'],
    ] as const) {
      const [id, name, issueKey] = [text(move[side]), text(move[words]), text(key[words])];
      if (id !== null && name !== null && issueKey !== null) found.set(projectKeyOf(issueKey), { id, name });
    }
  }
  return found;
};

/** Takes the export's custom fields in. One of the site's own that no issue uses makes room for its namesake. */
const adoptFields = (store: Store, fields: ReturnType<typeof readRawFields>['custom']): Adopted => {
  const used = new Set([...store.issues.values()].flatMap((issue) => Object.keys(issue.custom)));
  const hasSprints = store.sprints.size > 0;
  for (const own of [...store.fields.values()]) {
    const replaced = fields.some((field) => sameName(own, field.name) && own.id !== field.id);
    const inUse = used.has(own.id) || (own.customType === 'com.pyxis.greenhopper.jira:gh-sprint' && hasSprints);
    if (own.custom && replaced && !inUse) store.fields.delete(own.id);
  }
  const described = new Map(fields.map((field) => [field.id, field]));
  let adopting = '';
  const adopted = createAdopted(store, {
    records: store.fields,
    isSame: (field, name) => field.custom && field.name === name,
    make: (id, name) => ({ ...(described.get(adopting) ?? { custom: true, type: 'any', items: null, customType: null }), id, name }),
    freshId: () => `customfield_${store.nextId()}`,
  });
  for (const field of fields) {
    adopting = field.id;
    adopted.adopt(field.id, field.name);
    store.reserveId(field.id.replace('customfield_', ''));
  }
  return adopted;
};

const isEpicLink = (customType: string | null, name: string) =>
  customType === 'com.pyxis.greenhopper.jira:gh-epic-link' || name === 'Epic Link';

const importInto = (store: Store, source: Export): ImportReport => {
  const { issues } = source;
  const rawFields = readRawFields(source);
  const fieldsOf = new Map(issues.map((issue) => [issue, rawFields.of(issue)]));
  const field = (issue: RawIssue, id: string): unknown => fieldsOf.get(issue)?.get(id);
  const object = (issue: RawIssue, id: string): RawObject | null => {
    const value = field(issue, id);
    return isObject(value) ? value : null;
  };
  const required = (issue: RawIssue, id: string): RawObject => {
    const value = object(issue, id);
    if (!value) throw new ImportError(issue.place, `issue ${issue.key} has no field "${id}".`, 'Ask for fields=*all when exporting.');
    return value;
  };
  const instant = (issue: RawIssue, value: unknown, what: string): number => {
    const at = Date.parse(String(value));
    if (Number.isNaN(at))
      throw new ImportError(
        issue.place,
        `issue ${issue.key} has no readable ${what} (${String(value)}).`,
        'Instants look like 2026-01-31T14:00:00.000+0000.',
      );
    return at;
  };

  const people = createPeople(store);
  const customFields = adoptFields(store, rawFields.custom);
  const rawField = new Map(rawFields.custom.map((described) => [described.id, described]));
  const sprintFieldIds = rawFields.custom
    .filter(({ customType }) => customType === 'com.pyxis.greenhopper.jira:gh-sprint')
    .map(({ id }) => id);

  // ---- types, statuses and the rest of the catalog ----
  const rawTypes = new Map<string, RawObject>();
  const rawStatuses = new Map<string, RawObject>();
  const typeScope = new Map<string, string>();
  for (const type of source.issueTypeTable) {
    const id = idOf(type);
    const scope = isObject(type['scope']) && isObject(type['scope']['project']) ? idOf(type['scope']['project']) : null;
    if (id !== null) rawTypes.set(id, type);
    if (id !== null && scope !== null) typeScope.set(id, scope);
  }
  for (const issue of issues) {
    const [type, status] = [required(issue, 'issuetype'), required(issue, 'status')];
    rawTypes.set(idOf(type) ?? nameOf(type), { ...rawTypes.get(idOf(type) ?? ''), ...type });
    rawStatuses.set(idOf(status) ?? nameOf(status), status);
  }
  let adopting: RawObject = {};
  const types = createAdopted(store, {
    records: store.issueTypes,
    isSame: sameName,
    make: (id, name) => ({ id, name, hierarchyLevel: levelOf(adopting) }),
  });
  for (const [id, type] of rawTypes) {
    adopting = type;
    types.adopt(id, nameOf(type));
  }
  const statuses = createAdopted(store, {
    records: store.statuses,
    isSame: (record, name) => sameName(record, name) && record.category === categoryOf(adopting),
    make: (id, name) => ({ id, name, category: categoryOf(adopting) }),
  });
  for (const [id, status] of rawStatuses) {
    adopting = status;
    statuses.adopt(id, nameOf(status));
  }
  const resolutions = createAdopted(store, { records: store.resolutions, isSame: sameName, make: (id, name) => ({ id, name }) });
  let rank = 0;
  const priorities = createAdopted(store, { records: store.priorities, isSame: sameName, make: (id, name) => ({ id, name, rank }) });
  const named = (adopted: Adopted, value: RawObject | null): string | null => (value ? adopted.adopt(idOf(value), nameOf(value)) : null);
  // Names of today first: histories may call the same ids by names of the past.
  for (const issue of issues) {
    const priority = object(issue, 'priority');
    rank = Number((priority && idOf(priority)) ?? 0);
    named(priorities, priority);
    named(resolutions, object(issue, 'resolution'));
  }

  // ---- projects ----
  const moves = projectsFromMoves(issues);
  const projects = new Map<string, Project>();
  const versions = new Map<string, Adopted>();
  const components = new Map<string, Adopted>();
  const unscopedTypes = source.issueTypeTable.flatMap((type) =>
    typeScope.has(idOf(type) ?? '') ? [] : (types.get(idOf(type) ?? '') ?? []),
  );
  const usedTypes = issues.map((issue) => types.get(idOf(required(issue, 'issuetype')) ?? '') ?? '');
  const fileStatuses = [...new Set(issues.map((issue) => statusOf(issue)))];
  function statusOf(issue: RawIssue): string {
    const status = required(issue, 'status');
    return statuses.adopt(idOf(status) ?? nameOf(status), nameOf(status));
  }
  const projectOf = (issue: RawIssue): Project => {
    const key = projectKeyOf(issue.key);
    const known = projects.get(key);
    if (known) return known;
    const raw = object(issue, 'project') ?? { ...moves.get(key) };
    const own = issues.filter((other) => projectKeyOf(other.key) === key);
    const rawId = idOf(raw);
    const here = store.findProject(key);
    const scoped = source.issueTypeTable
      .filter((type) => rawId !== null && typeScope.get(idOf(type) ?? '') === rawId)
      .flatMap((type) => types.get(idOf(type) ?? '') ?? []);
    const used = [...new Set(own.map(statusOf))];
    const all = [...used, ...(here?.statusIds ?? [])];
    const hasCategory = (category: StatusCategory) => all.some((id) => store.statuses.get(id)?.category === category);
    const missing = (['new', 'indeterminate', 'done'] as const).filter((category) => !hasCategory(category));
    const borrowed = missing.flatMap((category) => {
      const ids = [...fileStatuses, ...store.statuses.keys()];
      return ids.find((id) => store.statuses.get(id)?.category === category) ?? [];
    });
    const project: Project = {
      id: here?.id ?? (rawId !== null && !store.projects.has(rawId) ? rawId : store.nextId()),
      key,
      name: text(raw['name']) ?? here?.name ?? key,
      access: here?.access ?? 'open',
      leadId: here?.leadId ?? null,
      adminIds: here?.adminIds ?? [],
      memberIds: here?.memberIds ?? [],
      groupIds: here?.groupIds ?? [],
      typeIds: [...new Set([...(here?.typeIds ?? []), ...unscopedTypes, ...scoped, ...usedTypes])],
      statusIds: [...new Set([...(here?.statusIds ?? []), ...used, ...borrowed])],
      lastIssueNumber: Math.max(here?.lastIssueNumber ?? 0, ...own.map((other) => Number(other.key.slice(key.length + 1)))),
    };
    store.reserveId(project.id);
    store.projects.set(project.id, project);
    projects.set(key, project);
    return project;
  };
  const inProject = (kind: Map<string, Adopted>, project: Project, create: () => Adopted): Adopted => {
    const adopted = kind.get(project.id) ?? create();
    kind.set(project.id, adopted);
    return adopted;
  };
  const versionsOf = (project: Project) =>
    inProject(versions, project, () =>
      createAdopted(store, {
        records: store.versions,
        isSame: (version, name) => version.projectId === project.id && version.name === name,
        make: (id, name) => ({
          id,
          projectId: project.id,
          name,
          released: adopting['released'] === true,
          archived: adopting['archived'] === true,
          releaseDate: text(adopting['releaseDate']),
        }),
      }),
    );
  const componentsOf = (project: Project) =>
    inProject(components, project, () =>
      createAdopted(store, {
        records: store.components,
        isSame: (component, name) => component.projectId === project.id && component.name === name,
        make: (id, name) => ({ id, projectId: project.id, name }),
      }),
    );
  const sprints = createAdopted(store, {
    records: store.sprints,
    isSame: sameName,
    make: (id, name) => {
      const state = String(adopting['state']).toLowerCase();
      return {
        id,
        name,
        state: state === 'closed' || state === 'active' ? state : 'future',
        startDate: text(adopting['startDate']),
        endDate: text(adopting['endDate']),
      };
    },
  });
  const adoptEach = (adopted: Adopted, values: readonly (RawObject | null)[]): readonly string[] =>
    values.flatMap((value) => {
      if (!value) return [];
      adopting = value;
      return adopted.adopt(idOf(value), nameOf(value));
    });

  // ---- issues ----
  /** Which issue of the site an issue of the file is. */
  const identify = (issue: RawIssue): string => {
    const created = instant(issue, field(issue, 'created'), 'creation instant');
    const same = [store.issues.get(issue.id), store.findIssue(issue.key)].find((found) => found?.created === created);
    if (same) return same.id;
    const holder = store.findIssue(issue.key);
    if (holder?.key === issue.key) {
      throw new ImportError(
        issue.place,
        `the key ${issue.key} belongs to another issue here.`,
        'Import into a new site, or rename the project in the file.',
      );
    }
    return store.issues.has(issue.id) || taken.has(issue.id) ? store.nextId() : issue.id;
  };
  const taken = new Set<string>();
  const siteIds = new Map<string, string>();
  const siteIdsByKey = new Map<string, string>();
  for (const issue of issues) {
    store.reserveId(issue.id);
    const id = siteIds.get(issue.id) ?? identify(issue);
    taken.add(id);
    siteIds.set(issue.id, id);
    siteIdsByKey.set(issue.key, id);
  }

  const idMaps: Readonly<Record<string, (item: RawObject, id: string, name: string) => string | null>> = {
    status: (item, id, name) => {
      adopting = item;
      return statuses.get(id) ?? statuses.adopt(id, name);
    },
    resolution: (_, id, name) => resolutions.get(id) ?? resolutions.adopt(id, name),
    issuetype: (_, id) => types.get(id) ?? null,
    'issue type': (_, id) => types.get(id) ?? null,
    type: (_, id) => types.get(id) ?? null,
    issueparentassociation: (_, id) => siteIds.get(id) ?? null,
    parent: (_, id) => siteIds.get(id) ?? null,
    assignee: (_, id) => people.takeId(id),
    reporter: (_, id) => people.takeId(id),
  };

  /** A status known from histories only: done if an issue was resolved on arriving there, else in progress. */
  const historicStatus = (items: readonly RawObject[]): RawObject => {
    const resolved = items.some((item) => item['field'] === 'resolution' && text(item['to']) !== null);
    return { statusCategory: { key: resolved ? 'done' : 'indeterminate' } };
  };

  const readItem = (item: RawObject, items: readonly RawObject[]): ChangeItem => {
    const fieldName = String(item['field']);
    // Every object has a toString; only an own one is Jira's.
    const own = (key: string): string | null =>
      Object.hasOwn(item, key) && item[key] !== null && item[key] !== undefined ? String(item[key]) : null;
    const mapId = (id: string | null, name: string | null): string | null => {
      if (id === null || id === '') return id;
      const context = fieldName.toLowerCase() === 'status' ? historicStatus(items) : item;
      return idMaps[fieldName.toLowerCase()]?.(context, id, name ?? id) ?? id;
    };
    const rawFieldId = own('fieldId');
    const fieldId = rawFieldId === null ? null : (customFields.get(rawFieldId) ?? rawFieldId);
    return {
      field: fieldName,
      fieldtype: own('fieldtype') ?? 'jira',
      ...(fieldId === null ? {} : { fieldId }),
      from: mapId(own('from'), own('fromString')),
      fromString: own('fromString'),
      to: mapId(own('to'), own('toString')),
      toString: own('toString'),
    };
  };
  const readHistory = (issue: RawIssue): readonly ChangeEntry[] =>
    issue.histories
      .map((history): ChangeEntry => {
        const id = idOf(history);
        if (id === null)
          throw new ImportError(issue.place, `a changelog entry of ${issue.key} has no id.`, 'Export again with expand=changelog.');
        store.reserveId(id);
        const items = objectsIn(history['items']);
        return {
          id,
          at: instant(issue, history['created'], `instant of changelog entry ${id}`),
          authorId: people.take(history['author']),
          items: items.map((item) => readItem(item, items)),
        };
      })
      .sort((a, b) => a.at - b.at || Number(a.id) - Number(b.id));

  /** The last value a history gave a field, for exports that leave the field out. */
  const lastFrom = (history: readonly ChangeEntry[], fieldName: string): { readonly id: string | null; readonly at: number } | null => {
    for (const entry of [...history].reverse()) {
      const item = entry.items.find((candidate) => candidate.field === fieldName);
      if (item) return { id: item.to === '' ? null : item.to, at: entry.at };
    }
    return null;
  };

  const parentOf = (issue: RawIssue): string | null => {
    const parent = object(issue, 'parent');
    const epicLink = [...rawField.values()].find(({ customType, name }) => isEpicLink(customType, name));
    const key = parent ? text(parent['key']) : epicLink ? text(field(issue, epicLink.id)) : null;
    const fromFile = siteIds.get((parent && idOf(parent)) ?? '') ?? siteIdsByKey.get(key ?? '');
    const id = fromFile ?? (key === null ? null : (store.findIssue(key)?.id ?? null));
    return id === siteIds.get(issue.id) ? null : id;
  };

  const build = (issue: RawIssue): Issue => {
    const project = projectOf(issue);
    const changelog = readHistory(issue);
    const has = (id: string) => field(issue, id) !== undefined;
    const created = instant(issue, field(issue, 'created'), 'creation instant');
    const type = required(issue, 'issuetype');
    const lastResolution = lastFrom(changelog, 'resolution');
    const resolutionId = has('resolution') ? named(resolutions, object(issue, 'resolution')) : (lastResolution?.id ?? null);
    const resolvedField = text(field(issue, 'resolutiondate'));
    const resolved =
      resolvedField === null
        ? resolutionId === null
          ? null
          : (lastResolution?.at ?? null)
        : instant(issue, resolvedField, 'resolution instant');
    const updatedField = text(field(issue, 'updated'));
    const lastChange = changelog[changelog.length - 1]?.at ?? created;
    const reporterId = people.take(field(issue, 'reporter'));
    const sprintValues = sprintFieldIds.flatMap((id): readonly unknown[] => {
      const value = field(issue, id);
      return Array.isArray(value) ? value : [];
    });
    const values = [...(fieldsOf.get(issue) ?? [])].flatMap(([rawId, value]): readonly (readonly [string, unknown])[] => {
      const id = customFields.get(rawId);
      return id === undefined || value === null || sprintFieldIds.includes(rawId) ? [] : [[id, value]];
    });
    const keys = changelog.flatMap((entry) => entry.items.filter((item) => item.field === 'Key').map((item) => item.fromString ?? ''));
    return {
      id: siteIds.get(issue.id) ?? issue.id,
      key: issue.key,
      formerKeys: [...new Set(keys)].filter((key) => key !== '' && key !== issue.key).map((key) => key.toUpperCase()),
      projectId: project.id,
      typeId: types.adopt(idOf(type) ?? nameOf(type), nameOf(type)),
      statusId: statusOf(issue),
      resolutionId,
      priorityId: named(priorities, object(issue, 'priority')),
      parentId: parentOf(issue),
      summary: text(field(issue, 'summary')) ?? issue.key,
      description: field(issue, 'description') ?? null,
      labels: Array.isArray(field(issue, 'labels')) ? objectsOrTexts(field(issue, 'labels')) : [],
      assigneeId: has('assignee') ? people.take(field(issue, 'assignee')) : (lastFrom(changelog, 'assignee')?.id ?? null),
      reporterId,
      creatorId: people.take(field(issue, 'creator')) ?? reporterId,
      fixVersionIds: adoptEach(versionsOf(project), objectsIn(field(issue, 'fixVersions'))),
      affectedVersionIds: adoptEach(versionsOf(project), objectsIn(field(issue, 'versions'))),
      componentIds: adoptEach(componentsOf(project), objectsIn(field(issue, 'components'))),
      sprintIds: adoptEach(sprints, sprintValues.map(readSprint)),
      created,
      updated: updatedField === null ? lastChange : instant(issue, updatedField, 'instant of update'),
      resolved,
      due: text(field(issue, 'duedate')),
      originalEstimate: number(field(issue, 'timeoriginalestimate')),
      remainingEstimate: number(field(issue, 'timeestimate')),
      timeSpent: number(field(issue, 'timespent')),
      custom: Object.fromEntries(values),
      archived: false,
      changelog,
    };
  };
  const built = issues.map(build);
  for (const issue of built) store.putIssue(issue);
  return {
    issues: built.length,
    changelogEntries: built.reduce((sum, issue) => sum + issue.changelog.length, 0),
    projects: [...projects.keys()].sort(),
    users: people.count(),
  };
};

const objectsOrTexts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

/** Throws an `ImportError` that says where and what to do; the site is then as it was. */
export const importIssues = (store: Store, exported: string): ImportReport => {
  const source = readExport(exported);
  const scratch = createStore(store.toState());
  const report = importInto(scratch, source);
  store.load(scratch.toState());
  return report;
};
