/**
 * What Jira is, read from the stand-in's own records and from nothing the app says: every issue with the values the rules speak of. An issue
 * that was deleted is not in it; an archived one is, and says so.
 */
import { z } from 'zod';

const jiraState = z.object({
  projects: z.array(z.object({ id: z.string(), key: z.string() })),
  issueTypes: z.array(z.object({ id: z.string(), name: z.string(), hierarchyLevel: z.number() })),
  statuses: z.array(z.object({ id: z.string(), name: z.string(), category: z.enum(['new', 'indeterminate', 'done']) })),
  resolutions: z.array(z.object({ id: z.string(), name: z.string() })),
  versions: z.array(z.object({ id: z.string(), name: z.string() })),
  components: z.array(z.object({ id: z.string(), name: z.string() })),
  issues: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      projectId: z.string(),
      typeId: z.string(),
      statusId: z.string(),
      resolutionId: z.string().nullable(),
      parentId: z.string().nullable(),
      labels: z.array(z.string()),
      fixVersionIds: z.array(z.string()),
      componentIds: z.array(z.string()),
      originalEstimate: z.number().nullable(),
      custom: z.record(z.string(), z.unknown()),
      archived: z.boolean(),
    }),
  ),
});

/** The field of the catalog that carries story points. */
export const pointsField = 'customfield_19016';

/** What the rules and queries speak of. */
export type CountedIssue = {
  readonly id: string;
  readonly key: string;
  readonly projectKey: string;
  readonly type: string;
  readonly status: string;
  readonly category: 'todo' | 'in-progress' | 'done';
  readonly resolution: string | null;
  /** Null also where the parent no longer exists. */
  readonly parentId: string | null;
  readonly labels: readonly string[];
  readonly versions: readonly string[];
  readonly components: readonly string[];
  readonly points: number | null;
  readonly estimate: number | null;
  readonly numbers: Readonly<Record<string, number>>;
  readonly archived: boolean;
};

/** `level`: -1 sub-task, 0 story and the like, 1 epic, 2 initiative. */
export type TrueIssue = CountedIssue & { readonly level: number };

const categories = { new: 'todo', indeterminate: 'in-progress', done: 'done' } as const;

/** Of a dump of the stand-in: every issue by id. */
export function readJira(dump: unknown): ReadonlyMap<string, TrueIssue> {
  const state = jiraState.parse(dump);
  const byId = <T extends { readonly id: string }>(all: readonly T[], id: string): T => {
    const found = all.find((one) => one.id === id);
    if (found === undefined) throw new Error(`The dump has nothing with the id ${id}.`);
    return found;
  };
  const exists = new Set(state.issues.map(({ id }) => id));
  return new Map(
    state.issues.map((issue) => {
      const type = byId(state.issueTypes, issue.typeId);
      const status = byId(state.statuses, issue.statusId);
      const numbers = Object.entries(issue.custom).flatMap(([field, value]) =>
        typeof value === 'number' ? [[field, value] as const] : [],
      );
      const read: TrueIssue = {
        id: issue.id,
        key: issue.key,
        projectKey: byId(state.projects, issue.projectId).key,
        type: type.name,
        level: type.hierarchyLevel,
        status: status.name,
        category: categories[status.category],
        resolution: issue.resolutionId === null ? null : byId(state.resolutions, issue.resolutionId).name,
        parentId: issue.parentId !== null && exists.has(issue.parentId) ? issue.parentId : null,
        labels: issue.labels,
        versions: issue.fixVersionIds.map((id) => byId(state.versions, id).name),
        components: issue.componentIds.map((id) => byId(state.components, id).name),
        points: numbers.find(([field]) => field === pointsField)?.[1] ?? null,
        estimate: issue.originalEstimate,
        numbers: Object.fromEntries(numbers),
        archived: issue.archived,
      };
      return [issue.id, read] as const;
    }),
  );
}
