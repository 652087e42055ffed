/**
 * The records that a changelog speaks of, also those the site no longer has: a project that was dissolved, a version that was
 * deleted, an issue type nobody uses any more. What is missing is made, from the id and the words the changelog has.
 */
import type { Project, Status } from '../model';
import type { Store } from '../store';

/** An id as a changelog has it, and the words beside it. */
export type Mention = { readonly id: string | null; readonly text: string | null };

export type PastRecords = {
  /** Null for nothing, undefined for an issue that is not known. */
  issue(mention: Mention): string | null | undefined;
  project(mention: Mention, issueKey: string): string;
  type(mention: Mention): string;
  status(mention: Mention): Status | undefined;
  priority(mention: Mention): string;
  version(mention: Mention, projectId: string): string;
  component(mention: Mention, projectId: string): string;
  /** Changelogs list sprints by ids and by names, each joined by commas. */
  sprints(mention: Mention): readonly string[];
};

const same = (a: string, b: string | null): boolean => b !== null && a.toLowerCase() === b.toLowerCase();
const projectKeyOf = (issueKey: string): string => issueKey.slice(0, issueKey.lastIndexOf('-'));

/** An epic by its name, a sub-task by its name, else an issue of the base level. */
const levelByName = (name: string): number => (/^epic$/i.test(name) ? 1 : /sub-?task/i.test(name) ? -1 : 0);

/** Looks issues up as they are at the time of this call, so that one which a rewind takes away is still known. */
export const createPastRecords = (store: Store): PastRecords => {
  const issueIds = new Set(store.issues.keys());
  const idByKey = new Map<string, string>();
  for (const issue of store.issues.values()) for (const key of issue.formerKeys) if (!idByKey.has(key)) idByKey.set(key, issue.id);
  for (const issue of store.issues.values()) idByKey.set(issue.key, issue.id);

  const freeId = (records: ReadonlyMap<string, unknown>, id: string | null): string => {
    if (id === null || records.has(id)) return store.nextId();
    store.reserveId(id);
    return id;
  };

  /** The record of this id, by whatever name it goes now; else the one of this name; else a new one. */
  const pick = <T extends { readonly id: string; readonly name: string }>(
    records: Map<string, T>,
    { id, text }: Mention,
    make: (id: string, name: string) => T,
    isOwn: (record: T) => boolean = () => true,
  ): string => {
    const byId = id === null ? undefined : records.get(id);
    if (byId && isOwn(byId)) return byId.id;
    const byName = [...records.values()].find((record) => isOwn(record) && same(record.name, text));
    if (byName) return byName.id;
    const made = make(freeId(records, id), text ?? id ?? '');
    records.set(made.id, made);
    return made.id;
  };

  const dissolvedProject = (id: string, key: string, name: string): Project => ({
    id,
    key,
    name,
    access: 'open',
    leadId: null,
    adminIds: [],
    memberIds: [],
    groupIds: [],
    typeIds: [...store.issueTypes.keys()],
    statusIds: [...store.statuses.keys()],
    lastIssueNumber: 0,
  });

  return {
    issue: ({ id, text }) => {
      if ((id === null || id === '') && (text === null || text === '')) return null;
      return id !== null && issueIds.has(id) ? id : idByKey.get((text ?? '').toUpperCase());
    },
    project: ({ id, text }, issueKey) => {
      const key = projectKeyOf(issueKey);
      const known = store.findProject(key) ?? (id === null ? undefined : store.projects.get(id));
      if (known) return known.id;
      const made = dissolvedProject(freeId(store.projects, id), key, text ?? key);
      store.projects.set(made.id, made);
      return made.id;
    },
    type: (mention) => pick(store.issueTypes, mention, (id, name) => ({ id, name, hierarchyLevel: levelByName(name) })),
    status: ({ id, text }) => store.statuses.get(id ?? '') ?? [...store.statuses.values()].find(({ name }) => same(name, text)),
    priority: (mention) => pick(store.priorities, mention, (id, name) => ({ id, name, rank: Number(id) })),
    version: (mention, projectId) =>
      pick(
        store.versions,
        mention,
        (id, name) => ({ id, projectId, name, released: false, archived: false, releaseDate: null }),
        (version) => version.projectId === projectId,
      ),
    component: (mention, projectId) =>
      pick(
        store.components,
        mention,
        (id, name) => ({ id, projectId, name }),
        (component) => component.projectId === projectId,
      ),
    sprints: ({ id, text }) => {
      const ids = (id ?? '').split(',').map((part) => part.trim());
      const names = (text ?? '').split(',').map((part) => part.trim());
      return ids
        .map((part, index) => ({ id: part, text: names[index] ?? null }))
        .filter((mention) => mention.id !== '')
        .map((mention) =>
          pick(store.sprints, mention, (made, name) => ({ id: made, name, state: 'closed' as const, startDate: null, endDate: null })),
        );
    },
  };
};
