/** How much of a project's work serves a key result, as last counted: three SQL requests, and no Jira call for the open project. */
import type { Input } from '../../contract/api';
import type { CountedWork, CoverageView, WorkShareView } from '../../contract/coverage';
import { shareOf, type WorkShare } from '../../domain/coverage';
import type { Shares } from '../../store/coverage';
import type { CycleRecord } from '../../store/cycles';
import type { WorkCount } from '../../store/work-counts';
import type { Actor, Deps } from '../deps';
import { loadCycle } from '../load';
import { projectOf, requireSee } from '../permission';

export const workShareView = (share: WorkShare, capped: boolean): WorkShareView => ({ ...share, share: shareOf(share), capped });

const countedWork = ({ countedAt, capped }: WorkCount, shares: Shares): CountedWork => ({
  countedAt: new Date(countedAt).toISOString(),
  inProgress: workShareView(shares['in-progress'], capped['in-progress']),
  finished: workShareView(shares.finished, capped.finished),
});

export type ProjectCoverage = { readonly count: WorkCount; readonly shares: Shares; readonly view: CountedWork };

/** What is known of these projects, by project, and which of them are being counted. Two SQL requests. */
export async function readCoverage(
  deps: Deps,
  projectIds: readonly string[],
  cycle: CycleRecord,
): Promise<{ readonly known: ReadonlyMap<string, ProjectCoverage>; readonly counting: ReadonlySet<string> }> {
  const counts = [...(await deps.store.workCounts.list(projectIds, cycle.id))];
  const standing = counts.flatMap(([, { count }]) => (count === null ? [] : [count]));
  const shares = await deps.store.coverage.listShares(
    standing.map(({ countId }) => countId),
    cycle,
  );
  return {
    known: new Map(
      standing.flatMap((count) => {
        const of = shares.get(count.countId);
        return of === undefined ? [] : [[count.projectId, { count, shares: of, view: countedWork(count, of) }] as const];
      }),
    ),
    counting: new Set(counts.flatMap(([projectId, { askedAt }]) => (askedAt === null ? [] : [projectId]))),
  };
}

/** Two SQL requests. */
export async function viewCoverage(deps: Deps, projectId: string, cycle: CycleRecord): Promise<CoverageView> {
  const { known, counting } = await readCoverage(deps, [projectId], cycle);
  return {
    projectId,
    cycleId: cycle.id,
    state: cycle.state === 'closed' ? 'closed' : counting.has(projectId) ? 'counting' : 'counted',
    counted: known.get(projectId)?.view ?? null,
  };
}

export async function getCoverage(deps: Deps, actor: Actor, input: Input<'getCoverage'>): Promise<CoverageView> {
  const projectId = projectOf(actor, input.projectId);
  await requireSee(deps, actor, { level: 'project', projectId }, 'project');
  const { cycle } = await loadCycle(deps, input.cycleId);
  return viewCoverage(deps, projectId, cycle);
}
