/**
 * What the values of a past mean on this site: which issue a key leads to, what a value is called today, which category a status is in. Made of
 * the issues at hand, since changelogs speak of keys and names that may be those of long ago.
 */
import type { StatusCategory } from '../model';
import type { IssuePast, IssueState, Named } from './issue-state';
import { presentState } from './state-at';

/** A status of the site. */
export type SiteStatus = { readonly id: string; readonly name: string; readonly category: StatusCategory };

/** Values that have an id and may be given another name. */
type NamedKind = 'project' | 'type' | 'status' | 'resolution' | 'priority' | 'assignee' | 'reporter' | 'version' | 'component' | 'sprint';

export type Directory = {
  /** The issue a value speaks of, by its id, or by any key it has had; null for one that is not at hand. */
  readonly issueIdOf: (issue: Named) => string | null;
  /** Every key the issue has had; none for one that is not at hand. */
  readonly keysOf: (issueId: string) => readonly string[];
  /** Today's name where the id is known, else the one the value came with. */
  readonly nameOf: (kind: NamedKind, value: Named) => string | null;
  /** The key a project has today; null for one no issue at hand is in. */
  readonly projectKeyOf: (project: Named) => string | null;
  /** By id, then by name; a status nobody knows is to do. */
  readonly categoryOf: (status: Named) => StatusCategory;
};

const keyed = (kind: NamedKind, id: string): string => `${kind} ${id}`;

export const projectKeyIn = (issueKey: string): string => issueKey.slice(0, Math.max(0, issueKey.lastIndexOf('-')));

function namesIn(state: IssueState): readonly (readonly [NamedKind, Named | null])[] {
  return [
    ['project', state.project],
    ['type', state.type],
    ['status', state.status],
    ['resolution', state.resolution],
    ['priority', state.priority],
    ['assignee', state.assignee],
    ['reporter', state.reporter],
    ...[...state.fixVersions, ...state.affectedVersions].map((value) => ['version', value] as const),
    ...state.components.map((value) => ['component', value] as const),
    ...state.sprints.map((value) => ['sprint', value] as const),
  ];
}

/** `statuses`: those Jira lists. Issues that share a key (a broken export) are told apart by whose present key it is. */
export function createDirectory(pasts: Iterable<IssuePast>, statuses: readonly SiteStatus[]): Directory {
  const issueIds = new Map<string, string>();
  const formerIds = new Map<string, string>();
  const keys = new Map<string, readonly string[]>();
  const names = new Map<string, string>();
  const projectKeys = new Map<string, string>();
  const categories = new Map<string, StatusCategory>();
  const namedCategories = new Map<string, StatusCategory>();
  const note = ({ id, name, category }: SiteStatus): void => {
    categories.set(id, category);
    if (!namedCategories.has(name.toLowerCase())) namedCategories.set(name.toLowerCase(), category);
  };

  for (const past of pasts) {
    const state = presentState(past);
    keys.set(past.issueId, past.keys);
    issueIds.set(state.key.toUpperCase(), past.issueId);
    for (const key of past.keys) formerIds.set(key.toUpperCase(), past.issueId);
    for (const [kind, value] of namesIn(state)) {
      if (value !== null && value.id !== null && value.name !== null) names.set(keyed(kind, value.id), value.name);
    }
    if (state.project.id !== null) projectKeys.set(state.project.id, projectKeyIn(state.key));
    const { id, name } = state.status;
    if (id !== null) note({ id, name: name ?? '', category: past.statusCategory });
  }
  for (const status of statuses) {
    note(status);
    names.set(keyed('status', status.id), status.name);
  }

  return {
    issueIdOf: ({ id, name }) => {
      if (id !== null && keys.has(id)) return id;
      const key = name?.toUpperCase() ?? '';
      return issueIds.get(key) ?? formerIds.get(key) ?? id;
    },
    keysOf: (issueId) => keys.get(issueId) ?? [],
    nameOf: (kind, { id, name }) => (id === null ? undefined : names.get(keyed(kind, id))) ?? name,
    projectKeyOf: ({ id }) => (id === null ? null : (projectKeys.get(id) ?? null)),
    categoryOf: ({ id, name }) =>
      (id === null ? undefined : categories.get(id)) ?? (name === null ? undefined : namedCategories.get(name.toLowerCase())) ?? 'todo',
  };
}
