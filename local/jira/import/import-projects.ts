/**
 * Takes the projects of an export in, with their versions and components. A project is known by its key; everybody may
 * work in a new one. Its workflow holds the statuses its issues are in, and borrows one for each category it lacks.
 */
import type { Project } from '../model';
import type { Store } from '../store';
import { createAdopted } from './adopt';
import type { Adopted } from './adopt';
import { projectScopeOf } from './import-catalog';
import type { ImportedCatalog } from './import-catalog';
import type { IssueReader } from './issue-reader';
import { idOf, nameOf, projectKeyOf, text } from './raw-values';
import { objectsIn } from './read-export';
import type { Export, RawIssue, RawObject } from './read-export';

export type ImportedProjects = {
  of(issue: RawIssue): Project;
  readonly keys: readonly string[];
  versions(project: Project): Adopted;
  components(project: Project): Adopted;
};

/** What an export says about a project beside the field itself: an issue's move names it with its id. */
const projectsFromMoves = (issues: readonly RawIssue[]): ReadonlyMap<string, RawObject> => {
  const found = new Map<string, RawObject>();
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

const oncePerProject = (create: (project: Project) => Adopted): ((project: Project) => Adopted) => {
  const known = new Map<string, Adopted>();
  return (project) => {
    const adopted = known.get(project.id) ?? create(project);
    known.set(project.id, adopted);
    return adopted;
  };
};

export const importProjects = (store: Store, source: Export, reader: IssueReader, catalog: ImportedCatalog): ImportedProjects => {
  const moves = projectsFromMoves(source.issues);
  const byKey = new Map<string, RawIssue[]>();
  for (const issue of source.issues) {
    const key = projectKeyOf(issue.key);
    byKey.set(key, [...(byKey.get(key) ?? []), issue]);
  }
  const usedTypes = new Set(source.issues.map(catalog.typeOf));
  const usedStatuses = [...new Set(source.issues.map(catalog.statusOf))];

  const typesFor = (rawProjectId: string | null): readonly string[] => {
    const offered = source.issueTypeTable.filter((type) => [null, rawProjectId].includes(projectScopeOf(type)));
    return [...offered.map((type) => catalog.types.adopt(type)), ...usedTypes];
  };
  const workflowFor = (own: readonly string[]): readonly string[] => {
    const inCategory = (category: string) => (id: string) => store.statuses.get(id)?.category === category;
    const missing = ['new', 'indeterminate', 'done'].filter((category) => !own.some(inCategory(category)));
    return [...own, ...missing.flatMap((category) => [...usedStatuses, ...store.statuses.keys()].find(inCategory(category)) ?? [])];
  };

  const take = (key: string, issues: readonly RawIssue[]): Project => {
    const [first] = issues;
    const raw = (first && reader.object(first, 'project')) ?? moves.get(key) ?? {};
    const rawId = idOf(raw);
    const here = store.findProject(key);
    const statuses = [...new Set([...(here?.statusIds ?? []), ...issues.map(catalog.statusOf)])];
    const project: Project = {
      access: 'open',
      leadId: null,
      adminIds: [],
      memberIds: [],
      groupIds: [],
      ...here,
      id: here?.id ?? (rawId !== null && !store.projects.has(rawId) ? rawId : store.nextId()),
      key,
      name: text(raw['name']) ?? here?.name ?? key,
      typeIds: [...new Set([...(here?.typeIds ?? []), ...typesFor(rawId)])],
      statusIds: workflowFor(statuses),
      lastIssueNumber: Math.max(here?.lastIssueNumber ?? 0, ...issues.map((issue) => Number(issue.key.slice(key.length + 1)))),
    };
    store.reserveId(project.id);
    store.projects.set(project.id, project);
    return project;
  };
  const projects = new Map([...byKey].map(([key, issues]) => [key, take(key, issues)]));

  return {
    of: (issue) => {
      const project = projects.get(projectKeyOf(issue.key));
      if (!project) throw new Error(`${issue.key} is of no project of this export.`);
      return project;
    },
    keys: [...projects.keys()].sort(),
    versions: oncePerProject((project) =>
      createAdopted(store, {
        records: store.versions,
        isSame: (version, raw) => version.projectId === project.id && version.name === nameOf(raw),
        make: (id, raw) => ({
          id,
          projectId: project.id,
          name: nameOf(raw),
          released: raw['released'] === true,
          archived: raw['archived'] === true,
          releaseDate: text(raw['releaseDate']),
        }),
      }),
    ),
    components: oncePerProject((project) =>
      createAdopted(store, {
        records: store.components,
        isSame: (component, raw) => component.projectId === project.id && component.name === nameOf(raw),
        make: (id, raw) => ({ id, projectId: project.id, name: nameOf(raw) }),
      }),
    ),
  };
};
