/** Coverage by project over the whole company, for the projects the viewer may browse; the total is the same for everyone. Four SQL requests, one Jira call. */
import type { Input } from '../../contract/api';
import type { CompanyCoverage } from '../../contract/coverage';
import { sumOf, type WorkState } from '../../domain/coverage';
import { currentCycle } from '../cycles/cycles';
import type { Actor, Deps } from '../deps';
import { readCoverage, workShareView } from './get-coverage';
import { loadCycles } from '../load';
import { unknownCycle } from '../okr-error';
import { visibleHomes } from '../permission';

export async function getCompanyCoverage(deps: Deps, actor: Actor, input: Input<'getCompanyCoverage'>): Promise<CompanyCoverage> {
  const { cycles, on } = await loadCycles(deps);
  const cycle = input.cycleId === undefined ? currentCycle(cycles, on.today) : cycles.find(({ id }) => id === input.cycleId);
  if (cycle === undefined) throw unknownCycle();
  const projectIds = await deps.store.coverage.listProjects(cycle.id);
  const { known } = await readCoverage(deps, projectIds, cycle);
  const maySee = await visibleHomes(
    deps,
    actor,
    projectIds.map((projectId) => ({ level: 'project', projectId })),
  );
  const seen = projectIds.filter((projectId) => maySee({ level: 'project', projectId }));
  const total = (state: WorkState) =>
    workShareView(
      sumOf([...known.values()].map(({ shares }) => shares[state])),
      [...known.values()].some(({ count }) => count.capped[state]),
    );
  return {
    cycleId: cycle.id,
    projects: seen.map((projectId) => ({ projectId, counted: known.get(projectId)?.view ?? null })),
    hiddenProjects: projectIds.length - seen.length,
    total: { inProgress: total('in-progress'), finished: total('finished') },
    uncounted: projectIds.length - known.size,
  };
}
