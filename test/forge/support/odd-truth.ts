/** What a stand-in's own records say of an issue, and which sources of an odd history's key results therefore bring it. Asks the app nothing. */
import { z } from 'zod';
import { isCancelled, defaultExcludedResolutions } from '../../../src/domain/cancelled';
import type { ScopeIssue } from '../../oracle/work-truth';

const named = z.array(z.object({ id: z.string(), name: z.string() }));
const ids = z.array(z.string());
const dumpSchema = z.object({
  projects: z.array(z.object({ id: z.string(), key: z.string() })),
  statuses: z.array(z.object({ id: z.string(), category: z.enum(['new', 'indeterminate', 'done']) })),
  resolutions: named,
  issueTypes: named,
  fields: z.array(z.object({ id: z.string(), name: z.string(), custom: z.boolean() })),
  issues: z.array(
    z.object({
      id: z.string(),
      projectId: z.string(),
      typeId: z.string(),
      statusId: z.string(),
      resolutionId: z.string().nullable(),
      parentId: z.string().nullable(),
      fixVersionIds: ids,
      componentIds: ids,
      sprintIds: ids,
      custom: z.record(z.string(), z.unknown()),
    }),
  ),
});

const categories = { new: 'todo', indeterminate: 'in-progress', done: 'done' } as const;

export type TrueOdd = {
  readonly id: string;
  readonly projectId: string;
  readonly projectKey: string;
  readonly parentId: string | null;
  readonly category: 'todo' | 'in-progress' | 'done';
  readonly resolution: string | null;
  readonly type: string;
  readonly points: number | null;
  readonly has: { readonly version: boolean; readonly component: boolean; readonly sprint: boolean };
};

export function readTruth(dump: unknown): ReadonlyMap<string, TrueOdd> {
  const state = dumpSchema.parse(dump);
  const projects = new Map(state.projects.map((project) => [project.id, project.key]));
  const statuses = new Map(state.statuses.map((status) => [status.id, status.category]));
  const resolutions = new Map(state.resolutions.map(({ id, name }) => [id, name]));
  const types = new Map(state.issueTypes.map(({ id, name }) => [id, name]));
  const pointFields = state.fields.filter(({ custom, name }) => custom && /^story points?( estimate)?$/i.test(name)).map(({ id }) => id);
  const truthOf = (issue: (typeof state.issues)[number]): TrueOdd => ({
    id: issue.id,
    projectId: issue.projectId,
    projectKey: projects.get(issue.projectId) ?? '',
    parentId: issue.parentId,
    category: categories[statuses.get(issue.statusId) ?? 'new'],
    resolution: issue.resolutionId === null ? null : (resolutions.get(issue.resolutionId) ?? issue.resolutionId),
    type: types.get(issue.typeId) ?? '',
    points: pointFields.map((field) => issue.custom[field]).find((value) => typeof value === 'number') ?? null,
    has: { version: issue.fixVersionIds.length > 0, component: issue.componentIds.length > 0, sprint: issue.sprintIds.length > 0 },
  });
  return new Map(state.issues.map((issue) => [issue.id, truthOf(issue)]));
}

/** A source and whom it brings. */
export type TrueSource = { readonly source: string; readonly brings: (issue: TrueOdd) => boolean };

/** An issue as the oracle judges it, by points. */
export function asScopeIssue(issue: TrueOdd, all: ReadonlyMap<string, TrueOdd>): ScopeIssue {
  const above: string[] = [];
  for (let id = issue.parentId; id !== null && !above.includes(id) && above.length < 6; id = all.get(id)?.parentId ?? null) above.push(id);
  return {
    id: issue.id,
    category: issue.category,
    cancelled: isCancelled(issue.category, issue.resolution, defaultExcludedResolutions),
    gone: false,
    points: issue.points,
    estimate: null,
    numbers: {},
    sharedBy: 1,
    above,
  };
}
