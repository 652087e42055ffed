/**
 * The work of a project that serves no key result, a page at a time, with titles as the viewer: four SQL requests and one Jira call. Which issues these
 * are is the same for everyone; only what a viewer may know of private key results differs.
 */
import type { Input } from '../../contract/api';
import type { OrphanWork } from '../../contract/coverage';
import type { Orphan } from '../../store/coverage';
import type { Actor, Deps } from '../deps';
import { loadCycle } from '../load';
import { projectOf, requireSee } from '../permission';
import { orphanView } from './orphan-view';

/** With their parents these are a hundred issues at the most: one call. */
const PAGE = 50;

/** Those with a parent first, parent by parent; both as their last change orders them. */
function inOrder(orphans: readonly Orphan[]): readonly Orphan[] {
  const families = new Map<string | null, Orphan[]>();
  for (const orphan of orphans) families.set(orphan.parentId, [...(families.get(orphan.parentId) ?? []), orphan]);
  const alone = families.get(null) ?? [];
  families.delete(null);
  return [...[...families.values()].flat(), ...alone];
}

export async function listOrphanWork(deps: Deps, actor: Actor, input: Input<'listOrphanWork'>): Promise<OrphanWork> {
  const projectId = projectOf(actor, input.projectId);
  await requireSee(deps, actor, { level: 'project', projectId }, 'project');
  const { cycle } = await loadCycle(deps, input.cycleId);
  const count = (await deps.store.workCounts.list([projectId], cycle.id)).get(projectId)?.count ?? null;
  const orphans = count === null ? [] : inOrder(await deps.store.coverage.listOrphans(count.countId, input.state, cycle));
  const offset = input.offset ?? 0;
  const page = orphans.slice(offset, offset + PAGE);
  const ids = page.map(({ issueId }) => issueId);
  const parentIds = [...new Set(page.map(({ parentId }) => parentId))].filter((id) => id !== null);
  const described = await deps.jiraAsUser.describeIssues([...new Set([...ids, ...parentIds])]);
  const privately =
    count === null
      ? new Map<string, readonly number[]>()
      : await deps.store.coverage.listPrivatelyServed(actor.accountId, count.countId, ids, cycle);
  const issues = page.flatMap((orphan) => orphanView(orphan, described, privately));
  const parents = parentIds.flatMap((parentId) => {
    const parent = described.get(parentId);
    if (parent === undefined || !issues.some((issue) => issue.parentId === parentId)) return [];
    const { issueId, key, summary, typeName } = parent;
    return [{ issueId, key, summary, typeName, orphans: orphans.filter((orphan) => orphan.parentId === parentId).length }];
  });
  return {
    projectId,
    cycleId: cycle.id,
    state: input.state,
    countedAt: count === null ? null : new Date(count.countedAt).toISOString(),
    capped: count?.capped[input.state] ?? false,
    issues,
    parents,
    hiddenOnPage: page.length - issues.length,
    total: orphans.length,
    nextOffset: offset + PAGE < orphans.length ? offset + PAGE : null,
  };
}
