/** How much of a project's work serves a key result, as last counted: three SQL requests, and no Jira call for the open project. */
import type { Input } from '../contract/api';
import type { CountedWork, CoverageView, WorkShareView } from '../contract/coverage';
import { shareOf, type WorkShare } from '../domain/coverage';
import type { Coverage } from '../store/coverage';
import type { CycleRecord } from '../store/cycles';
import type { Actor, Deps } from './deps';
import { loadCycle } from './load';
import { projectOf, requireSee } from './permission';

export const workShareView = (share: WorkShare, capped: boolean): WorkShareView => ({ ...share, share: shareOf(share), capped });

/** Null where nothing has been counted. */
export const countedWork = (coverage: Coverage | undefined): CountedWork =>
  coverage === undefined
    ? null
    : {
        countedAt: new Date(coverage.countedAt).toISOString(),
        inProgress: workShareView(coverage.shares['in-progress'], coverage.capped['in-progress']),
        finished: workShareView(coverage.shares.finished, coverage.capped.finished),
      };

/** Two SQL requests. */
export async function viewCoverage(deps: Deps, projectId: string, cycle: CycleRecord): Promise<CoverageView> {
  const known = await deps.store.coverage.list([projectId], cycle);
  const waiting = (await deps.store.workCounts.findSince(projectId, cycle.id)) !== null;
  return {
    projectId,
    cycleId: cycle.id,
    state: cycle.state === 'closed' ? 'closed' : waiting ? 'counting' : 'counted',
    counted: countedWork(known.get(projectId)),
  };
}

export async function getCoverage(deps: Deps, actor: Actor, input: Input<'getCoverage'>): Promise<CoverageView> {
  const projectId = projectOf(actor, input.projectId);
  await requireSee(deps, actor, { level: 'project', projectId }, 'project');
  const { cycle } = await loadCycle(deps, input.cycleId);
  return viewCoverage(deps, projectId, cycle);
}
